"""The page of a KPI form: the form with all that was entered, and its level (evidence_edits changes it)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import (
    Answer,
    EvidenceFile,
    LevelResult,
    MissingEvidence,
    RoundRecord,
)
from lib.domain.evidence_forms import BASELINE_ITEM, EvidenceForm, FormRound
from lib.domain.evidence_removed import RemovedEvidence
from lib.errors import WorkbenchError
from lib.services.evidence_past import PastYear, load_past, load_results
from lib.services.evidence_state import find_round, key_of, load_state
from lib.storage.engine import Store, reading
from lib.storage.evidence_removed import removed_evidence
from lib.storage.evidence_rounds import load_editions


@dataclass(frozen=True, slots=True)
class RoundView:
    """One round with its last day, its state and its level."""

    form_round: FormRound
    due: date
    record: RoundRecord
    level: LevelResult


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """What the page shows.

    Attributes:
        answers: item id → answer, one for every item.
        missing: item id → what it lacks; complete items are absent.
        rounds: in the order of the form.
        current_round_id: the round being prepared today.
        locked: item id → why it cannot be changed; changeable items are absent.
        results: baseline row id → results of ``form.baseline_years``, ``-`` where unknown.
        past: the same years with the rounds they come from.
        baseline: what was typed for past years, with its version; field ids are ``<row id>:<year>``.
        editions: every edition of every round, the oldest first.
        removed: evidence taken away and not brought back, the latest first.
    """

    form: EvidenceForm
    answers: Mapping[str, Answer]
    files: tuple[EvidenceFile, ...]
    missing: Mapping[str, MissingEvidence]
    rounds: tuple[RoundView, ...]
    current_round_id: str
    locked: Mapping[str, WorkbenchError]
    results: Mapping[str, tuple[str, ...]]
    past: tuple[PastYear, ...]
    baseline: Answer
    editions: tuple[RoundRecord, ...]
    removed: tuple[RemovedEvidence, ...]

    @property
    def stray_files(self) -> tuple[EvidenceFile, ...]:
        """Evidence of items that an earlier copy of the form had in this year."""
        return tuple(file for file in self.files if self.form.item(file.item_id) is None)

    def files_of(self, item_id: str) -> tuple[EvidenceFile, ...]:
        return tuple(file for file in self.files if file.item_id == item_id)


def load_evidence_page(
    store: Store, form_id: str, fiscal_year_be: int, *, today: date | None = None
) -> EvidencePage:
    """Read a form with all that was entered for a fiscal year.

    Raises:
        WorkbenchError: no copy of the form serves that year.
    """
    form = load_form(form_id, fiscal_year_be)
    with reading(store) as session:
        state = load_state(session, form)
        results, past = load_results(session, state), load_past(session, state)
        editions = load_editions(session, key_of(form))
        removed = removed_evidence(session, key_of(form))
    locks = {item.id: state.lock_of(item) for item in form.items}
    return EvidencePage(
        form=form,
        answers={item.id: state.answers.get(item.id, Answer()) for item in form.items},
        files=state.files,
        missing=state.missing,
        rounds=tuple(
            RoundView(each, form.due_date(each), state.rounds[each.id], state.level_of(each))
            for each in form.rounds
        ),
        current_round_id=find_round(form, None, today).id,
        locked={item_id: lock for item_id, lock in locks.items() if lock is not None},
        results=results,
        past=past,
        baseline=state.answers.get(BASELINE_ITEM, Answer()),
        editions=editions,
        removed=removed,
    )


def computed_level(
    store: Store,
    form_id: str,
    fiscal_year_be: int,
    round_id: str | None = None,
    *,
    today: date | None = None,
) -> LevelResult:
    """The level of a round, by default of the one being prepared today; as reported once it was submitted."""
    form = load_form(form_id, fiscal_year_be)
    form_round = find_round(form, round_id, today)
    with reading(store) as session:
        return load_state(session, form).level_of(form_round)


def fall_in_words(form: EvidenceForm, before: LevelResult, now: LevelResult) -> str:
    """That a level fell and which items brought it down; empty where it did not."""
    if now.level >= before.level:
        return ""
    was = {each.item_id: each.needs for each in before.missing}
    because = [
        f"ข้อ {each.number} {', '.join(need for need in each.needs if need not in was.get(each.item_id, ()))}"
        for each in now.missing
        if each.needs != was.get(each.item_id)
    ]
    why = f" เพราะ {' · '.join(because)}" if because else ""
    return f"{form.indicator_label} ลดจาก{form.label_of(before.level)} เป็น{form.label_of(now.level)}{why}"


def level_as_json(form: EvidenceForm, result: LevelResult) -> dict[str, object]:
    """A level as the command line prints it."""
    return {
        "form": form.id,
        "fiscal_year": form.fiscal_year_be,
        "round": result.round_id,
        "level": result.level,
        "cap": result.cap,
        "reasons": list(result.reasons),
        "missing": [
            {"item": each.item_id, "level": each.level, "needs": list(each.needs)} for each in result.missing
        ],
    }
