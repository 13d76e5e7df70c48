"""วันนี้ต้องทำอะไร: what waits, and which figures are here."""

import streamlit as st

from lib.services.evidence_focus import thai_today
from lib.services.home import find_tasks
from lib.thai.dates import format_date
from lib.ui.frame import open_desk
from lib.ui.freshness import board_of
from lib.ui.home_cards import coverage_and_questions, show_coverage, show_start, show_tasks
from lib.ui.resources import findings

desk = open_desk()
today = thai_today()
st.title("วันนี้ต้องทำอะไร")
if not desk.has_figures:
    show_start()
    st.stop()
coverage, questions = coverage_and_questions(desk, today)
tasks = find_tasks(
    desk.store,
    desk.periods,
    findings(desk.store, desk.data, desk.periods),
    board_of(desk, desk.periods, today),
    questions,
)
years = " · ".join(period.label for period in desk.periods.values())
st.markdown(
    f"**{desk.office.short_name or 'ยังไม่ได้ตั้งชื่อสำนักงาน'}** · {years} · "
    + (
        f"วันที่ {format_date(today)} มีเรื่องที่ต้องทำ **{len(tasks):,}** เรื่อง"
        if tasks
        else f"วันที่ {format_date(today)}"
    )
)
show_tasks(tasks)
show_coverage(coverage, desk.data.catalogue)
