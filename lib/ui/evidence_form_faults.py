"""What is wrong between the KPI form files and what was entered: broken files, items that are no more."""

from datetime import date

import streamlit as st

from lib.services.evidence import EvidencePage
from lib.services.evidence_focus import form_faults
from lib.ui.messages import error_words
from lib.ui.plain import plain


def show_form_faults(today: date) -> None:
    """One line a broken file; what was entered in its form stays and comes back with the mended file."""
    for fault in form_faults(today):
        st.error(plain(f"{error_words(fault)} แบบอื่นใช้ได้ตามปกติ และข้อมูลที่บันทึกไว้ในแบบนี้ไม่หาย"))


def show_stray_files(page: EvidencePage) -> None:
    """Evidence whose item the form has no more, and how to use it further."""
    if not page.stray_files:
        return
    titles = " · ".join(file.title for file in page.stray_files)
    st.warning(
        plain(
            f"หลักฐาน {len(page.stray_files):,} รายการเคยแนบกับข้อที่แบบฉบับนี้ไม่มี: {titles} "
            "จึงไม่นับและไม่อยู่ในไฟล์ ZIP ไฟล์ยังเก็บอยู่ครบ ใช้กับข้ออื่นได้ที่ แนบหลักฐาน แล้วเลือก ไฟล์ที่มีอยู่แล้ว"
        )
    )
