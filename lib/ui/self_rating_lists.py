"""Schools whose own level and results point apart, both ways, each with its report and its figure."""

import streamlit as st

from lib.domain.figures import FigureId
from lib.domain.self_rating_matrix import Measured, RatedSchool, Result, SelfRatingMatrix
from lib.thai.numerals import format_number
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.topic_schools import go_to_school
from lib.ui.way_home_matrix import result_way
from lib.ui.way_home_stops import Stop

_LEVEL, _OWN = "ประเมินตนเอง", "ผลของโรงเรียน"
_WIDTHS = {"โรงเรียน": 145, _LEVEL: 125, "ตัวชี้วัด": 195, _OWN: 140, "ค่าของเขต": 85, "ต่างกัน": 150}


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
        st.caption(
            f"ถ้าไม่มีโรงเรียนใดต่างจริง คาดว่าจะพบไม่ถึง {expected:,} แห่ง · เรียงตามกลุ่มและชื่อ "
            "คลิกระดับหรือผลเพื่อดูที่มา คลิกชื่อเพื่อเปิดหน้าโรงเรียน"
        )
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
        column_config={name: st.column_config.TextColumn(width=width) for name, width in _WIDTHS.items()},
    )


def _row(school: RatedSchool, side: Measured) -> dict[str, str]:
    telling = school.telling(side)
    first, others = telling[0], len(telling) - 1
    return {
        "โรงเรียน": school.name,
        _LEVEL: f"{school.level_label} {school.place}".strip(),
        "ตัวชี้วัด": f"{first.short} (อีก {others:,})" if others else first.short,
        _OWN: f"{format_number(first.value)} ({_counted(first)})",
        "ค่าของเขต": format_number(first.comparator),
        "ต่างกัน": first.apart.replace(" หรือประมาณ ", " ราว "),
    }


def _counted(result: Result) -> str:
    n = f"{result.n:,}" if result.n is not None else "ไม่ทราบ"
    return f"{result.x:,} จาก {n}" if result.x is not None else f"n = {n}"
