"""ตัวชี้วัดนี้อยู่ตรงไหน: from the committee's four domains to an indicator, a cluster, a school."""

import streamlit as st

from lib.services.explore_overview import make_glances
from lib.ui.charts import show_chart
from lib.ui.explore_indicator import show_indicator
from lib.ui.explore_overview import show_domain, show_glances
from lib.ui.explore_path import keep_link, settle, show_path
from lib.ui.explore_resources import heat_map, indicator_lines
from lib.ui.explore_schools import show_chosen_school, show_schools
from lib.ui.frame import open_desk
from lib.ui.messages import show_empty
from lib.ui.peers import show_peers
from lib.ui.resources import examination, findings, indicator_view
from lib.ui.state import Key

desk = open_desk()
st.title("ตัวชี้วัดนี้เป็นอย่างไร ที่ใดต่างจากที่อื่น")
if not desk.has_figures:
    show_empty(
        "ยังไม่มีข้อมูลของสำนักงาน หน้านี้จะเทียบแต่ละตัวชี้วัดกับเป้าหมาย กับปีก่อน และระหว่างโรงเรียน",
        "pages/data_import.py",
        "ไปหน้านำเข้าข้อมูล",
    )
    st.stop()
found = examination(desk.store, desk.data, desk.periods)
lines = indicator_lines(desk)
place = settle(desk.data, lines)
keep_link(place)
show_path(desk.data, place)
if not place.indicator_id:
    glances = make_glances(desk.data, lines, findings(desk.store, desk.data, desk.periods).findings)
    show_glances(glances, place.domain)
labels = {"": "ทุกตัวชี้วัดของด้าน"} | {line.indicator_id: line.label for line in lines[place.domain]}
st.selectbox(
    "ตัวชี้วัด", list(labels), format_func=lambda one: labels[one], key=Key.INDICATOR, persist_state="session"
)
if not place.indicator_id:
    show_domain(next(each for each in glances if each.domain_id == place.domain), lines[place.domain])
    if (drawn := heat_map(desk, place.domain)) is not None:
        show_chart(drawn, f"explore-heat-{place.domain}")
    st.stop()
view = indicator_view(desk.store, desk.data, desk.periods, place.indicator_id)
show_indicator(desk, found, view, place.school)
if view.summary.n_schools:
    show_schools(view)
    if place.school:
        show_chosen_school(view, place.school)
        show_peers(desk, found, place.school, view)
