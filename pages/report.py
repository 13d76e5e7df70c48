"""รายงานพร้อมเสนอคณะกรรมการหรือยัง: checklist, texts people write, the Word file."""

from datetime import date

import streamlit as st

from lib.services import report
from lib.services.readiness import check_readiness
from lib.ui.checklist import show_checks
from lib.ui.frame import open_desk
from lib.ui.messages import show_empty
from lib.ui.report_results import show_results
from lib.ui.resources import examination, findings
from lib.ui.state import Key
from lib.ui.written_texts import show_texts

desk = open_desk()
st.title("รายงานพร้อมเสนอคณะกรรมการหรือยัง")
if not desk.has_figures:
    show_empty(
        "ยังไม่มีข้อมูล รายงานจะประกอบจากข้อมูล 4 ด้าน ข้อค้นพบที่รับแล้ว SAR และแบบ ARS 46",
        "pages/data_import.py",
        "ไปหน้านำเข้าข้อมูล",
    )
    st.stop()

found = examination(desk.store, desk.data, desk.periods)
reviewed = findings(desk.store, desk.data, desk.periods).findings
content = report.collect_report(
    desk.store,
    desk.office,
    desk.data,
    desk.periods,
    found,
    reviewed,
    made_on=date.today(),
)
checks = check_readiness(content, reviewed, desk.data.catalogue)
blocked = [check for check in checks if check.state == "block"]
asked = [check for check in checks if check.state == "ask"]
years = " · ".join(period.label for period in desk.periods.values())
st.markdown(
    f"{years} · ตัวชี้วัดที่มีผล **{sum(len(domain.rows) for domain in content.domains):,}** · "
    f"ข้อค้นพบที่รับ **{len(content.all_findings):,}** · ต้องแก้ **{len(blocked)}** เรื่อง ควรดู **{len(asked)}** เรื่อง"
)

show_checks(checks)

with st.expander("ตัวเลขที่จะพิมพ์ในรายงาน คลิกตัวเลขเพื่อดูที่มา"):
    show_results(content, found)

st.header("ดาวน์โหลด")
if blocked:
    st.warning("ยังมีเรื่องที่ต้องแก้ก่อนเสนอ ไฟล์ที่ได้จึงเป็นฉบับร่าง")
st.download_button(
    "ดาวน์โหลดรายงาน Word",
    data=lambda: report.make_report_docx(content),
    file_name=f"รายงาน กตปน {report.report_year(desk.periods)}{' (ร่าง)' if blocked else ''}.docx",
    mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    type="primary",
    key=Key.REPORT_DOCX,
)
st.caption("ห้าบท พร้อมตาราง กราฟที่แก้ไขใน Word ได้ และภาคผนวกแหล่งข้อมูล เลขไทยหรืออารบิกตามหน้าตั้งค่า")

st.header("ข้อความที่เขียนเอง")
show_texts(desk.store, report.report_year(desk.periods), dict(report.SECTIONS))
