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
from lib.ingest.pdf_ruler import Ruler, quarter_turns_of
from lib.ingest.pdf_symbols import name_symbols

# A space that pdfium put in has no place of its own.
_LINE: Final = re.compile(r"[^\s][^\r\n]*")
_WORD: Final = re.compile(r"\S+")
_SPACE_AFTER_MARK: Final = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]( )[\u0e01-\u0e4e]")
_TONED: Final = re.compile("[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a]?([\u0e48-\u0e4c])")
# pdfium leaves out the space between a letter with a mark and a number.
_MARK_BEFORE_OTHER: Final = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e][0-9A-Za-z(\u0e50-\u0e59]")
_SPACE_BEFORE_LETTER: Final = re.compile("\\s[^\\s\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_OTHER_LINE: Final = 0.5
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
    turns = [quarter_turns_of(textpage, start) for start, _, _ in drawn]
    letters: Counter[int] = Counter()
    for (start, end, _), turn in zip(drawn, turns, strict=True):
        letters[turn] += end - start
    main = letters.most_common(1)[0][0] if letters else 0
    ruler = Ruler(textpage, main)
    words: list[Word] = []
    for start, _, line in drawn:
        words.extend(_line_words(ruler, start, line))
    return PageWords(tuple(words), main)


def _read_text(textpage: object, n_characters: int) -> str:
    buffer = ctypes.create_string_buffer(2 * (n_characters + 1))
    pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    pdfium.FPDFText_GetText(textpage, 0, n_characters, pointer)
    text = buffer.raw[: 2 * n_characters].decode("utf-16-le", "replace")
    if len(text) != n_characters:
        # A character beyond U+FFFF takes two units, and an unknown one none: places would shift.
        text = "".join(_one_character(textpage, place) for place in range(n_characters))
    return name_symbols(textpage, text).translate(_HYPHENS)


def _one_character(textpage: object, place: int) -> str:
    code = pdfium.FPDFText_GetUnicode(textpage, place)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _line_words(ruler: Ruler, start: int, line: str) -> Iterator[Word]:
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


def _needs_places(ruler: Ruler, start: int, line: str, size: float) -> bool:
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


def _settled_words(ruler: Ruler, start: int, line: str, y: float, size: float) -> Iterator[Word]:
    """Words of a line whose characters are sorted by where they stand; what stands lower is another line."""
    for first, end, base in _level_parts(ruler, start, line, y, size):
        glyphs = [
            Glyph(line[place], *ruler.span(start + place), _is_undrawn(ruler, line, start, place))
            for place in range(first, end)
        ]
        ends_spaced = end == len(line) and line[-1].isspace()
        pieces = list(settle_marks(glyphs, size))
        for number, (text, x0, x1, spaced) in enumerate(pieces):
            yield Word(text, x0, x1, base, size, spaced, ends_spaced and number == len(pieces) - 1)


def _is_undrawn(ruler: Ruler, line: str, start: int, place: int) -> bool:
    return line[place] == " " and ruler.is_generated(start + place)


def _level_parts(
    ruler: Ruler, start: int, line: str, y: float, size: float
) -> Iterator[tuple[int, int, float]]:
    """Stretches of characters on one height; pdfium runs the lines of narrow cells together."""
    first, base = 0, y
    for found in _SPACE_BEFORE_LETTER.finditer(line):
        height = ruler.baseline(start + found.end() - 1)
        if abs(height - base) > _OTHER_LINE * size:
            yield first, found.start(), base
            first, base = found.end() - 1, height
    yield first, len(line), base
