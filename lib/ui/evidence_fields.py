"""The blanks of a KPI form as inputs; what cannot be kept is said below the input itself."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import streamlit as st

from lib.domain.evidence import Answer, AnswerChoice
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.evidence_items import EvidenceField, FieldType, FormItem
from lib.services.evidence_edits import fault_of
from lib.ui.dates import FIRST_BE, LAST_BE, show_date
from lib.ui.evidence_typed import field_key, sub_key, typed_text
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.versions import widget_key

ANSWER_WORDS: dict[AnswerChoice, str] = {"yes": "มี", "no": "ไม่มี", "": "ยังไม่ได้ตอบ"}
_LONGEST_TEXT = 4000
_LONGEST_LINE = 300
_BLANK = "—"
#: Short blanks tell their value while the person types, so that nothing waits for the next input.
_LIVE = "1s"
_EXAMPLES = {
    FieldType.PAGE: "เช่น 12 หรือ 12-15",
    FieldType.NUMBER: "ตัวเลข",
    FieldType.ORDER_NO: "เช่น 125/2568",
}


def form_key(form: EvidenceForm) -> str:
    """Start of the widget keys of a form in its year, so that no input of one form lands in another."""
    return f"kpi-{form.id}-{form.fiscal_year_be}"


def show_sub_criteria(
    item: FormItem, kept: Answer, *, key: str, disabled: bool, on_change: Callable[[], None]
) -> None:
    """Draw มี or ไม่มี for every line of โดยพิจารณา; ``key`` is the item's."""
    choices: list[AnswerChoice] = ["yes", "no"]
    if item.sub_criteria:
        st.markdown("**โดยพิจารณา**")
    for each in item.sub_criteria:
        text, tick = st.columns([4, 1.4], vertical_alignment="center")
        label = f"{each.number} {each.text}"
        text.text(label)
        before = kept.sub_answers.get(each.number, "")
        tick.segmented_control(
            label,
            choices,
            default=before or None,
            format_func=ANSWER_WORDS.__getitem__,
            key=sub_key(key, each.number),
            disabled=disabled,
            label_visibility="collapsed",
            on_change=on_change,
        )


def show_fields(
    item: FormItem,
    kept: Mapping[str, str],
    *,
    key: str,
    disabled: bool,
    on_change: Callable[[], None],
    projects: tuple[str, ...] = (),
) -> None:
    """Draw every blank of an item; neighbouring short ones share a line, as on the printed form.

    Args:
        kept: field id → text to begin with, a date as ``YYYY-MM-DD`` or as the parts that were picked.
        key: the item's key.
        projects: names that were written before.
    """
    for row in _rows(item.fields):
        places = st.columns(len(row)) if len(row) > 1 else [st.container()]
        for place, field in zip(places, row, strict=True):
            with place:
                _show(field, kept.get(field.id, ""), key, disabled, on_change, projects)


def _rows(fields: Sequence[EvidenceField]) -> list[list[EvidenceField]]:
    rows: list[list[EvidenceField]] = []
    for field in fields:
        if rows and _is_short(field) and _is_short(rows[-1][-1]):
            rows[-1].append(field)
        else:
            rows.append([field])
    return rows


def _is_short(field: EvidenceField) -> bool:
    return field.blank_lines == 1 and field.type is not FieldType.DATE_BE


def _show(
    field: EvidenceField,
    text: str,
    item_key: str,
    disabled: bool,
    on_change: Callable[[], None],
    projects: tuple[str, ...],
) -> None:
    key = field_key(item_key, field.id)
    if field.type is FieldType.DATE_BE:
        label = _label(field).removesuffix("วันที่").strip()
        show_date(label, _day_or_parts(text), key=key, disabled=disabled, on_change=on_change)
    elif field.type is FieldType.PROJECT:
        _show_projects(field, text, item_key, disabled, on_change, projects)
    elif field.type is FieldType.YEAR_BE:
        year = int(text) if text.isdecimal() and FIRST_BE <= int(text) <= LAST_BE else None
        st.number_input(
            _label(field),
            FIRST_BE,
            LAST_BE,
            year,
            step=1,
            format="%d",
            key=key,
            placeholder="เช่น 2569",
            disabled=disabled,
            on_change=on_change,
        )
    elif field.type is FieldType.CHOICE:
        options = ("", *field.choices)
        st.selectbox(
            _label(field),
            options,
            place_of(text, options),
            format_func=lambda each: each or _BLANK,
            key=key,
            disabled=disabled,
            on_change=on_change,
        )
    elif field.blank_lines == 1:
        st.text_input(
            _label(field),
            text,
            key=key,
            max_chars=_LONGEST_LINE,
            placeholder=_EXAMPLES.get(field.type, ""),
            disabled=disabled,
            on_change=on_change,
            live=_LIVE,
        )
    else:
        st.text_area(
            _label(field),
            text,
            key=key,
            height=34 * (field.blank_lines + 1),
            max_chars=_LONGEST_TEXT,
            disabled=disabled,
            on_change=on_change,
        )
    fault = fault_of(field, typed_text(field, key))
    if fault:
        st.markdown(f":small[:red[:material/error: {plain(fault)}]]")


def _show_projects(
    field: EvidenceField,
    text: str,
    item_key: str,
    disabled: bool,
    on_change: Callable[[], None],
    projects: tuple[str, ...],
) -> None:
    """Names picked from those written before, or typed; an input whose options change is emptied."""
    names = [line for line in text.splitlines() if line]
    options: list[str] = st.session_state.setdefault(
        widget_key(item_key, "projects"), list(dict.fromkeys((*names, *projects)))
    )
    st.multiselect(
        _label(field),
        options,
        names,
        key=field_key(item_key, field.id),
        accept_new_options=True,
        placeholder="พิมพ์ชื่อแล้วกด Enter หรือเลือกชื่อที่เคยใช้",
        disabled=disabled,
        on_change=on_change,
    )


def _day_or_parts(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _label(field: EvidenceField) -> str:
    return field.label if field.required else f"{field.label} (ถ้ามี)"
