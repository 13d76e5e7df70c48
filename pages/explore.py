"""ตัวชี้วัดนี้อยู่ตรงไหน: one indicator from the area to its clusters and schools."""

import streamlit as st

from lib.services.explore import find_school, list_indicators, load_school_line
from lib.services.explore_charts import Picture, pictures_of
from lib.ui.charts import show_chart
from lib.ui.frame import open_desk
from lib.ui.messages import show_empty
from lib.ui.plain import plain
from lib.ui.resources import examination, indicator_view, picture
from lib.ui.state import Key, get, keep_within
from lib.ui.tables import show_group_table, show_school_table, show_tiles, show_trend_table

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
listed = {area.id: list_indicators(desk.data, found, area.id) for area in desk.data.catalogue.domains}
names = {area.id: area.short_name for area in desk.data.catalogue.domains if listed[area.id]}

left, right = st.columns([2, 3])
keep_within(Key.EXPLORED_DOMAIN, names)
domain = left.segmented_control(
    "ด้าน",
    list(names),
    default=next(iter(names)),
    format_func=lambda area: names[area],
    key=Key.EXPLORED_DOMAIN,
    required=True,
    persist_state="session",
)
labels = {each.id: each.label for each in listed[domain]}
keep_within(Key.INDICATOR, labels)
indicator_id = right.selectbox(
    "ตัวชี้วัด", list(labels), format_func=lambda one: labels[one], key=Key.INDICATOR, persist_state="session"
)
view = indicator_view(desk.store, desk.data, desk.periods, indicator_id)
st.markdown(plain(view.sentence))
show_tiles(view.tiles)

school = find_school(desk.data, get(Key.SCHOOL, ""))
pictures = pictures_of(view)
if pictures:
    keep_within(Key.PICTURE, pictures)
    kind = st.segmented_control(
        "ภาพ",
        pictures,
        default=pictures[0],
        format_func=lambda one: one.label,
        key=Key.PICTURE,
        required=True,
        persist_state="session",
    )
    chosen = school.school_id if school else ""
    line = load_school_line(found, indicator_id, school) if school and kind is Picture.TREND else None
    spec = picture(desk.store, desk.periods, view, kind, line, chosen)
    show_chart(spec, key=f"{indicator_id}-{kind}")
    if kind in (Picture.SPREAD, Picture.FUNNEL):
        st.caption("ข้อสรุปที่คำนึงหลายปีและหลายโรงเรียนพร้อมกันอยู่ในหน้าจุดเด่นและจุดที่ควรพัฒนา")
    if kind is Picture.TREND:
        show_trend_table(view.trend, view)
    if kind is Picture.GROUPS:
        show_group_table(view.groups, view)

if not view.summary.n_schools:
    stated = " · ".join(
        row.benchmark.source_ref for row in view.summary.benchmarks if row.benchmark.source_ref
    )
    st.info(f"ปีนี้ไม่มีค่ารายโรงเรียนของตัวชี้วัดนี้ {f'ค่าที่แสดงมาจาก {plain(stated)}' if stated else ''}".strip())
    st.stop()
st.subheader("จากเขต ไปกลุ่มโรงเรียน ไปโรงเรียน")
clusters = ("", *view.clusters)
keep_within(Key.CLUSTER, clusters)
cluster = st.selectbox(
    "กลุ่มโรงเรียน",
    clusters,
    format_func=lambda name: name or f"ทั้งเขต {len(view.schools):,} โรงเรียน",
    key=Key.CLUSTER,
    persist_state="session",
)
schools = view.of_cluster(cluster)
show_school_table(schools, view)
if school is None:
    st.caption("คลิกตัวเลขเพื่อดูเซลล์ในไฟล์ คลิกชื่อโรงเรียนเพื่อแสดงชื่อในภาพและเปิดหน้าของโรงเรียน")
else:
    st.page_link("pages/school.py", label=f"เปิดหน้าโรงเรียน{plain(school.name)}")
