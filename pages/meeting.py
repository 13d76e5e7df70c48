"""ถามในที่ประชุม: one search line, one sentence and one picture; what was answered can be pinned."""

import streamlit as st

from lib.ui.frame import open_desk
from lib.ui.meeting import (
    asked_question,
    meeting_screen,
    show_answer,
    show_chips,
    show_leave,
    show_search,
)
from lib.ui.meeting_file import choose_file, show_file_steps
from lib.ui.meeting_pins import show_pin_button, show_pins
from lib.ui.meeting_resources import answer_of, table_of, terms_of
from lib.ui.messages import errors_shown, show_empty

desk = open_desk()
if not desk.has_figures:
    st.title("ถามในที่ประชุม")
    show_empty(
        "ยังไม่มีข้อมูลของสำนักงาน หน้านี้จะตอบคำถามในที่ประชุมด้วยภาพหนึ่งภาพและประโยคหนึ่งประโยค",
        "pages/data_import.py",
        "ไปหน้านำเข้าข้อมูล",
    )
    st.stop()

with meeting_screen():
    line, file, drawer, pin, leave = st.columns([5.2, 1.3, 1.6, 1.6, 1.1], vertical_alignment="center")
    with file:
        dropped = choose_file(desk)
    table = table_of(desk, dropped)
    with line:
        show_search(terms_of(table))
    with leave:
        show_leave()
    show_chips(table)
    question = asked_question(table)
    with errors_shown():
        answered = answer_of(table, question)
        with pin:
            show_pin_button(answered, table)
        with drawer:
            show_pins(table)
        if dropped is not None and not question.terms:
            show_file_steps(dropped, {one.id: one.short_name for one in table.data.catalogue.indicators})
        else:
            show_answer(answered, table)
