"""Words of a PDF page with their places, Thai marks over the letters they are drawn on; reader child only.

pdfium gives characters as they were drawn. A program that draws a tone mark apart from its letter leaves it
behind a space or on a later letter, though its place on the paper is right: the place decides here.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium

from lib.ingest.pdf_marks import SPACE_FROM, Glyph, has_stray_marks, settle_marks

# A space that pdfium put in has no place of its own.
_LINE: Final = re.compile(r"[^\s][^\r\n]*")
_WORD: Final = re.compile(r"\S+")
_SPACE_AFTER_MARK: Final = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]( )[\u0e01-\u0e4e]")
_TONED: Final = re.compile("[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a]?([\u0e48-\u0e4c])")
# pdfium leaves out the space between a letter with a mark and a number.
_MARK_BEFORE_OTHER: Final = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e][0-9A-Za-z(\u0e50-\u0e59]")
_HYPHENS: Final = str.maketrans({"\x02": "-", "\ufffe": "-", "\x00": "\ufffd", "\u00a0": " "})


class Word(NamedTuple):
    """Characters between spaces, in points from the page's lower left corner.

    Attributes:
        x0 / x1: left and right end.
        y: the line that the letters stand on.
        size: of the letters.
        spaced / ends_spaced: a space stands before it, or closes its line behind it.
        turned: drawn at an angle to most of the page.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    spaced: bool
    ends_spaced: bool
    turned: bool = False


class PageWords(NamedTuple):
    """A page's words as drawn, and the quarter turns its text stands at."""

    words: tuple[Word, ...]
    quarter_turns: int


def count_characters(textpage: object) -> int:
    return max(0, int(pdfium.FPDFText_CountChars(textpage)))


def read_words(textpage: object, n_characters: int) -> PageWords:
    """Words in the order in which they were drawn.

    Args:
        textpage: pdfium's text page.
        n_characters: as counted.
    """
    text = _read_text(textpage, n_characters)
    drawn = [(found.start(), found.end(), found.group()) for found in _LINE.finditer(text)]
    turns = [_quarter_turns(textpage, start) for start, _, _ in drawn]
    letters: Counter[int] = Counter()
    for (start, end, _), turn in zip(drawn, turns, strict=True):
        letters[turn] += end - start
    main = letters.most_common(1)[0][0] if letters else 0
    ruler = _Ruler(textpage, main)
    words: list[Word] = []
    for start, _, line in drawn:
        words.extend(_line_words(ruler, start, line))
    return PageWords(tuple(words), main)


def turn_point(x: float, y: float, quarter_turns: int) -> tuple[float, float]:
    """A point of the page where text that stood at that many quarter turns lies flat."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[quarter_turns]


def _read_text(textpage: object, n_characters: int) -> str:
    buffer = ctypes.create_string_buffer(2 * (n_characters + 1))
    pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFText_GetText(textpage, 0, n_characters, pointer)
    text = buffer.raw[: 2 * n_characters].decode("utf-16-le", "replace")
    if len(text) != n_characters:
        # A character beyond U+FFFF takes two units, and an unknown one none: places would shift.
        text = "".join(_one_character(textpage, place) for place in range(n_characters))
    return text.translate(_HYPHENS)


def _one_character(textpage: object, place: int) -> str:
    code = pdfium.FPDFText_GetUnicode(textpage, place)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _quarter_turns(textpage: object, place: int) -> int:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(textpage, place, matrix):
        return 0
    if abs(matrix.b) <= abs(matrix.a):
        return 0 if matrix.a >= 0 else 2
    return 1 if matrix.b > 0 else 3


class _Ruler:
    """Measures characters of one text page."""

    def __init__(self, textpage: object, quarter_turns: int) -> None:
        self._textpage = textpage
        self._turns = quarter_turns
        self._box = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def span(self, place: int) -> tuple[float, float]:
        """Left and right end of a character."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._textpage, place, box)
        if not self._turns:
            return box.left, box.right
        one, _ = turn_point(box.left, box.bottom, self._turns)
        other, _ = turn_point(box.right, box.top, self._turns)
        return (one, other) if one <= other else (other, one)

    def baseline(self, place: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self._textpage, place, self._x, self._y)
        return turn_point(self._x.value, self._y.value, self._turns)[1]

    def size(self, place: int) -> float:
        matrix = pdfium.FS_MATRIX()
        scale = 1.0
        if pdfium.FPDFText_GetMatrix(self._textpage, place, matrix):
            scale = (matrix.c**2 + matrix.d**2) ** 0.5
        return float(pdfium.FPDFText_GetFontSize(self._textpage, place)) * scale or 1.0

    def is_turned(self, place: int) -> bool:
        """Drawn at another angle than most of the page."""
        return _quarter_turns(self._textpage, place) != self._turns

    def is_generated(self, place: int) -> bool:
        return bool(pdfium.FPDFText_IsGenerated(self._textpage, place) == 1)


def _line_words(ruler: _Ruler, start: int, line: str) -> Iterator[Word]:
    y, size = ruler.baseline(start), ruler.size(start)
    if has_stray_marks(line) or _needs_places(ruler, start, line, size):
        yield from _settled_words(ruler, start, line, y, size)
        return
    ends_spaced = line[-1].isspace()
    for found in _WORD.finditer(line):
        place = start + found.start()
        x0, right = ruler.span(place)
        x1 = right if found.end() - found.start() == 1 else ruler.span(start + found.end() - 1)[1]
        last = ends_spaced and not line[found.end() :].strip()
        base = y if found.start() == 0 else ruler.baseline(place)
        yield Word(
            found.group(), x0, max(x0, x1), base, size, found.start() > 0, last, ruler.is_turned(place)
        )


def _needs_places(ruler: _Ruler, start: int, line: str, size: float) -> bool:
    """The pen went back to draw a mark (pdfium left a space there, or a tone lies before its letter)."""
    if any(ruler.is_generated(start + found.start(1)) for found in _SPACE_AFTER_MARK.finditer(line)):
        return True
    for found in _TONED.finditer(line):
        left, right = ruler.span(start + found.start(1))
        if (left + right) / 2 < ruler.span(start + found.start())[0]:
            return True
    return any(
        ruler.span(start + found.start() + 1)[0] - ruler.span(start + found.start())[1] > SPACE_FROM * size
        for found in _MARK_BEFORE_OTHER.finditer(line)
    )


def _settled_words(ruler: _Ruler, start: int, line: str, y: float, size: float) -> Iterator[Word]:
    glyphs = [
        Glyph(letter, *ruler.span(start + place), letter == " " and ruler.is_generated(start + place))
        for place, letter in enumerate(line)
    ]
    ends_spaced = line[-1].isspace()
    pieces = list(settle_marks(glyphs, size))
    for number, (text, x0, x1, spaced) in enumerate(pieces):
        yield Word(text, x0, x1, y, size, spaced, ends_spaced and number == len(pieces) - 1)
