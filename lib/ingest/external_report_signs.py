"""What single lines of a สมศ. report say: its title, a statement heading, a result beside its label."""

import re
from collections.abc import Iterable
from functools import cache

from lib.catalog.external_rounds import load_external_rounds, load_external_words
from lib.domain.external_assessments import ExternalStatementKind
from lib.domain.external_files import ExternalDefaults
from lib.domain.external_rounds import ExternalPhase, ExternalRound
from lib.ingest.external_terms import find_result, phase_named, rounds_named
from lib.ingest.quality_levels import TICKED
from lib.ingest.report_headings import strip_numbering
from lib.ingest.report_lines import Line
from lib.thai.text import fold_key

COVER_LINES = 60
_LONGEST_HEADING = 90
_LONGEST_RESULT = 120
_AFTER_LABEL = re.compile(r"^[\s:：=\-–—]*(?:อยู่ใน)?(?:ระดับ(?:คุณภาพ)?)?[\s:：]*[\"“”'(\[]*")
_ENDS = re.compile(r"[\"“”')\].,;|]|\s{2,}|\s(?=โดย|ซึ่ง|เนื่องจาก|ตาม|และ|มี|ทั้งนี้)")
_TICK = re.compile(rf"[{TICKED}]\s*([^\s☐□○{TICKED}]+)")


def names_an_external_report(lines: Iterable[Line]) -> bool:
    """Whether the cover bears the title of a report of external assessment."""
    titles = tuple(map(fold_key, load_external_words().titles))
    return any(
        fold_key(strip_numbering(line.text)).startswith(titles)
        for place, line in enumerate(lines)
        if place < COVER_LINES and not line.is_contents
    )


def find_subject(lines: Iterable[Line], defaults: ExternalDefaults) -> tuple[str, str]:
    """Ids of the round and phase that the report says it is of, else what a person said; may be empty."""
    head = [line.text for place, line in enumerate(lines) if place < COVER_LINES]
    whole = fold_key(" ".join(head))
    for each in load_external_rounds().rounds:
        for phase in each.phases:
            if any(fold_key(title) in whole for title in phase.titles):
                return each.id, phase.id
    named = {found.id: found for text in head for found in rounds_named(text)}
    if len(named) != 1:
        return defaults.round_id, defaults.phase
    of = next(iter(named.values()))
    phases = {found.id for text in head if (found := phase_named(text, of)) is not None}
    if len(of.phases) <= 1:
        return of.id, of.phases[0].id if of.phases else ""
    return of.id, phases.pop() if len(phases) == 1 else defaults.phase


def statement_of(text: str) -> tuple[ExternalStatementKind, str] | None:
    """The kind a line is a heading of, and what follows the colon on the same line."""
    body = strip_numbering(text)
    head, _, inline = body.partition(":")
    if len(head) > _LONGEST_HEADING:
        return None
    kind = _kinds().get(fold_key(head))
    return (kind, inline.strip()) if kind else None


def ends_statements(text: str) -> bool:
    """Whether a line is a heading after which the statements above are complete."""
    if len(text) > _LONGEST_HEADING:
        return False
    key = fold_key(strip_numbering(text))
    return any(key.startswith(fold_key(word)) for word in load_external_words().sections)


def ticked_result(text: str, phase: ExternalPhase) -> str | None:
    """The one word of the scale whose box is ticked."""
    words = {word for found in _TICK.findall(text) if (word := find_result(found, phase))}
    return words.pop() if len(words) == 1 else None


def labelled_result(text: str, of: ExternalRound, phase: ExternalPhase) -> str | None:
    """The result that follows its label on a line; in an open round whatever stands there."""
    ticked = ticked_result(text, phase)
    if ticked is not None:
        return ticked
    for found in reversed(list(_labels().finditer(text))):
        rest = _AFTER_LABEL.sub("", text[found.end() :])
        said = _ENDS.split(rest, maxsplit=1)[0].strip()
        word = find_result(said, phase) or find_result(said.split(" ")[0], phase)
        if word is not None:
            return word
        if (
            of.open
            and said
            and len(said) <= _LONGEST_RESULT
            and text[found.end() :].lstrip()[:1] in (":", "：")
        ):
            return said
    return None


@cache
def _labels() -> re.Pattern[str]:
    words = sorted(load_external_words().result_labels, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _kinds() -> dict[str, ExternalStatementKind]:
    return {
        fold_key(word): ExternalStatementKind(kind)
        for kind, words in load_external_words().statements.items()
        for word in words
    }
