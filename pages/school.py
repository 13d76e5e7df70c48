"""โรงเรียนนี้เป็นอย่างไร: everything known of one school on one calm page."""

import streamlit as st

from lib.domain.findings import KIND_LABELS
from lib.services.office import size_scheme
from lib.services.school import list_schools, load_school_view, school_label
from lib.ui.figure_tables import FigurePlace, show_figures, show_way_button
from lib.ui.frame import open_desk
from lib.ui.messages import show_empty
from lib.ui.plain import plain
from lib.ui.resources import examination, findings
from lib.ui.state import Key, keep_within
from lib.ui.tables import show_indicator_rows
from lib.ui.way_home_stops import Stop

SIGNS = {"strength": "▲", "improvement_area": "▼", "watch": "◆", "data_quality": "–"}

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
view = load_school_view(
    desk.store,
    desk.data,
    examination(desk.store, desk.data, desk.periods),
    findings(desk.store, desk.data, desk.periods),
    school_id,
    size_scheme(desk.office),
)
st.header(f"โรงเรียน{plain(view.school.name)}")
st.markdown(" · ".join(f"{label} **{plain(text)}**".strip() for label, text in view.facts))
st.markdown(plain(view.sentence))

for section in view.sections:
    if section.rows:
        st.subheader(section.domain.name)
        st.caption(" · ".join(dict.fromkeys(row.period.label for row in section.rows)))
        show_indicator_rows(section.rows, school_id, section.domain.id)
empty = [section.domain.short_name for section in view.sections if not section.rows]
if empty:
    st.caption(f"ยังไม่มีข้อมูลรายโรงเรียนด้าน{' '.join(empty)}")

st.subheader("จุดเด่นและจุดที่ควรพัฒนา")
if not view.findings:
    st.markdown("ไม่มีข้อค้นพบเฉพาะของโรงเรียนนี้ในปีที่เลือก")
for each in view.findings:
    kind = each.finding.kind
    st.markdown(f"**{SIGNS[kind]} {KIND_LABELS[kind]}** {plain(each.sentence)}")
    show_way_button(Stop(finding_id=each.finding.id), f"{FigurePlace.SCHOOL_FINDINGS}-{each.finding.id}")

st.subheader("ระดับคุณภาพตามรายงานการประเมินตนเอง")
if view.report is None:
    st.markdown("ยังไม่มีรายงานการประเมินตนเองของโรงเรียนนี้ในระบบ")
else:
    report = view.report
    st.caption(f"ปีการศึกษา {report.academic_year_be} · {report.status.label} · {plain(report.file_name)}")
    show_figures(
        [
            {
                "ระดับการศึกษา": one.level_of_education,
                "มาตรฐาน": one.standard,
                "ระดับคุณภาพ": one.level,
                "ที่มา": one.place,
            }
            for one in view.levels
        ],
        key=FigurePlace.SCHOOL_LEVELS,
        ways={"ระดับคุณภาพ": [Stop(reported=one.way) for one in view.levels]},
    )
