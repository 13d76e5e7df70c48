"""Self-assessment reports: one per school and academic year, versioned, each change in the history."""

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from lib.domain.assessments import ReportStatus, SavedSelfAssessment, SelfAssessment
from lib.domain.document_text import DocumentText, PageReading
from lib.domain.report_history import ReportAction
from lib.errors import WorkbenchError
from lib.storage import audit
from lib.storage.assessment_changes import make_step_back
from lib.storage.assessment_json import (
    assessment_from_json,
    assessment_to_json,
    document_from_json,
    document_to_json,
    pages_from_json,
)
from lib.storage.schema import self_assessments
from lib.storage.versioned import delete_versioned, save_versioned

_COLUMNS = [column for column in self_assessments.c if column.name != "document_text"]


def load_reports(session: Session, year_be: int | None = None) -> tuple[SavedSelfAssessment, ...]:
    """Saved reports by school; of one academic year, or of all."""
    query = select(*_COLUMNS).order_by(self_assessments.c.school_id, self_assessments.c.academic_year_be)
    if year_be is not None:
        query = query.where(self_assessments.c.academic_year_be == year_be)
    return tuple(_saved(row) for row in session.execute(query).mappings())


def load_report(session: Session, report_id: int) -> SavedSelfAssessment:
    """One report.

    Raises:
        WorkbenchError: there is none of that number.
    """
    query = select(*_COLUMNS).where(self_assessments.c.report_id == report_id)
    row = session.execute(query).mappings().first()
    if row is None:
        raise WorkbenchError(f"ไม่พบรายงานหมายเลข {report_id}", "เปิดหน้ารายงานสถานศึกษาใหม่แล้วเลือกจากรายการ")
    return _saved(row)


def load_report_document(session: Session, report_id: int) -> DocumentText:
    """The text a report was read from, to be shown beside its reading."""
    query = select(self_assessments.c.document_text).where(self_assessments.c.report_id == report_id)
    value = session.execute(query).scalar_one_or_none()
    return document_from_json(value) if isinstance(value, dict) else DocumentText((), 0)


def load_report_pages(session: Session, report_id: int) -> tuple[PageReading, ...]:
    """How sound each page of a report's text is, without the text."""
    query = select(self_assessments.c.document_text["pages"]).where(self_assessments.c.report_id == report_id)
    return pages_from_json(session.execute(query).scalar_one_or_none())


def find_saved(session: Session, school_id: str, year_be: int) -> SavedSelfAssessment | None:
    """The report a school already has for a year."""
    query = select(*_COLUMNS).where(
        self_assessments.c.school_id == school_id, self_assessments.c.academic_year_be == year_be
    )
    row = session.execute(query).mappings().first()
    return None if row is None else _saved(row)


def load_saved_files(session: Session) -> dict[str, int]:
    """The report of each saved file, by the file's hash."""
    query = select(self_assessments.c.sha256, self_assessments.c.report_id)
    return {row.sha256: row.report_id for row in session.execute(query)}


def load_senders(session: Session, year_be: int) -> frozenset[str]:
    """Ids of the schools with a report of an academic year."""
    column = self_assessments.c.school_id
    query = select(column).where(self_assessments.c.academic_year_be == year_be)
    return frozenset(session.execute(query).scalars())


def report_years(session: Session) -> tuple[int, ...]:
    """Academic years with at least one report, newest first."""
    column = self_assessments.c.academic_year_be
    return tuple(session.execute(select(column).distinct().order_by(column.desc())).scalars())


def put_report(
    session: Session,
    assessment: SelfAssessment,
    document: DocumentText,
    *,
    school_id: str,
    year_be: int,
    sha256: str,
    file_name: str,
    seen_version: int,
    by: str,
) -> SavedSelfAssessment:
    """Insert a school's report of a year as a draft, or put it in the place of the one seen.

    Raises:
        EditConflict: another report of that school and year was saved meanwhile.
    """
    values = {
        "sha256": sha256,
        "file_name": file_name[:300],
        "status": ReportStatus.DRAFT.value,
        "reading": assessment_to_json(assessment),
        "document_text": document_to_json(document),
    }
    key = {"school_id": school_id, "academic_year_be": year_be}
    before = find_saved(session, school_id, year_be) if seen_version else None
    save_versioned(session, self_assessments, key, values, seen_version=seen_version, by=by)
    audit.record(
        session,
        by=by,
        action=f"sar {ReportAction.REPLACE if before else ReportAction.SAVE}",
        subject=f"{school_id}/{year_be}",
        detail={"sha256": sha256, "file_name": file_name, **_kept(before)},
    )
    saved = find_saved(session, school_id, year_be)
    assert saved is not None  # noqa: S101 - written two statements above
    return saved


def change_report(
    session: Session,
    report: SavedSelfAssessment,
    action: ReportAction,
    *,
    assessment: SelfAssessment,
    seen_version: int,
    by: str,
    reason: str = "",
) -> int:
    """Save a correction, a confirmation or a reopening.

    Args:
        reason: why, in the person's words.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody saved this report meanwhile.
    """
    status = ReportStatus.CONFIRMED if action is ReportAction.CONFIRM else ReportStatus.DRAFT
    values = {"reading": assessment_to_json(assessment), "status": status.value}
    key = {"report_id": report.report_id}
    version = save_versioned(session, self_assessments, key, values, seen_version=seen_version, by=by)
    steps = make_step_back(assessment_to_json(report.assessment), assessment_to_json(assessment))
    audit.record(
        session,
        by=by,
        action=f"sar {action}",
        subject=f"{report.school_id}/{report.academic_year_be}",
        detail={"back": steps, "version": version, "reason": reason},
    )
    return version


def remove_report(
    session: Session, report: SavedSelfAssessment, *, reason: str, seen_version: int, by: str
) -> None:
    """Delete a report; what it said stays in the history, its file in the store.

    Raises:
        EditConflict: somebody saved or removed this report meanwhile.
    """
    delete_versioned(session, self_assessments, {"report_id": report.report_id}, seen_version=seen_version)
    audit.record(
        session,
        by=by,
        action=f"sar {ReportAction.REMOVE}",
        subject=f"{report.school_id}/{report.academic_year_be}",
        detail={"sha256": report.sha256, "file_name": report.file_name, "reason": reason, **_kept(report)},
    )


def _kept(report: SavedSelfAssessment | None) -> dict[str, object]:
    """What a report said, where no row will say it any more."""
    return {} if report is None else {"before": assessment_to_json(report.assessment)}


def _saved(row: RowMapping) -> SavedSelfAssessment:
    return SavedSelfAssessment(
        report_id=row["report_id"],
        school_id=row["school_id"],
        academic_year_be=row["academic_year_be"],
        sha256=row["sha256"],
        file_name=row["file_name"],
        status=ReportStatus(row["status"]),
        assessment=assessment_from_json(row["reading"]),
        version=row["version"],
        saved_at=row["saved_at"],
        saved_by=row["saved_by"],
    )
