"""What every view of the page of committee documents starts from."""

from collections.abc import Callable
from dataclasses import dataclass

from lib.analysis.examination import Examination
from lib.domain.office import Office
from lib.domain.report_content import ReportContent
from lib.services.analysis import OfficeData, Periods
from lib.services.findings import ReviewedFinding
from lib.services.readiness import Check, is_blocked
from lib.services.report_run import ReportRun
from lib.storage.engine import Store


@dataclass(frozen=True, slots=True, eq=False)
class ReportDesk:
    """The open database and everything the documents of the chosen years show.

    Attributes:
        run: the same together, as the services take it.
        content: what is printed, the same for Word, slides, annex and public copy.
        year_be: year the documents are filed under.
        checks: the checklist before release.
    """

    run: ReportRun
    year_be: int

    @property
    def store(self) -> Store:
        return self.run.store

    @property
    def office(self) -> Office:
        return self.run.office

    @property
    def data(self) -> OfficeData:
        return self.run.data

    @property
    def periods(self) -> Periods:
        return self.run.periods

    @property
    def found(self) -> Examination:
        return self.run.found

    @property
    def reviewed(self) -> tuple[ReviewedFinding, ...]:
        return self.run.findings

    @property
    def content(self) -> ReportContent:
        return self.run.content

    @property
    def checks(self) -> tuple[Check, ...]:
        return self.run.checks

    @property
    def is_draft(self) -> bool:
        """Whether something must be mended before the documents are handed out."""
        return is_blocked(self.checks)

    @property
    def draft_word(self) -> str:
        """What file names of a draft end with."""
        return " (ร่าง)" if self.is_draft else ""


@dataclass(frozen=True, slots=True)
class ReportView:
    """One view of the page: its word in the row of views, and what draws it."""

    label: str
    show: Callable[[ReportDesk], None]
