"""Findings in lists: the area's by domain, those of single schools, and what was looked at in vain."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.figures import FigureId, FigureKind
from lib.domain.findings import STATUS_LABELS, LookedAt
from lib.domain.indicators import Catalogue
from lib.services.findings import ReviewedFinding
from lib.storage.engine import Store
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.finding_cards import SIGNS, show_two_sides
from lib.ui.state import Key, put
from lib.ui.way_home_stops import Stop


def show_by_domain(
    store: Store, findings: Sequence[ReviewedFinding], sparks: dict[str, str], catalogue: Catalogue
) -> None:
    """The area's own findings, then its clusters', domain by domain.

    Args:
        sparks: indicator id → its picture (lib.charts.spark).
    """
    for area in catalogue.domains:
        mine = [each for each in findings if each.finding.domain == area.id]
        if mine:
            st.subheader(f"{area.name} {len(mine):,} ข้อ")
            show_two_sides(store, mine, sparks, catalogue)


def show_alone(findings: Sequence[ReviewedFinding]) -> None:
    """Sentences about single schools that no shared matter stands for; a click decides about one."""
    if not findings:
        return
    with st.expander(f"ข้ออื่นรายโรงเรียน {len(findings):,} ข้อ ยังไม่แน่นอนหรือพบเพียงแห่งเดียว ไม่ต้องพิจารณาทุกข้อ"):
        st.caption("คลิกข้อความเพื่อดูตัวเลข คลิกคอลัมน์อื่นเพื่อพิจารณาข้อนั้นเข้ารายงาน")
        show_figures(
            [
                {
                    "": SIGNS[each.finding.kind][0],
                    "ข้อความ": each.sentence,
                    "ผลพิจารณา": STATUS_LABELS[each.review.status],
                }
                for each in findings
            ],
            key=FigurePlace.ALONE,
            ways={"ข้อความ": [Stop(finding_id=each.finding.id) for each in findings]},
            on_row=lambda row: put(Key.OPEN_FINDING, findings[row].finding.id),
            column_config={
                "": st.column_config.TextColumn(width=40),
                "ข้อความ": st.column_config.TextColumn(width=720),
            },
        )


def show_quiet(quiet: Sequence[LookedAt]) -> None:
    """Indicators that were examined and gave nothing, so that silence is not mistaken for neglect."""
    with st.expander(f"พิจารณาแล้วไม่พบสิ่งที่ต่างออกไป {len(quiet):,} ตัวชี้วัด"):
        st.caption("คลิกข้อความเพื่อดูโรงเรียนที่นับและเซลล์ในไฟล์")
        show_figures(
            [{"ตัวชี้วัด": each.sentence} for each in quiet],
            key=FigurePlace.QUIET,
            ways={"ตัวชี้วัด": [FigureId(FigureKind.COVERAGE, each.indicator_id, each.period) for each in quiet]},
        )
