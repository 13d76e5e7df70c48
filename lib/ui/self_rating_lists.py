"""Schools whose own level and results point apart, both ways, each with its report and its figure."""

import streamlit as st

from lib.domain.figures import FigureId
from lib.domain.self_rating_matrix import Measured, RatedSchool, SelfRatingMatrix
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.topic_schools import go_to_school
from lib.ui.way_home_matrix import result_way
from lib.ui.way_home_stops import Stop

_LEVEL, _OWN = "ประเมินตนเอง", "ผลของโรงเรียน"
#: Two lines a row: names and results are longer than their columns.
_ROW_HEIGHT, _HEAD, _MOST_ROWS = 66, 40, 8
_WIDTHS = {
    "โรงเรียน": 140,
    "กลุ่มโรงเรียน": 110,
    _LEVEL: 105,
    "ตัวชี้วัด": 145,
    _OWN: 150,
    "ค่าของเขต": 85,
    "ต่างกัน": 100,
}


def show_disagreements(matrix: SelfRatingMatrix) -> None:
    """Rated high beside low results, then the opposite; by cluster and name."""
    _show_list(
        matrix.overrated,
        Measured.LOW,
        f"ประเมินตนเองระดับ {matrix.high_from} ขึ้นไป แต่ผลด้อยกว่าเขตเกินความผันผวน",
        matrix.expected_overrated,
    )
    _show_list(
        matrix.underrated,
        Measured.HIGH,
        f"ประเมินตนเองระดับ {matrix.low_to} ลงไป แต่ผลดีกว่าเขตเกินความผันผวน",
        matrix.expected_underrated,
    )


def _show_list(schools: tuple[RatedSchool, ...], side: Measured, title: str, expected: int) -> None:
    st.subheader(f"{title} ({len(schools):,} แห่ง)")
    if expected:
        st.caption(f"ถ้าไม่มีโรงเรียนใดต่างจริง คาดว่าจะพบไม่ถึง {expected:,} แห่ง · เรียงตามกลุ่มและชื่อ")
    if not schools:
        st.markdown("ไม่พบ")
        return
    ids = [school.school_id for school in schools]

    def choose(row: int) -> None:
        go_to_school(ids[row])

    ways: dict[str, list[FigureId | Stop | None]] = {
        _LEVEL: [Stop(reported=school.way) if school.way else None for school in schools],
        _OWN: [result_way(school) for school in schools],
    }
    show_figures(
        [_row(school, side) for school in schools],
        key=f"{FigurePlace.SAR_DISAGREE}-{side}",
        ways=ways,
        on_row=choose,
        row_height=_ROW_HEIGHT,
        height=_ROW_HEIGHT * min(len(schools), _MOST_ROWS) + _HEAD,
        column_config={name: st.column_config.TextColumn(width=width) for name, width in _WIDTHS.items()},
    )


def _row(school: RatedSchool, side: Measured) -> dict[str, str]:
    telling = school.telling(side)
    first, others = telling[0], len(telling) - 1
    return {
        "โรงเรียน": school.name,
        "กลุ่มโรงเรียน": school.cluster,
        _LEVEL: f"{school.level_label} ({school.place})" if school.place else school.level_label,
        "ตัวชี้วัด": f"{first.short} (และอีก {others:,} ตัว)" if others else first.short,
        _OWN: first.own,
        "ค่าของเขต": first.against,
        "ต่างกัน": first.apart,
    }
