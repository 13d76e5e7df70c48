"""Everything the documents of the committee are made from, gathered in one go."""

from dataclasses import dataclass, replace
from datetime import date

from lib.analysis.examination import Examination
from lib.domain.office import Office
from lib.domain.report_content import ReportContent
from lib.services.analysis import OfficeData, Periods, examine_office, load_office_data, make_periods
from lib.services.findings import ReviewedFinding, compute_findings, join_reviews
from lib.services.office import load_office
from lib.services.readiness import Check, is_blocked
from lib.services.readiness_release import check_report
from lib.services.report import collect_report
from lib.storage.engine import Store


@dataclass(frozen=True, slots=True, eq=False)
class ReportRun:
    """The open database, the chosen years, what the documents show and whether they may be handed out.

    Attributes:
        content: says itself that it is a draft while something blocks.
    """

    store: Store
    office: Office
    data: OfficeData
    periods: Periods
    found: Examination
    findings: tuple[ReviewedFinding, ...]
    content: ReportContent
    checks: tuple[Check, ...]


def start_run(store: Store, year_be: int | None, fiscal_year_be: int | None, *, today: date) -> ReportRun:
    """Gather everything from the database; the latest years where none are named.

    Raises:
        WorkbenchError: there are no figures of these years.
    """
    office, _ = load_office(store)
    data = load_office_data(store)
    periods = make_periods(data, year_be, fiscal_year_be)
    findings = join_reviews(store, *compute_findings(data, periods)).findings
    found = examine_office(data, periods)
    return make_run(store, office, data, periods, found, findings, today=today)


def make_run(
    store: Store,
    office: Office,
    data: OfficeData,
    periods: Periods,
    found: Examination,
    findings: tuple[ReviewedFinding, ...],
    *,
    today: date,
    n_suppressed: int | None = None,
) -> ReportRun:
    """The same from what a page has read already.

    Args:
        n_suppressed: cells that the public copy hides; None while not counted.
    """
    content = collect_report(store, office, data, periods, found, findings, made_on=today)
    checks = check_report(store, data, periods, content, findings, today=today, n_suppressed=n_suppressed)
    return ReportRun(
        store,
        office,
        data,
        periods,
        found,
        findings,
        replace(content, is_draft=is_blocked(checks)),
        checks,
    )
