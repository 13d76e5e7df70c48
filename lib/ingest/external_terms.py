"""Rounds, phases, levels, standards and results as cells and lines write them, read by the catalogue."""

import re
from collections.abc import Iterable
from functools import cache

from lib.catalog.external_rounds import load_external_rounds
from lib.domain.external_rounds import ExternalEducation, ExternalPhase, ExternalRound
from lib.thai.numerals import to_arabic_digits
from lib.thai.text import clean_text, fold_key

_STANDARD = re.compile(
    r"^(?:มาตรฐาน|มฐ|ตัวบ่งชี้|ตบช|ด้าน|std|standard)[\s.]*(?:ที่|ท่ี)?[\s.]*(\d{1,2}(?:\.\d{1,2})?)(?!\d)",
    re.IGNORECASE,
)
_BARE = re.compile(r"^\d{1,2}(?:\.\d{1,2})?$")
_OVERALL = frozenset(map(fold_key, ("ภาพรวม", "รวม", "โดยรวม", "สรุป", "สรุปภาพรวม", "ทุกมาตรฐาน", "ผลรวม")))
_LEAST_LETTERS = 6


def find_round(text: str) -> ExternalRound | None:
    """The round a cell names, as number, word or sentence."""
    rounds = load_external_rounds().rounds
    key = fold_key(text)
    exact = next((each for each in rounds if key in _keys((each.id, each.name, *each.aliases))), None)
    return exact or next(iter(rounds_named(text)), None)


def rounds_named(text: str) -> tuple[ExternalRound, ...]:
    """Rounds that a title or sentence names by the word รอบ."""
    key = fold_key(text)
    return tuple(
        each
        for each in load_external_rounds().rounds
        if any(
            re.search(re.escape(word) + r"(?!\d)", key)
            for word in _keys((each.name, *each.aliases))
            if word.startswith("รอบ")
        )
    )


def find_phase(text: str, of: ExternalRound) -> ExternalPhase | None:
    """The phase a cell names; in a longer text the one of its longer names."""
    key = fold_key(text)
    for phase in of.phases:
        if key in _keys((phase.id, phase.name, *phase.aliases)):
            return phase
    return phase_named(text, of)


def phase_named(text: str, of: ExternalRound) -> ExternalPhase | None:
    """The one phase that a title or sentence names; None for none or several."""
    key = fold_key(text)
    named = [
        phase
        for phase in of.phases
        if any(
            re.search(re.escape(word) + r"(?!\d)", key)
            for word in _keys((phase.name, *phase.aliases))
            if len(word) >= _LEAST_LETTERS
        )
    ]
    return named[0] if len(named) == 1 else None


def find_level(text: str, of: ExternalRound) -> ExternalEducation | None:
    """The level of education a cell names, alone or within a longer heading."""
    key = fold_key(text)
    for level in of.levels:
        if key in _keys((level.id, level.name, *level.aliases)):
            return level
    named = [
        level
        for level in of.levels
        if any(word in key for word in _keys((level.name, *level.aliases)) if len(word) >= _LEAST_LETTERS)
    ]
    return named[0] if len(named) == 1 else None


def any_level(text: str) -> str:
    """Id of the level of education that any round knows by this text, empty for none."""
    for each in load_external_rounds().rounds:
        found = find_level(text, each)
        if found is not None:
            return found.id
    return ""


def find_standard(text: str, level: ExternalEducation | None) -> str | None:
    """Number of the standard a cell names; ``""`` for all together, None for no standard."""
    work = to_arabic_digits(clean_text(text))
    if fold_key(work) in _OVERALL:
        return ""
    found = _STANDARD.match(work)
    if found:
        return found[1]
    if _BARE.match(work):
        return work
    key = fold_key(work)
    named = [each.id for each in level.standards if fold_key(each.name) == key] if level else []
    return named[0] if len(named) == 1 else None


def numbered_standard(text: str) -> str | None:
    """Number of the standard that a header names by the word มาตรฐาน or ตัวบ่งชี้; None for another header."""
    found = _STANDARD.match(to_arabic_digits(clean_text(text)))
    return found[1] if found else None


def headed_standard(text: str) -> str | None:
    """Number of the standard that a header names by number or by its own name; None for another header."""
    return numbered_standard(text) or _standards_by_name().get(_name_key(text))


@cache
def _standards_by_name() -> dict[str, str]:
    """Folded name → number, where every round and level that has the name gives it the same number."""
    numbers: dict[str, set[str]] = {}
    for each in load_external_rounds().rounds:
        for level in each.levels:
            for standard in level.standards:
                numbers.setdefault(_name_key(standard.name), set()).add(standard.id)
    return {name: min(found) for name, found in numbers.items() if len(found) == 1}


def _name_key(text: str) -> str:
    """A name without the words that may stand before it."""
    return fold_key(text).removeprefix("มาตรฐาน").removeprefix("ด้าน")


def is_overall(text: str) -> bool:
    """Whether a header speaks of all standards together."""
    return fold_key(text) in _OVERALL


def find_result(text: str, phase: ExternalPhase) -> str | None:
    """The scale's own word for what a cell says, None where it is no word of the scale."""
    key = fold_key(text).removeprefix("ระดับคุณภาพ").removeprefix("ระดับ")
    return next((each.word for each in phase.words if key in _keys((each.word, *each.aliases))), None)


def _keys(words: Iterable[str]) -> frozenset[str]:
    return _folded(tuple(words))


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for word in words if (key := fold_key(word)))
