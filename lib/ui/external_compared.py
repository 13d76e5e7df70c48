"""What schools say of a standard beside what the assessors said, in one table."""

import streamlit as st

from lib.services.external_board import CAPTION
from lib.services.external_compared import count_pairs
from lib.ui.external_desk import ALL, ROW_HEIGHT, ExternalDesk, pick_cluster, table_height
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.pickers import keep_within
from lib.ui.plain import plain
from lib.ui.state import Key
from lib.ui.way_home_stops import Stop


def show_compared(desk: ExternalDesk) -> None:
    """Words side by side without conversion, and how often each pair of words occurs."""
    every = desk.board.compared
    if not every:
        st.info("ยังไม่มีทั้ง SAR และผล สมศ. ให้วางข้างกัน รับ SAR ในหน้ารายงานสถานศึกษา และรับผล สมศ. ใน “รับข้อมูล”")
        return
    st.caption(CAPTION)
    left, middle, right = st.columns([1, 1, 1], vertical_alignment="bottom")
    with left:
        cluster = pick_cluster(desk)
    levels = {ALL: "ทุกระดับ"} | {each.level_of_education: each.level_name for each in every}
    keep_within(Key.EXTERNAL_LEVEL, levels)
    level = middle.selectbox(
        "ระดับการศึกษา", list(levels), format_func=levels.__getitem__, key=Key.EXTERNAL_LEVEL
    )
    shown = [
        each for each in every if cluster in (ALL, each.cluster) and level in (ALL, each.level_of_education)
    ]
    both = [each for each in shown if each.internal and each.external]
    only_both = right.checkbox("เฉพาะที่มีทั้งสองฝ่าย", key=f"{Key.EXTERNAL_LEVEL}-both")
    st.markdown(
        f"**{len(shown):,}** รายการ (โรงเรียน × มาตรฐาน) · มีทั้งสองฝ่าย **{len(both):,}** · "
        f"มีเฉพาะ SAR **{sum(not each.external for each in shown):,}** · "
        f"มีเฉพาะ สมศ. **{sum(not each.internal for each in shown):,}**"
    )
    shown = both if only_both else shown
    if not shown:
        st.info("ไม่มีรายการในกลุ่มและระดับที่เลือก")
        return
    rows = [
        {
            "โรงเรียน": each.school_name,
            "ระดับ": each.level_name,
            "มาตรฐาน": f"มฐ.{each.standard}",
            "SAR ว่า": _own(each.internal, confirmed=each.sar_confirmed) if each.internal else None,
            "ปี SAR": str(each.sar_year_be) if each.sar_year_be else None,
            "สมศ. ว่า": each.external or None,
            "รอบ": each.external_round or None,
        }
        for each in shown
    ]
    show_figures(
        rows,
        key=f"{FigurePlace.EXTERNAL_COMPARED}-{cluster}-{level}-{only_both}",
        ways={
            "SAR ว่า": [Stop(reported=each.internal_way) if each.internal_way else None for each in shown],
            "สมศ. ว่า": [Stop(external=each.external_way) if each.external_way else None for each in shown],
        },
        row_height=ROW_HEIGHT,
        height=table_height(rows),
        placeholder="–",
        column_config={
            "โรงเรียน": st.column_config.TextColumn("โรงเรียน", width=230),
            "รอบ": st.column_config.TextColumn("รอบ", width=200),
        },
    )
    st.caption("มฐ. คือมาตรฐานที่ · * SAR ฉบับร่างที่ยังไม่ได้ตรวจยืนยัน · คลิกคำเพื่อดูที่มาในไฟล์")
    pairs = count_pairs(shown)
    if pairs:
        st.subheader("คู่คำที่พบ")
        st.markdown(
            "\n".join(
                f"- SAR **{plain(own)}** · สมศ. **{plain(theirs)}** — {n:,} รายการ"
                for own, theirs, n in pairs
            )
        )


def _own(word: str, *, confirmed: bool) -> str:
    return word if confirmed else f"{word} *"
