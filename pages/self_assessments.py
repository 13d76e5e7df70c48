"""รายงานของสถานศึกษาบอกอะไร: read, compare with the text, confirm; synthesis and who is missing."""

import streamlit as st

from lib.domain.assessments import ReportStatus
from lib.domain.periods import PeriodKind
from lib.services import self_assessments as sar
from lib.ui.frame import open_desk
from lib.ui.messages import show_empty
from lib.ui.sar_desk import SarDesk, SarView
from lib.ui.sar_documents import show_documents
from lib.ui.sar_missing import show_missing
from lib.ui.sar_resources import year_reports
from lib.ui.sar_review import show_review_view
from lib.ui.sar_synthesis import show_synthesis
from lib.ui.sar_themes import show_themes_view
from lib.ui.sar_upload import show_upload_view
from lib.ui.self_rating_matrix import show_matrix_view
from lib.ui.state import Key, follow

VIEWS = {
    "new": SarView("รับรายงานใหม่", show_upload_view),
    "review": SarView("ตรวจรายงาน", show_review_view),
    "synthesis": SarView("ผลสังเคราะห์", show_synthesis),
    "themes": SarView("เรื่องที่พบบ่อย", show_themes_view),
    "matrix": SarView("เทียบกับผลจริง", show_matrix_view),
    "missing": SarView("ยังไม่ส่ง", show_missing),
    "documents": SarView("เอกสาร", show_documents),
}

desk = open_desk()
st.title("รายงานของสถานศึกษาบอกอะไร")
schools = desk.data.schools
if not schools:
    show_empty(
        "ยังไม่มีทะเบียนโรงเรียน รายงาน SAR ต้องผูกกับโรงเรียนในทะเบียน", "pages/register.py", "ไปหน้าทะเบียนโรงเรียน"
    )
    st.stop()
period = desk.periods.get(PeriodKind.ACADEMIC_YEAR)
years = sar.report_years(desk.store)
year_be = period.year_be if period else next(iter(years), None)
reports = year_reports(desk.store, year_be)
st.markdown(
    f"ปีการศึกษา **{year_be or 'ยังไม่ได้เลือก'}** · ส่งแล้ว **{len(reports):,}** จาก **{len(schools):,}** แห่ง · "
    f"ยืนยันแล้ว **{sum(each.status is ReportStatus.CONFIRMED for each in reports):,}** ฉบับ"
)
follow(Key.SAR_NEXT, Key.SAR_VIEW)
view = st.segmented_control(
    "งาน",
    list(VIEWS),
    default="new",
    format_func=lambda each: VIEWS[each].label,
    key=Key.SAR_VIEW,
    required=True,
)
VIEWS[view].show(SarDesk(desk.store, desk.office, schools, year_be, reports))
