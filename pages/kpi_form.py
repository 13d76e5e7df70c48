"""ตัวชี้วัดที่ 46 อยู่ระดับใด: rounds, five milestones with their evidence, the form and the ZIP."""

import streamlit as st

from lib.services.evidence import load_evidence_page
from lib.services.evidence_focus import (
    KPI_FORM,
    fiscal_year_choices,
    focus_round,
    thai_today,
    working_fiscal_year,
)
from lib.ui.evidence_cards import show_path
from lib.ui.evidence_outputs import show_baseline, show_outputs
from lib.ui.evidence_rounds import show_reasons, show_rounds
from lib.ui.frame import open_desk
from lib.ui.pickers import place_of
from lib.ui.state import Key

desk = open_desk()
today = thai_today()
years = fiscal_year_choices(KPI_FORM, today)
working = working_fiscal_year(desk.store, KPI_FORM, today)
left, right = st.columns([4, 1], vertical_alignment="bottom")
left.title("ตัวชี้วัดที่ 46 อยู่ระดับใด และยังขาดอะไร")
year = right.selectbox(
    "ปีงบประมาณของแบบ", years, place_of(working, years), key=Key.KPI_YEAR, persist_state="session"
)

page = load_evidence_page(desk.store, KPI_FORM, year, today=today)
focus = focus_round(page)
result = focus.level
next_level = next((each for each in result.missing if each.level == result.level + 1), None)
st.markdown(
    f"{focus.form_round.name} ปีงบประมาณ {year} ได้ **ระดับ {result.level}** จากสูงสุด {result.cap} ของรอบนี้ · "
    + (
        f"ระดับ {next_level.level} ยังขาด: ข้อ {next_level.number} {' · '.join(next_level.needs)}"
        if next_level
        else "หลักฐานครบตามที่รอบนี้นับแล้ว"
    )
)
show_rounds(desk.store, page, focus, today)
show_reasons(page)

st.header("ขั้นของความสำเร็จ 5 ระดับ")
st.caption(page.form.indicator_name)
show_path(desk.store, page, focus)
show_outputs(desk.store, page, desk.office)
show_baseline(desk.store, page)
