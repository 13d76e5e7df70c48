"""What was done about recommendations of external assessment, and when schools are due."""

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from lib.domain.external_assessments import ExternalDue, FollowUp, FollowUpStatus
from lib.storage import audit
from lib.storage.external_assessments import day_of
from lib.storage.schema import external_dues, external_follow_ups
from lib.storage.versioned import delete_versioned, save_versioned


def load_follow_ups(session: Session) -> tuple[FollowUp, ...]:
    """Every follow-up that somebody saved, by school and round."""
    table = external_follow_ups.c
    query = select(external_follow_ups).order_by(table.school_id, table.round_id, table.recommendation_key)
    return tuple(_follow_up(row) for row in session.execute(query).mappings())


def save_follow_up(session: Session, one: FollowUp, *, by: str) -> int:
    """Save what was done about a recommendation; ``one.version`` is the version the person had.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody saved it meanwhile.
    """
    key = {
        "school_id": one.school_id,
        "round_id": one.round_id,
        "recommendation_key": one.recommendation_key,
    }
    values = {
        "status": one.status.value,
        "action": one.action,
        "by_role": one.by_role,
        "due_on": one.due_on.isoformat() if one.due_on else "",
        "done_on": one.done_on.isoformat() if one.done_on else "",
        "note": one.note,
    }
    version = save_versioned(session, external_follow_ups, key, values, seen_version=one.version, by=by)
    subject = f"{one.school_id}/{one.round_id}/{one.recommendation_key[:12]}"
    audit.record(session, by=by, action="external_follow_up", subject=subject, detail=values)
    return version


def load_dues(session: Session, round_id: str | None = None) -> tuple[ExternalDue, ...]:
    """Schools due, of one round or of all, by school."""
    query = select(external_dues).order_by(external_dues.c.school_id, external_dues.c.round_id)
    if round_id is not None:
        query = query.where(external_dues.c.round_id == round_id)
    return tuple(_due(row) for row in session.execute(query).mappings())


def save_due(session: Session, one: ExternalDue, *, by: str) -> int:
    """Save when a school is due and what is ready; ``one.version`` is the version the person had.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody saved or removed it meanwhile.
    """
    key = {"school_id": one.school_id, "round_id": one.round_id}
    values = {
        "due_on": one.due_on.isoformat() if one.due_on else "",
        "steps": list(one.steps),
        "note": one.note,
    }
    version = save_versioned(session, external_dues, key, values, seen_version=one.version, by=by)
    audit.record(
        session, by=by, action="external_due", subject=f"{one.school_id}/{one.round_id}", detail=values
    )
    return version


def remove_due(session: Session, one: ExternalDue, *, by: str) -> None:
    """Take a school out of those due; what was said stays in the history.

    Raises:
        EditConflict: somebody saved or removed it meanwhile.
    """
    key = {"school_id": one.school_id, "round_id": one.round_id}
    delete_versioned(session, external_dues, key, seen_version=one.version)
    audit.record(session, by=by, action="external_due_removed", subject=f"{one.school_id}/{one.round_id}")


def _follow_up(row: RowMapping) -> FollowUp:
    return FollowUp(
        row["school_id"],
        row["round_id"],
        row["recommendation_key"],
        FollowUpStatus(row["status"]),
        row["action"],
        row["by_role"],
        day_of(row["due_on"]),
        day_of(row["done_on"]),
        row["note"],
        row["version"],
    )


def _due(row: RowMapping) -> ExternalDue:
    return ExternalDue(
        row["school_id"],
        row["round_id"],
        day_of(row["due_on"]),
        tuple(map(str, row["steps"])),
        row["note"],
        row["version"],
    )
