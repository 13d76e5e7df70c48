"""Register files taken in: each school before and after, so that a load can be taken back whole."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Row, insert, select, update
from sqlalchemy.orm import Session

from lib.domain.datasets import RegisterLoad, RowCounts
from lib.domain.schools import School
from lib.storage import audit
from lib.storage.register_undo import RegisterUndo, plan_register_undo, refusal
from lib.storage.schema import register_load_schools, register_loads, schools
from lib.storage.schools import RegisterChange, load_schools, put_back, save_schools, unlist


def save_register_load(
    session: Session, entries: Iterable[School], *, sha256: str, file_name: str, rows: RowCounts, by: str
) -> RegisterChange:
    """Add or update the schools of a register file and remember them as they were.

    Args:
        entries: one per school, with the fields that the file does not speak of as the register has them.
        sha256: of the original, already kept and registered.
    """
    entries = tuple(entries)
    listed = {school.school_id: school for school in load_schools(session)}
    load_of = dict(session.execute(select(schools.c.school_id, schools.c.added_by)).all())
    change = save_schools(session, entries)
    load_id = session.execute(
        insert(register_loads)
        .values(
            sha256=sha256,
            file_name=file_name,
            rows_read=rows.read,
            rows_loaded=rows.loaded,
            rows_rejected=rows.rejected,
            rows_ignored=rows.ignored,
            n_added=change.added,
            n_updated=change.updated,
            n_unchanged=change.unchanged,
            loaded_at=datetime.now(UTC),
            loaded_by=by,
        )
        .returning(register_loads.c.load_id)
    ).scalar_one()
    lines = []
    for entry in entries:
        before = listed.get(entry.school_id)
        lines.append(
            {
                "load_id": load_id,
                "school_id": entry.school_id,
                "before": None if before is None else asdict(before),
                "added_by": None if before is None else load_of[entry.school_id],
                "after": asdict(entry),
            }
        )
    if lines:
        session.execute(insert(register_load_schools), lines)
    audit.record(
        session,
        by=by,
        action="load_register",
        subject=str(load_id),
        detail={"sha256": sha256, "added": change.added, "updated": change.updated},
    )
    return change


def undo_register_load(session: Session, load_id: int, *, by: str) -> RegisterUndo:
    """Take a register file back: its schools are as they were before it, all of them or none.

    Raises:
        WorkbenchError: there is no such load, it was already taken back, or something rests on it.
    """
    plan = plan_register_undo(session, load_id)
    if plan.obstacles:
        raise refusal(load_id, plan)
    for school, added_by in plan.back:
        put_back(session, school, added_by)
    for school in plan.leaving:
        unlist(session, school.school_id)
    session.execute(
        update(register_loads)
        .where(register_loads.c.load_id == load_id)
        .values(undone_at=datetime.now(UTC), undone_by=by)
    )
    audit.record(
        session,
        by=by,
        action="undo_register",
        subject=str(load_id),
        detail={"kept": [school.school_id for school in plan.kept]},
    )
    return plan


def load_register_history(session: Session) -> tuple[RegisterLoad, ...]:
    """Every register file taken in, the newest first, undone ones included."""
    rows = session.execute(select(register_loads).order_by(register_loads.c.load_id.desc()))
    return tuple(_record(row) for row in rows)


def _record(row: Row[tuple[object, ...]]) -> RegisterLoad:
    return RegisterLoad(
        row.load_id,
        row.file_name,
        row.sha256,
        RowCounts(row.rows_read, row.rows_loaded, row.rows_rejected, row.rows_ignored),
        row.n_added,
        row.n_updated,
        row.n_unchanged,
        row.loaded_at,
        row.loaded_by,
        row.undone_at,
        row.undone_by,
    )
