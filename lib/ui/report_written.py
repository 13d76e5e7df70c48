"""ข้อความที่เขียนเอง: written on the page, or in a Word copy that is brought back."""

from lib.services import report
from lib.services.report_editions import write_report
from lib.services.report_wording import packaged_report_texts
from lib.ui.report_desk import ReportDesk
from lib.ui.state import Key
from lib.ui.written_copy import CopyPlace, show_written_copy
from lib.ui.written_texts import show_texts


def show_written(desk: ReportDesk) -> None:
    """One section at a time on the page, then the way through Word."""
    show_texts(desk.store, desk.year_be, dict(report.SECTIONS), packaged_report_texts(desk.content))
    show_written_copy(
        CopyPlace(
            desk.store,
            desk.content,
            desk.year_be,
            Key.REPORT_COPY,
            lambda: write_report(desk.store, desk.content, for_editing=True)[0],
            f"รายงาน กตปน {desk.year_be}",
        )
    )
