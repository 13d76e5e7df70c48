"""Everything known of one KPI form in one fiscal year, and which of its items can still be changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from lib.analysis.kpi_level import compute_level
from lib.domain.evidence import (
    Answer,
    EvidenceFile,
    LevelResult,
    MissingEvidence,
    RoundRecord,
    RoundStatus,
)
from lib.domain.evidence_forms import EvidenceForm, FormRound
from lib.domain.evidence_items import FormItem
from lib.errors import WorkbenchError
from lib.storage.evidence import FormKey, load_answers
from lib.storage.evidence_files import load_evidence
from lib.storage.evidence_rounds import load_rounds
from lib.validation.evidence import find_missing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_THAILAND = ZoneInfo("Asia/Bangkok")
_UNCHANGED = "ข้อมูลเดิมไม่เปลี่ยน"


@dataclass(frozen=True, slots=True)
class EvidenceState:
    """What is stored, and what each item still lacks.

    Attributes:
        answers: item id → answer; items never saved are absent.
        rounds: round id → record, one for every round of the form.
        missing: item id → what it lacks; complete items are absent.
    """

    form: EvidenceForm
    answers: Mapping[str, Answer]
    files: tuple[EvidenceFile, ...]
    rounds: Mapping[str, RoundRecord]
    missing: Mapping[str, MissingEvidence]

    def level_of(self, form_round: FormRound) -> LevelResult:
        """As submitted where the round was, else as the evidence stands now."""
        kept = self.rounds[form_round.id].result
        return kept or compute_level(self.form, self.missing, form_round)

    def counted_items(self, form_round: FormRound) -> frozenset[str]:
        """Complete items this round reports on: its own and those of earlier rounds."""
        return frozenset(item.id for item in self.form.reported_in(form_round) if item.id not in self.missing)

    def lock_of(self, item: FormItem) -> WorkbenchError | None:
        """Why an item cannot be changed, else None.

        What a closed round counted stays as it was reported. An item that was not complete then can still be
        completed for a later round, as long as one is open.
        """
        ids = [each.id for each in self.form.rounds]
        later = self.form.rounds[ids.index(item.round_id) :]
        closed = [each for each in later if self.rounds[each.id].status is not RoundStatus.OPEN]
        holding = [each for each in closed if item.id in self.rounds[each.id].counted_items]
        if not holding and len(closed) < len(later):
            return None
        frozen = [each for each in closed if self.rounds[each.id].status is RoundStatus.FROZEN]
        held_by = next((each for each in frozen if each in holding or not holding), (holding or closed)[0])
        status = self.rounds[held_by.id].status
        hint = (
            f"ถ้าต้องแก้ ให้เปิดฉบับแก้ไขของ{held_by.name} ก่อน {_UNCHANGED}"
            if status is RoundStatus.FROZEN
            else f"เรียก{held_by.name} กลับมาแก้ไขก่อน แล้วบันทึกใหม่ {_UNCHANGED}"
        )
        return WorkbenchError(
            f"ข้อ {item.number} อยู่ในรายงาน{held_by.name} ซึ่ง{status.label} จึงแก้ไขไม่ได้", hint, code="K02"
        )


def load_state(session: "Session", form: EvidenceForm) -> EvidenceState:
    """Read one form in the fiscal year it is used for."""
    key = key_of(form)
    answers, files, kept = load_answers(session, key), load_evidence(session, key), load_rounds(session, key)
    rounds = {each.id: kept.get(each.id, RoundRecord(each.id)) for each in form.rounds}
    return EvidenceState(form, answers, files, rounds, find_missing(form, answers, files))


def key_of(form: EvidenceForm) -> FormKey:
    return FormKey(form.id, form.fiscal_year_be)


def find_item(form: EvidenceForm, item_id: str) -> FormItem:
    """Raises WorkbenchError when the form has no such item."""
    item = form.item(item_id)
    if item is None:
        raise WorkbenchError(f"แบบ {form.code} ไม่มีข้อ {item_id}", f"เปิดหน้านี้ใหม่แล้วเลือกข้อจากแบบ {_UNCHANGED}")
    return item


def find_round(form: EvidenceForm, round_id: str | None, today: date | None = None) -> FormRound:
    """The named round, or the one being prepared on a day; raises WorkbenchError for an unknown one."""
    if round_id is None:
        return form.round_on(today or datetime.now(_THAILAND).date())
    found = form.round(round_id)
    if found is None:
        known = ", ".join(each.id for each in form.rounds)
        raise WorkbenchError(f"แบบ {form.code} ไม่มีรอบ {round_id}", f"เลือกรอบ {known}")
    return found
