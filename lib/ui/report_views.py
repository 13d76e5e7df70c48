"""The views of the page of committee documents that have no room of their own."""

import streamlit as st

from lib.services.annex import make_annex
from lib.services.publication import PublicFigures
from lib.services.report_editions import template_fault, write_report
from lib.ui.checklist import show_checks
from lib.ui.plain import plain
from lib.ui.report_desk import ReportDesk
from lib.ui.report_results import show_results
from lib.ui.slides import show_slides
from lib.ui.state import Key, get

_HERE = "pages/report.py"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def hidden_cells(url: str, version: int) -> int | None:
    """Cells that the public copy of these data hides; None where it was not computed in this session."""
    made: tuple[tuple[object, ...], PublicFigures] | None = get(Key.PUBLICATION_MADE, None)
    if made is None or made[0][:2] != (url, version):
        return None
    counts = made[1].publication.counts
    return counts.n_primary + counts.n_secondary


def show_ready(desk: ReportDesk) -> None:
    """The checklist, and every figure as it will be printed."""
    show_checks(desk.checks, here=_HERE)
    with st.expander("ตัวเลขที่จะพิมพ์ในรายงาน คลิกตัวเลขเพื่อดูที่มา"):
        show_results(desk.content, desk.found)


def show_files(desk: ReportDesk) -> None:
    """The documents to download."""
    if desk.is_draft:
        st.warning("ยังมีเรื่องที่ต้องแก้ก่อนเสนอ ไฟล์ที่ได้จึงเป็นฉบับร่าง")
    if fault := template_fault(desk.store, desk.content):
        st.warning(plain(fault))
    st.download_button(
        "ดาวน์โหลดรายงาน Word",
        data=lambda: write_report(desk.store, desk.content)[0],
        file_name=f"รายงาน กตปน {desk.year_be}{desk.draft_word}.docx",
        mime=_WORD,
        type="primary",
        key=Key.REPORT_DOCX,
    )
    st.caption("ห้าบท พร้อมตาราง กราฟที่แก้ไขใน Word ได้ และภาคผนวกแหล่งข้อมูล เลขไทยหรืออารบิกตามหน้าตั้งค่า")
    show_slides(desk)
    st.download_button(
        "ดาวน์โหลดภาคผนวกข้อมูล Excel",
        data=lambda: make_annex(desk.run),
        file_name=f"ภาคผนวกข้อมูล กตปน {desk.year_be}{desk.draft_word}.xlsx",
        mime=_EXCEL,
        key=Key.REPORT_XLSX,
    )
    st.caption(
        "ทุกตารางของรายงานพร้อมสูตร ข้อมูลรายโรงเรียนพร้อมที่มา พจนานุกรม และกฎ ใช้ภายในคณะกรรมการ เขตใหญ่ใช้เวลาราวสิบวินาที"
    )
