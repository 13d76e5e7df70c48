"""The blanks of a KPI form as inputs."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from lib.domain.evidence import Answer, AnswerChoice, EvidenceFile
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.evidence_items import EvidenceField, FieldType, FormItem
from lib.thai.date_text import parse_date_be
from lib.ui.dates import show_date
from lib.ui.pickers import place_of

ANSWER_WORDS: dict[AnswerChoice, str] = {"yes": "มี", "no": "ไม่มี", "": "ยังไม่ได้ตอบ"}
_LONGEST_TEXT = 4000
_BLANK = "—"


def form_key(form: EvidenceForm) -> str:
    """Start of the widget keys of a form in its year, so that no input of one form lands in another."""
    return f"kpi-{form.id}-{form.fiscal_year_be}"


def kind_name(form: EvidenceForm, kind_id: str) -> str:
    """Name of a kind of evidence; empty for none."""
    return next((kind.name for kind in form.kinds if kind.id == kind_id), "")


def describe_evidence(form: EvidenceForm, file: EvidenceFile, *, key: str) -> EvidenceFile:
    """The inputs that say what a piece of evidence is, as they stand."""
    kinds = ("", *(kind.id for kind in form.kinds))
    kind = st.selectbox(
        "ชนิดของหลักฐาน",
        kinds,
        place_of(file.kind, kinds),
        format_func=lambda kind_id: kind_name(form, kind_id) or "เลือกชนิด",
        key=f"{key}-kind",
    )
    left, right = st.columns([3, 1])
    title = left.text_input(
        "ชื่อในดัชนีหลักฐาน", file.title, key=f"{key}-title", max_chars=300, placeholder="เว้นไว้จะใช้ชื่อไฟล์"
    )
    page = right.text_input("หน้า", file.page, key=f"{key}-page", max_chars=60, placeholder="เช่น 12-15")
    st.caption("วันที่ในเอกสาร (ถ้ามี)")
    day = show_date("", file.dated_on, key=f"{key}-dated")
    dated_on = parse_date_be(day)
    if day and dated_on is None:
        st.warning("วันที่ยังไม่ครบ จึงยังไม่บันทึกวันที่ เลือกวัน เดือน และปีให้ครบ หรือเว้นว่างทั้งหมด")
    left, right = st.columns(2)
    held_at = left.text_input(
        "ที่เก็บเอกสารจริง (ถ้ามี)",
        file.held_at,
        key=f"{key}-held",
        max_chars=300,
        placeholder="เช่น แฟ้ม 3 ตู้กลุ่มนิเทศฯ",
    )
    link = right.text_input("ลิงก์ (ถ้ามี)", file.link, key=f"{key}-link", placeholder="https://")
    note = st.text_input("หมายเหตุ", file.note, key=f"{key}-note")
    return replace(
        file,
        kind=kind,
        title=title.strip() or file.file_name,
        page=page,
        note=note,
        dated_on=dated_on,
        held_at=held_at,
        link=link,
    )


def show_sub_criteria(item: FormItem, kept: Answer, *, key: str, disabled: bool) -> dict[str, AnswerChoice]:
    """Draw มี or ไม่มี for every line of โดยพิจารณา; number → answer, those left open absent."""
    answers: dict[str, AnswerChoice] = {}
    choices: list[AnswerChoice] = ["yes", "no"]
    if item.sub_criteria:
        st.markdown("**โดยพิจารณา**")
    for each in item.sub_criteria:
        text, tick = st.columns([5, 1.4], vertical_alignment="center")
        label = f"{each.number} {each.text}"
        text.text(label)
        before = kept.sub_answers.get(each.number, "")
        answer = tick.segmented_control(
            label,
            choices,
            default=before or None,
            format_func=ANSWER_WORDS.__getitem__,
            key=f"{key}-{each.number}",
            disabled=disabled,
            label_visibility="collapsed",
        )
        if answer:
            answers[each.number] = answer
    return answers


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
