"""เอกสาร: the area's report on self-assessments as Word, the list of issues for สมศ. as Excel."""

from datetime import date

import streamlit as st

from lib.domain.office import Office
from lib.domain.sar_report_content import SarReportContent
from lib.services.analysis import load_history_version
from lib.services.evidence_focus import thai_today
from lib.services.report_wording import packaged_sar_texts
from lib.services.sar_report import (
    SECTIONS,
    SarSource,
    collect_sar_report,
    make_sar_docx,
    make_sar_issues,
)
from lib.services.sar_report_checks import check_sar_report
from lib.storage.engine import Store
from lib.ui.checklist import show_checks
from lib.ui.frame import open_desk
from lib.ui.resources import examination, findings
from lib.ui.sar_desk import SarDesk
from lib.ui.state import Key
from lib.ui.written_copy import CopyPlace, show_written_copy
from lib.ui.written_texts import show_texts

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HERE = "pages/self_assessments.py"
_KEPT = 4


def show_documents(sar: SarDesk) -> None:
    """The checklist, both files, and the sections people write."""
    if sar.year_be is None or not sar.reports:
        st.info("ยังไม่มีรายงานของปีนี้ เมื่อบันทึกรายงานแล้ว จะทำรายงานสังเคราะห์และบัญชีประเด็นได้ที่นี่")
        return
    left, right = st.columns(2)
    named = left.toggle("ระบุชื่อสถานศึกษาในรายงาน", value=True, key=Key.SAR_FILE_NAMED)
    confirmed = right.toggle("นับเฉพาะรายงานที่ยืนยันแล้ว", key=Key.SAR_FILE_CONFIRMED)
    content = _content(sar, sar.year_be, thai_today(), named=named, confirmed=confirmed)
    checks = check_sar_report(content)
    show_checks(checks, here=_HERE)
    blocked = any(check.state == "block" for check in checks)
    if blocked:
        st.warning("ยังมีเรื่องที่ต้องแก้ก่อนส่ง ไฟล์ที่ได้จึงเป็นฉบับร่าง")
    _show_files(sar.store, content, draft=" (ร่าง)" if blocked else "")
    st.subheader("ข้อความที่เขียนเอง")
    show_texts(sar.store, sar.year_be, dict(SECTIONS), packaged_sar_texts(content))
    show_written_copy(
        CopyPlace(
            sar.store,
            content,
            sar.year_be,
            Key.SAR_COPY,
            lambda: make_sar_docx(content, sar.store, for_editing=True),
            f"รายงานการสังเคราะห์ SAR ปีการศึกษา {sar.year_be}",
        )
    )


def _content(sar: SarDesk, year_be: int, today: date, *, named: bool, confirmed: bool) -> SarReportContent:
    desk = open_desk()
    found = examination(desk.store, desk.data, desk.periods)
    reviewed = findings(desk.store, desk.data, desk.periods).findings
    source = SarSource(desk.data, found, tuple(each.finding for each in reviewed))
    years = tuple(sorted((str(kind), period.year_be) for kind, period in desk.periods.items()))
    key = (desk.store.url, load_history_version(desk.store), desk.data.version, years)
    return _collected(desk.store, sar.office, source, key, year_be, today, named, confirmed)


@st.cache_resource(max_entries=_KEPT, show_spinner="กำลังรวบรวมรายงาน")
def _collected(
    _store: Store,
    _office: Office,
    _source: SarSource,
    key: tuple[object, ...],  # noqa: ARG001 - of what the three before it hold
    year_be: int,
    today: date,
    named: bool,
    confirmed: bool,
) -> SarReportContent:
    return collect_sar_report(
        _store, _office, _source, year_be, made_on=today, names_schools=named, confirmed_only=confirmed
    )


def _show_files(store: Store, content: SarReportContent, *, draft: str) -> None:
    year = content.academic_year_be
    left, right = st.columns(2)
    with left:
        st.download_button(
            "ดาวน์โหลดรายงานสังเคราะห์ (Word)",
            data=lambda: make_sar_docx(content, store),
            file_name=f"รายงานการสังเคราะห์ SAR ปีการศึกษา {year}{draft}.docx",
            mime=_DOCX,
            type="primary",
            key=Key.SAR_FILE_DOCX,
        )
        st.caption("หกส่วนพร้อมตาราง กราฟที่แก้ไขใน Word ได้ ข้อความที่ยกมาพร้อมหน้า และภาคผนวก")
    with right:
        st.download_button(
            "ดาวน์โหลดบัญชีประเด็น สมศ. (Excel)",
            data=lambda: make_sar_issues(content),
            file_name=f"บัญชีประเด็น สมศ. ปีการศึกษา {year}{draft}.xlsx",
            mime=_XLSX,
            key=Key.SAR_FILE_ISSUES,
        )
        st.caption("หนึ่งแถวต่อโรงเรียนและระดับการศึกษา ระบุชื่อโรงเรียนเสมอ พร้อมแผ่นข้อความและคำอธิบาย")
