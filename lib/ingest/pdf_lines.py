"""Words of a PDF page gathered to lines and columns as a person reads them; reader child only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from lib.ingest.pdf_words import Word

# In sizes of the letters.
_SAME_LINE: Final = 0.4
_CELL_GAP: Final = 1.7
_GLUED: Final = 0.12
_DIGIT_GAP: Final = 0.3
_TWO_SCRIPTS: Final = re.compile("[0-9][\u0e50-\u0e59]|[\u0e50-\u0e59][0-9]")
_GUTTER_LINES: Final = 8
_GUTTER_WIDTH: Final = 12.0
_FULL: Final = 0.6


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line without a large gap, with its left and right end."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line; ``spans`` are several where large gaps part it."""

    spans: tuple[Span, ...]
    y: float
    size: float
    ends_spaced: bool

    @property
    def x0(self) -> float:
        return self.spans[0].x0

    @property
    def x1(self) -> float:
        return self.spans[-1].x1

    @property
    def text(self) -> str:
        return "\t".join(span.text for span in self.spans)


def make_lines(words: Sequence[Word]) -> tuple[PageLine, ...]:
    """Lines from the top down, each read from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: -one.y):
        if lines and lines[-1][0].y - word.y <= _SAME_LINE * min(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(_make_line(sorted(line, key=lambda one: one.x0)) for line in lines)


def _make_line(words: Sequence[Word]) -> PageLine:
    size = max(word.size for word in words)
    spans: list[Span] = []
    text, x0, x1 = "", words[0].x0, words[0].x0
    for word in words:
        gap = word.x0 - x1
        if text and gap > _CELL_GAP * size:
            spans.append(Span(text, x0, x1))
            text, x0 = "", word.x0
        elif text and (word.spaced or gap > _GLUED * size) and not _is_one_number(text, word, gap):
            text += " "
        text, x1 = text + word.text, max(x1, word.x1) if text else word.x1
    spans.append(Span(text, x0, x1))
    return PageLine(tuple(spans), words[0].y, size, words[-1].ends_spaced)


def _is_one_number(text: str, word: Word, gap: float) -> bool:
    """Thai and Arabic digits of one number come from two fonts, which programs set a little apart."""
    return gap < _DIGIT_GAP * word.size and _TWO_SCRIPTS.fullmatch(text[-1] + word.text[0]) is not None


def split_columns(words: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """The words of each column of a page set in two; all in one for any other page.

    Rows of a table without borders also leave a gap, but their right side is not filled with long lines.
    """
    lines = make_lines(words)
    if len(lines) < _GUTTER_LINES:
        return (tuple(words),)
    gutter = _find_gutter(lines)
    if gutter is None:
        return (tuple(words),)
    whole = [word for word in words if word.x0 < gutter < word.x1]
    if whole:
        return (tuple(words),)
    left = tuple(word for word in words if word.x1 <= gutter)
    return left, tuple(word for word in words if word.x0 >= gutter)


def _find_gutter(lines: Sequence[PageLine]) -> float | None:
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    both = [line for line in lines if len(line.spans) == 2]
    if len(both) < max(_GUTTER_LINES, 0.6 * len(lines)):
        return None
    left = max(line.spans[0].x1 for line in both)
    right = min(line.spans[1].x0 for line in both)
    middle = (left + right) / 2
    if right - left < _GUTTER_WIDTH or not x0 + 0.3 * (x1 - x0) < middle < x0 + 0.7 * (x1 - x0):
        return None
    filled_left = median(line.spans[0].x1 - line.spans[0].x0 for line in both) / (left - x0)
    filled_right = median(line.spans[1].x1 - line.spans[1].x0 for line in both) / (x1 - right)
    return middle if min(filled_left, filled_right) >= _FULL else None
