"""Thai marks of a line put over the letters that they are drawn on; reader child only."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

_MARKS: Final = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_TONES: Final = "\u0e48-\u0e4c"
_STRAY: Final = re.compile(
    f"(?:^|[^\u0e01-\u0e2e{_MARKS}])[{_MARKS}]|[{_TONES}][{_MARKS}]"
    "| [\u0e32\u0e33]|[\u0e31\u0e34-\u0e3a]{2}"
)
_MARK: Final = frozenset(map(chr, (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))))
_TONE: Final = frozenset(map(chr, range(0x0E48, 0x0E4F)))
# Of the size of the letters; a space drawn by Word is about a quarter.
SPACE_FROM: Final = 0.15
_TOUCH: Final = 0.05


class Glyph(NamedTuple):
    """One character with its left and right end; ``generated`` for a space that nobody drew."""

    letter: str
    x0: float
    x1: float
    generated: bool = False


class _Cluster:
    """A letter and the marks drawn on it."""

    __slots__ = ("letter", "marks", "x0", "x1")

    def __init__(self, glyph: Glyph) -> None:
        self.letter, self.x0, self.x1 = glyph.letter, glyph.x0, glyph.x1
        self.marks: list[str] = []

    @property
    def text(self) -> str:
        """Vowels stand before tones in Thai order, however they were drawn."""
        if not self.marks:
            return self.letter
        return self.letter + "".join(sorted(dict.fromkeys(self.marks), key=_TONE.__contains__))


def has_stray_marks(line: str) -> bool:
    """A mark without a letter, two tones, or a space before ำ: it was not drawn as it is read."""
    return _STRAY.search(line) is not None


def settle_marks(glyphs: Sequence[Glyph], size: float) -> Iterator[tuple[str, float, float, bool]]:
    """Words of a line from where its characters stand.

    Args:
        glyphs: in the order of drawing.
        size: of the letters.

    Yields:
        Text, left end, right end, and whether a space stands before the word.
    """
    clusters = [_Cluster(one) for one in glyphs if not one.generated and one.letter not in _MARK]
    letters = [one for one in clusters if one.letter != " "]
    if not letters:
        return
    consonants = [one for one in letters if "\u0e01" <= one.letter <= "\u0e2e"] or letters
    consonants.sort(key=attrgetter("x0"))
    starts = [one.x0 for one in consonants]
    for glyph in glyphs:
        if glyph.letter in _MARK:
            _under(consonants, starts, (glyph.x0 + glyph.x1) / 2).marks.append(glyph.letter)
    # LibreOffice draws the space of one place inside a word of another.
    clusters.sort(key=attrgetter("x0"))
    text, x0, x1, spaced, waiting = "", 0.0, 0.0, False, False
    for one in clusters:
        if one.letter == " ":
            waiting = True
            continue
        if text and (waiting or one.x0 - x1 > SPACE_FROM * size):
            yield text, x0, x1, spaced
            text, spaced = "", True
        if not text:
            x0 = one.x0
        text, x1, waiting = text + one.text, one.x1, False
    yield text, x0, x1, spaced


def _under(letters: Sequence[_Cluster], starts: Sequence[float], middle: float) -> _Cluster:
    """The letter below a mark's middle; the nearer neighbour where it hangs between two."""
    # A mark without a width of its own lies where its letter ends, and there the next one begins.
    place = bisect_right(starts, middle - _TOUCH)
    before, behind = letters[max(0, place - 1)], letters[min(place, len(letters) - 1)]
    return before if middle - before.x1 <= behind.x0 - middle else behind
