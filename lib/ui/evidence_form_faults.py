"""KPI forms whose file cannot be used, told on the page of the forms that can."""

from datetime import date

import streamlit as st

from lib.services.evidence_focus import form_faults
from lib.ui.messages import error_words
from lib.ui.plain import plain


def show_form_faults(today: date) -> None:
    """One line a broken file; what was entered in its form stays and comes back with the mended file."""
    for fault in form_faults(today):
        st.error(plain(f"{error_words(fault)} แบบอื่นใช้ได้ตามปกติ และข้อมูลที่บันทึกไว้ในแบบนี้ไม่หาย"))
