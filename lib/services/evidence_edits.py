"""Answer a KPI form, as long as no closed round holds the item."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer
from lib.domain.evidence_forms import BASELINE_ITEM, EvidenceForm
from lib.errors import WorkbenchError
from lib.ingest.refusals import NOTHING_SAVED
from lib.services.evidence_state import find_item, key_of, load_state
from lib.storage import evidence as kept_answers
from lib.storage.engine import Store, writing
from lib.storage.evidence_drafts import drop_draft
from lib.thai.text import clean_text
from lib.validation.evidence import check_answer, tidy_fields

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LONGEST_PAGE = 60


def save_answer(
    store: Store, form_id: str, fiscal_year_be: int, item_id: str, answer: Answer, *, by: str
) -> int:
    """Save มี/ไม่มี and the fields of one item; ``answer.version`` is the version the person saw.

    The person's draft of the item goes with it; drafts of others stay and are told of the save.

    Returns:
        The new version.

    Raises:
        WorkbenchError: a field cannot be read, or a closed round holds the item.
        EditConflict: somebody saved this item meanwhile.
    """
    form = load_form(form_id, fiscal_year_be)
    item = find_item(form, item_id)
    faults = check_answer(item, answer)
    if faults:
        raise WorkbenchError(
            " · ".join(fault.message for fault in faults), f"{faults[0].hint} {NOTHING_SAVED}"
        )
    tidied = replace(answer, fields=tidy_fields(item, answer.fields))
    with writing(store) as session:
        refuse_if_locked(session, form, item_id)
        version = kept_answers.save_answer(session, key_of(form), item_id, tidied, by=by)
        drop_draft(session, key_of(form), item_id, typed_by=by)
    return version


def save_baseline(
    store: Store,
    form_id: str,
    fiscal_year_be: int,
    results: Mapping[str, str],
    *,
    seen_version: int,
    by: str,
) -> int:
    """Save typed results of past years; keys are ``<row id>:<year>``, as in ``EvidencePage.baseline``.

    Returns:
        The new version.

    Raises:
        WorkbenchError: a row or year the form does not have.
    """
    form = load_form(form_id, fiscal_year_be)
    known = {f"{row.id}:{year}" for row in form.baseline for year in form.baseline_years}
    if set(results) - known:
        raise WorkbenchError(
            f"แบบ {form.code} ไม่มีช่องผลการดำเนินงาน {min(set(results) - known)}", f"เปิดหน้านี้ใหม่ {NOTHING_SAVED}"
        )
    typed = Answer("", {key: clean_text(text)[:_LONGEST_PAGE] for key, text in results.items()}, seen_version)
    with writing(store) as session:
        return kept_answers.save_answer(session, key_of(form), BASELINE_ITEM, typed, by=by)


def refuse_if_locked(session: "Session", form: EvidenceForm, item_id: str) -> None:
    """Hold the form and see that an item of it can be changed.

    Raises:
        WorkbenchError: a closed round holds the item.
    """
    kept_answers.hold_form(session, key_of(form))
    lock = load_state(session, form).lock_of(find_item(form, item_id))
    if lock is not None:
        raise lock
