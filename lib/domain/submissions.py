"""Which schools have sent their self-assessment report of a year, and how long after the day it was due."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Submission:
    """One school's report of the year, or its absence.

    Attributes:
        saved_on: the day the office first saved the report; None for a school without one, or where history
            does not say. It may lie after the day the school sent it.
        days_after: days from the due day to ``saved_on``, or to today for a school without a report; None
            while no due day is set or none of them has passed.
    """

    school_id: str
    name: str
    cluster: str
    district: str
    sent: bool
    saved_on: date | None
    days_after: int | None


@dataclass(frozen=True, slots=True)
class SubmissionBoard:
    """Every active school of the register with its report of one academic year.

    Attributes:
        due: the office's own day; None while nobody has set one.
        missing: schools without a report, by cluster then name.
        late: schools whose report was saved after the due day, by cluster then name.
    """

    academic_year_be: int
    due: date | None
    today: date
    n_schools: int
    missing: tuple[Submission, ...]
    late: tuple[Submission, ...]

    @property
    def days_overdue(self) -> int | None:
        """Days from the due day to today; None without a due day, 0 until it has passed."""
        return None if self.due is None else max((self.today - self.due).days, 0)
