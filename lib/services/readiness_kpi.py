"""Checks of the KPI forms: begun, handed in on time, the level said and the level computed."""

from collections.abc import Iterator

from lib.domain.evidence import RoundStatus
from lib.services.evidence import EvidencePage, RoundView
from lib.services.evidence_focus import due_in_words, focus_round, is_begun
from lib.services.readiness import Check
from lib.services.readiness_state import ReleaseState
from lib.thai.dates import format_date

_PAGE = "pages/kpi_form.py"
_DAYS_NEAR = 30


def kpi_checks(state: ReleaseState) -> Iterator[Check]:
    """One line per form, one more for each level that differs; nothing where forms are not asked."""
    if state.forms is None:
        return
    if not any(is_begun(page) for page in state.forms):
        yield Check("ask", "ยังไม่ได้กรอกแบบ ARS 46 ของปีงบประมาณ", _PAGE)
        return
    for page in state.forms:
        if is_begun(page):
            yield from _claims(page)
            yield _round(page, state)


def _round(page: EvidencePage, state: ReleaseState) -> Check:
    late = [view for view in page.rounds if _is_open(view) and view.due < state.today]
    if len(late) > 1:
        listed = " · ".join(f"{view.form_round.name} ({format_date(view.due, short=True)})" for view in late)
        told = f"แบบ {page.form.code} ยังไม่ส่ง {len(late):,} รอบที่เลยกำหนดแล้ว: {listed}"
        return Check("ask", told, _PAGE, detail=f"{late[-1].form_round.name} {_evidence(late[-1])}")
    view = late[0] if late else focus_round(page)
    told = f"แบบ {page.form.code} {view.form_round.name}"
    if _is_open(view) and (view.due - state.today).days <= _DAYS_NEAR:
        due = f"{due_in_words(view.due, state.today)} ({format_date(view.due, short=True)})"
        return Check("ask", f"{told} ยังไม่ส่ง {due}", _PAGE, detail=_evidence(view))
    status = "ยังไม่ถึงเวลาส่ง" if _is_open(view) else view.record.status.label
    return Check("done", f"{told} {status}", detail=_evidence(view))


def _evidence(view: RoundView) -> str:
    """The level that the evidence gives, never to be read as a form that was handed in."""
    level = f"ระดับ {view.level.level} จาก {view.level.cap} ระดับของรอบนี้"
    if not _is_open(view):
        return level
    lacking = ", ".join(str(each.number) for each in view.level.missing)
    left = f"ขาดหลักฐานข้อ {lacking}" if lacking else "หลักฐานครบแล้ว เหลือกดส่งรอบในหน้าแบบ ARS 46"
    return f"หลักฐานที่กรอกไว้ให้{level} {left}"


def _claims(page: EvidencePage) -> Iterator[Check]:
    """A level said beside another computed is an error without a reason, and a question with one."""
    for view in page.rounds:
        claimed = view.record.claimed_level
        if claimed is None or claimed == view.level.level:
            continue
        told = (
            f"แบบ {page.form.code} {view.form_round.name} แจ้งระดับ {claimed} แต่หลักฐานให้ระดับ {view.level.level}"
        )
        if view.record.claimed_reason:
            yield Check("ask", f"{told} เหตุผลที่ให้ไว้: {view.record.claimed_reason}", _PAGE)
        else:
            yield Check("block", f"{told} และไม่มีเหตุผล", _PAGE)


def _is_open(view: RoundView) -> bool:
    return view.record.status is RoundStatus.OPEN
