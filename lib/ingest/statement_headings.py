"""Headings of lists of statements: จุดเด่น, จุดที่ควรพัฒนา, แผน, ข้อเสนอแนะ in the wordings schools use."""

import re
from dataclasses import dataclass
from functools import cache

from lib.catalog.standards import load_report_words
from lib.domain.assessments import StatementKind
from lib.ingest.report_headings import LONGEST_HEADING, PARENTHESES, is_part, strip_numbering
from lib.thai.text import fold_key

_STANDARD_TAIL = re.compile(r"^(?:ของ|ตาม)?มาตรฐาน(?:ที่)?\d{1,2}.*$")
_LONGEST_STYLED = 70


@dataclass(frozen=True, slots=True)
class StatementHeading:
    """A heading of statements.

    Attributes:
        kind: None for a heading of several kinds.
        inline: what follows on the same line.
        parted: a colon parts the two, so that even a numbered line is a heading.
    """

    kind: StatementKind | None
    inline: str = ""
    parted: bool = False


@cache
def statement_heading(text: str) -> StatementHeading | None:
    """The heading of a list of statements, if the line is one.

    It may be followed on its line by ``:``, คือ, ได้แก่ or a space and the statement itself.
    """
    body = strip_numbering(text)
    whole = _kind(body)
    if whole is not None:
        return whole
    for separator, parted in ((r"\s*[:：]\s*", True), (r"\s+[-–—]\s*", False), (r"\s*(?:คือ|ได้แก่)\s*", False)):
        parts = re.split(separator, body, maxsplit=1)
        if len(parts) == 2 and (head := _kind(parts[0])) is not None:
            return StatementHeading(head.kind, parts[1].strip(), parted)
    for space in reversed([found.start() for found in re.finditer(r"\s", body[:LONGEST_HEADING])]):
        head = _kind(body[:space])
        if head is not None and head.kind is not None:
            return StatementHeading(head.kind, body[space:].strip())
    return None


def styled_statement_heading(text: str, *, styled: bool) -> StatementHeading | None:
    """A line whose style, or the list beneath it, makes it a heading with the wording of one kind in it.

    Args:
        styled: the document says that it is a heading; otherwise the wording must begin or end the line.
    """
    if is_part(text) or "มาตรฐาน" in text or len(text) > _LONGEST_STYLED:
        return None
    key = fold_key(strip_numbering(text))
    kinds = {
        kind
        for word, kind in _statement_keys().items()
        if (word in key if styled else key.startswith(word) or key.endswith(word))
    }
    return StatementHeading(next(iter(kinds))) if len(kinds) == 1 else None


def _kind(text: str) -> StatementHeading | None:
    """Kind of a text that is a heading's wording with its usual tails and nothing else."""
    if len(text) > LONGEST_HEADING:
        return None
    key = fold_key(PARENTHESES.sub("", text))
    whole, lead = _kind_of_key(key), _leads().match(key)
    return whole or (_kind_of_key(key[lead.end() :]) if lead is not None else None)


def _kind_of_key(key: str) -> StatementHeading | None:
    kinds: list[StatementKind] = []
    while key:
        word = _words().match(key)
        if word is not None:
            kinds.append(_statement_keys()[word[0]])
            key = key[word.end() :]
            continue
        if kinds and _STANDARD_TAIL.match(key):
            break
        tail = _tails().match(key) if kinds else None
        if tail is None:
            return None
        key = key[tail.end() :]
    if not kinds:
        return None
    return StatementHeading(kinds[0] if len(set(kinds)) == 1 else None)


@cache
def _statement_keys() -> dict[str, StatementKind]:
    pairs = [
        (fold_key(word), StatementKind(kind))
        for kind, words in load_report_words().statements.items()
        for word in words
    ]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _words() -> re.Pattern[str]:
    return _longest_first(tuple(_statement_keys()))


@cache
def _tails() -> re.Pattern[str]:
    words = (*load_report_words().statement_tails, "และ", "หรือ")
    return re.compile(rf"{_longest_first(tuple(map(fold_key, words))).pattern}|25\d\d")


@cache
def _leads() -> re.Pattern[str]:
    return _longest_first(tuple(map(fold_key, load_report_words().statement_leads)))


def _longest_first(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))
