"""Whether the evidence of KPI forms is whole: rows, their files, earlier versions, reports handed in.

The history says which rows there must be; what a person took away is no loss, what merely vanished is one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.storage.check_results import CheckResult, make_result
from lib.storage.evidence_round_history import round_faults
from lib.storage.schema import audit, kpi_evidence, kpi_evidence_versions, kpi_rounds

_ACTS = ("attach_kpi_evidence", "replace_kpi_evidence", "remove_kpi_evidence", "return_kpi_evidence")
_NAME = "หลักฐานของตัวชี้วัด"


@dataclass(slots=True)
class _Row:
    """One piece of evidence: where it belongs, its file and the files before it."""

    place: str
    sha256: str
    earlier: list[str] = field(default_factory=list)


def check_evidence(session: Session, damaged: Mapping[str, str], known: set[str]) -> CheckResult:
    """Look at every piece of evidence and at every round.

    Args:
        damaged: sha256 → what is wrong with a stored file.
        known: sha256 of every file that the database names.
    """
    told, present = _told_rows(session), _present_rows(session)
    faults = [
        *_file_faults(session, damaged, known),
        *_row_faults(told, present),
        *round_faults(session),
    ]
    in_use = {sha for row in present.values() for sha in (row.sha256, *row.earlier)}
    kept = _ever_attached(session) - in_use
    remarks = (f"ไฟล์ของหลักฐานที่นำออกแล้ว {len(kept):,} ไฟล์ ยังเก็บไว้และนำกลับมาได้",) if kept else ()
    return make_result(_NAME, len(present), faults, remarks)


def _told_rows(session: Session) -> dict[int, _Row]:
    """The rows that the history leads to; an emptied sample office begins again."""
    found: dict[int, _Row] = {}
    lines = select(audit).where(audit.c.action.in_((*_ACTS, "start_own_office"))).order_by(audit.c.audit_id)
    for line in session.execute(lines):
        if line.action == "start_own_office":
            found.clear()
            continue
        number, sha256 = line.detail["evidence_id"], line.detail["sha256"]
        if line.action == "remove_kpi_evidence":
            found.pop(number, None)
        elif line.action == "replace_kpi_evidence":
            row = found.setdefault(number, _Row(line.subject, line.detail["before"]))
            row.earlier += [line.detail["before"]] if line.detail["before"] else []
            row.sha256 = sha256
        else:
            found[number] = _Row(line.subject, sha256, list(line.detail.get("earlier", ())))
    return found


def _present_rows(session: Session) -> dict[int, _Row]:
    found = {
        row.evidence_id: _Row(f"{row.form_id}/{row.fiscal_year_be}/{row.item_id}", row.sha256 or "")
        for row in session.execute(select(kpi_evidence))
    }
    versions = select(kpi_evidence_versions).order_by(kpi_evidence_versions.c.number)
    for row in session.execute(versions):
        if row.evidence_id in found:
            found[row.evidence_id].earlier.append(row.sha256)
    return found


def _row_faults(told: Mapping[int, _Row], present: Mapping[int, _Row]) -> Iterator[str]:
    for number, row in told.items():
        where = f"หลักฐานหมายเลข {number:,} ({row.place})"
        if number not in present:
            yield f"{where} หายไปโดยไม่มีประวัติการนำออก"
        elif present[number].place != row.place or present[number].sha256 != row.sha256:
            yield f"{where} ไม่ตรงกับประวัติการแนบ"
        elif present[number].earlier != row.earlier:
            yield f"{where} มีฉบับก่อนหน้า {len(present[number].earlier):,} ฉบับ ประวัติบอก {len(row.earlier):,} ฉบับ"
    for number in present.keys() - told.keys():
        yield f"หลักฐานหมายเลข {number:,} ({present[number].place}) ไม่มีประวัติการแนบ"


def _file_faults(session: Session, damaged: Mapping[str, str], known: set[str]) -> Iterator[str]:
    """Files of rows, of earlier versions and of reports handed in."""
    for place, file_name, sha256 in _named_files(session):
        if sha256 not in known:
            yield f"{place} อ้างไฟล์ {file_name} ซึ่งไม่มีในทะเบียนไฟล์"
        elif sha256 in damaged:
            yield f"{place} ไฟล์ {file_name}: {damaged[sha256]}"


def _named_files(session: Session) -> Iterator[tuple[str, str, str]]:
    for row in session.execute(select(kpi_evidence).where(kpi_evidence.c.sha256.is_not(None))):
        yield f"{row.form_id}/{row.fiscal_year_be}/{row.item_id}", row.file_name, row.sha256
    for row in session.execute(select(kpi_evidence_versions)):
        yield f"หลักฐานหมายเลข {row.evidence_id:,} ฉบับก่อนหน้าที่ {row.number}", row.file_name, row.sha256
    for row in session.execute(select(kpi_rounds)):
        for file in row.snapshot.get("files", ()):
            if file["sha256"]:
                place = f"รายงาน {row.form_id}/{row.fiscal_year_be} รอบ {row.round_id} ฉบับที่ {row.edition}"
                yield place, file["file_name"], file["sha256"]


def _ever_attached(session: Session) -> set[str]:
    lines = session.execute(select(audit.c.detail).where(audit.c.action.in_(_ACTS)))
    return {line.detail["sha256"] for line in lines} - {""}
