"""The committee report as it was handed out, and what has changed since."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition, numbered from 1 in each year.

    Attributes:
        sha256: of the file as it was handed out.
        figures: figure id → text as printed.
        sections: section id → text as printed.
        note: what a person said about it, and what it was released in spite of.
    """

    year_be: int
    number: int
    sha256: str
    figures: tuple[tuple[str, str], ...]
    sections: tuple[tuple[str, str], ...]
    note: str
    made_at: datetime
    made_by: str


class FigureChange(StrEnum):
    """How a figure differs from the edition before."""

    CHANGED = "เปลี่ยน"
    ADDED = "เพิ่ม"
    GONE = "ตัดออก"


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure that differs; ``printed`` is empty for a new one, ``now`` for one that goes.

    Attributes:
        where: what it is a figure of, in words.
    """

    figure_id: str
    where: str
    printed: str
    now: str

    @property
    def change(self) -> FigureChange:
        if not self.printed:
            return FigureChange.ADDED
        return FigureChange.CHANGED if self.now else FigureChange.GONE


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """All that a next edition would print otherwise.

    Attributes:
        figures: indicator, area and school figures, in the order of the report.
        findings_added / findings_gone: sentences of findings that only one of the two has.
        sections: titles of the sections whose words differ.
    """

    number: int
    made_at: datetime
    figures: tuple[ChangedFigure, ...] = ()
    findings_added: tuple[str, ...] = ()
    findings_gone: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.figures or self.findings_added or self.findings_gone or self.sections)
