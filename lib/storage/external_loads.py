"""Files of external results taken in and taken back; what a file replaced comes back with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from lib.domain.external_assessments import ExternalAssessment, ExternalLoad
from lib.errors import WorkbenchError
from lib.storage import audit
from lib.storage.external_assessments import (
    as_json,
    drop_outcome,
    find_outcome,
    from_json,
    put_outcome,
)
from lib.storage.schema import audit as history

_LOAD, _UNDO = "external_load", "external_undo"


@dataclass(frozen=True, slots=True)
class ExternalUndo:
    """What taking a file back did.

    Attributes:
        kept: school ids whose outcome was changed since and so stayed as it is.
    """

    n_removed: int
    n_restored: int
    kept: tuple[str, ...]


def save_load(
    session: Session, outcomes: Sequence[ExternalAssessment], *, sha256: str, file_name: str, by: str
) -> ExternalLoad | None:
    """Store the outcomes of a file, each over the version seen; None where there is nothing to store.

    Raises:
        EditConflict: one of them was saved or removed meanwhile; nothing of the file is stored.
    """
    lines = []
    for outcome in outcomes:
        before = find_outcome(session, outcome.key) if outcome.version else None
        kept = replace(outcome, sha256=sha256, file_name=file_name)
        version = put_outcome(session, kept, by=by)
        lines.append(
            {"after": as_json(kept), "before": as_json(before) if before else None, "version": version}
        )
    if not lines:
        return None
    audit.record(
        session, by=by, action=_LOAD, subject=file_name, detail={"sha256": sha256, "outcomes": lines}
    )
    return load_loads(session)[0]


def load_loads(session: Session) -> tuple[ExternalLoad, ...]:
    """Files taken in, the newest first."""
    query = select(history).where(history.c.action.in_((_LOAD, _UNDO))).order_by(history.c.audit_id.desc())
    rows = session.execute(query).all()
    undone = {int(row.detail["load_id"]) for row in rows if row.action == _UNDO}
    return tuple(_load(row, row.audit_id in undone) for row in rows if row.action == _LOAD)


def undo_load(session: Session, load_id: int, *, by: str) -> ExternalUndo:
    """Take a file back: what it brought leaves, what it replaced returns.

    An outcome that a person or a later file changed since stays as it is.

    Raises:
        WorkbenchError: there is no such file, or it was taken back already.
    """
    load = next((each for each in load_loads(session) if each.load_id == load_id), None)
    if load is None or load.undone:
        raise WorkbenchError("รายการนี้ถูกยกเลิกไปแล้ว ข้อมูลไม่เปลี่ยนแปลง", "เปิดหน้านี้ใหม่เพื่อดูรายการล่าสุด")
    row = session.execute(select(history).where(history.c.audit_id == load_id)).one()
    removed = restored = 0
    kept: list[str] = []
    for line in row.detail["outcomes"]:
        after = from_json(line["after"])
        now = find_outcome(session, after.key)
        if now is None or now.version != line["version"]:
            kept.append(after.key.school_id)
        elif line["before"]:
            put_outcome(session, replace(from_json(line["before"]), version=now.version), by=by)
            restored += 1
        else:
            drop_outcome(session, now)
            removed += 1
    audit.record(
        session,
        by=by,
        action=_UNDO,
        subject=load.file_name,
        detail={"load_id": load_id, "removed": removed, "restored": restored, "kept": kept},
    )
    return ExternalUndo(removed, restored, tuple(dict.fromkeys(kept)))


def _load(row: Row[tuple[object, ...]], undone: bool) -> ExternalLoad:
    lines: Sequence[Mapping[str, object]] = row.detail["outcomes"]
    changed = sum(line["before"] is not None for line in lines)
    return ExternalLoad(
        row.audit_id, row.subject, row.detail["sha256"], len(lines) - changed, changed, row.at, row.by, undone
    )
