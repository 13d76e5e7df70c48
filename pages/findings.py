"""สิ่งใดเด่นและสิ่งใดควรพัฒนา: the area's own findings, what schools differ in, and where to look first."""

import streamlit as st

from lib.services.finding_sparks import finding_sparks
from lib.services.finding_topics import group_topics
from lib.services.findings import Filter, narrow, standing_alone
from lib.services.first_schools import first_schools
from lib.services.gone_decisions import gone_decisions
from lib.ui.finding_changes import show_gone
from lib.ui.finding_lists import show_alone, show_by_domain, show_quiet
from lib.ui.finding_order import show_order_button
from lib.ui.finding_review import accept_and_say, show_review
from lib.ui.first_schools import show_first_schools
from lib.ui.frame import open_desk
from lib.ui.messages import show_empty
from lib.ui.pickers import keep_within
from lib.ui.resources import examination, findings
from lib.ui.state import Key
from lib.ui.topic_cards import show_groups
from lib.ui.topic_schools import follow_to_school

VIEWS = {"area": "ภาพรวมเขต", "shared": "เรื่องที่โรงเรียนต่างกัน", "schools": "โรงเรียนที่ควรดูก่อน"}
STATES: dict[Filter, str] = {"all": "ทั้งหมด", "open": "ยังไม่พิจารณา", "in": "เข้ารายงาน", "rejected": "ไม่รับ"}
LEAST = (1, 2, 3, 5)
SCOPES = {"area": ("area", "cluster"), "shared": ("schools",)}

follow_to_school()
desk = open_desk()
st.title("สิ่งใดเด่น และสิ่งใดควรพัฒนา")
if not desk.has_figures:
    show_empty(
        "ยังไม่มีข้อมูลของสำนักงาน จุดเด่นและจุดที่ควรพัฒนาจะคำนวณให้เมื่อมีข้อมูลอย่างน้อยหนึ่งด้าน",
        "pages/data_import.py",
        "ไปหน้านำเข้าข้อมูล",
    )
    st.stop()
catalogue = desk.data.catalogue
result = findings(desk.store, desk.data, desk.periods)
found = examination(desk.store, desk.data, desk.periods)
waiting = [each for each in result.asked if each.waits]
shared = [each for each in waiting if each.finding.scope == "schools"]
entering = sum(each.enters_report for each in result.findings)
st.markdown(
    (
        f"ต้องตัดสินใจ **{len(waiting) - len(shared):,} ข้อของเขต** และ "
        f"**{len(group_topics(shared, catalogue)):,} เรื่องของโรงเรียน** ({len(shared):,} ข้อ)"
        if waiting
        else "พิจารณาครบทุกข้อแล้ว"
    )
    + f" · รับเข้ารายงานแล้ว **{entering:,}** ข้อ"
)
show_gone(gone_decisions(desk.store, desk.data, desk.periods, result))

view = st.segmented_control(
    "มุมมอง",
    list(VIEWS),
    default="area",
    format_func=lambda name: VIEWS[name],
    key=Key.SCOPE,
    required=True,
    persist_state="session",
    label_visibility="collapsed",
)
left, middle, right = st.columns(3)
domains = {"": "ทุกด้าน", **{area.id: area.short_name for area in catalogue.domains}}
domain = left.selectbox("ด้าน", list(domains), format_func=lambda name: domains[name], key=Key.DOMAIN)

show_review(desk.store, result.findings)

if view == "schools":
    clusters = ("", *sorted({school.cluster for school in desk.data.schools} - {""}))
    keep_within(Key.FINDING_CLUSTER, clusters)
    cluster = middle.selectbox(
        "กลุ่มโรงเรียน", clusters, format_func=lambda name: name or "ทุกกลุ่ม", key=Key.FINDING_CLUSTER
    )
    least = right.selectbox("มีเรื่องอย่างน้อย", LEAST, format_func="{} เรื่อง".format, key=Key.FINDING_LEAST)
    chosen = first_schools(result.findings, desk.data, domain=domain, cluster=cluster, least=least)
    show_first_schools(chosen, catalogue, len(desk.data.schools))
    st.stop()

with right.container(height="stretch", vertical_alignment="bottom"):
    show_order_button(desk.store, result.findings, catalogue)
state = middle.selectbox("สถานะ", list(STATES), format_func=lambda name: STATES[name], key=Key.STATUS)
shown = narrow(result.findings, scopes=SCOPES[view], domain=domain, wanted=state)
new = tuple(each for each in shown if each.review.status == "new")
if not shown:
    st.info("ไม่มีข้อค้นพบตามตัวกรองนี้ ลองเลือกด้านหรือสถานะอื่น")
if view == "area":
    sparks = finding_sparks(found, (each.finding.indicator_id for each in shown))
    show_by_domain(desk.store, shown, sparks, catalogue)
    show_quiet(result.quiet)
else:
    show_groups(desk.store, group_topics(shown, catalogue), result, found, catalogue)
    show_alone(narrow(standing_alone(result.findings), scopes=("school",), domain=domain, wanted=state))
if new and st.button(f"รับทั้งหมด {len(new):,} ข้อที่ยังไม่พิจารณาตามตัวกรองนี้", key=Key.ACCEPT_ALL):
    accept_and_say(desk.store, new)
