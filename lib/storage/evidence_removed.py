"""Evidence taken away from an item, as the history keeps it, and back again."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TypedDict

from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.domain.evidence import EarlierFile, EvidenceFile
from lib.domain.evidence_removed import RemovedEvidence
from lib.errors import WorkbenchError
from lib.storage.audit import record
from lib.storage.evidence import FormKey
from lib.storage.schema import audit, kpi_evidence, kpi_evidence_versions

_REMOVED, _RETURNED = "remove_kpi_evidence", "return_kpi_evidence"
_DESCRIBING = ("title", "kind", "page", "note", "accepted", "dated_on", "link", "held_at")


class _Earlier(TypedDict):
    number: int
    sha256: str
    file_name: str
    reason: str
    saved_at: str
    saved_by: str


class _Detail(TypedDict):
    evidence_id: int
    sha256: str
    file_name: str
    title: str
    kind: str
    page: str
    note: str
    accepted: bool
    dated_on: str
    link: str
    held_at: str
    earlier: list[_Earlier]


def removal_detail(file: EvidenceFile, described: Mapping[str, object]) -> dict[str, object]:
    """What the history must keep of a piece of evidence so that it can be brought back whole."""
    earlier = [
        {
            "number": each.number,
            "sha256": each.sha256,
            "file_name": each.file_name,
            "reason": each.reason,
            "saved_at": each.saved_at.isoformat(),
            "saved_by": each.saved_by,
        }
        for each in file.earlier
    ]
    named = {"evidence_id": file.evidence_id, "sha256": file.sha256, "file_name": file.file_name}
    return {**named, **described, "earlier": earlier}


def removed_evidence(session: Session, key: FormKey) -> tuple[RemovedEvidence, ...]:
    """What was taken away from a form and not brought back, the latest first."""
    ours = audit.c.subject.startswith(key.subject(""), autoescape=True)
    began = select(func.coalesce(func.max(audit.c.audit_id), 0)).where(audit.c.action == "start_own_office")
    lines = session.execute(
        select(audit)
        .where(ours, audit.c.action.in_((_REMOVED, _RETURNED)), audit.c.audit_id > began.scalar_subquery())
        .order_by(audit.c.audit_id.desc())
    ).all()
    back = {line.detail["line"] for line in lines if line.action == _RETURNED}
    return tuple(
        RemovedEvidence(
            line.audit_id,
            _file_of(line.subject.removeprefix(key.subject("")), line.detail),
            line.at,
            line.by,
        )
        for line in lines
        # Lines older than the bringing back do not say enough.
        if line.action == _REMOVED and line.audit_id not in back and "title" in line.detail
    )


def return_evidence(session: Session, key: FormKey, removed: RemovedEvidence, *, by: str) -> int:
    """Attach a piece of evidence again as it was, with its earlier versions.

    Returns:
        Its new evidence id.

    Raises:
        WorkbenchError: the same file was attached to this item meanwhile.
    """
    file = removed.file
    values = {name: getattr(file, name) for name in _DESCRIBING}
    values["dated_on"] = file.dated_on.isoformat() if file.dated_on else ""
    row = key.columns | {"item_id": file.item_id, "sha256": file.sha256 or None, "file_name": file.file_name}
    stamp = {"version": 1, "saved_at": datetime.now(UTC), "saved_by": by}
    try:
        with session.begin_nested():
            adding = insert(kpi_evidence).values(**row, **values, **stamp)
            evidence_id = int(session.execute(adding.returning(kpi_evidence.c.evidence_id)).scalar_one())
    except IntegrityError as error:
        raise WorkbenchError(
            f"{file.title} แนบกับข้อนี้อยู่แล้ว จึงไม่ได้นำกลับมาซ้ำ", "ตรวจรายการหลักฐานของข้อนี้ ข้อมูลเดิมไม่เปลี่ยน"
        ) from error
    for each in file.earlier:
        session.execute(
            insert(kpi_evidence_versions).values(
                evidence_id=evidence_id,
                number=each.number,
                sha256=each.sha256,
                file_name=each.file_name,
                reason=each.reason,
                saved_at=each.saved_at,
                saved_by=each.saved_by,
            )
        )
    detail = {
        "evidence_id": evidence_id,
        "sha256": file.sha256,
        "line": removed.line,
        "earlier": [each.sha256 for each in file.earlier],
    }
    record(session, by=by, action="return_kpi_evidence", subject=key.subject(file.item_id), detail=detail)
    return evidence_id


def _file_of(item_id: str, detail: _Detail) -> EvidenceFile:
    earlier = (
        EarlierFile(
            each["number"],
            each["sha256"],
            each["file_name"],
            each["reason"],
            datetime.fromisoformat(each["saved_at"]),
            each["saved_by"],
        )
        for each in detail["earlier"]
    )
    return EvidenceFile(
        detail["evidence_id"],
        item_id,
        detail["sha256"],
        detail["file_name"],
        detail["title"],
        detail["kind"],
        detail["page"],
        detail["note"],
        detail["accepted"],
        dated_on=date.fromisoformat(detail["dated_on"]) if detail["dated_on"] else None,
        link=detail["link"],
        held_at=detail["held_at"],
        earlier=tuple(earlier),
    )
