"""Answer a KPI form, as long as no closed round holds the item."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from lib.catalog.evidence_forms import find_form_ids, load_form
from lib.domain.evidence import Answer
from lib.domain.evidence_forms import BASELINE_ITEM, EvidenceForm
from lib.domain.evidence_items import EvidenceField, FieldType
from lib.errors import WorkbenchError
from lib.ingest.evidence_persons import refuse_numbers_of_persons
from lib.ingest.refusals import NOTHING_SAVED
from lib.services.evidence_state import find_item, key_of, load_state
from lib.storage import evidence as kept_answers
from lib.storage.engine import Store, reading, writing
from lib.storage.evidence_drafts import drop_draft
from lib.thai.text import clean_text
from lib.validation.evidence import check_answer, field_fault, tidy_fields

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_LONGEST_PAGE = 60
_YEARS_OF_PROJECTS = 3


def save_answer(
    store: Store, form_id: str, fiscal_year_be: int, item_id: str, answer: Answer, *, by: str
) -> int:
    """Save มี/ไม่มี and the fields of one item; ``answer.version`` is the version the person saw.

    The person's draft of the item goes with it; drafts of others stay and are told of the save.

    Returns:
        The new version.

    Raises:
        WorkbenchError: a field cannot be read or holds the number of a person, or a closed round holds the
            item.
        EditConflict: somebody saved this item meanwhile.
    """
    form = load_form(form_id, fiscal_year_be)
    item = find_item(form, item_id)
    faults = check_answer(item, answer)
    if faults:
        raise WorkbenchError(
            " · ".join(fault.message for fault in faults), f"{faults[0].hint} {NOTHING_SAVED}"
        )
    refuse_numbers_of_persons(*answer.fields.values())
    tidied = replace(answer, fields=tidy_fields(item, answer.fields))
    with writing(store) as session:
        refuse_if_locked(session, form, item_id)
        version = kept_answers.save_answer(session, key_of(form), item_id, tidied, by=by)
        drop_draft(session, key_of(form), item_id, typed_by=by)
    return version


def fault_of(field: EvidenceField, text: str) -> str:
    """Why a text cannot be kept in a blank and what to do, in one line; empty where it can."""
    return " ".join(field_fault(field, text)).strip()


def known_projects(store: Store, fiscal_year_be: int) -> tuple[str, ...]:
    """Names of projects written in any KPI form of this year or the two before, the latest first."""
    found: dict[str, None] = {}
    with reading(store) as session:
        for year in range(fiscal_year_be, fiscal_year_be - _YEARS_OF_PROJECTS, -1):
            for form_id in find_form_ids(year):
                form = load_form(form_id, year)
                answers = kept_answers.load_answers(session, key_of(form))
                for item in form.items:
                    for field in (each for each in item.fields if each.type is FieldType.PROJECT):
                        text = answers.get(item.id, Answer()).fields.get(field.id, "")
                        found |= dict.fromkeys(line for line in text.splitlines() if line)
    return tuple(found)


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
    refuse_numbers_of_persons(*results.values())
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
