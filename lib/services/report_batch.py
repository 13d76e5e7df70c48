"""Many reports read and, where nothing is in doubt, saved as drafts at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lib.errors import WorkbenchError
from lib.services.report_folder import OnRead, ReportFile, read_each
from lib.services.report_reading import ReportReading
from lib.services.self_assessments import save_report
from lib.storage.engine import Store

_SAME_TEXT = "D05"


class Outcome(StrEnum):
    """What became of a file."""

    SAVED = "saved"
    KNOWN = "known"
    OPEN = "open"
    UNREADABLE = "unreadable"

    @property
    def label(self) -> str:
        return {
            Outcome.SAVED: "บันทึกเป็นฉบับร่างแล้ว",
            Outcome.KNOWN: "มีอยู่แล้ว",
            Outcome.OPEN: "ต้องตรวจก่อนบันทึก",
            Outcome.UNREADABLE: "อ่านไม่ได้",
        }[self]


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One file of a batch.

    Attributes:
        school_id / year_be: None where the report did not tell.
        n_ratings / n_statements: what was read.
        reason: why it was not saved and what to do; empty for one that was.
    """

    file_name: str
    outcome: Outcome
    school_id: str | None
    year_be: int | None
    n_ratings: int
    n_statements: int
    reason: str = ""


def save_clear_reports(
    store: Store, files: Sequence[ReportFile], *, by: str, on_read: OnRead | None = None
) -> tuple[BatchLine, ...]:
    """Read every file; save those of a certain school and year that are new. Nothing is ever replaced here.

    Each report is saved on its own, so that what was saved stays when the reading is broken off.
    """
    return tuple(_settle(store, read, by) for read in read_each(store, files, on_read))


def _settle(store: Store, read: ReportReading, by: str) -> BatchLine:
    outcome, reason = _judge(read)
    if outcome is Outcome.SAVED:
        try:
            save_report(store, read, by=by)
        except WorkbenchError as error:
            outcome, reason = Outcome.OPEN, f"{error.message} {error.hint}"
    found = read.assessment
    return BatchLine(
        read.file_name,
        outcome,
        found.school_id,
        found.academic_year_be,
        sum(rating.level is not None for rating in found.ratings),
        len(found.statements),
        reason,
    )


def _judge(read: ReportReading) -> tuple[Outcome, str]:
    found = read.assessment
    if not read.readable:
        return Outcome.UNREADABLE, _words(read)
    if read.is_same_file:
        return Outcome.KNOWN, "ไฟล์นี้บันทึกไว้แล้ว"
    if any(issue.code == _SAME_TEXT for issue in found.issues):
        same = next(issue for issue in found.issues if issue.code == _SAME_TEXT)
        return Outcome.KNOWN, f"{same.message} {same.hint}"
    if read.saved is not None:
        return Outcome.OPEN, (
            f"โรงเรียนนี้มีรายงานปีการศึกษา {found.academic_year_be} อยู่แล้ว ({read.saved.file_name}) "
            "เลือกไฟล์นี้เพียงไฟล์เดียวเพื่อเทียบและยืนยันว่าจะแทนที่"
        )
    if not (found.ratings or found.statements):
        return Outcome.UNREADABLE, _words(read) or "ไม่พบผลการประเมินหรือข้อความในไฟล์ ตรวจว่าเลือกไฟล์ถูกต้อง"
    if found.school_id is None or found.academic_year_be is None:
        return Outcome.OPEN, "ยังไม่ทราบโรงเรียนหรือปีการศึกษา เลือกไฟล์นี้เพียงไฟล์เดียวแล้วเลือกโรงเรียนและปี"
    return Outcome.SAVED, ""


def _words(read: ReportReading) -> str:
    return " ".join(f"{issue.message} {issue.hint}".strip() for issue in read.assessment.issues[:2])
