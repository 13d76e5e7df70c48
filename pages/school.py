"""โรงเรียนนี้เป็นอย่างไร: everything known of one school on one calm page."""

import streamlit as st

from lib.services.evidence_focus import thai_today
from lib.services.office import size_scheme
from lib.services.school import list_schools, school_label
from lib.services.school_sheet import SheetDesk
from lib.services.visits import visits_due
from lib.ui.frame import open_desk
from lib.ui.messages import show_empty
from lib.ui.pickers import keep_within
from lib.ui.plain import plain
from lib.ui.print_style import SHEET
from lib.ui.resources import examination, findings
from lib.ui.school_domains import show_domain
from lib.ui.school_external import show_school_external
from lib.ui.school_findings import show_own_findings, show_quiet
from lib.ui.school_levels import show_levels
from lib.ui.school_resources import school_view
from lib.ui.school_sheets import show_sheets
from lib.ui.state import Key
from lib.ui.visits import show_visits

desk = open_desk()
st.title("โรงเรียนนี้เป็นอย่างไร")
schools = {school.school_id: school_label(school) for school in list_schools(desk.data)}
if not schools:
    show_empty(
        "ยังไม่มีทะเบียนโรงเรียน หน้านี้จะรวมทุกเรื่องของโรงเรียนหนึ่งแห่งไว้ในหน้าเดียว",
        "pages/data_import.py",
        "ไปหน้านำเข้าข้อมูล",
    )
    st.stop()
keep_within(Key.SCHOOL, (None, *schools))
school_id = st.selectbox(
    "โรงเรียน",
    list(schools),
    index=None,
    format_func=lambda one: schools[one],
    placeholder="พิมพ์ชื่อหรือรหัสโรงเรียน",
    key=Key.SCHOOL,
    persist_state="session",
)
if school_id is None:
    st.info("เลือกโรงเรียนจากรายการ หรือพิมพ์บางส่วนของชื่อหรือรหัส")
    st.stop()
found = examination(desk.store, desk.data, desk.periods)
result = findings(desk.store, desk.data, desk.periods)
view = school_view(desk, found, result, school_id, size_scheme(desk.office))
today = thai_today()
listed = visits_due(desk.store, desk.data, school_id, today)

with st.container(key=SHEET):
    st.header(f"โรงเรียน{plain(view.school.name)}")
    st.markdown(" · ".join(f"{label} **{plain(text)}**".strip() for label, text in view.facts))
    st.markdown(plain(view.sentence))
    show_sheets(SheetDesk(desk.store, desk.office, desk.data, found, result, today), view)

    show_own_findings(desk.store, view, result)
    if any(section.rows for section in view.sections):
        beside = (
            f"แถบ ครึ่งกลางของโรงเรียนใกล้เคียง {view.n_peers:,} แห่ง"
            if view.n_peers
            else "ไม่มีโรงเรียนใกล้เคียงพอให้เทียบ"
        )
        st.caption(f"กราฟเล็ก: เส้นทึบ โรงเรียนนี้ · เส้นประ เขต · {beside} · คลิกตัวเลขเพื่อดูที่มา")
    for section in view.sections:
        show_domain(section, school_id)
    empty = [section.domain.short_name for section in view.sections if not section.rows]
    if empty:
        st.caption(f"ยังไม่มีข้อมูลรายโรงเรียนด้าน{' '.join(empty)}")

    show_quiet(view)
    show_levels(view, desk.data.catalogue)
    show_school_external(desk.store, school_id, today)
    names = {indicator.id: indicator.short_name for indicator in desk.data.catalogue.indicators}
    weak = [line for line in view.lines if line.finding.kind != "strength"]
    topics = tuple(dict.fromkeys(names[line.finding.indicator_id] for line in weak))
    show_visits(desk.store, view.school, listed, topics, today)
