"""Files that stood in an evidence row before its present one."""

from datetime import UTC, datetime

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from lib.domain.evidence import EarlierFile, EvidenceFile
from lib.errors import WorkbenchError
from lib.storage.audit import record
from lib.storage.evidence import FormKey
from lib.storage.schema import kpi_evidence, kpi_evidence_versions
from lib.storage.versioned import save_versioned


def earlier_files(session: Session, key: FormKey) -> dict[int, tuple[EarlierFile, ...]]:
    """Evidence id → the files it had before, the oldest first."""
    query = (
        select(kpi_evidence_versions)
        .join(kpi_evidence, kpi_evidence.c.evidence_id == kpi_evidence_versions.c.evidence_id)
        .where(key.where(kpi_evidence))
        .order_by(kpi_evidence_versions.c.evidence_id, kpi_evidence_versions.c.number)
    )
    found: dict[int, tuple[EarlierFile, ...]] = {}
    for row in session.execute(query):
        file = EarlierFile(row.number, row.sha256, row.file_name, row.reason, row.saved_at, row.saved_by)
        found[row.evidence_id] = (*found.get(row.evidence_id, ()), file)
    return found


def replace_evidence(
    session: Session, key: FormKey, file: EvidenceFile, new: EvidenceFile, *, reason: str, by: str
) -> int:
    """Put a newer registered file in the place of the one seen, which is kept as an earlier version.

    Args:
        file: as the person saw it.
        new: with the newer ``sha256`` and ``file_name``; nothing else of it is used.

    Returns:
        The new version of the row.

    Raises:
        EditConflict: somebody saved this row meanwhile, or removed it.
        WorkbenchError: the newer file proves this item already.
    """
    values = {"sha256": new.sha256, "file_name": new.file_name}
    here = key.columns | {"evidence_id": file.evidence_id}
    try:
        with session.begin_nested():
            version = save_versioned(session, kpi_evidence, here, values, seen_version=file.version, by=by)
    except IntegrityError as error:
        raise WorkbenchError(
            f"{new.file_name} แนบกับข้อนี้อยู่แล้ว จึงไม่ได้แทน {file.title}", "เลือกไฟล์อื่น ข้อมูลเดิมไม่เปลี่ยน"
        ) from error
    if file.sha256:
        earlier = {
            "evidence_id": file.evidence_id,
            "number": len(file.earlier) + 1,
            "sha256": file.sha256,
            "file_name": file.file_name,
            "reason": reason,
            "saved_at": datetime.now(UTC),
            "saved_by": by,
        }
        session.execute(insert(kpi_evidence_versions).values(earlier))
    detail = {"evidence_id": file.evidence_id, "before": file.sha256, "reason": reason, **values}
    record(session, by=by, action="replace_kpi_evidence", subject=key.subject(file.item_id), detail=detail)
    return version
