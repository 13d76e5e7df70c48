"""The blanks of a KPI form as inputs."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from lib.domain.evidence_forms import EvidenceField, FieldType, FormItem
from lib.ui.dates import show_date
from lib.ui.pickers import place_of

_LONGEST_TEXT = 4000
_BLANK = "—"


def show_fields(item: FormItem, kept: Mapping[str, str], *, key: str, disabled: bool) -> dict[str, str]:
    """Draw every blank of an item.

    Args:
        kept: field id → text as saved, a date as ``YYYY-MM-DD``.
        key: start of the widget keys.

    Returns:
        field id → text as it stands in the inputs; an incomplete date as its parts, which the check refuses.
    """
    texts: dict[str, str] = {}
    short: list[EvidenceField] = []
    for field in (*item.fields, None):
        if field is not None and field.type is not FieldType.DATE_BE and field.blank_lines == 1:
            short.append(field)
            continue
        # Neighbouring short blanks share a line, as on the printed form.
        for column, each in zip(st.columns(len(short)) if short else (), short, strict=True):
            with column:
                texts[each.id] = _show_line(each, kept.get(each.id, ""), f"{key}-{each.id}", disabled)
        short = []
        if field is not None and field.type is FieldType.DATE_BE:
            texts[field.id] = _show_date(field, kept.get(field.id, ""), f"{key}-{field.id}", disabled)
        elif field is not None:
            texts[field.id] = st.text_area(
                _label(field),
                kept.get(field.id, ""),
                key=f"{key}-{field.id}",
                height=34 * (field.blank_lines + 1),
                max_chars=_LONGEST_TEXT,
                disabled=disabled,
            )
    return texts


def _show_line(field: EvidenceField, text: str, key: str, disabled: bool) -> str:
    if field.type is FieldType.CHOICE:
        options = ("", *field.choices)
        place = place_of(text, options)
        return st.selectbox(
            _label(field), options, place, format_func=lambda each: each or _BLANK, key=key, disabled=disabled
        )
    example = {FieldType.PAGE: "เช่น 12 หรือ 12-15", FieldType.NUMBER: "ตัวเลข"}.get(field.type, "")
    return st.text_input(
        _label(field), text, key=key, max_chars=_LONGEST_TEXT, placeholder=example, disabled=disabled
    )


def _show_date(field: EvidenceField, text: str, key: str, disabled: bool) -> str:
    label = _label(field).removesuffix("วันที่").strip()
    return show_date(label, _read_iso(text), key=key, disabled=disabled)


def _read_iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _label(field: EvidenceField) -> str:
    return field.label if field.required else f"{field.label} (ถ้ามี)"
