"""The items of a form as a path, each with its answer, blanks, evidence."""

from dataclasses import replace
from typing import get_args

import streamlit as st

from lib.domain.evidence import Answer, AnswerChoice
from lib.domain.evidence_items import FieldType, FormItem
from lib.errors import EditConflict
from lib.services.evidence import EvidencePage, RoundView
from lib.services.evidence_edits import save_answer
from lib.storage.engine import Store
from lib.thai.date_text import parse_date_be
from lib.thai.dates import format_date
from lib.ui.evidence_fields import ANSWER_WORDS, form_key, show_fields, show_sub_criteria
from lib.ui.evidence_files import show_files
from lib.ui.messages import errors_shown
from lib.ui.pickers import place_of
from lib.ui.plain import plain
from lib.ui.resources import who
from lib.ui.state import say_after_rerun, show_message
from lib.ui.versions import first_key, forget_seen, seen_version, widget_key

_DONE = ("ครบแล้ว", ":green[:material/check_circle:]", "green")
_NEXT = ("ขั้นต่อไป", ":primary[:material/radio_button_checked:]", "primary")
_LATER = ("ยังไม่ครบ", ":gray[:material/radio_button_unchecked:]", "gray")


def show_path(store: Store, page: EvidencePage, focus: RoundView) -> None:
    """Draw every item in order, the next one open: of milestones by level, of a checklist by itself."""
    open_items = [item for item in page.form.items if item.id in page.missing and item.id not in page.locked]
    reported = page.form.reported_in(focus.form_round)
    for item in page.form.items:
        complete = item.id not in page.missing
        is_next = item in open_items and (item is open_items[0] or 0 < item.level == open_items[0].level)
        state = _DONE if complete else _NEXT if is_next else _LATER
        _show_entry(store, page, item, state, beyond=item not in reported)


def _show_entry(
    store: Store, page: EvidencePage, item: FormItem, state: tuple[str, str, str], *, beyond: bool
) -> None:
    word, sign, colour = state
    form_round = page.form.round(item.round_id)
    files = page.files_of(item.id)
    with st.container(border=True):
        mark, text = st.columns([1, 24], gap="small")
        mark.markdown(sign)
        with text:
            st.markdown(
                f":{colour}[**{_head(item)} · {word}**] · {form_round.name if form_round else ''} · "
                f"{ANSWER_WORDS[page.answers[item.id].answer]} · หลักฐาน {len(files):,} ไฟล์"
            )
            st.markdown(page.form.levels[item.level - 1].text if item.level else plain(item.title))
            missing = page.missing.get(item.id)
            if missing:
                later = " (นับในรอบถัดไป เตรียมไว้ก่อนได้)" if beyond else ""
                st.markdown(f"**ยังต้องการ** {plain(' · '.join(missing.needs))}{later}")
            show_message(f"item-{item.id}")
            with st.expander(f"ข้อ {item.number} ผลการปฏิบัติงานและหลักฐาน", expanded=word == _NEXT[0]):
                _show_item(store, page, item)


def _head(item: FormItem) -> str:
    return f"ระดับ {item.level}" if item.level else f"ข้อ {item.number}"


def _show_item(store: Store, page: EvidencePage, item: FormItem) -> None:
    key = f"{form_key(page.form)}-{item.id}"
    answer, lock = page.answers[item.id], page.locked.get(item.id)
    form_round = page.form.round(item.round_id)
    if lock is not None:
        st.info(plain(f"{lock.message} — {lock.hint}"))
    st.markdown(f"{form_round.mark if form_round else ''} {item.number}. {plain(item.title)}")
    seen = seen_version(key, answer.version)
    choices = [each for each in get_args(AnswerChoice) if each]
    with st.form(f"{key}-form", border=False, enter_to_submit=False):
        choice = st.radio(
            "ผลการปฏิบัติงาน",
            choices,
            place_of(answer.answer, choices) if answer.answer else None,
            format_func=lambda each: ANSWER_WORDS[each],
            horizontal=True,
            key=first_key(key),
            disabled=lock is not None,
        )
        subs = show_sub_criteria(item, answer, key=widget_key(key, "sub"), disabled=lock is not None)
        texts = show_fields(item, answer.fields, key=widget_key(key, "field"), disabled=lock is not None)
        saved = st.form_submit_button(f"บันทึกข้อ {item.number}", key=f"{key}-save", disabled=lock is not None)
    typed = Answer(choice or "", texts, seen, subs)
    conflict = "มีผู้บันทึกข้อนี้หลังจากที่เปิดหน้านี้ จึงยังไม่ได้บันทึกของท่าน"
    if saved:
        with errors_shown():
            try:
                _save(store, page, item, typed, key)
            except EditConflict as error:
                if seen == answer.version:  # saved while this page was being drawn
                    st.rerun()
                conflict = error.message
    if lock is None and typed.version != answer.version:
        _show_both(store, page, item, typed, key, conflict)
    show_files(store, page, item, key=key, disabled=lock is not None)


def _save(store: Store, page: EvidencePage, item: FormItem, answer: Answer, key: str) -> None:
    form = page.form
    save_answer(store, form.id, form.fiscal_year_be, item.id, answer, by=who())
    forget_seen(key)
    say_after_rerun(f"บันทึกข้อ {item.number} แล้ว", f"item-{item.id}")
    st.rerun()


def _show_both(
    store: Store, page: EvidencePage, item: FormItem, mine: Answer, key: str, conflict: str
) -> None:
    """The saved answer beside the typed one, and a choice between the two."""
    theirs = page.answers[item.id]
    st.warning(f"{plain(conflict)} ยังไม่มีข้อความใดถูกเขียนทับ กรุณาเลือกว่าจะใช้ฉบับใด")
    left, right = st.columns(2, gap="large")
    for column, title, answer in ((left, "ฉบับที่บันทึกไว้ล่าสุด", theirs), (right, "ฉบับของท่าน", mine)):
        with column:
            st.markdown(f"**{title}**")
            st.text("\n".join(_lines(item, answer)))
    if left.button("ใช้ฉบับที่บันทึกไว้", key=f"{key}-theirs"):
        forget_seen(key)
        st.rerun()
    if right.button("บันทึกฉบับของท่านแทน", key=f"{key}-mine"):
        with errors_shown():
            _save(store, page, item, replace(mine, version=theirs.version), key)


def _lines(item: FormItem, answer: Answer) -> list[str]:
    lines = [f"ผลการปฏิบัติงาน: {ANSWER_WORDS[answer.answer]}"]
    lines += [
        f"{each.number} {each.text}: {ANSWER_WORDS[answer.sub_answers.get(each.number, '')]}"
        for each in item.sub_criteria
    ]
    for field in item.fields:
        text = answer.fields.get(field.id, "")
        day = parse_date_be(text) if field.type is FieldType.DATE_BE else None
        lines.append(f"{field.label}: {format_date(day) if day else text or '–'}")
    return lines
