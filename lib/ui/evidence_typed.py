"""What stands in the inputs of an item of a KPI form, kept as a draft at each change."""

import streamlit as st

from lib.domain.evidence import Answer
from lib.domain.evidence_drafts import AnswerDraft
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.evidence_items import EvidenceField, FieldType, FormItem
from lib.services.evidence_drafts import keep_draft
from lib.storage.engine import Store
from lib.ui.dates import picked_date
from lib.ui.messages import errors_shown
from lib.ui.resources import who
from lib.ui.versions import first_key, forget_seen, seen_version, widget_key


def field_key(key: str, field_id: str) -> str:
    """Key of the input of a blank; ``key`` is the item's."""
    return f"{widget_key(key, 'field')}-{field_id}"


def sub_key(key: str, number: str) -> str:
    """Key of the input of a sub-criterion."""
    return f"{widget_key(key, 'sub')}-{number}"


def typed_answer(item: FormItem, key: str, version: int) -> Answer:
    """The answer as it stands in the inputs; an incomplete date as its parts."""
    subs = {each.number: st.session_state.get(sub_key(key, each.number)) for each in item.sub_criteria}
    return Answer(
        st.session_state.get(first_key(key)) or "",
        {field.id: typed_text(field, field_key(key, field.id)) for field in item.fields},
        version,
        {number: given for number, given in subs.items() if given},
    )


def typed_text(field: EvidenceField, key: str) -> str:
    """The text of one blank; names of projects one a line."""
    if field.type is FieldType.DATE_BE:
        return picked_date(key)
    value = st.session_state.get(key)
    if field.type is FieldType.PROJECT:
        return "\n".join(value or ())
    return "" if value is None else str(value)


def keep_typed(store: Store, form: EvidenceForm, item: FormItem, key: str, version: int) -> None:
    """Keep the inputs as this person's draft; for ``on_change``, which runs even when the page is left."""
    if not _all_drawn(item, key):
        return
    typed = typed_answer(item, key, version)
    with errors_shown():
        if keep_draft(store, form.id, form.fiscal_year_be, item.id, typed, by=who()):
            st.session_state[f"{key}-drafted"] = first_key(key)
        else:
            st.session_state.pop(f"{key}-drafted", None)


def _all_drawn(item: FormItem, key: str) -> bool:
    """Whether every input is there; one that is gone would read as emptied."""
    keys = [first_key(key), *(sub_key(key, each.number) for each in item.sub_criteria)]
    for field in item.fields:
        name = field_key(key, field.id)
        keys.append(f"{name}-day" if field.type is FieldType.DATE_BE else name)
    return all(each in st.session_state for each in keys)


def is_drafted_here(key: str) -> bool:
    """Whether the draft of an item is what stands in the inputs before the person."""
    return bool(st.session_state.get(f"{key}-drafted") == first_key(key))


def start_answer(key: str, saved: Answer) -> Answer:
    """What the inputs begin with: the draft a person goes on with, else the answer saved then."""
    adopted: Answer | None = st.session_state.pop(f"{key}-adopted", None)
    start = seen_version(key, adopted or saved)
    if adopted is not None:
        st.session_state[f"{key}-drafted"] = first_key(key)
    return start


def go_on_with(draft: AnswerDraft, key: str) -> None:
    """Let the inputs begin anew with a draft; for ``on_click``."""
    forget_seen(key)
    st.session_state[f"{key}-adopted"] = draft.answer
