"""Many reports read and, where nothing is in doubt, saved as drafts at once; the rest wait for an answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lib.domain.assessments import ReportStatus, SavedSelfAssessment
from lib.errors import WorkbenchError
from lib.services.report_folder import ReportFile, read_each
from lib.services.report_reading import ReportReading
from lib.services.self_assessments import save_report
from lib.storage import self_assessments as report_store
from lib.storage.engine import Store, reading
from lib.storage.files import keep_file

_SAME_TEXT = "D05"


class Outcome(StrEnum):
    """What became of a file."""

    SAVED = "saved"
    KNOWN = "known"
    OPEN = "open"
    HELD = "held"
    UNREADABLE = "unreadable"

    @property
    def label(self) -> str:
        return {
            Outcome.SAVED: "บันทึกเป็นฉบับร่างแล้ว",
            Outcome.KNOWN: "มีอยู่แล้ว จึงข้าม",
            Outcome.OPEN: "รอคำตอบก่อนบันทึก",
            Outcome.HELD: "ยังไม่ได้บันทึก",
            Outcome.UNREADABLE: "อ่านไม่ได้",
        }[self]


class Need(StrEnum):
    """What a person must say before a file that waits can be saved."""

    NOTHING = ""
    SCHOOL_AND_YEAR = "school_and_year"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One file of a batch, told without its content.

    Attributes:
        school_id / year_be: None where the report did not tell.
        n_ratings / n_statements: what was read.
        reason: why it was not saved and what to do; empty for one that was.
        need: what must be answered; the content of a file that waits is kept under ``sha256``.
        school_text: what the report calls its school.
        saved_version / saved_name: of the report that would be replaced.
    """

    file_name: str
    outcome: Outcome
    school_id: str | None
    year_be: int | None
    n_ratings: int
    n_statements: int
    reason: str = ""
    need: Need = Need.NOTHING
    sha256: str = ""
    school_text: str = ""
    saved_version: int | None = None
    saved_name: str = ""


def save_clear_reports(store: Store, files: Sequence[ReportFile], *, by: str) -> Iterator[BatchLine]:
    """Read every file; save those of a certain school and year that are new. Nothing is ever replaced here.

    Each report is saved on its own before its line is given, so that what was saved stays when the reading is
    broken off. A file that is saved already is not read again.
    """
    return (settle(store, read, by=by) for read in read_each(store, files, skip_saved=True))


def settle(
    store: Store, read: ReportReading, *, by: str, replaces: int | None = None, keeps_open: bool = True
) -> BatchLine:
    """Save one reading where nothing stands against it; keep its file where a person must answer.

    Args:
        replaces: version of the saved report that the person agreed to replace.
        keeps_open: False where nobody will answer, as on the command line.
    """
    outcome, reason, need = _judge(read, replaces)
    old = read.saved
    if outcome is Outcome.SAVED:
        try:
            save_report(store, read, by=by, replaces=replaces)
        except WorkbenchError as error:
            old = _find_saved(store, read)
            outcome, reason, need = _judge_against(old) if old is not None else _fault(error)
    if need is not Need.NOTHING and keeps_open:
        keep_file(store, read.content)
    found = read.assessment
    return BatchLine(
        read.file_name,
        outcome,
        found.school_id,
        found.academic_year_be,
        sum(rating.level is not None for rating in found.ratings),
        len(found.statements),
        reason,
        need,
        read.sha256,
        found.school_text,
        old.version if old is not None and need is Need.REPLACE else None,
        old.file_name if old is not None else "",
    )


Verdict = tuple[Outcome, str, Need]


def _judge(read: ReportReading, replaces: int | None) -> Verdict:
    found = read.assessment
    if not read.readable:
        return Outcome.UNREADABLE, _words(read), Need.NOTHING
    if read.is_same_file:
        return Outcome.KNOWN, "ไฟล์นี้บันทึกไว้แล้ว จึงข้ามไป รายงานที่บันทึกไว้ไม่เปลี่ยน", Need.NOTHING
    same = next((issue for issue in found.issues if issue.code == _SAME_TEXT), None)
    if same is not None:
        return Outcome.KNOWN, f"{same.message} {same.hint}", Need.NOTHING
    if not (found.ratings or found.statements):
        words = _words(read) or "ไม่พบผลการประเมินหรือข้อความในไฟล์ ตรวจว่าเลือกไฟล์ถูกต้อง"
        return Outcome.UNREADABLE, words, Need.NOTHING
    if read.saved is not None and replaces is None:
        return _judge_against(read.saved)
    if found.school_id is None or found.academic_year_be is None:
        return Outcome.OPEN, _unknown(read), Need.SCHOOL_AND_YEAR
    return Outcome.SAVED, "", Need.NOTHING


def _judge_against(saved: SavedSelfAssessment) -> Verdict:
    """A report of this school and year is there already."""
    there = f"โรงเรียนนี้มีรายงานปีการศึกษา {saved.academic_year_be} อยู่แล้ว ({saved.file_name})"
    if saved.status is ReportStatus.CONFIRMED:
        reason = f"{there} และยืนยันแล้ว เปิดรายงานนั้นเพื่อแก้ไขในงาน “ตรวจรายงาน” ก่อน แล้วเลือกไฟล์นี้อีกครั้ง"
        return Outcome.HELD, reason, Need.NOTHING
    return Outcome.OPEN, f"{there} เลือกว่าจะใช้ไฟล์นี้แทนหรือไม่", Need.REPLACE


def _fault(error: WorkbenchError) -> Verdict:
    return Outcome.HELD, f"{error.message} {error.hint}", Need.NOTHING


def _unknown(read: ReportReading) -> str:
    found = read.assessment
    missing = [
        word
        for word, known in (("โรงเรียน", found.school_id), ("ปีการศึกษา", found.academic_year_be))
        if known is None
    ]
    return f"ยังไม่ทราบ{'และ'.join(missing)}จากข้อความในรายงาน เลือกให้ แล้วบันทึก"


def _find_saved(store: Store, read: ReportReading) -> SavedSelfAssessment | None:
    """The report that came in between, of this school and year."""
    school_id, year_be = read.assessment.school_id, read.assessment.academic_year_be
    if school_id is None or year_be is None:
        return None
    with reading(store) as session:
        return report_store.find_saved(session, school_id, year_be)


def _words(read: ReportReading) -> str:
    return " ".join(f"{issue.message} {issue.hint}".strip() for issue in read.assessment.issues[:2])
