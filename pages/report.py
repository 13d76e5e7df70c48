"""รายงานพร้อมเสนอคณะกรรมการหรือยัง: checklist, texts people write, the documents."""

import streamlit as st

from lib.services.evidence_focus import thai_today
from lib.services.report import report_year
from lib.services.report_run import make_run
from lib.ui.frame import open_desk
from lib.ui.messages import show_empty
from lib.ui.papers import show_papers
from lib.ui.publication import show_publication
from lib.ui.report_desk import ReportDesk, ReportView
from lib.ui.report_editions import show_editions
from lib.ui.report_template import show_template
from lib.ui.report_views import hidden_cells, show_files, show_ready
from lib.ui.report_written import show_written
from lib.ui.resources import examination, findings
from lib.ui.state import Key

VIEWS = {
    "ready": ReportView("พร้อมหรือยัง", show_ready),
    "written": ReportView("ข้อความที่เขียนเอง", show_written),
    "files": ReportView("ดาวน์โหลด", show_files),
    "editions": ReportView("ออกฉบับ", show_editions),
    "papers": ReportView("หนังสือและการประชุม", show_papers),
    "template": ReportView("แม่แบบ", show_template),
    "publication": ReportView("เผยแพร่", show_publication),
}

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
run = make_run(
    desk.store,
    desk.office,
    desk.data,
    desk.periods,
    found,
    reviewed,
    today=thai_today(),
    n_suppressed=hidden_cells(desk.store.url, desk.data.version),
)
content, checks = run.content, run.checks
years = " · ".join(period.label for period in desk.periods.values())
st.markdown(
    f"{years} · ตัวชี้วัดที่มีผล **{sum(len(domain.rows) for domain in content.domains):,}** · "
    f"ข้อค้นพบที่รับ **{len(content.all_findings):,}** · "
    f"ต้องแก้ **{sum(check.state == 'block' for check in checks)}** เรื่อง · "
    f"ควรดู **{sum(check.state == 'ask' for check in checks)}** เรื่อง"
)
view = st.segmented_control(
    "งาน",
    list(VIEWS),
    default="ready",
    format_func=lambda each: VIEWS[each].label,
    key=Key.REPORT_VIEW,
    required=True,
    persist_state="session",
)
VIEWS[view].show(ReportDesk(run, report_year(desk.periods)))
