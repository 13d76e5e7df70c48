"""What a person typed into a KPI form and has not saved: kept at each change, offered when they come back."""

from collections.abc import Mapping
from dataclasses import replace

from lib.catalog.evidence_forms import load_form
from lib.domain.evidence import Answer, AnswerChoice
from lib.domain.evidence_drafts import AnswerDraft
from lib.domain.evidence_items import FormItem
from lib.services.evidence_state import find_item, key_of
from lib.storage import evidence_drafts as kept
from lib.storage.engine import Store, reading, writing
from lib.storage.evidence import load_answers
from lib.validation.evidence import tidy_fields


def load_drafts(store: Store, form_id: str, fiscal_year_be: int, *, by: str) -> dict[str, AnswerDraft]:
    """Item id → what this person left unsaved; items without a draft are absent."""
    form = load_form(form_id, fiscal_year_be)
    with reading(store) as session:
        return kept.load_drafts(session, key_of(form), by)


def keep_draft(
    store: Store, form_id: str, fiscal_year_be: int, item_id: str, answer: Answer, *, by: str
) -> bool:
    """Keep what stands in the inputs of an item as this person's draft, whatever stands in them.

    Nothing is checked and no round refuses it: what was typed is never lost, saving it is another matter.

    Args:
        answer: as typed; ``version`` is the saved version the person saw.

    Returns:
        Whether there is a draft now; inputs that say what is saved are none, and an older draft goes.

    Raises:
        WorkbenchError: the form has no such item.
    """
    form = load_form(form_id, fiscal_year_be)
    item = find_item(form, item_id)
    with writing(store) as session:
        saved = load_answers(session, key_of(form)).get(item_id, Answer())
        if says_the_same(item, answer, saved):
            kept.drop_draft(session, key_of(form), item_id, typed_by=by)
            return False
        kept.keep_draft(session, key_of(form), item_id, _known_parts(item, answer), typed_by=by)
    return True


def drop_draft(store: Store, form_id: str, fiscal_year_be: int, item_id: str, *, by: str) -> None:
    """Throw this person's draft of an item away; what is saved stays."""
    form = load_form(form_id, fiscal_year_be)
    with writing(store) as session:
        kept.drop_draft(session, key_of(form), item_id, typed_by=by)


def says_the_same(item: FormItem, one: Answer, other: Answer) -> bool:
    """Whether two answers of an item would be kept alike; versions do not matter."""
    return (
        one.answer == other.answer
        and _given(one.sub_answers) == _given(other.sub_answers)
        and tidy_fields(item, one.fields) == tidy_fields(item, other.fields)
    )


def _known_parts(item: FormItem, answer: Answer) -> Answer:
    fields = {field.id: answer.fields.get(field.id, "") for field in item.fields}
    return replace(answer, fields=fields, sub_answers=_given(answer.sub_answers))


def _given(sub_answers: Mapping[str, AnswerChoice]) -> dict[str, AnswerChoice]:
    return {number: given for number, given in sub_answers.items() if given}
