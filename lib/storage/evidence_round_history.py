"""Whether the rounds of KPI forms are as the history left them: none gone, opened or altered behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.domain.evidence import RoundStatus
from lib.storage.schema import audit, kpi_rounds

_CLAIM = "kpi_round_claim"
_STATES = {f"kpi_round_{status.value}": status for status in RoundStatus}
_ACTS = (_CLAIM, *_STATES, "start_own_office")


@dataclass(slots=True)
class _Told:
    """What the history says of one edition of a round."""

    status: RoundStatus = RoundStatus.OPEN
    snapshot: Mapping[str, object] = field(default_factory=dict)
    claim: tuple[int | None, str] = (None, "")


def round_faults(session: Session) -> Iterator[str]:
    """One sentence for each edition that is not as it was left."""
    told = _told_editions(session)
    rows = select(kpi_rounds).order_by(kpi_rounds.c.round_id, kpi_rounds.c.edition)
    present = {
        (f"{row.form_id}/{row.fiscal_year_be}/round {row.round_id}", row.edition): row
        for row in session.execute(rows)
    }
    for (subject, edition), row in present.items():
        left = told.get((subject, edition), _Told())
        where = f"รายงาน {subject} ฉบับที่ {edition}"
        if row.snapshot and row.snapshot != left.snapshot:
            yield f"{where} ไม่ตรงกับที่ส่งไว้"
        if row.status != left.status.value:
            yield f"{where} มีสถานะ {RoundStatus(row.status).label} แต่ประวัติบอกว่า {left.status.label}"
        if (row.claimed_level, row.claimed_reason) != left.claim:
            yield f"{where} มีระดับที่สำนักงานระบุไม่ตรงกับประวัติ"
    for subject, edition in told.keys() - present.keys():
        yield f"รายงาน {subject} ฉบับที่ {edition} หายไปโดยไม่มีประวัติการลบ"


def _told_editions(session: Session) -> dict[tuple[str, int], _Told]:
    """Subject and edition → how the history left it; an emptied sample office begins again."""
    found: dict[tuple[str, int], _Told] = {}
    newest: dict[str, int] = {}
    lines = select(audit).where(audit.c.action.in_(_ACTS)).order_by(audit.c.audit_id)
    for line in session.execute(lines):
        if line.action == "start_own_office":
            found.clear()
            newest.clear()
            continue
        edition = newest.setdefault(line.subject, 1)
        left = found.setdefault((line.subject, edition), _Told())
        if line.action == _CLAIM:
            left.claim = (line.detail["claimed_level"], line.detail["claimed_reason"])
            continue
        status = _STATES[line.action]
        if status is RoundStatus.OPEN and left.status is RoundStatus.FROZEN:
            newest[line.subject] = edition + 1
            found[line.subject, edition + 1] = _Told()
            continue
        left.status = status
        if status is not RoundStatus.FROZEN:
            left.snapshot = dict(line.detail or {})
    return found
