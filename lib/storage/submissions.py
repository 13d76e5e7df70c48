"""When self-assessment reports first came in, from the append-only history."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.domain.report_history import ReportAction
from lib.storage.schema import audit

_SAVED, _REMOVED = f"sar {ReportAction.SAVE}", f"sar {ReportAction.REMOVE}"


def load_first_saves(session: Session, year_be: int) -> dict[str, datetime]:
    """School id → when its report of an academic year was first saved; one taken out again begins anew."""
    rows = session.execute(
        select(audit.c.subject, audit.c.action, audit.c.at)
        .where(audit.c.action.in_([_SAVED, _REMOVED]), audit.c.subject.endswith(f"/{year_be}"))
        .order_by(audit.c.audit_id)
    )
    first: dict[str, datetime] = {}
    for row in rows:
        school_id = row.subject.rsplit("/", 1)[0]
        if row.action == _REMOVED:
            first.pop(school_id, None)
        else:
            first.setdefault(school_id, row.at)
    return first
