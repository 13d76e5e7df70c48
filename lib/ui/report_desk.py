"""What every view of the page of committee documents starts from."""

from collections.abc import Callable
from dataclasses import dataclass

from lib.analysis.examination import Examination
from lib.domain.office import Office
from lib.domain.report_content import ReportContent
from lib.services.analysis import OfficeData, Periods
from lib.services.findings import ReviewedFinding
from lib.services.readiness import Check
from lib.storage.engine import Store


@dataclass(frozen=True, slots=True, eq=False)
class ReportDesk:
    """The open database and everything the documents of the chosen years show.

    Attributes:
        content: what is printed, the same for Word, slides, annex and public copy.
        year_be: year the documents are filed under.
        checks: the checklist before release.
    """

    store: Store
    office: Office
    data: OfficeData
    periods: Periods
    found: Examination
    reviewed: tuple[ReviewedFinding, ...]
    content: ReportContent
    year_be: int
    checks: tuple[Check, ...]

    @property
    def is_draft(self) -> bool:
        """Whether something must be mended before the documents are handed out."""
        return any(check.state == "block" for check in self.checks)

    @property
    def draft_word(self) -> str:
        """What file names of a draft end with."""
        return " (ร่าง)" if self.is_draft else ""


@dataclass(frozen=True, slots=True)
class ReportView:
    """One view of the page: its word in the row of views, and what draws it."""

    label: str
    show: Callable[[ReportDesk], None]
