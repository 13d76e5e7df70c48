"""Hand in the report of a round, take it back, close it for good."""

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import LevelResult, RoundRecord, RoundStatus
from lib.domain.evidence_forms import EvidenceForm
from lib.errors import WorkbenchError
from lib.services.evidence_state import find_round, key_of, load_state
from lib.storage.engine import Store, writing
from lib.storage.evidence import hold_form
from lib.storage.evidence_rounds import save_round, save_round_status


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
        submitted = RoundRecord(
            round_id, RoundStatus.SUBMITTED, result, state.counted_items(form_round), before.version
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
        save_round(session, key_of(form), RoundRecord(round_id, version=before.version), by=by)


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
        f"{name}{record.status.label} จึงทำรายการนี้ไม่ได้",
        f"{hints[record.status]} ข้อมูลเดิมไม่เปลี่ยน",
        code="K02",
    )
