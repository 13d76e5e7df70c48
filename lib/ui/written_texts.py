"""Sections of a document that people write: choose one, write, save."""

from collections.abc import Mapping

import streamlit as st

from lib.errors import EditConflict
from lib.services import report
from lib.storage.engine import Store
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.resources import who
from lib.ui.state import Key
from lib.ui.two_texts import choose_of_two, forget_conflict, tell_conflict
from lib.ui.versions import first_key, forget_seen, seen_version
from lib.ui.written_markdown import written_markdown

_HEIGHT_PX = 240
_MARKS = "ขึ้นต้นบรรทัดด้วย - เป็นข้อย่อย คร่อมคำด้วย ** เป็นตัวหนา ตัวอย่างเช่น - เรื่องที่ **เร่งด่วน**"
_NOT_YET = "มีข้อความที่ยังไม่ได้บันทึก ไปงานอื่นแล้วกลับมาได้ แต่จะหายเมื่อปิดหรือโหลดหน้าต่างนี้ใหม่"


def show_texts(store: Store, year_be: int, names: Mapping[str, str], packaged: Mapping[str, str]) -> None:
    """One section at a time; what was typed and not saved waits until its person comes back.

    Args:
        names: section id → what the page calls it.
        packaged: section id → what is printed while nobody wrote the section; other sections are left out.
    """
    texts = report.load_texts(store, year_be)
    section = st.selectbox(
        "ส่วนของรายงาน",
        list(names),
        format_func=lambda each: names[each],
        key=Key.REPORT_SECTION,
        persist_state="page",
    )
    text, version = texts.get(section, ("", 0))
    form = f"{Key.REPORT_TEXT}-{year_be}-{section}"
    seen_text, seen = _seen(form, text, version)
    written = st.text_area(
        "ข้อความ (เว้นว่างเพื่อใช้ข้อความตั้งต้น)" if section in packaged else "ข้อความ (เว้นว่างได้ ส่วนที่ว่างจะไม่พิมพ์)",
        seen_text,
        height=_HEIGHT_PX,
        key=first_key(form),
        persist_state="session",
    )
    st.caption(_MARKS.replace("*", "\\*"))
    if written.strip():
        with st.expander("ดูตามที่จะพิมพ์"):
            st.markdown(written_markdown(written))
    elif section in packaged:
        _show_packaged(packaged[section], form)
    save, state = st.columns([1, 3], vertical_alignment="center")
    if save.button("บันทึกข้อความส่วนนี้", key=Key.REPORT_SAVE, width="stretch"):
        _save(store, section, year_be, written, seen, form, names[section])
    if written.strip() != text:
        state.caption(_NOT_YET)
    if seen != version:
        chosen = choose_of_two(text or "(เว้นว่าง)", written or "(เว้นว่าง)", key=form)
        if chosen == "mine":
            _save(store, section, year_be, written, version, form, names[section])
        elif chosen == "theirs":
            _begin_anew(form)
            st.rerun()


def _seen(form: str, text: str, version: int) -> tuple[str, int]:
    """What this person had before them; the newest where they changed nothing of it, or the same way."""
    seen_text, seen = seen_version(form, (text, version))
    typed = st.session_state.get(first_key(form), seen_text)
    if seen != version and typed.strip() in (seen_text, text):
        _begin_anew(form)
        return seen_version(form, (text, version))
    return seen_text, seen


def _show_packaged(text: str, form: str) -> None:
    with st.expander("ข้อความตั้งต้นที่จะพิมพ์"):
        st.markdown(written_markdown(text))
        st.button("เริ่มเขียนจากข้อความนี้", key=f"{form}-start", on_click=_start_from, args=(form, text))


def _start_from(form: str, text: str) -> None:
    st.session_state[first_key(form)] = text


def _save(store: Store, section: str, year_be: int, written: str, seen: int, form: str, name: str) -> None:
    with errors_shown():
        try:
            report.save_text(store, section, year_be, written, seen_version=seen, by=who())
        except EditConflict as error:
            tell_conflict(form, error.message)
        _begin_anew(form)
        say_after_rerun(f"บันทึกส่วน “{name}” แล้ว")
        st.rerun()


def _begin_anew(form: str) -> None:
    forget_seen(form)
    forget_conflict(form)
