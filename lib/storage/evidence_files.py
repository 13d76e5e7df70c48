"""Evidence of the KPI forms: files, their earlier versions, links and binders, item by item."""

from datetime import UTC, date, datetime

from sqlalchemy import and_, delete, func, insert, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.domain.evidence import EvidenceFile
from lib.storage.audit import record
from lib.storage.evidence import FormKey
from lib.storage.evidence_removed import removal_detail
from lib.storage.evidence_versions import earlier_files
from lib.storage.schema import kpi_evidence, kpi_evidence_versions, stored_files
from lib.storage.versioned import save_versioned


def load_evidence(session: Session, key: FormKey) -> tuple[EvidenceFile, ...]:
    """All evidence rows in the order they were attached."""
    earlier = earlier_files(session, key)
    query = select(kpi_evidence).where(key.where(kpi_evidence)).order_by(kpi_evidence.c.evidence_id)
    return tuple(
        EvidenceFile(
            row.evidence_id,
            row.item_id,
            row.sha256 or "",
            row.file_name,
            row.title,
            row.kind,
            row.page,
            row.note,
            row.accepted,
            row.version,
            row.saved_at,
            date.fromisoformat(row.dated_on) if row.dated_on else None,
            row.link,
            row.held_at,
            earlier.get(row.evidence_id, ()),
        )
        for row in session.execute(query)
    )


def count_bytes(session: Session, key: FormKey) -> int:
    """Size of the originals that a form's evidence names or named before, each counted once."""
    named = select(kpi_evidence.c.sha256).where(key.where(kpi_evidence))
    before = select(kpi_evidence_versions.c.sha256).join(kpi_evidence).where(key.where(kpi_evidence))
    either = or_(stored_files.c.sha256.in_(named), stored_files.c.sha256.in_(before))
    total = select(func.coalesce(func.sum(stored_files.c.n_bytes), 0)).where(either)
    return int(session.execute(total).scalar_one())


def add_evidence(session: Session, key: FormKey, file: EvidenceFile, *, by: str) -> int:
    """Attach a registered file, a link or a binder to an item; the same content again changes nothing.

    Args:
        file: its ``evidence_id``, ``version`` and ``saved_at`` are not used.

    Returns:
        The evidence id.
    """
    if not file.sha256 and (noted := _noted_already(session, key, file)) is not None:
        return noted
    values = key.columns | {"item_id": file.item_id, "sha256": file.sha256 or None} | _describing(file)
    stamp = {"file_name": file.file_name, "version": 1, "saved_at": datetime.now(UTC), "saved_by": by}
    try:
        with session.begin_nested():
            adding = insert(kpi_evidence).values(**values, **stamp).returning(kpi_evidence.c.evidence_id)
            evidence_id = int(session.execute(adding).scalar_one())
    except IntegrityError:
        same = and_(
            key.where(kpi_evidence),
            kpi_evidence.c.item_id == file.item_id,
            kpi_evidence.c.sha256 == file.sha256,
        )
        return int(session.execute(select(kpi_evidence.c.evidence_id).where(same)).scalar_one())
    detail = {
        "evidence_id": evidence_id,
        "sha256": file.sha256,
        "file_name": file.file_name,
        **_describing(file),
    }
    record(session, by=by, action="attach_kpi_evidence", subject=key.subject(file.item_id), detail=detail)
    return evidence_id


def _noted_already(session: Session, key: FormKey, file: EvidenceFile) -> int | None:
    """The row of the same link or binder; a missing hash is unlike any other to the table's own rule."""
    here = and_(
        key.where(kpi_evidence),
        kpi_evidence.c.item_id == file.item_id,
        kpi_evidence.c.sha256.is_(None),
        kpi_evidence.c.title == file.title,
        kpi_evidence.c.link == file.link,
        kpi_evidence.c.held_at == file.held_at,
    )
    return session.execute(select(kpi_evidence.c.evidence_id).where(here)).scalars().first()


def save_evidence(session: Session, key: FormKey, file: EvidenceFile, *, by: str) -> int:
    """Save title, kind, page, note and whether a file counts.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody saved this row meanwhile, or removed it.
    """
    version = save_versioned(
        session,
        kpi_evidence,
        key.columns | {"evidence_id": file.evidence_id},
        _describing(file),
        seen_version=file.version,
        by=by,
    )
    detail = {"evidence_id": file.evidence_id, **_describing(file)}
    record(session, by=by, action="save_kpi_evidence", subject=key.subject(file.item_id), detail=detail)
    return version


def remove_evidence(session: Session, key: FormKey, file: EvidenceFile, *, by: str) -> None:
    """Detach a file from its item; its bytes stay, and the history keeps what brings it back."""
    here = and_(key.where(kpi_evidence), kpi_evidence.c.evidence_id == file.evidence_id)
    earlier = kpi_evidence_versions.c.evidence_id == file.evidence_id
    session.execute(delete(kpi_evidence_versions).where(earlier))
    removed = session.execute(delete(kpi_evidence).where(here).returning(kpi_evidence.c.evidence_id)).first()
    if removed is None:
        return
    detail = removal_detail(file, _describing(file))
    record(session, by=by, action="remove_kpi_evidence", subject=key.subject(file.item_id), detail=detail)


def _describing(file: EvidenceFile) -> dict[str, object]:
    """The columns a person edits."""
    return {
        "title": file.title,
        "kind": file.kind,
        "page": file.page,
        "note": file.note,
        "accepted": file.accepted,
        "dated_on": file.dated_on.isoformat() if file.dated_on else "",
        "link": file.link,
        "held_at": file.held_at,
    }
