"""What leaves the house about a KPI form."""

from functools import partial

import streamlit as st

from lib.domain.office import Office
from lib.services.evidence import EvidencePage
from lib.services.evidence_outputs import (
    listed_evidence,
    make_evidence_archive,
    make_form_docx,
    make_round_calendar,
)
from lib.storage.engine import Store
from lib.ui.evidence_fields import form_key

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show_outputs(store: Store, page: EvidencePage, office: Office) -> None:
    """The official form and the evidence, made when they are asked for."""
    form = page.form
    year = form.fiscal_year_be
    st.header("เอกสารที่ส่งออก")
    thai_digits = st.toggle("ใช้เลขไทยในแบบฟอร์ม", office.thai_digits, key=f"{form_key(form)}-thai-digits")
    listed = listed_evidence(form, page.files)
    n_files = sum(bool(file.sha256) for file in listed)
    with st.container(horizontal=True):
        st.download_button(
            "ดาวน์โหลดแบบฟอร์ม Word",
            data=partial(make_form_docx, store, form.id, year, office, thai_digits=thai_digits),
            file_name=f"แบบ {form.code} ปีงบประมาณ {year}.docx",
            mime=_DOCX,
            key=f"{form_key(form)}-docx",
        )
        st.download_button(
            f"ดาวน์โหลดหลักฐาน {len(listed):,} รายการ (ZIP)",
            data=partial(make_evidence_archive, store, form.id, year),
            file_name=f"หลักฐาน {form.code} ปีงบประมาณ {year}.zip",
            mime="application/zip",
            key=f"{form_key(form)}-zip",
            disabled=not listed,
        )
        st.download_button(
            "ดาวน์โหลดวันครบกำหนดลงปฏิทิน",
            data=partial(make_round_calendar, year),
            file_name=f"วันครบกำหนดตัวชี้วัด ปีงบประมาณ {year}.ics",
            mime="text/calendar",
            key=f"{form_key(form)}-calendar",
        )
    others = len(listed) - n_files
    noted = f" ลิงก์และแฟ้มเอกสาร {others:,} รายการอยู่ในดัชนี" if others else ""
    st.caption(
        f"แบบฟอร์มเป็นไปตามข้อมูลที่บันทึกไว้ขณะนี้ ไฟล์ ZIP มี {n_files:,} ไฟล์จัดตามข้อ "
        f"พร้อมดัชนีหลักฐานแบบ Word และ CSV{noted}"
    )
