"""Hand in the report of a round, take it back, close it for good, correct a closed one by a new edition."""

from dataclasses import replace

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import LevelResult, RoundRecord, RoundStatus
from lib.domain.evidence_forms import EvidenceForm
from lib.errors import WorkbenchError
from lib.ingest.evidence_persons import refuse_numbers_of_persons
from lib.services.evidence_state import find_round, key_of, load_state
from lib.storage.engine import Store, writing
from lib.storage.evidence import hold_form
from lib.storage.evidence_rounds import save_claim as keep_claim
from lib.storage.evidence_rounds import save_round, save_round_status
from lib.thai.text import clean_text


def submit_round(store: Store, form_id: str, fiscal_year_be: int, round_id: str, *, by: str) -> LevelResult:
    """Hand in a round: its level, answers and evidence are kept as they stand, its counted items locked.

    Returns:
        The level as reported.

    Raises:
        WorkbenchError: the round was already handed in.
    """
    form = load_form(form_id, fiscal_year_be)
    form_round = find_round(form, round_id)
    with writing(store) as session:
        hold_form(session, key_of(form))
        state = load_state(session, form)
        before = state.rounds[round_id]
        _require(before, RoundStatus.OPEN, form, round_id)
        result = state.level_of(form_round)
        submitted = replace(
            before,
            status=RoundStatus.SUBMITTED,
            result=result,
            counted_items=state.counted_items(form_round),
        )
        save_round(session, key_of(form), submitted, by=by, answers=state.answers, files=state.files)
    return result


def reopen_round(store: Store, form_id: str, fiscal_year_be: int, round_id: str, *, by: str) -> None:
    """Take a submitted round back; what it said stays in the history.

    Raises:
        WorkbenchError: the round is open or frozen.
    """
    form = load_form(form_id, fiscal_year_be)
    find_round(form, round_id)
    with writing(store) as session:
        hold_form(session, key_of(form))
        before = load_state(session, form).rounds[round_id]
        _require(before, RoundStatus.SUBMITTED, form, round_id)
        reopened = replace(before, status=RoundStatus.OPEN, result=None, counted_items=frozenset())
        save_round(session, key_of(form), reopened, by=by)


def freeze_round(store: Store, form_id: str, fiscal_year_be: int, round_id: str, *, by: str) -> None:
    """Close a submitted round for good.

    Raises:
        WorkbenchError: the round is open or already frozen.
    """
    form = load_form(form_id, fiscal_year_be)
    find_round(form, round_id)
    with writing(store) as session:
        hold_form(session, key_of(form))
        before = load_state(session, form).rounds[round_id]
        _require(before, RoundStatus.SUBMITTED, form, round_id)
        save_round_status(session, key_of(form), before, RoundStatus.FROZEN, by=by)


def open_correction(
    store: Store, form_id: str, fiscal_year_be: int, round_id: str, *, reason: str, by: str
) -> int:
    """Begin a new edition of a closed round; the closed one stays as it was reported.

    Returns:
        The number of the new edition.

    Raises:
        WorkbenchError: the round is not closed, or no reason is given.
        EditConflict: somebody else began a correction meanwhile.
    """
    form = load_form(form_id, fiscal_year_be)
    find_round(form, round_id)
    refuse_numbers_of_persons(reason)
    told = clean_text(reason)
    if not told:
        raise WorkbenchError("ยังไม่ได้ระบุเหตุผลที่ต้องแก้ไขรอบที่ปิดแล้ว", "เขียนเหตุผลสั้น ๆ แล้วลองใหม่ ข้อมูลเดิมไม่เปลี่ยน")
    with writing(store) as session:
        hold_form(session, key_of(form))
        before = load_state(session, form).rounds[round_id]
        _require(before, RoundStatus.FROZEN, form, round_id)
        correction = RoundRecord(round_id, edition=before.edition + 1, reason=told)
        save_round(session, key_of(form), correction, by=by)
    return correction.edition


def save_claim(
    store: Store,
    form_id: str,
    fiscal_year_be: int,
    round_id: str,
    level: int | None,
    *,
    reason: str,
    seen_version: int,
    by: str,
) -> int:
    """Keep the level an office claims for an open round, beside the computed one.

    Args:
        level: None takes the claim back.
        reason: why it differs from what the evidence gives.

    Returns:
        The new version of the round.

    Raises:
        WorkbenchError: the form has no such level, or the round is not open.
        EditConflict: somebody changed this round meanwhile.
    """
    form = load_form(form_id, fiscal_year_be)
    find_round(form, round_id)
    refuse_numbers_of_persons(reason)
    if level is not None and not 0 <= level <= len(form.levels):
        raise WorkbenchError(f"แบบ {form.code} ไม่มีระดับ {level}", "เลือกระดับจากรายการ ข้อมูลเดิมไม่เปลี่ยน")
    with writing(store) as session:
        hold_form(session, key_of(form))
        before = load_state(session, form).rounds[round_id]
        _require(before, RoundStatus.OPEN, form, round_id)
        claimed = replace(
            before, claimed_level=level, claimed_reason=clean_text(reason), version=seen_version
        )
        return keep_claim(session, key_of(form), claimed, by=by)


def _require(record: RoundRecord, status: RoundStatus, form: EvidenceForm, round_id: str) -> None:
    if record.status is status:
        return
    hints = {
        RoundStatus.OPEN: "ส่งรอบนี้ก่อน",
        RoundStatus.SUBMITTED: "เรียกรอบกลับมาแก้ไขก่อนหากต้องการส่งใหม่",
        RoundStatus.FROZEN: "รอบที่ปิดแล้วเปลี่ยนไม่ได้",
    }
    name = find_round(form, round_id).name
    raise WorkbenchError(
        f"{name} {record.status.label} จึงทำรายการนี้ไม่ได้",
        f"{hints[record.status]} ข้อมูลเดิมไม่เปลี่ยน",
        code="K02",
    )
