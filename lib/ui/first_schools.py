"""Schools to look at first, for whoever plans visits: one table per cluster, no ranking."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from lib.domain.indicators import Catalogue
from lib.services.first_schools import FirstSchool
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.plain import plain
from lib.ui.topic_schools import go_to_school
from lib.ui.way_home_stops import Stop

_ROW_HEIGHT = 36


def show_first_schools(schools: Sequence[FirstSchool], catalogue: Catalogue, n_all: int) -> None:
    """Each cluster with its schools by name; its matters lead to their findings.

    Args:
        n_all: schools of the office.
    """
    if not schools:
        st.info("ไม่มีโรงเรียนตามตัวกรองนี้ ลองเลือกด้าน กลุ่ม หรือจำนวนเรื่องอื่น")
        return
    st.markdown(
        f"โรงเรียน **{len(schools):,}** จาก {n_all:,} แห่ง มีผลด้านที่ควรพัฒนาเกินความผันผวน "
        "ประเมินตนเองต่างจากผล หรือมีตัวเลขที่ควรตรวจ"
    )
    st.caption(
        "เรียงตามกลุ่มโรงเรียนและชื่อ ไม่ใช่ลำดับคุณภาพ เพราะจำนวนเรื่องขึ้นกับขนาดโรงเรียนด้วย โรงเรียนใหญ่จึงพบความต่างได้ง่ายกว่า "
        "คลิกชื่อโรงเรียนเพื่อเปิดหน้าของโรงเรียน คลิกเรื่องที่ควรดูเพื่ออ่านข้อความและที่มา"
    )
    names = {area.id: area.short_name for area in catalogue.domains}
    for cluster, mine in groupby(schools, key=lambda school: school.cluster):
        listed = list(mine)
        st.markdown(f"**{plain(cluster) or 'ไม่ระบุกลุ่ม'}** {len(listed):,} แห่ง")
        _show_cluster(listed, names, cluster)


def _show_cluster(listed: list[FirstSchool], names: dict[str, str], cluster: str) -> None:
    show_figures(
        [
            {
                "โรงเรียน": school.name,
                "นักเรียน": school.pupils,
                "เรื่องที่ควรดู": " · ".join(
                    f"{names[each.domain]} {len(each.finding_ids)}: {each.words}" for each in school.matters
                ),
                "n น้อย": f"– {school.n_small} ข้อ" if school.n_small else "",
            }
            for school in listed
        ],
        key=f"{FigurePlace.FIRST_SCHOOLS}-{cluster}",
        ways={"เรื่องที่ควรดู": [Stop(findings=school.finding_ids) for school in listed]},
        on_row=lambda row: go_to_school(listed[row].school_id),
        height=_ROW_HEIGHT * (len(listed) + 1) + 3,
        row_height=_ROW_HEIGHT,
        placeholder="–",
        column_config={
            "โรงเรียน": st.column_config.TextColumn(width=200),
            "นักเรียน": st.column_config.NumberColumn(format="localized", width=75),
            "เรื่องที่ควรดู": st.column_config.TextColumn(width=480),
            "n น้อย": st.column_config.TextColumn(
                width=75, help="จำนวนข้อที่ปีล่าสุดมีผู้เรียนน้อยกว่าเกณฑ์ของตัวชี้วัด จึงสรุปจากหลายปีรวมกัน"
            ),
        },
    )
