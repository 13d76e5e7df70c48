"""A KPI form beside its past: what changed since the last round, and the year before as a start."""

from dataclasses import dataclass, replace

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, RoundRecord, RoundStatus
from lib.domain.evidence_changes import ItemChange, compare_with_snapshot
from lib.errors import WorkbenchError
from lib.services.evidence_state import key_of, load_state
from lib.storage.engine import Store, reading, writing
from lib.storage.evidence import hold_form, load_answers, save_answer
from lib.storage.evidence_rounds import load_editions, load_snapshot
from lib.validation.evidence import check_answer


@dataclass(frozen=True, slots=True)
class SinceLastRound:
    """The report handed in last, and every item that is not as it was then."""

    record: RoundRecord
    changes: tuple[ItemChange, ...]


def changes_since_last_round(store: Store, form_id: str, fiscal_year_be: int) -> SinceLastRound | None:
    """The form as it stands beside the report handed in last; None where none was this year."""
    form = load_form(form_id, fiscal_year_be)
    with reading(store) as session:
        handed_in = [
            each for each in load_editions(session, key_of(form)) if each.status is not RoundStatus.OPEN
        ]
        if not handed_in:
            return None
        # A copy of the form that came later in the year may know a round no more.
        order = list(
            dict.fromkeys((*(each.id for each in form.rounds), *(each.round_id for each in handed_in)))
        )
        last = max(handed_in, key=lambda each: (order.index(each.round_id), each.edition))
        snapshot = load_snapshot(session, key_of(form), last)
        state = load_state(session, form)
    if snapshot is None:
        return None
    return SinceLastRound(last, compare_with_snapshot(form, snapshot, state.answers, state.files))


def copyable_items(store: Store, form_id: str, fiscal_year_be: int) -> tuple[str, ...]:
    """Ids of items with texts last year and nothing yet this year; empty where there was no such form."""
    form = load_form(form_id, fiscal_year_be)
    with reading(store) as session:
        before = load_answers(session, replace(key_of(form), fiscal_year_be=fiscal_year_be - 1))
        now = load_answers(session, key_of(form))
    return tuple(
        item.id
        for item in form.items
        if item.id not in now and any(text for text in before.get(item.id, Answer()).fields.values())
    )


def copy_last_year(store: Store, form_id: str, fiscal_year_be: int, *, by: str) -> int:
    """Take over last year's texts where nothing is written yet, as a start; answers and evidence are not.

    Returns:
        How many items got a text.

    Raises:
        WorkbenchError: nothing can be taken over.
        EditConflict: somebody saved one of the items meanwhile.
    """
    form = load_form(form_id, fiscal_year_be)
    wanted = copyable_items(store, form_id, fiscal_year_be)
    if not wanted:
        raise WorkbenchError(
            f"ไม่มีข้อความของปีงบประมาณ {fiscal_year_be - 1} ที่นำมาใช้ได้", "กรอกแบบของปีนี้โดยตรง ข้อมูลเดิมไม่เปลี่ยน"
        )
    with writing(store) as session:
        hold_form(session, key_of(form))
        state = load_state(session, form)
        before = load_answers(session, replace(key_of(form), fiscal_year_be=fiscal_year_be - 1))
        n_copied = 0
        for item in (each for each in form.items if each.id in wanted and state.lock_of(each) is None):
            known = {field.id for field in item.fields}
            texts = {name: text for name, text in before[item.id].fields.items() if name in known}
            # A newer copy of the form may ask for something else under the same name.
            if any(texts.values()) and not check_answer(item, Answer("", texts)):
                save_answer(session, key_of(form), item.id, Answer("", texts), by=by)
                n_copied += 1
    return n_copied
