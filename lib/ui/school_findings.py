"""What the rules found about one school, and what was looked at without finding anything."""

from collections.abc import Sequence

import streamlit as st

from lib.domain.findings import KIND_LABELS
from lib.services.school_findings import FindingLine
from lib.ui.figure_tables import FigurePlace, show_way_button
from lib.ui.finding_cards import SIGNS
from lib.ui.plain import plain
from lib.ui.way_home_stops import Stop

MOST_SHOWN = 6


def show_lines(lines: Sequence[FindingLine]) -> None:
    """The surest in sight, the others behind a click."""
    st.subheader("จุดเด่นและจุดที่ควรพัฒนา")
    if not lines:
        st.markdown("ไม่มีข้อค้นพบเฉพาะของโรงเรียนนี้ในปีที่เลือก")
        return
    for line in lines[:MOST_SHOWN]:
        _show_line(line)
    rest = lines[MOST_SHOWN:]
    if rest:
        with st.expander(f"ดูอีก {len(rest):,} เรื่อง"):
            for line in rest:
                _show_line(line)


def _show_line(line: FindingLine) -> None:
    finding = line.finding
    sign, colour = SIGNS[finding.kind]
    also = f" · กฎที่ชี้ทางเดียวกัน {' '.join(line.others)}" if line.others else ""
    text, way = st.columns([11, 1], vertical_alignment="top")
    text.markdown(
        f":{colour}[**{sign} {KIND_LABELS[finding.kind]}**] **{plain(line.certainty)}** "
        f"{plain(line.sentence)}{also}"
    )
    with way:
        show_way_button(Stop(finding_id=finding.id), f"{FigurePlace.SCHOOL_FINDINGS}-{finding.id}")
