"""Which schools have not sent their self-assessment report, the due day, and the list for a reminder."""

from datetime import date

from lib.analysis.submissions import make_submission_board
from lib.domain.submissions import Submission, SubmissionBoard
from lib.errors import WorkbenchError
from lib.report.table_workbook import Cell, TableSheet, make_workbook
from lib.services.sar_synthesis import school_reports
from lib.storage.engine import Store, reading, writing
from lib.storage.settings import load_setting, save_setting
from lib.storage.submissions import load_first_saves
from lib.thai.dates import BE_OFFSET, format_date, thai_day

_KEY = "sar_due"
#: A report of an academic year is due within it or in the two years after it began.
_YEARS_AFTER = 2


def load_due(store: Store, year_be: int) -> tuple[date | None, int]:
    """The day reports of an academic year are due, None where nobody has set it, and the version seen."""
    with reading(store) as session:
        value, version = load_setting(session, _KEY)
    text = value.get(str(year_be)) if isinstance(value, dict) else None
    return (date.fromisoformat(text) if isinstance(text, str) else None), version


def save_due(store: Store, year_be: int, due: date | None, *, seen_version: int, by: str) -> int:
    """Set the day reports of an academic year are due, or take it away.

    Raises:
        WorkbenchError: the day lies outside the time in which such a report can be due.
        EditConflict: somebody saved a day meanwhile.
    """
    begins = date(year_be - BE_OFFSET, 5, 16)
    if due is not None and not begins <= due <= begins.replace(year=begins.year + _YEARS_AFTER):
        raise WorkbenchError(
            f"วันครบกำหนด {format_date(due)} ไม่อยู่ในช่วงของปีการศึกษา {year_be} ยังไม่ได้บันทึก",
            f"รายงานของปีการศึกษา {year_be} ส่งหลังสิ้นปีการศึกษา มักเป็นเมษายนถึงมิถุนายน {year_be + 1} ตรวจปีที่เลือก",
        )
    with writing(store) as session:
        value, _ = load_setting(session, _KEY)
        kept = dict(value) if isinstance(value, dict) else {}
        kept.pop(str(year_be), None)
        if due is not None:
            kept[str(year_be)] = due.isoformat()
        return save_setting(session, _KEY, kept, seen_version=seen_version, by=by)


def load_submissions(store: Store, year_be: int, today: date) -> SubmissionBoard:
    """Who has sent a report of an academic year and who has not, days counted to ``today``."""
    due, _ = load_due(store, year_be)
    with reading(store) as session:
        saved_on = {school: thai_day(at) for school, at in load_first_saves(session, year_be).items()}
    return make_submission_board(school_reports(store, year_be), year_be, saved_on, due=due, today=today)


def make_missing_list(board: SubmissionBoard) -> bytes:
    """A workbook of the schools to remind, by cluster; late ones on a sheet of their own."""
    told = f"ข้อมูล ณ วันที่ {format_date(board.today)}"
    due = f" · กำหนดส่ง {format_date(board.due)}" if board.due else ""
    year = f"ปีการศึกษา {board.academic_year_be}"
    sheets = [
        TableSheet(
            "ยังไม่ส่ง",
            (
                f"สถานศึกษาที่ยังไม่ส่งรายงานการประเมินตนเอง {year}",
                f"ยังไม่ส่ง {len(board.missing):,} จาก {board.n_schools:,} แห่ง{due} · {told}",
            ),
            ("ที่", "กลุ่มโรงเรียน", "โรงเรียน", "รหัส", "อำเภอ", "เกินกำหนด (วัน)"),
            [(n, *_line(each), each.days_after) for n, each in enumerate(board.missing, start=1)],
        )
    ]
    if board.late:
        sheets.append(
            TableSheet(
                "บันทึกหลังกำหนด",
                (
                    f"สถานศึกษาที่รายงานเข้าระบบหลังวันครบกำหนด {year}",
                    f"นับจากวันที่สำนักงานบันทึกรายงานครั้งแรก ซึ่งอาจช้ากว่าวันที่โรงเรียนส่ง{due} · {told}",
                ),
                ("ที่", "กลุ่มโรงเรียน", "โรงเรียน", "รหัส", "อำเภอ", "บันทึกเมื่อ", "หลังกำหนด (วัน)"),
                [
                    (n, *_line(each), format_date(each.saved_on) if each.saved_on else "", each.days_after)
                    for n, each in enumerate(board.late, start=1)
                ],
            )
        )
    return make_workbook(sheets)


def _line(each: Submission) -> tuple[Cell, ...]:
    return each.cluster, each.name, each.school_id, each.district
