"""Visits of the office to a school: what kinds there are, what is planned and what was done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class VisitKind(StrEnum):
    """Why somebody goes to a school."""

    SUPERVISION = "supervision"
    INTERNAL_CHECK = "internal_check"
    QUALITY_CHECK = "quality_check"
    FOLLOW_UP = "follow_up"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _LABELS[self]


_LABELS = {
    VisitKind.SUPERVISION: "นิเทศ ติดตาม",
    VisitKind.INTERNAL_CHECK: "ตรวจสอบการประกันคุณภาพภายใน",
    VisitKind.QUALITY_CHECK: "ตรวจสอบคุณภาพการศึกษา",
    VisitKind.FOLLOW_UP: "ติดตามผลตามข้อเสนอแนะของ ก.ต.ป.น.",
    VisitKind.OTHER: "ตรวจเยี่ยมเรื่องอื่น",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit, planned or done.

    Attributes:
        visit_id: 0 while it has not been saved.
        planned_on / done_on: None where there was no plan, or while it has not been made.
        by_role: who goes, as roles and never as names of persons.
        purpose: what is to be looked at.
        outcome: what was found, in the visitors' words.
        version: counts the saves, so that two people cannot overwrite each other unseen.
    """

    visit_id: int
    school_id: str
    kind: VisitKind
    planned_on: date | None = None
    done_on: date | None = None
    by_role: str = ""
    purpose: str = ""
    outcome: str = ""
    version: int = 0

    @property
    def day(self) -> date | None:
        """The day it was made, else the day it is planned for."""
        return self.done_on or self.planned_on


class VisitWindow(StrEnum):
    """The stretch of time over which visits are counted."""

    FISCAL_YEAR = "fiscal_year"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class VisitRule:
    """How often a school is to be visited.

    Attributes:
        kinds: the kinds of visit that count.
        n_visits: how many in one window.
        n_years: fiscal years of one window; 1 for terms.
        source: where the rule comes from.
    """

    id: str
    name: str
    kinds: tuple[VisitKind, ...]
    n_visits: int
    window: VisitWindow
    n_years: int
    source: str


@dataclass(frozen=True, slots=True)
class SchoolTerm:
    """A term of the academic year: (month, day) on which it opens and closes."""

    number: int
    opens: tuple[int, int]
    closes: tuple[int, int]


@dataclass(frozen=True, slots=True)
class VisitRules:
    """Everything an office may edit about visits."""

    rules: tuple[VisitRule, ...]
    terms: tuple[SchoolTerm, ...]
    roles: tuple[str, ...]


class VisitState(StrEnum):
    """How a school stands to a rule today."""

    DONE = "done"
    PLANNED = "planned"
    OWED = "owed"
    OVERDUE = "overdue"

    @property
    def label(self) -> str:
        return {
            VisitState.DONE: "ครบแล้ว",
            VisitState.PLANNED: "วางแผนไว้แล้ว",
            VisitState.OWED: "ยังไม่มีแผน",
            VisitState.OVERDUE: "เลยกำหนด",
        }[self]


@dataclass(frozen=True, slots=True)
class VisitDue:
    """What one rule asks of one school now.

    Attributes:
        window: the stretch counted, in words.
        due: last day for what the rule asks next; of a rule that is met, of the next window.
        done / planned: the visits that count, oldest first.
    """

    rule: VisitRule
    window: str
    due: date
    state: VisitState
    done: tuple[Visit, ...]
    planned: tuple[Visit, ...]
