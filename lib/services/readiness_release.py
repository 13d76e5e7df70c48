"""May the report be released: the whole checklist, and what a person must say where something asks."""

from datetime import date, datetime

from lib.domain.report_content import ReportContent
from lib.errors import WorkbenchError
from lib.services.analysis import OfficeData, Periods
from lib.services.findings import ReviewedFinding
from lib.services.readiness import Check, in_order
from lib.services.readiness_data import data_checks
from lib.services.readiness_kpi import kpi_checks
from lib.services.readiness_state import ReleaseState, load_release_state
from lib.services.readiness_texts import text_checks
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.thai.text import clean_text

_UNCHANGED = "ยังไม่ได้ออกฉบับใหม่ ข้อมูลเดิมไม่เปลี่ยน"


def check_release(state: ReleaseState) -> tuple[Check, ...]:
    """The checklist before release: what blocks first, then what asks, then what is done."""
    return in_order((*data_checks(state), *text_checks(state), *kpi_checks(state)))


def check_report(
    store: Store,
    data: OfficeData,
    periods: Periods,
    content: ReportContent,
    findings: tuple[ReviewedFinding, ...],
    *,
    today: date,
    n_suppressed: int | None = None,
) -> tuple[Check, ...]:
    """The checklist of a report as it stands now.

    Args:
        n_suppressed: cells that the public copy hides; None while not counted.
    """
    state = load_release_state(
        store, data, periods, content, findings, today=today, n_suppressed=n_suppressed
    )
    return check_release(state)


def release_note(checks: tuple[Check, ...], *, reason: str, acknowledged: bool, by: str, at: datetime) -> str:
    """What is kept with an edition of what it was released in spite of: each line asked, why, who, when.

    Returns:
        Empty where nothing asked.

    Raises:
        WorkbenchError: something blocks, or something asks and was not acknowledged with a reason.
    """
    blocks = [check.text for check in checks if check.state == "block"]
    if blocks:
        first = f"ยังออกฉบับใหม่ไม่ได้ เพราะ{blocks[0]}"
        more = f" และอีก {len(blocks) - 1:,} เรื่อง" if len(blocks) > 1 else ""
        raise WorkbenchError(first + more, f"แก้ให้ครบแล้วลองใหม่ {_UNCHANGED}")
    asks = [check.text for check in checks if check.state == "ask"]
    if not asks:
        return ""
    if not acknowledged:
        raise WorkbenchError(f"มีเรื่องที่ควรดูก่อน {len(asks):,} เรื่อง", f"ทำเครื่องหมายว่ารับทราบ {_UNCHANGED}")
    told = clean_text(reason)
    if not told:
        raise WorkbenchError("ยังไม่ได้เขียนเหตุผลที่ออกฉบับใหม่ทั้งที่มีเรื่องควรดู", f"เขียนเหตุผลสั้น ๆ {_UNCHANGED}")
    listed = "\n".join(note_line(check) for check in checks if check.state == "ask")
    return f"รับทราบโดย {by} {format_moment(at)} เหตุผล: {told}\n{listed}"


def note_line(check: Check) -> str:
    """How a note of an edition keeps a line that was acknowledged."""
    return f"– {check.full_text}"
