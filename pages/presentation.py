"""นำเสนอในที่ประชุม: the slides of the committee's meeting on the whole screen, one at a time."""

import streamlit as st

from lib.ui.frame import open_desk
from lib.ui.messages import errors_shown, show_empty
from lib.ui.presentation import show_presentation
from lib.ui.presentation_resources import deck_of

desk = open_desk()
if not desk.has_figures:
    st.title("นำเสนอในที่ประชุม")
    show_empty(
        "ยังไม่มีข้อมูลของสำนักงาน หน้านี้จะแสดงสไลด์ 10–15 หน้าตามลำดับการประชุม",
        "pages/data_import.py",
        "ไปหน้านำเข้าข้อมูล",
    )
    st.stop()

with errors_shown():
    show_presentation(deck_of(desk))
