"""What the papers of an office are made of on paper: lines of named styles, a place for the crest, tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from lib.domain.documents import Table
from lib.domain.papers import Seat, Signature
from lib.thai.dates import format_date

Look = Literal["", "bold", "label", "verbatim"]
#: Room to write a name, a number or a reason.
SHORT_DOTS = "." * 28
_NAME_DOTS = "." * 46
_SEAT_CM = (1.0, 4.3, 6.7, 4.0)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one look; a tab runs to the next stop of its line's style, with dots where it has them."""

    text: str
    look: Look = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; ``style`` is an id of lib.report.paper_styles."""

    style: str
    pieces: tuple[Piece, ...] = ()
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class Crest:
    """Room for ครุฑ, as no picture of it travels with the workbench; ``beside`` stands on its line."""

    height_cm: float
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Lines in columns without rules, such as the places on a committee."""

    widths_cm: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Line | Crest | Rows | Table


def line(style: str, text: str = "", look: Look = "") -> Line:
    """A paragraph of one look."""
    return Line(style, (Piece(text, look),) if text else ())


def headed(style: str, head: str, text: str) -> Line:
    """A paragraph that begins with its head, then a tab."""
    return Line(style, (Piece(head), Piece(f"\t{text}")))


def lines(style: str, texts: Iterable[str]) -> list[Part]:
    return [line(style, text) for text in texts if text]


def signature(signed: Signature, before: str = "") -> list[Part]:
    """Room to sign, the name in brackets or dots for it, the position line by line; never parted."""
    opening = [Line("PaperSign", (Piece(before),), with_next=True)] if before else []
    name = f"({signed.name or _NAME_DOTS})"
    below = [name, *signed.position.splitlines()]
    return [
        *opening,
        Line("PaperSignRoom", (), with_next=True),
        *(Line("PaperSign", (Piece(text),), with_next=text is not below[-1]) for text in below),
    ]


def seats(places: Iterable[Seat]) -> Rows:
    """A numbered line for each place: dots for the name, whom it stands for, the duty."""
    return people((seat.stands_for, seat.duty) for seat in places)


def people(rows: Iterable[tuple[str, str]]) -> Rows:
    """Numbered lines: dots for a name, and two things to be known of the person."""
    return Rows(_SEAT_CM, tuple((f"{n}.", SHORT_DOTS, *row) for n, row in enumerate(rows, start=1)))


def spoken_day(day: date) -> str:
    """``วันที่ 16 ธันวาคม พ.ศ. 2565``."""
    before, year = format_date(day).rsplit(" ", 1)
    return f"วันที่ {before} พ.ศ. {year}"


def clock(moment: time) -> str:
    """``13.30 น.``, with the dot of official papers."""
    return f"{moment:%H.%M} น."
