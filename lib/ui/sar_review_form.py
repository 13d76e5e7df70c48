"""The forms of the review: details of an item put right, or something added that the reading missed."""

import re
from dataclasses import replace

import streamlit as st

from lib.catalog.standards import load_standards
from lib.domain.assessments import (
    LevelOfEducation,
    Place,
    Rating,
    SavedSelfAssessment,
    SelfAssessment,
    Statement,
    StatementKind,
)
from lib.domain.document_text import DocumentText, TextBlock
from lib.domain.report_checks import CheckItem, ItemAnswer
from lib.domain.standards import StandardSet
from lib.storage.engine import Store
from lib.ui.pickers import place_of
from lib.ui.sar_review_acts import answer
from lib.ui.sar_review_page import SHEETS
from lib.ui.sar_review_queue import open_form, opened_form

_CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")
_NO_LEVEL = "ไม่ระบุ"
_ADDED = "เพิ่มแล้ว ดูได้ในรายการทั้งหมด"


def show_form(
    store: Store, saved: SavedSelfAssessment, document: DocumentText, item: CheckItem | None, then: str
) -> bool:
    """Draw the open form instead of the answers; False while none is open.

    Args:
        then: key of the item to open after an item was put right.
    """
    form = opened_form()
    subject = item.subject if item and form == "edit" else None
    if form == "rating" or isinstance(subject, Rating):
        own = subject if isinstance(subject, Rating) else None
        _rating_form(store, saved, document, own, then)
    elif form == "statement" or isinstance(subject, Statement):
        own_words = subject if isinstance(subject, Statement) else None
        _statement_form(store, saved, document, own_words, then)
    else:
        return False
    st.button("กลับ ไม่บันทึก", key="sar-form-back", shortcut="Esc", on_click=open_form, args=("",))
    return True


def show_add_buttons() -> None:
    """Ways to add what the reading missed."""
    with st.container(horizontal=True):
        st.button("เพิ่มระดับที่ขาด", key="sar-add-rating", on_click=open_form, args=("rating",))
        st.button("เพิ่มข้อความที่ขาด", key="sar-add-statement", on_click=open_form, args=("statement",))


def _rating_form(
    store: Store, saved: SavedSelfAssessment, document: DocumentText, seen: Rating | None, then: str
) -> None:
    st.subheader("แก้ระดับคุณภาพ" if seen else "เพิ่มระดับคุณภาพที่โปรแกรมอ่านไม่พบ", anchor=False)
    levels = list(LevelOfEducation)
    level_of_education = st.radio(
        "ระดับการศึกษา",
        levels,
        place_of(seen.level_of_education if seen else next(iter(saved.assessment.levels), None), levels),
        format_func=lambda each: each.label,
        horizontal=True,
        key="sar-form-education",
    )
    entry = _set_of(saved.assessment, level_of_education)
    names = _names(entry)
    key_now = (seen.item or seen.standard) if seen else ""
    options = list(names)
    with st.form("sar-rating-form", enter_to_submit=False):
        key = st.selectbox(
            "มาตรฐานหรือประเด็น", options, place_of(key_now, options), format_func=names.__getitem__
        )
        words = {0: _NO_LEVEL} | {level: _word(entry, level) for level in range(5, 0, -1)}
        level = st.radio(
            "ระดับที่รายงานเขียนไว้",
            list(words),
            place_of(seen.level if seen else 3, list(words)),
            format_func=words.__getitem__,
            horizontal=True,
        )
        place = _ask_place(saved, document, seen.place if seen else None)
        pressed = st.form_submit_button("บันทึก", type="primary")
    if pressed:
        standard, _, number = key.partition(".")
        base = seen or Rating(level_of_education, "", "", None, entry.scale)
        becomes = replace(
            base,
            level_of_education=level_of_education,
            standard=standard,
            item=key if number else "",
            level=level or None,
            place=place,
        )
        _save(store, saved, ItemAnswer(seen, becomes), then)


def _statement_form(
    store: Store, saved: SavedSelfAssessment, document: DocumentText, seen: Statement | None, then: str
) -> None:
    st.subheader("แก้ข้อความ" if seen else "เพิ่มข้อความที่โปรแกรมอ่านไม่พบ", anchor=False)
    kinds, levels = list(StatementKind), [None, *LevelOfEducation]
    with st.form("sar-statement-form", enter_to_submit=False):
        kind = st.selectbox(
            "เรื่อง", kinds, place_of(seen.kind if seen else None, kinds), format_func=lambda each: each.label
        )
        text = st.text_area("ข้อความตามรายงาน", seen.text if seen else "", height=140)
        left, right = st.columns(2)
        level = left.selectbox(
            "ระดับการศึกษา",
            levels,
            place_of(seen.level_of_education if seen else None, levels),
            format_func=lambda each: each.label if each else _NO_LEVEL,
        )
        own = {each.id for at in LevelOfEducation for each in _set_of(saved.assessment, at).standards}
        standards = ["", *sorted(own | ({seen.standard} if seen and seen.standard else set()), key=int)]
        standard = right.selectbox(
            "มาตรฐานที่",
            standards,
            place_of(seen.standard if seen else "", standards),
            format_func=lambda each: each or _NO_LEVEL,
        )
        place = _ask_place(saved, document, seen.place if seen else None)
        pressed = st.form_submit_button("บันทึก", type="primary")
    if pressed:
        base = seen or Statement(kind, text)
        becomes = replace(
            base, kind=kind, text=text, level_of_education=level, standard=standard, place=place
        )
        _save(store, saved, ItemAnswer(seen, becomes), then)


def _save(store: Store, saved: SavedSelfAssessment, given: ItemAnswer, then: str) -> None:
    answer(store, saved.report_id, given, then, "" if given.seen else _ADDED)
    st.rerun()


def _ask_place(saved: SavedSelfAssessment, document: DocumentText, seen: Place | None) -> Place:
    """Where it stands: sheet and cell of a workbook, else the page; an unchanged answer keeps its block."""
    was = seen or Place()
    if saved.file_name.lower().endswith(SHEETS):
        sheets = [
            block.text for block in document.blocks if isinstance(block, TextBlock) and block.is_heading
        ]
        left, right = st.columns(2)
        sheet = left.selectbox("ชีต", sheets, place_of(was.sheet, sheets))
        cell = right.text_input("เซลล์ เช่น C12", was.cell).strip().upper()
        if (sheet, cell) == (was.sheet, was.cell) or not _CELL.fullmatch(cell):
            return was
        return Place(sheet=sheet or "", cell=cell)
    last = max(document.page_count, was.page or 1)
    page = st.number_input("หน้าที่", 1, last, was.page or 1, step=1)
    return was if page == was.page else Place(page=int(page))


def _set_of(assessment: SelfAssessment, level: LevelOfEducation) -> StandardSet:
    standards = load_standards()
    named = (standards.by_id(each) for each in assessment.standard_sets)
    return next((s for s in named if s and s.level_of_education is level), standards.current(level))


def _names(entry: StandardSet) -> dict[str, str]:
    """``"1"`` or ``"1.1"`` → what stands in the picker; the empty one is the whole level of education."""
    names = {"": "ภาพรวมของระดับการศึกษานี้"}
    for standard in entry.standards:
        names[standard.id] = f"มาตรฐานที่ {standard.id} {standard.name}"
        names |= {item.id: f"{item.id} {item.name}" for item in standard.items}
    return names


def _word(entry: StandardSet, level: int) -> str:
    vocabulary = load_standards().vocabulary(entry.scale)
    return vocabulary.word(level) if vocabulary else str(level)
