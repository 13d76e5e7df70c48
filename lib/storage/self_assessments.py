"""Self-assessment reports: one per school and academic year, versioned, each change in the history."""

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from lib.domain.assessments import ReportEvent, ReportStatus, SavedSelfAssessment, SelfAssessment
from lib.domain.document_text import DocumentText
from lib.errors import WorkbenchError
from lib.storage import audit
from lib.storage.assessment_json import (
    assessment_from_json,
    assessment_to_json,
    document_from_json,
    document_to_json,
)
from lib.storage.schema import audit as audit_table
from lib.storage.schema import self_assessments
from lib.storage.versioned import save_versioned

_ACTIONS = ("save", "replace", "correct", "confirm")
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


def find_saved(session: Session, school_id: str, year_be: int) -> SavedSelfAssessment | None:
    """The report a school already has for a year."""
    query = select(*_COLUMNS).where(
        self_assessments.c.school_id == school_id, self_assessments.c.academic_year_be == year_be
    )
    row = session.execute(query).mappings().first()
    return None if row is None else _saved(row)


def report_years(session: Session) -> tuple[int, ...]:
    """Academic years with at least one report, newest first."""
    column = self_assessments.c.academic_year_be
    return tuple(session.execute(select(column).distinct().order_by(column.desc())).scalars())


def load_report_events(session: Session, report: SavedSelfAssessment) -> tuple[ReportEvent, ...]:
    """What was done to a report since its present file came in, the first first."""
    rows = session.execute(
        select(audit_table.c.action, audit_table.c.at, audit_table.c.by, audit_table.c.detail)
        .where(
            audit_table.c.subject == f"{report.school_id}/{report.academic_year_be}",
            audit_table.c.action.in_([f"sar {action}" for action in _ACTIONS]),
        )
        .order_by(audit_table.c.audit_id)
    )
    events: list[ReportEvent] = []
    for action, at, by, detail in rows:
        if action in ("sar save", "sar replace"):
            events = []
        before = detail.get("before")
        told = assessment_from_json(before) if isinstance(before, dict) else None
        events.append(ReportEvent(action.removeprefix("sar "), at, by, told))
    return tuple(events)


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
    save_versioned(session, self_assessments, key, values, seen_version=seen_version, by=by)
    audit.record(
        session,
        by=by,
        action="sar replace" if seen_version else "sar save",
        subject=f"{school_id}/{year_be}",
        detail={"sha256": sha256, "file_name": file_name},
    )
    saved = find_saved(session, school_id, year_be)
    assert saved is not None  # noqa: S101 - written two statements above
    return saved


def change_report(
    session: Session,
    report: SavedSelfAssessment,
    *,
    assessment: SelfAssessment,
    status: ReportStatus,
    seen_version: int,
    by: str,
) -> int:
    """Save a correction or a confirmation.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody saved this report meanwhile.
    """
    values = {"reading": assessment_to_json(assessment), "status": status.value}
    version = save_versioned(
        session,
        self_assessments,
        {"report_id": report.report_id},
        values,
        seen_version=seen_version,
        by=by,
    )
    audit.record(
        session,
        by=by,
        action="sar confirm" if status is ReportStatus.CONFIRMED else "sar correct",
        subject=f"{report.school_id}/{report.academic_year_be}",
        detail={"before": assessment_to_json(report.assessment), "version": version},
    )
    return version


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
