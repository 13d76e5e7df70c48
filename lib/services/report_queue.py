"""The queue of reports to check: drafts first, those that need an eye most before the others."""

from collections.abc import Callable, Sequence

from lib.domain.assessments import ReportStatus, SavedSelfAssessment
from lib.domain.report_checks import CheckItem, QueueLine, Urgency
from lib.domain.report_history import RemovedReport
from lib.services.report_items import list_items
from lib.storage import self_assessments as report_store
from lib.storage.engine import Store, reading
from lib.storage.report_history import load_removed_reports


def open_items(store: Store, report: SavedSelfAssessment) -> tuple[CheckItem, ...]:
    """Every item of a report, the open ones first."""
    with reading(store) as session:
        pages = report_store.load_report_pages(session, report.report_id)
    return list_items(report.assessment, pages)


def queue_line(store: Store, report: SavedSelfAssessment) -> QueueLine:
    """What is open in one report."""
    confirmed = report.status is ReportStatus.CONFIRMED
    found = () if confirmed else open_items(store, report)
    counts = [sum(item.urgency is each for item in found) for each in Urgency if each is not Urgency.CERTAIN]
    return QueueLine(report.report_id, report.school_id, report.version, confirmed, *counts)


def make_queue(
    reports: Sequence[SavedSelfAssessment], line_of: Callable[[SavedSelfAssessment], QueueLine]
) -> tuple[QueueLine, ...]:
    """The queue: drafts with errors, with contradictions, with doubts, without any; confirmed ones last.

    Args:
        line_of: counts a report; a page hands in one that remembers by id and version.
    """
    return tuple(sorted(map(line_of, reports), key=_order))


def next_draft(queue: Sequence[QueueLine], report_id: int) -> int | None:
    """The draft to check after this report, from the top again at the end; None where no other is left."""
    ids = [line.report_id for line in queue]
    start = ids.index(report_id) + 1 if report_id in ids else 0
    after = [*queue[start:], *queue[:start]]
    return next(
        (line.report_id for line in after if not line.confirmed and line.report_id != report_id), None
    )


def neighbour(queue: Sequence[QueueLine], report_id: int, step: int) -> int:
    """The report so many places on in the queue; the ends hold."""
    ids = [line.report_id for line in queue]
    place = ids.index(report_id) if report_id in ids else 0
    return ids[min(max(place + step, 0), len(ids) - 1)]


def removed_reports(store: Store, year_be: int) -> tuple[RemovedReport, ...]:
    """Reports of a year that were taken out and not sent again."""
    with reading(store) as session:
        return load_removed_reports(session, year_be)


def _order(line: QueueLine) -> tuple[bool, bool, bool, bool, int]:
    return line.confirmed, not line.n_errors, not line.n_contradictions, not line.n_uncertain, line.report_id
