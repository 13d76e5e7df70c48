"""The schools of a shared matter, and the way to each school's page."""

import streamlit as st

from lib.analysis.examination import Examination
from lib.domain.figures import FigureId, FigureKind
from lib.domain.findings import Finding
from lib.domain.topics import TopicSchool
from lib.services.finding_topics import topic_schools
from lib.services.findings import FindingsResult
from lib.ui.figure_tables import FigurePlace, Ways, show_figures
from lib.ui.state import Key, get, put
from lib.ui.way_home_stops import Stop

_ROW_HEIGHT, _MOST_ROWS = 36, 10
_SCHOOL_PAGE = "pages/school.py"


def show_topic_schools(topic: Finding, result: FindingsResult, found: Examination) -> None:
    """Those that are counted; below them, closed, those that are only likely."""
    by_id = {each.finding.id: each.finding for each in result.findings}
    schools = topic_schools(topic, by_id, found)
    likely = [school for school in schools if school.likely]
    st.caption("เรียงตามกลุ่มโรงเรียนและชื่อ ไม่ใช่ลำดับผลงาน คลิกชื่อโรงเรียนเพื่อเปิดหน้าของโรงเรียน คลิกตัวเลขเพื่อดูเซลล์ในไฟล์")
    _show_table([school for school in schools if not school.likely], topic, "told")
    if likely:
        with st.expander(f"น่าจะต่าง ควรดูก่อน {len(likely):,} แห่ง ยังไม่นับรวมในข้อนี้"):
            _show_table(likely, topic, "likely")


def _show_table(schools: list[TopicSchool], topic: Finding, name: str) -> None:
    def home(kind: FigureKind) -> list[FigureId | Stop | None]:
        return [FigureId(kind, topic.indicator_id, topic.period, one.school_id) for one in schools]

    ways: Ways = {
        "ปีล่าสุด": home(FigureKind.SCHOOL),
        "รวม 3 ปี": home(FigureKind.POOLED),
        "ความแน่นอน": [Stop(finding_id=one.finding_id) for one in schools],
    }
    several = any(one.pooled for one in schools)
    show_figures(
        [
            {
                "กลุ่มโรงเรียน": one.cluster.removeprefix("กลุ่มโรงเรียน"),
                "โรงเรียน": one.name,
                "ปีล่าสุด": one.latest + (" – จำนวนน้อย" if one.small else ""),
                **({"รวม 3 ปี": one.pooled} if several else {}),
                "ความแน่นอน": one.certainty,
            }
            for one in schools
        ],
        key=f"{FigurePlace.TOPIC_SCHOOLS}-{topic.id}-{name}",
        ways=ways if several else {key: way for key, way in ways.items() if key != "รวม 3 ปี"},
        on_row=lambda row: go_to_school(schools[row].school_id),
        height=_height(len(schools)),
        row_height=_ROW_HEIGHT,
        placeholder="–",
        column_config={
            "กลุ่มโรงเรียน": st.column_config.TextColumn(width=110),
            "โรงเรียน": st.column_config.TextColumn(width=180),
            "ปีล่าสุด": st.column_config.TextColumn(width=150),
            "รวม 3 ปี": st.column_config.TextColumn(width=155),
            "ความแน่นอน": st.column_config.TextColumn(width=205),
        },
    )


def go_to_school(school_id: str) -> None:
    """Open a school's page with the next run; for callbacks."""
    put(Key.SCHOOL, school_id)
    put(Key.GO_TO_SCHOOL, True)


def follow_to_school() -> None:
    """Turn to the school's page if the run before asked for it; a callback cannot."""
    if get(Key.GO_TO_SCHOOL, False):
        put(Key.GO_TO_SCHOOL, False)
        st.switch_page(_SCHOOL_PAGE)


def _height(rows: int) -> int:
    return _ROW_HEIGHT * (min(rows, _MOST_ROWS) + 1) + 3
