"""Text that people write, with two marks: ``- `` before a point and ``**`` around bold words.

The page, the Word file and the way back from it share this one form, so that nothing changes on the way.
"""

import re
from dataclasses import dataclass
from itertools import groupby

from lib.thai.numerals import to_arabic_digits
from lib.thai.text import clean_text

_POINT = re.compile(r"[-–•●▪]\s+")
_TOKEN = re.compile(r"\\([\\*\-–•●▪])|(\*\*)")
_FOLDED = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "\u00a0": " ",
        "\u00ad": "",
        "…": "...",
    }
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one look."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One paragraph, or one point of a list."""

    pieces: tuple[Piece, ...]
    is_point: bool = False

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def make_line(pieces: tuple[Piece, ...], *, is_point: bool = False) -> WrittenLine | None:
    """A line of pieces: neighbours of one look joined, no space at its ends; None without words."""
    joined = [
        Piece("".join(piece.text for piece in group), bold)
        for bold, group in groupby((piece for piece in pieces if piece.text), key=lambda piece: piece.bold)
    ]
    while joined and not joined[0].text.strip():
        joined.pop(0)
    while joined and not joined[-1].text.strip():
        joined.pop()
    if not joined:
        return None
    joined[0] = Piece(joined[0].text.lstrip(), joined[0].bold)
    joined[-1] = Piece(joined[-1].text.rstrip(), joined[-1].bold)
    return WrittenLine(tuple(joined), is_point)


def parse_written(text: str) -> tuple[WrittenLine, ...]:
    """The lines of a text; empty ones are left out, an open ``**`` stands for itself."""
    lines = (_parse_line(line.strip()) for line in text.splitlines())
    return tuple(line for line in lines if line is not None)


def format_written(lines: tuple[WrittenLine, ...]) -> str:
    """The text that reads as these lines."""
    return "\n".join(_format_line(line) for line in lines)


def fold_written(text: str) -> tuple[tuple[bool, tuple[Piece, ...]], ...]:
    """What two texts share that a reader would call the same.

    Word's quotation marks and dashes, wider spaces and Thai digits make no difference.
    """
    folded = []
    for line in parse_written(text):
        pieces = tuple(Piece(_fold(piece.text), piece.bold) for piece in line.pieces)
        folded.append((line.is_point, tuple(piece for piece in pieces if piece.text)))
    return tuple(folded)


def _fold(text: str) -> str:
    plain = to_arabic_digits(clean_text(text).translate(_FOLDED))
    return re.sub(r"\s+", "", plain)


def _parse_line(line: str) -> WrittenLine | None:
    point = _POINT.match(line)
    body = line[point.end() :] if point else line
    marks = [found for found in _TOKEN.finditer(body) if found[2]]
    open_mark = marks[-1].start() if len(marks) % 2 else -1
    pieces: list[Piece] = []
    bold, start = False, 0
    for found in _TOKEN.finditer(body):
        pieces.append(Piece(body[start : found.start()], bold))
        start = found.end()
        if found[1]:
            pieces.append(Piece(found[1], bold))
        elif found.start() == open_mark:
            pieces.append(Piece("**", bold))
        else:
            bold = not bold
    pieces.append(Piece(body[start:], bold))
    return make_line(tuple(pieces), is_point=point is not None)


def _format_line(line: WrittenLine) -> str:
    alone = len(line.pieces) == 1 and not line.pieces[0].bold
    told = "".join(
        f"**{_escape(piece.text, alone=False)}**" if piece.bold else _escape(piece.text, alone=alone)
        for piece in line.pieces
    )
    if line.is_point:
        return f"- {told}"
    return f"\\{told}" if _POINT.match(told) else told


def _escape(text: str, *, alone: bool) -> str:
    """Marks that are meant as letters get a backslash; a single star between words needs none."""
    text = re.sub(r"\\(?=[\\*\-–•●▪]|$)", r"\\\\", text)
    stars = r"\*(?=\*)|(?<=\*)\*" if alone else r"\*(?=\*)|(?<=\*)\*|^\*|\*$"
    return re.sub(stars, r"\\*", text)
