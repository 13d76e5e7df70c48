"""The inputs of one item of a KPI form: kept as a draft while typed, saved on request, never overwritten."""

from dataclasses import replace
from functools import partial
from typing import get_args

import streamlit as st

from lib.domain.evidence import Answer, AnswerChoice
from lib.domain.evidence_drafts import AnswerDraft
from lib.domain.evidence_items import FieldType, FormItem
from lib.errors import EditConflict, WorkbenchError
from lib.services.evidence import EvidencePage
from lib.services.evidence_drafts import drop_draft
from lib.services.evidence_edits import known_projects, save_answer
from lib.storage.engine import Store
from lib.thai.date_text import parse_date_be
from lib.thai.dates import format_date, format_moment
from lib.ui.evidence_fields import ANSWER_WORDS, show_fields, show_sub_criteria
from lib.ui.evidence_typed import go_on_with, is_drafted_here, keep_typed, start_answer, typed_answer
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.resources import who
from lib.ui.two_texts import choose_of_two, forget_conflict, show_text, tell_conflict
from lib.ui.versions import first_key, forget_seen

_CHOICES: tuple[AnswerChoice, ...] = tuple(each for each in get_args(AnswerChoice) if each)


@st.fragment
def show_inputs(
    store: Store,
    page: EvidencePage,
    item: FormItem,
    draft: AnswerDraft | None,
    lock: WorkbenchError | None,
    key: str,
) -> None:
    """Draw the answer of one item; a change draws this part anew and nothing else of the page.

    Args:
        draft: what this person left unsaved when the page was drawn.
        lock: why the item cannot be changed, else None.
    """
    saved = page.answers[item.id]
    start = start_answer(key, saved)
    waiting = draft if draft is not None and not is_drafted_here(key) else None
    if waiting is not None:
        _offer(store, page, item, waiting, lock, key)
    closed = lock is not None or waiting is not None
    keep = partial(keep_typed, store, page.form, item, key, start.version)
    st.radio(
        "ผลการปฏิบัติงาน",
        _CHOICES,
        place_of(start.answer, _CHOICES) if start.answer else None,
        format_func=lambda each: ANSWER_WORDS[each],
        horizontal=True,
        key=first_key(key),
        disabled=closed,
        on_change=keep,
    )
    show_sub_criteria(item, start, key=key, disabled=closed, on_change=keep)
    has_projects = any(field.type is FieldType.PROJECT for field in item.fields)
    projects = known_projects(store, page.form.fiscal_year_be) if has_projects else ()
    show_fields(item, start.fields, key=key, disabled=closed, on_change=keep, projects=projects)
    typed = typed_answer(item, key, start.version)
    save, state = st.columns([1, 3], vertical_alignment="center")
    if save.button(f"บันทึกข้อ {item.number}", key=f"{key}-save", disabled=closed, width="stretch"):
        _try_to_save(store, page, item, typed, key)
    if lock is not None:
        return
    if is_drafted_here(key):
        state.caption("เก็บร่างไว้ให้แล้ว ยังไม่นับในระดับจนกว่าจะกดบันทึก")
    if waiting is None and typed.version != saved.version:
        _show_both(store, page, item, typed, key)


def _offer(
    store: Store,
    page: EvidencePage,
    item: FormItem,
    draft: AnswerDraft,
    lock: WorkbenchError | None,
    key: str,
) -> None:
    """Say that there is a draft, what it says, and whether somebody saved the item after it was begun."""
    saved = page.answers[item.id]
    with st.container(border=True):
        st.markdown(f"**มีร่างที่ยังไม่บันทึก เมื่อ {format_moment(draft.typed_at)}**")
        if lock is not None:
            st.markdown("ข้อนี้ปิดแล้ว จึงบันทึกร่างนี้ไม่ได้ คัดลอกข้อความที่ต้องใช้ก่อนทิ้ง")
        elif draft.answer.version != saved.version:
            st.markdown("มีผู้บันทึกข้อนี้หลังจากร่างนี้ ทั้งสองฉบับอยู่ข้างล่าง ยังไม่มีข้อความใดถูกเขียนทับ")
        else:
            st.markdown("เลือกใช้ต่อหรือทิ้ง แล้วจึงกรอกต่อได้ ร่างยังไม่นับในระดับ")
        if lock is None and draft.answer.version != saved.version:
            left, right = st.columns(2, gap="large")
            show_text(left, "ฉบับที่บันทึกไว้ล่าสุด", _lines(item, saved))
            show_text(right, "ร่างของท่าน", _lines(item, draft.answer))
        else:
            st.text(_lines(item, draft.answer))
        with st.container(horizontal=True):
            if lock is None:
                st.button("ใช้ต่อ", key=f"{key}-draft-use", on_click=go_on_with, args=(draft, key))
            if st.button("ทิ้ง", key=f"{key}-draft-drop"):
                with errors_shown():
                    drop_draft(store, page.form.id, page.form.fiscal_year_be, item.id, by=who())
                    say_after_rerun(f"ทิ้งร่างของข้อ {item.number} แล้ว", f"item-{item.id}")
                    st.rerun()


def _try_to_save(store: Store, page: EvidencePage, item: FormItem, typed: Answer, key: str) -> None:
    with errors_shown():
        try:
            _save(store, page, item, typed, key)
        except EditConflict as error:
            tell_conflict(key, error.message)


def _save(store: Store, page: EvidencePage, item: FormItem, answer: Answer, key: str) -> None:
    form = page.form
    save_answer(store, form.id, form.fiscal_year_be, item.id, answer, by=who())
    _begin_anew(key)
    say_after_rerun(f"บันทึกข้อ {item.number} แล้ว", f"item-{item.id}")
    st.rerun()


def _begin_anew(key: str) -> None:
    forget_seen(key)
    forget_conflict(key)


def _show_both(store: Store, page: EvidencePage, item: FormItem, mine: Answer, key: str) -> None:
    """The saved answer beside the typed one, and a choice between the two."""
    theirs = page.answers[item.id]
    chosen = choose_of_two(_lines(item, theirs), _lines(item, mine), key=key)
    if chosen == "theirs":
        with errors_shown():
            drop_draft(store, page.form.id, page.form.fiscal_year_be, item.id, by=who())
            _begin_anew(key)
            st.rerun()
    elif chosen == "mine":
        _try_to_save(store, page, item, replace(mine, version=theirs.version), key)


def _lines(item: FormItem, answer: Answer) -> str:
    lines = [f"ผลการปฏิบัติงาน: {ANSWER_WORDS[answer.answer]}"]
    lines += [
        f"{each.number} {each.text}: {ANSWER_WORDS[answer.sub_answers.get(each.number, '')]}"
        for each in item.sub_criteria
    ]
    for field in item.fields:
        text = answer.fields.get(field.id, "")
        day = parse_date_be(text) if field.type is FieldType.DATE_BE else None
        lines.append(f"{field.label}: {format_date(day) if day else text or '–'}")
    return "\n".join(lines)
