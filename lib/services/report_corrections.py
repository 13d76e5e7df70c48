"""A saved report corrected item by item, confirmed, opened again or taken out; each step in its history."""

from dataclasses import replace

from lib.domain.assessments import LevelOfEducation, ReportStatus, SavedSelfAssessment, SelfAssessment
from lib.domain.issues import Severity
from lib.domain.report_checks import ItemAnswer
from lib.domain.report_history import ReportAction
from lib.domain.schools import School
from lib.errors import WorkbenchError
from lib.services.report_answers import apply_answer, settle_about, settle_issues
from lib.services.report_items import blocking_issues
from lib.services.report_reading import check_reading
from lib.storage import self_assessments as report_store
from lib.storage.engine import Store, writing
from lib.storage.schools import load_schools
from lib.thai.dates import format_moment
from lib.thai.text import clean_text


def answer_item(store: Store, report_id: int, answer: ItemAnswer, *, by: str) -> None:
    """Save a person's answer about one item at once; the report stays a draft.

    What somebody else answered about other items of the report meanwhile stays as they said it.

    Raises:
        EditConflict: somebody answered this very item otherwise; the message tells both answers.
        WorkbenchError: the report is confirmed, or the answer cannot be.
    """
    with writing(store) as session:
        saved = report_store.load_report(session, report_id)
        refuse_confirmed(saved)
        answered = apply_answer(saved, answer, by=by)
        if answered is None:
            return
        checked = _checked(answered, saved, load_schools(session))
        report_store.change_report(
            session,
            saved,
            ReportAction.CORRECT,
            assessment=settle_about(checked, answer.becomes, by),
            seen_version=saved.version,
            by=by,
        )


def confirm_report(store: Store, report_id: int, *, seen_version: int, by: str) -> int:
    """Mark a draft as compared with its text by a person, who thereby settles every doubt that is left.

    Returns:
        The new version.

    Raises:
        WorkbenchError: it is confirmed already, an error is open, or school or year is not certain.
        EditConflict: somebody saved this report meanwhile.
    """
    with writing(store) as session:
        saved = report_store.load_report(session, report_id)
        refuse_confirmed(saved)
        _refuse_open(saved.assessment)
        doubts = [issue for issue in saved.assessment.issues if issue.severity is not Severity.INFO]
        settled = settle_issues(saved.assessment, doubts, by)
        sure = replace(
            settled,
            ratings=tuple(replace(r, confidence=1.0, checked_by=r.checked_by or by) for r in settled.ratings),
            overall=tuple(replace(r, confidence=1.0, checked_by=r.checked_by or by) for r in settled.overall),
            statements=tuple(replace(s, checked_by=s.checked_by or by) for s in settled.statements),
        )
        return report_store.change_report(
            session, saved, ReportAction.CONFIRM, assessment=sure, seen_version=seen_version, by=by
        )


def reopen_report(store: Store, report_id: int, *, reason: str, seen_version: int, by: str) -> int:
    """Make a confirmed report a draft again; returns the new version.

    Raises:
        WorkbenchError: no reason is given, or it is a draft already.
        EditConflict: somebody saved this report meanwhile.
    """
    why = _reason(reason, "เปิดแก้ไขอีกครั้ง")
    with writing(store) as session:
        saved = report_store.load_report(session, report_id)
        if saved.status is not ReportStatus.CONFIRMED:
            raise WorkbenchError("รายงานนี้เป็นฉบับร่างอยู่แล้ว", "แก้ไขได้ทันที")
        return report_store.change_report(
            session,
            saved,
            ReportAction.REOPEN,
            assessment=saved.assessment,
            seen_version=seen_version,
            by=by,
            reason=why,
        )


def remove_report(store: Store, report_id: int, *, reason: str, seen_version: int, by: str) -> None:
    """Take out a draft that was saved by mistake; what it said stays in the history, its file in the store.

    Raises:
        WorkbenchError: no reason is given, or the report is confirmed.
        EditConflict: somebody saved or removed this report meanwhile.
    """
    why = _reason(reason, "นำรายงานออก")
    with writing(store) as session:
        saved = report_store.load_report(session, report_id)
        refuse_confirmed(saved)
        report_store.remove_report(session, saved, reason=why, seen_version=seen_version, by=by)


def refuse_confirmed(saved: SavedSelfAssessment) -> None:
    """A confirmed report is locked.

    Raises:
        WorkbenchError: it is one; the message says who confirmed it and when.
    """
    if saved.status is ReportStatus.CONFIRMED:
        raise WorkbenchError(
            f"รายงานนี้ยืนยันแล้วโดย {saved.saved_by} เมื่อ {format_moment(saved.saved_at)} จึงเปลี่ยนไม่ได้",
            "หากต้องเปลี่ยน ให้เปิดแก้ไขอีกครั้งพร้อมเหตุผลในหน้าตรวจรายงาน",
        )


def _refuse_open(assessment: SelfAssessment) -> None:
    blocking = [issue.message for issue in blocking_issues(assessment)]
    if assessment.school_id is None or assessment.academic_year_be is None:
        blocking.insert(0, "ยังไม่ทราบโรงเรียนหรือปีการศึกษา")
    if blocking:
        raise WorkbenchError(
            f"ยังยืนยันไม่ได้ เพราะมีเรื่องที่ต้องแก้ก่อน {len(blocking):,} เรื่อง: {' · '.join(blocking)}",
            "แก้ไขหรือตอบรายการเหล่านี้ก่อน แล้วยืนยันอีกครั้ง",
        )


def _checked(
    assessment: SelfAssessment, saved: SavedSelfAssessment, schools: tuple[School, ...]
) -> SelfAssessment:
    """The corrected reading of the same school and year, with what the checks find now."""
    for rating in (*assessment.overall, *assessment.ratings):
        if rating.level is not None and not 1 <= rating.level <= 5:
            raise WorkbenchError(
                f"{rating.name}: ระดับ {rating.level} อยู่นอกช่วง 1 ถึง 5 ยังไม่ได้บันทึก", "เลือกระดับ 1 ถึง 5 หรือไม่ระบุ"
            )
    rated = {rating.level_of_education for rating in assessment.ratings}
    kept = replace(
        assessment,
        school_id=saved.school_id,
        academic_year_be=saved.academic_year_be,
        levels=tuple(each for each in LevelOfEducation if each in rated or each in assessment.levels),
    )
    return check_reading(kept, next((s for s in schools if s.school_id == saved.school_id), None))


def _reason(text: str, action: str) -> str:
    reason = clean_text(text)
    if not reason:
        raise WorkbenchError(f"ยังไม่ได้{action} เพราะไม่มีเหตุผล", "เขียนเหตุผลสั้น ๆ เหตุผลจะอยู่ในประวัติของรายงาน")
    return reason
