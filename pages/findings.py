"""สิ่งใดเด่นและสิ่งใดควรพัฒนา: sentences with their figures, to accept, edit or reject."""

import streamlit as st

from lib.domain.figures import FigureId, FigureKind
from lib.services.finding_decisions import accept_all
from lib.services.findings import Filter, narrow
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.finding_cards import show_finding
from lib.ui.finding_review import show_review
from lib.ui.frame import open_desk
from lib.ui.messages import errors_shown, show_empty
from lib.ui.resources import findings, who
from lib.ui.state import Key, say_after_rerun

SCOPES = {"area": "ภาพรวมเขต", "cluster": "กลุ่มโรงเรียน", "school": "โรงเรียน"}
STATES: dict[Filter, str] = {"all": "ทั้งหมด", "open": "ยังไม่พิจารณา", "in": "เข้ารายงาน", "rejected": "ไม่รับ"}
MOST_SHOWN = 20

desk = open_desk()
st.title("สิ่งใดเด่น และสิ่งใดควรพัฒนา")
if not desk.has_figures:
    show_empty(
        "ยังไม่มีข้อมูลของสำนักงาน จุดเด่นและจุดที่ควรพัฒนาจะคำนวณให้เมื่อมีข้อมูลอย่างน้อยหนึ่งด้าน",
        "pages/data_import.py",
        "ไปหน้านำเข้าข้อมูล",
    )
    st.stop()
result = findings(desk.store, desk.data, desk.periods)
waiting = sum(each.waits for each in result.findings)
entering = sum(each.enters_report for each in result.findings)
st.markdown(
    f"พบ **{len(result.findings):,}** ข้อ รับเข้ารายงานแล้ว **{entering:,}** ข้อ ยังไม่พิจารณา **{waiting:,}** ข้อ "
    "เฉพาะข้อที่รับแล้วเท่านั้นที่เข้ารายงาน"
)

left, middle, right = st.columns([4, 3, 3])
scope = left.segmented_control(
    "ระดับ", list(SCOPES), default="area", format_func=lambda name: SCOPES[name], key=Key.SCOPE, required=True
)
domains = {"": "ทุกด้าน", **{area.id: area.short_name for area in desk.data.catalogue.domains}}
domain = middle.selectbox("ด้าน", list(domains), format_func=lambda name: domains[name], key=Key.DOMAIN)
state = right.selectbox("สถานะ", list(STATES), format_func=lambda name: STATES[name], key=Key.STATUS)
cluster = ""
if scope != "area":
    clusters = ("", *sorted({school.cluster for school in desk.data.schools} - {""}))
    cluster = st.selectbox(
        "กลุ่มโรงเรียน", clusters, format_func=lambda name: name or "ทุกกลุ่ม", key=Key.FINDING_CLUSTER
    )
shown = narrow(result.findings, desk.data, scope=scope, domain=domain, wanted=state, cluster=cluster)

show_review(desk.store, result.findings)

if not shown:
    st.info("ไม่มีข้อค้นพบตามตัวกรองนี้ ลองเลือกระดับหรือสถานะอื่น")
for column, kinds in zip(
    st.columns(2, gap="large"), (("strength",), ("improvement_area", "watch", "data_quality")), strict=True
):
    side = [each for each in shown if each.finding.kind in kinds]
    with column:
        st.subheader(
            f"{'▲ จุดเด่น' if kinds == ('strength',) else '▼ จุดที่ควรพัฒนาและเรื่องที่ต้องดู'} {len(side):,} ข้อ"
        )
        for each in side[:MOST_SHOWN]:
            show_finding(desk.store, each, desk.data.catalogue)
        if len(side) > MOST_SHOWN:
            st.caption(f"แสดง {MOST_SHOWN} ข้อแรกจาก {len(side):,} ข้อ เลือกด้านหรือสถานะเพื่อให้แคบลง")

open_shown = tuple(each for each in shown if each.review.status == "new")
if open_shown and st.button(
    f"รับทั้งหมด {len(open_shown):,} ข้อที่ยังไม่พิจารณาตามตัวกรองนี้", type="primary", key=Key.ACCEPT_ALL
):
    with errors_shown():
        done = accept_all(desk.store, open_shown, by=who())
        said = f"รับเข้ารายงาน {done.n_accepted:,} ข้อแล้ว เขียนข้อเสนอแนะต่อได้ที่ปุ่ม “พิจารณา” ของแต่ละข้อ"
        say_after_rerun(said, failed=done.not_accepted)
        st.rerun()

with st.expander(f"พิจารณาแล้วไม่พบสิ่งที่ต่างออกไป {len(result.quiet):,} ตัวชี้วัด"):
    st.caption("คลิกข้อความเพื่อดูโรงเรียนที่นับและเซลล์ในไฟล์")
    show_figures(
        [{"ตัวชี้วัด": each.sentence} for each in result.quiet],
        key=FigurePlace.QUIET,
        ways={
            "ตัวชี้วัด": [FigureId(FigureKind.COVERAGE, each.indicator_id, each.period) for each in result.quiet]
        },
    )
