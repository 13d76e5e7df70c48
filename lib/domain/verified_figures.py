"""Figures of a file laid beside those of the database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from lib.domain.bound_figures import BoundFigure, FileOrigin, PlacedFigure
from lib.thai.numerals import to_arabic_digits


class FigureState(StrEnum):
    """What became of a figure since the file was made; the value is how a list names it."""

    AGREES = "ตรงกัน"
    CHANGED = "ข้อมูลเปลี่ยนแล้ว"
    GONE = "ไม่มีตัวเลขนี้แล้ว"
    EDITED = "ถูกแก้ในไฟล์"
    UNBOUND = "หาที่ของตัวเลขในไฟล์ไม่พบ"


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure that a file says it shows, and what stands at its place; None where the place is gone."""

    placed: PlacedFigure
    found: str | None


@dataclass(frozen=True, slots=True)
class BoundFile:
    """What a file was made from and shows."""

    origin: FileOrigin
    figures: tuple[FoundFigure, ...]


@dataclass(frozen=True, slots=True)
class FigureCheck:
    """One figure of a file.

    Attributes:
        printed: as the file was written; ``found`` as it stands in the file now, ``now`` as the data give it.
    """

    state: FigureState
    figure_id: str
    place: str
    printed: str
    found: str
    now: str


def check_figures(file: BoundFile, now: Iterable[BoundFigure]) -> tuple[FigureCheck, ...]:
    """Each figure of the file with its state, in the file's order."""
    known: dict[str, list[str]] = {}
    for figure in now:
        known.setdefault(figure.figure_id, []).append(figure.text)
    return tuple(_check(each, known) for each in file.figures)


def _check(each: FoundFigure, known: Mapping[str, list[str]]) -> FigureCheck:
    figure, found = each.placed.figure, each.found
    texts = known.get(figure.figure_id, [])
    if found is None:
        state = FigureState.UNBOUND
    elif not same_text(found, figure.text):
        state = FigureState.EDITED
    elif not texts:
        state = FigureState.GONE
    elif any(same_text(text, figure.text) for text in texts):
        state = FigureState.AGREES
    else:
        state = FigureState.CHANGED
    return FigureCheck(
        state, figure.figure_id, each.placed.place, figure.text, found or "", texts[0] if texts else ""
    )


def same_text(one: str, other: str) -> bool:
    """Whether two prints are the same but for the script of their digits and their spaces."""
    return _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return "".join(to_arabic_digits(text).split())
