"""What the freshness board says: which group of figures is here, missing or old, and who owes it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lib.domain.indicators import Indicator
from lib.domain.periods import Period
from lib.domain.schools import School


class State(StrEnum):
    """How a group of figures stands in a year; NEVER was never had here and is not waited for."""

    FULL = "full"
    PART = "part"
    OLD = "old"
    MISSING = "missing"
    NEVER = "never"


class Mark(StrEnum):
    """How a school stands in a group of figures; NOT_TAUGHT is no gap."""

    FULL = "full"
    PART = "part"
    NONE = "none"
    NOT_TAUGHT = "not_taught"


@dataclass(frozen=True, slots=True)
class Load:
    """The load that brought the newest figures of a group."""

    dataset_id: int
    file_name: str
    loaded_on: date
    loaded_by: str


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One group of figures of one owner (กลุ่มงาน) in the year looked at.

    Attributes:
        key: domain, group and owner; unlike any other row's.
        indicators: those that are waited for, in the catalogue's order.
        n_expected: schools that ought to have figures; ``n_full`` have all of theirs and ``n_part`` some.
        n_area / n_area_expected: figures of the area itself, of indicators that no school reports.
        latest: the year of the newest figures up to the one looked at.
        due: last day of the month in which the year's figures are normally out; None where no calendar says.
        gaps: (indicator id, school ids without a figure that ought to have one).
        area_gaps: indicator ids whose own figure of the area is missing.
        marks: one a school, in the order of the board's schools.
    """

    key: str
    domain: str
    name: str
    owner: str
    period: Period
    indicators: tuple[Indicator, ...]
    state: State
    n_expected: int
    n_full: int
    n_part: int
    n_area: int
    n_area_expected: int
    latest: Period | None
    load: Load | None
    due: date | None
    gaps: tuple[tuple[str, frozenset[str]], ...]
    area_gaps: tuple[str, ...]
    marks: tuple[Mark, ...]

    def is_owed(self, today: date) -> bool:
        """Whether somebody is to be asked for it now; not before its figures are normally out."""
        waits = self.state in (State.PART, State.OLD, State.MISSING)
        return waits and not (self.state is not State.PART and self.due is not None and today <= self.due)

    def days_old(self, today: date) -> int | None:
        """Days since the newest figures were loaded."""
        return None if self.load is None else max((today - self.load.loaded_on).days, 0)


@dataclass(frozen=True, slots=True)
class Board:
    """The whole board; ``without_report`` are schools whose SAR of the academic year is not here."""

    rows: tuple[BoardRow, ...]
    schools: tuple[School, ...]
    without_report: frozenset[str]
    today: date

    @property
    def owed(self) -> tuple[BoardRow, ...]:
        return tuple(row for row in self.rows if row.is_owed(self.today))
