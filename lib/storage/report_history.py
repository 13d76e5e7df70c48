"""What was done to self-assessment reports, read from the append-only history."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.domain.assessments import SavedSelfAssessment, SelfAssessment
from lib.domain.report_history import RemovedReport, ReportAction, ReportEvent
from lib.storage.assessment_changes import step_back
from lib.storage.assessment_json import assessment_from_json, assessment_to_json
from lib.storage.schema import audit, self_assessments

_ACTIONS = {f"sar {action}": action for action in ReportAction}
_Line = tuple[ReportAction, datetime, str, Mapping[str, object]]


def load_report_history(session: Session, report: SavedSelfAssessment) -> tuple[ReportEvent, ...]:
    """Everything done to a school's report of a year, the first first, whatever file it came from."""
    lines = _lines(session, f"{report.school_id}/{report.academic_year_be}")
    after: SelfAssessment | None = report.assessment
    events: list[ReportEvent] = []
    for action, at, by, detail in reversed(lines):
        before = _before(detail, after)
        file_name, reason = (str(detail.get(key, "")) for key in ("file_name", "reason"))
        now = None if action is ReportAction.REMOVE else after
        events.append(ReportEvent(action, at, by, before, now, file_name, reason))
        after = before
    return tuple(reversed(events))


def load_report_events(session: Session, report: SavedSelfAssessment) -> tuple[ReportEvent, ...]:
    """What was done to a report since its present file came in, the first first."""
    events = load_report_history(session, report)
    came_in = [n for n, each in enumerate(events) if each.action in (ReportAction.SAVE, ReportAction.REPLACE)]
    return events[came_in[-1] :] if came_in else events


def load_removed_reports(session: Session, year_be: int) -> tuple[RemovedReport, ...]:
    """Reports of a year that were taken out and not sent again, the latest first."""
    kept = set(
        session.execute(
            select(self_assessments.c.school_id).where(self_assessments.c.academic_year_be == year_be)
        ).scalars()
    )
    rows = session.execute(
        select(audit.c.subject, audit.c.at, audit.c.by, audit.c.detail)
        .where(audit.c.action == f"sar {ReportAction.REMOVE}", audit.c.subject.endswith(f"/{year_be}"))
        .order_by(audit.c.audit_id.desc())
    )
    removed: dict[str, RemovedReport] = {}
    for row in rows:
        school_id = row.subject.rsplit("/", 1)[0]
        told = [str(row.detail.get(key, "")) for key in ("file_name", "reason")]
        removed.setdefault(school_id, RemovedReport(school_id, year_be, told[0], row.at, row.by, told[1]))
    return tuple(each for each in removed.values() if each.school_id not in kept)


def _lines(session: Session, subject: str) -> list[_Line]:
    rows = session.execute(
        select(audit.c.action, audit.c.at, audit.c.by, audit.c.detail)
        .where(audit.c.subject == subject, audit.c.action.in_(_ACTIONS))
        .order_by(audit.c.audit_id)
    )
    return [(_ACTIONS[row.action], row.at, row.by, row.detail) for row in rows]


def _before(detail: Mapping[str, object], after: SelfAssessment | None) -> SelfAssessment | None:
    whole, steps = detail.get("before"), detail.get("back")
    if isinstance(whole, Mapping):
        return assessment_from_json(whole)
    if isinstance(steps, Mapping) and after is not None:
        return assessment_from_json(step_back(assessment_to_json(after), steps))
    return None
