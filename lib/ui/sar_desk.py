"""What every view of the page of self-assessment reports starts from."""

from collections.abc import Callable
from dataclasses import dataclass

from lib.domain.assessments import SavedSelfAssessment
from lib.domain.office import Office
from lib.domain.schools import School
from lib.storage.engine import Store


@dataclass(frozen=True, slots=True, eq=False)
class SarDesk:
    """The open database and the academic year whose reports are looked at.

    Attributes:
        schools: the active schools of the register.
        year_be: None where no year was chosen and no report saved yet.
        reports: saved reports of that year.
    """

    store: Store
    office: Office
    schools: tuple[School, ...]
    year_be: int | None
    reports: tuple[SavedSelfAssessment, ...]


@dataclass(frozen=True, slots=True)
class SarView:
    """One view of the page: its word in the row of views, and what draws it."""

    label: str
    show: Callable[[SarDesk], None]
