"""Answers, evidence and rounds of the KPI forms; every function is about one form in one fiscal year."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Table, and_, delete, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.sql import ColumnElement

from lib.domain.evidence import Answer, EvidenceFile
from lib.storage.audit import record
from lib.storage.schema import kpi_answers, kpi_evidence, stored_files
from lib.storage.versioned import save_versioned


@dataclass(frozen=True, slots=True)
class FormKey:
    """Which form, in which fiscal year."""

    form_id: str
    fiscal_year_be: int

    @property
    def columns(self) -> dict[str, object]:
        return {"form_id": self.form_id, "fiscal_year_be": self.fiscal_year_be}

    def where(self, table: Table) -> ColumnElement[bool]:
        return and_(table.c.form_id == self.form_id, table.c.fiscal_year_be == self.fiscal_year_be)

    def subject(self, part: str) -> str:
        """How the history names a part of the form."""
        return f"{self.form_id}/{self.fiscal_year_be}/{part}"


def hold_form(session: Session, key: FormKey) -> None:
    """Let one writer at a time work on a form, so that no answer slips in while its round is being closed."""
    # SQLite needs nothing: its writing transactions already follow one another.
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtext(key.subject("")))))


def load_answers(session: Session, key: FormKey) -> dict[str, Answer]:
    """Item id → answer; items never saved are absent."""
    rows = session.execute(select(kpi_answers).where(key.where(kpi_answers)))
    return {row.item_id: Answer(row.answer, dict(row.fields), row.version) for row in rows}


def save_answer(session: Session, key: FormKey, item_id: str, answer: Answer, *, by: str) -> int:
    """Save one item; ``answer.version`` is the version the person had before them.

    Returns:
        The new version.

    Raises:
        EditConflict: somebody saved this item meanwhile.
    """
    values = {"answer": answer.answer, "fields": dict(answer.fields)}
    version = save_versioned(
        session,
        kpi_answers,
        key.columns | {"item_id": item_id},
        values,
        seen_version=answer.version,
        by=by,
    )
    record(session, by=by, action="save_kpi_answer", subject=key.subject(item_id), detail=values)
    return version


def load_evidence(session: Session, key: FormKey) -> tuple[EvidenceFile, ...]:
    """All evidence rows in the order they were attached."""
    query = select(kpi_evidence).where(key.where(kpi_evidence)).order_by(kpi_evidence.c.evidence_id)
    return tuple(
        EvidenceFile(
            row.evidence_id,
            row.item_id,
            row.sha256,
            row.file_name,
            row.title,
            row.kind,
            row.page,
            row.note,
            row.accepted,
            row.version,
            row.saved_at,
        )
        for row in session.execute(query)
    )


def count_bytes(session: Session, key: FormKey) -> int:
    """Size of the originals that a form's evidence names, one attached to several items counted once."""
    named = select(kpi_evidence.c.sha256).where(key.where(kpi_evidence))
    total = select(func.coalesce(func.sum(stored_files.c.n_bytes), 0)).where(stored_files.c.sha256.in_(named))
    return int(session.execute(total).scalar_one())


def add_evidence(session: Session, key: FormKey, file: EvidenceFile, *, by: str) -> int:
    """Attach a registered file to an item; the same content attached again changes nothing.

    Args:
        file: its ``evidence_id``, ``version`` and ``saved_at`` are not used.

    Returns:
        The evidence id.
    """
    values = key.columns | {"item_id": file.item_id, "sha256": file.sha256} | _describing(file)
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
    """Detach a file from its item; the stored bytes and the line in the history stay."""
    here = and_(key.where(kpi_evidence), kpi_evidence.c.evidence_id == file.evidence_id)
    removed = session.execute(delete(kpi_evidence).where(here).returning(kpi_evidence.c.evidence_id)).first()
    if removed is None:
        return
    detail = {"evidence_id": file.evidence_id, "sha256": file.sha256, "file_name": file.file_name}
    record(session, by=by, action="remove_kpi_evidence", subject=key.subject(file.item_id), detail=detail)


def _describing(file: EvidenceFile) -> dict[str, object]:
    """The columns a person edits."""
    return {
        "title": file.title,
        "kind": file.kind,
        "page": file.page,
        "note": file.note,
        "accepted": file.accepted,
    }
