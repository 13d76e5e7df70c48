"""Sections of a document that people write: choose one, write, save."""

from collections.abc import Mapping

import streamlit as st

from lib.services import report
from lib.storage.engine import Store
from lib.ui.kept_messages import say_after_rerun
from lib.ui.messages import errors_shown
from lib.ui.resources import who
from lib.ui.state import Key
from lib.ui.written_markdown import written_markdown


def show_texts(store: Store, year_be: int, names: Mapping[str, str]) -> None:
    """One section at a time; an empty one returns to the packaged wording.

    Args:
        names: section id → what the page calls it.
    """
    texts = report.load_texts(store, year_be)
    section = st.selectbox(
        "ส่วนของรายงาน", list(names), format_func=lambda each: names[each], key=Key.REPORT_SECTION
    )
    text, version = texts.get(section, ("", 0))
    written = st.text_area(
        "ข้อความ (เว้นว่างเพื่อใช้ข้อความตั้งต้น)", text, height=180, key=f"{Key.REPORT_TEXT}-{section}-{version}"
    )
    st.caption(
        "ขึ้นต้นบรรทัดด้วย - เป็นข้อย่อย คร่อมคำด้วย ** เป็นตัวหนา ตัวอย่างเช่น - เรื่องที่ **เร่งด่วน**".replace("*", "\\*")
    )
    if written.strip():
        with st.expander("ดูตามที่จะพิมพ์"):
            st.markdown(written_markdown(written))
    if st.button("บันทึกข้อความส่วนนี้", key=Key.REPORT_SAVE):
        with errors_shown():
            report.save_text(store, section, year_be, written, seen_version=version, by=who())
            say_after_rerun(f"บันทึกส่วน “{names[section]}” แล้ว")
            st.rerun()
