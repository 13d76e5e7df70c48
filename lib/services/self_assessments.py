"""Schools' self-assessment reports: read, correct and confirm."""

from dataclasses import replace

from lib.domain.assessments import SavedSelfAssessment
from lib.domain.document_text import DocumentText
from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.services.report_corrections import (
    answer_item,
    confirm_report,
    refuse_confirmed,
    remove_report,
    reopen_report,
)
from lib.services.report_json import reading_as_json
from lib.services.report_reading import (
    ReportReading,
    check_reading,
    levels_offered,
    read_reports,
)
from lib.storage import self_assessments as report_store
from lib.storage.engine import Store, reading, writing
from lib.storage.files import keep_file, register_file
from lib.storage.schools import load_schools

__all__ = [
    "ReportReading",
    "answer_item",
    "choose_school_and_year",
    "confirm_report",
    "levels_offered",
    "load_report",
    "load_reports",
    "not_submitted",
    "read_reports",
    "reading_as_json",
    "remove_report",
    "reopen_report",
    "report_years",
    "save_report",
]


def choose_school_and_year(
    store: Store, report: ReportReading, school_id: str, year_be: int
) -> ReportReading:
    """The reading with a person's answer to which school and which year."""
    with reading(store) as session:
        saved = report_store.find_saved(session, school_id, year_be)
        school = next((s for s in load_schools(session) if s.school_id == school_id), None)
    if school is None:
        raise WorkbenchError("ไม่พบโรงเรียนที่เลือกในทะเบียน", "เลือกโรงเรียนจากรายการอีกครั้ง")
    assessment = replace(report.assessment, school_id=school_id, academic_year_be=year_be)
    return replace(
        report, assessment=check_reading(assessment, school, settled=("D12", "D13", "D14")), saved=saved
    )


def save_report(
    store: Store, report: ReportReading, *, by: str, replaces: int | None = None
) -> SavedSelfAssessment:
    """Save a reading as a draft and keep its file.

    Args:
        replaces: version of the school's saved report of that year that the person agreed to replace.

    Returns:
        The saved report; the one already there when this very file is saved.

    Raises:
        WorkbenchError: the file was not readable, school or year is unknown, or a report is already there and
            the person has not agreed to replace it, or it is confirmed.
        EditConflict: that report changed since it was seen.
    """
    school_id, year_be = report.assessment.school_id, report.assessment.academic_year_be
    if not report.readable:
        raise WorkbenchError(f"{report.file_name} อ่านไม่ได้ จึงยังไม่ได้บันทึก", "แนบไฟล์ที่อ่านได้แล้วลองใหม่")
    if school_id is None or year_be is None:
        raise WorkbenchError(
            f"{report.file_name} ยังไม่ทราบโรงเรียนหรือปีการศึกษา จึงยังไม่ได้บันทึก", "เลือกโรงเรียนและปีการศึกษาก่อนบันทึก"
        )
    keep_file(store, report.content)
    with writing(store) as session:
        saved = report_store.find_saved(session, school_id, year_be)
        if saved is not None and saved.sha256 == report.sha256 and replaces is None:
            return saved
        if saved is not None and replaces is None:
            raise WorkbenchError(
                f"โรงเรียนนี้มีรายงานปีการศึกษา {year_be} อยู่แล้ว ({saved.file_name}) ยังไม่ได้บันทึกฉบับใหม่",
                "เทียบสองฉบับ แล้วยืนยันว่าจะใช้ฉบับใหม่แทน",
            )
        if saved is not None:
            refuse_confirmed(saved)
        register_file(session, report.sha256, report.file_name, len(report.content))
        return report_store.put_report(
            session,
            report.assessment,
            report.document,
            school_id=school_id,
            year_be=year_be,
            sha256=report.sha256,
            file_name=report.file_name,
            seen_version=replaces or 0,
            by=by,
        )


def load_reports(store: Store, year_be: int | None = None) -> tuple[SavedSelfAssessment, ...]:
    """Saved reports of an academic year, or of all."""
    with reading(store) as session:
        return report_store.load_reports(session, year_be)


def load_report(store: Store, report_id: int) -> tuple[SavedSelfAssessment, DocumentText]:
    """One report and the text it was read from."""
    with reading(store) as session:
        return report_store.load_report(session, report_id), report_store.load_report_document(
            session, report_id
        )


def report_years(store: Store) -> tuple[int, ...]:
    """Academic years with a report, newest first."""
    with reading(store) as session:
        return report_store.report_years(session)


def not_submitted(store: Store, year_be: int) -> tuple[School, ...]:
    """Active schools without a report of that academic year."""
    with reading(store) as session:
        sent = report_store.load_senders(session, year_be)
        return tuple(s for s in load_schools(session, active_only=True) if s.school_id not in sent)
