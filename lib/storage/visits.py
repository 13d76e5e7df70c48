"""Visits to schools, planned and done; every save and removal stays in the history."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from sqlalchemy import RowMapping, insert, select
from sqlalchemy.orm import Session

from lib.domain.visits import Visit, VisitKind
from lib.storage import audit
from lib.storage.schema import visits
from lib.storage.versioned import delete_versioned, save_versioned


def load_visits(session: Session, school_id: str | None = None) -> tuple[Visit, ...]:
    """Every visit, or those of one school, in the order they were entered."""
    query = select(visits).order_by(visits.c.visit_id)
    if school_id is not None:
        query = query.where(visits.c.school_id == school_id)
    return tuple(_visit(row) for row in session.execute(query).mappings())


def save_visit(session: Session, visit: Visit, *, action: str, by: str) -> int:
    """Enter a visit, or save one that was; ``visit.version`` is the version the person had before them.

    Args:
        action: what the history calls it, such as ``visit_plan``.

    Returns:
        visit_id.

    Raises:
        EditConflict: somebody saved or removed this visit meanwhile.
    """
    values = _values(visit)
    visit_id = visit.visit_id
    if visit_id:
        save_versioned(session, visits, {"visit_id": visit_id}, values, seen_version=visit.version, by=by)
    else:
        stamp = {"version": 1, "saved_at": datetime.now(UTC), "saved_by": by}
        entered = insert(visits).values(**values, **stamp).returning(visits.c.visit_id)
        visit_id = int(session.execute(entered).scalar_one())
    audit.record(session, by=by, action=action, subject=str(visit_id), detail=values)
    return visit_id


def remove_visit(session: Session, visit: Visit, *, by: str) -> None:
    """Take a visit out of the list; what it said stays in the history.

    Raises:
        EditConflict: somebody saved or removed this visit meanwhile.
    """
    delete_versioned(session, visits, {"visit_id": visit.visit_id}, seen_version=visit.version)
    audit.record(session, by=by, action="visit_cancel", subject=str(visit.visit_id), detail=_values(visit))


def _values(visit: Visit) -> Mapping[str, str]:
    return {
        "school_id": visit.school_id,
        "kind": visit.kind.value,
        "planned_on": visit.planned_on.isoformat() if visit.planned_on else "",
        "done_on": visit.done_on.isoformat() if visit.done_on else "",
        "by_role": visit.by_role,
        "purpose": visit.purpose,
        "outcome": visit.outcome,
    }


def _visit(row: RowMapping) -> Visit:
    return Visit(
        row["visit_id"],
        row["school_id"],
        VisitKind(row["kind"]),
        date.fromisoformat(row["planned_on"]) if row["planned_on"] else None,
        date.fromisoformat(row["done_on"]) if row["done_on"] else None,
        row["by_role"],
        row["purpose"],
        row["outcome"],
        row["version"],
    )
