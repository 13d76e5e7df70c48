"""The layout of a table, told tolerantly, and the answers that may be carried over to its like.

Two tables have one layout when their columns mean the same: recognised headers count by their meaning, others
by their folded words; order, spaces, years, digits and the rows above the header do not count.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from lib.domain.columns import Column, Role
from lib.ingest.header_spellings import without_years
from lib.thai.text import fold_key

Answer = TypeVar("Answer", str, bool)

_YEAR = re.compile(r"(?<!\d)(?:2[45]\d\d|19\d\d|20\d\d)(?!\d)")
_DIGITS = re.compile(r"\d+")
_AS_WORDS = "words:"
#: Counting rows and remarks says nothing of what a table holds.
_UNTOLD = (Role.ROW_NUMBER, Role.REMARK)

#: Header path → (meaning of the header, answer).
Kept = Mapping[str, tuple[str, Answer]]
_Loosely = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class ColumnMark:
    """How one column is found again.

    Attributes:
        index: zero-based column of the sheet.
        path: its header words, folded, years left out.
        meaning: what the header means by itself, or its words where it is not known.
    """

    index: int
    path: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's fingerprint and the marks of its columns."""

    key: str
    marks: tuple[ColumnMark, ...]


def make_layout(columns: Iterable[Column]) -> Layout:
    """The layout of a table from its columns as the program understands them, no answer applied."""
    columns = tuple(columns)
    marks = tuple(map(_mark, columns))
    told = sorted(
        _DIGITS.sub("", mark.meaning) if _is_words(mark) else mark.meaning
        for mark, column in zip(marks, columns, strict=True)
        if column.role not in _UNTOLD
    )
    return Layout(hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest(), marks)


def keep_answers(layout: Layout, answers: Mapping[int, Answer]) -> dict[str, tuple[str, Answer]]:
    """Header path → answer; columns that share a path are kept only when they share the answer."""
    given: dict[str, set[Answer]] = {}
    kept: dict[str, tuple[str, Answer]] = {}
    for mark in layout.marks:
        if mark.index in answers:
            given.setdefault(mark.path, set()).add(answers[mark.index])
            kept[mark.path] = (mark.meaning, answers[mark.index])
    unanswered = {mark.path for mark in layout.marks if mark.index not in answers}
    return {path: one for path, one in kept.items() if len(given[path]) == 1 and path not in unanswered}


def recall_answers(layout: Layout, kept: Kept[Answer]) -> dict[int, Answer]:
    """Column → answer, wherever the path is the same, or else the words without digits, or the meaning.

    The looser two count only where one column and one answer have them, so that nothing is guessed.
    """
    recalled: dict[int, Answer] = {}
    for mark in layout.marks:
        found = kept.get(mark.path)
        if found is not None:
            recalled[mark.index] = found[1]
    ways: tuple[_Loosely, ...] = (_without_digits, _by_meaning)
    for loosely in ways:
        marks = Counter(loosely(mark.path, mark.meaning) for mark in layout.marks)
        answers = Counter(loosely(path, meaning) for path, (meaning, _) in kept.items())
        by_key = {loosely(path, meaning): answer for path, (meaning, answer) in kept.items()}
        for mark in layout.marks:
            key = loosely(mark.path, mark.meaning)
            if mark.index not in recalled and key and marks[key] == answers[key] == 1:
                recalled[mark.index] = by_key[key]
    return recalled


def _mark(column: Column) -> ColumnMark:
    path = " › ".join(fold_key(_YEAR.sub("", fold_key(text))) for text in without_years(column.header))
    if column.role is Role.UNKNOWN:
        meaning = f"one of:{' '.join(sorted(column.candidates))}" if column.candidates else _AS_WORDS + path
    else:
        meaning = f"{column.role}:{' '.join(sorted(column.indicators))}"
    return ColumnMark(column.index, path, meaning)


def _is_words(mark: ColumnMark) -> bool:
    return mark.meaning.startswith(_AS_WORDS)


def _without_digits(path: str, meaning: str) -> str:
    return _DIGITS.sub("", path) if meaning.startswith(_AS_WORDS) else ""


def _by_meaning(path: str, meaning: str) -> str:
    del path
    return "" if meaning.startswith(_AS_WORDS) else meaning
