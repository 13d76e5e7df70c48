"""Academic and fiscal years in the Buddhist Era; the two kinds never mix in one comparison."""

from dataclasses import dataclass
from enum import StrEnum


class PeriodKind(StrEnum):
    """Which calendar a year number belongs to."""

    ACADEMIC_YEAR = "academic_year"
    FISCAL_YEAR = "fiscal_year"

    @property
    def label(self) -> str:
        return "ปีการศึกษา" if self is PeriodKind.ACADEMIC_YEAR else "ปีงบประมาณ"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A year, or a term / quarter of it.

    Attributes:
        kind: the calendar.
        year_be: Buddhist Era, 2400–2650.
        term: 1–2 of an academic year, 1–4 quarter of a fiscal year, None for the whole year.
    """

    kind: PeriodKind
    year_be: int
    term: int | None = None

    @property
    def label(self) -> str:
        if self.term is None:
            return f"{self.kind.label} {self.year_be}"
        part = "ภาคเรียนที่" if self.kind is PeriodKind.ACADEMIC_YEAR else "ไตรมาส"
        return f"{part} {self.term} {self.kind.label} {self.year_be}"
