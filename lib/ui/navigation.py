"""The pages as data, in the order of the work; adding a page is one entry here and one file in ``pages/``.

A ``url_path`` differs from its file's stem on purpose: with equal names a bookmark on a fresh server runs the
page without the frame, and tests never run the frame at all.
"""

from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import StreamlitPage


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: its file, its address, its Thai title, the section it stands in."""

    path: str
    url_path: str
    title: str
    section: str


PAGES = (
    PageEntry("pages/home.py", "today", "หน้าแรก", "งานวันนี้"),
    PageEntry("pages/data_import.py", "import", "นำเข้าข้อมูล", "รวบรวม"),
    PageEntry("pages/self_assessments.py", "sar", "รายงานสถานศึกษา (SAR)", "รวบรวม"),
    PageEntry("pages/external_assessment.py", "external", "ผลประเมินภายนอก (สมศ.)", "รวบรวม"),
    PageEntry("pages/freshness.py", "readiness", "ความพร้อมของข้อมูล", "รวบรวม"),
    PageEntry("pages/findings.py", "strengths", "จุดเด่นและจุดที่ควรพัฒนา", "วิเคราะห์"),
    PageEntry("pages/explore.py", "indicators", "สำรวจตัวชี้วัด", "วิเคราะห์"),
    PageEntry("pages/school.py", "school-profile", "โรงเรียน", "วิเคราะห์"),
    PageEntry("pages/meeting.py", "ask", "ถามในที่ประชุม", "วิเคราะห์"),
    PageEntry("pages/kpi_form.py", "kpi", "แบบ ARS 46", "รายงาน"),
    PageEntry("pages/report.py", "documents", "รายงาน ก.ต.ป.น.", "รายงาน"),
    PageEntry("pages/presentation.py", "slides", "นำเสนอในที่ประชุม", "รายงาน"),
    PageEntry("pages/catalogue.py", "dictionary", "พจนานุกรมตัวชี้วัด", "ตั้งค่า"),
    PageEntry("pages/register.py", "schools", "ทะเบียนโรงเรียน", "ตั้งค่า"),
    PageEntry("pages/settings.py", "options", "สำนักงานและการสำรองข้อมูล", "ตั้งค่า"),
)


def page_title(path: str) -> str:
    """What the navigation calls a page."""
    return next(entry.title for entry in PAGES if entry.path == path)


def make_navigation() -> StreamlitPage:
    """Streamlit's navigation over PAGES; returns the page that the address names."""
    sections: dict[str, list[StreamlitPage]] = {}
    for position, entry in enumerate(PAGES):
        page = st.Page(entry.path, title=entry.title, url_path=entry.url_path, default=position == 0)
        sections.setdefault(entry.section, []).append(page)
    return st.navigation(sections, position="hidden")


def show_links() -> None:
    """The pages as links under their sections, below the office and its years, so that both stay in view."""
    with st.container(gap="xxsmall"):
        for section in dict.fromkeys(entry.section for entry in PAGES):
            st.caption(section)
            for entry in PAGES:
                if entry.section == section:
                    st.page_link(entry.path, label=entry.title, width="stretch")
