"""The blanks of a KPI form as inputs; dates are asked in พ.ศ., which the browser's own calendar lacks."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from lib.domain.evidence_forms import EvidenceField, FieldType, FormItem
from lib.thai.date_text import MONTHS
from lib.thai.dates import BE_OFFSET
from lib.ui.pickers import place_of

_LONGEST_TEXT = 4000
_BLANK = "—"
_DAYS = (_BLANK, *map(str, range(1, 32)))
_MONTHS = (_BLANK, *MONTHS)


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
    kept = _read_iso(text)
    first, second, third = st.columns([1, 2, 2])
    day = first.selectbox(
        f"{_label(field).removesuffix('วันที่').strip()} วันที่".strip(),
        _DAYS,
        kept.day if kept else 0,
        key=f"{key}-day",
        disabled=disabled,
    )
    month = second.selectbox(
        "เดือน", _MONTHS, kept.month if kept else 0, key=f"{key}-month", disabled=disabled
    )
    year = third.number_input(
        "พ.ศ.",
        min_value=2480,
        max_value=2640,
        value=kept.year + BE_OFFSET if kept else None,
        step=1,
        format="%d",
        key=f"{key}-year",
        placeholder="เช่น 2568",
        disabled=disabled,
    )
    parts = [part for part in (day, month, str(year) if year is not None else _BLANK) if part != _BLANK]
    return " ".join(parts)


def _read_iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _label(field: EvidenceField) -> str:
    return field.label if field.required else f"{field.label} (ถ้ามี)"
