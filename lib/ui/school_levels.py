"""The levels a school gave itself, with a mark where its results disagree."""

import streamlit as st

from lib.domain.indicators import Catalogue
from lib.services.school import SchoolView
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.plain import plain
from lib.ui.way_home_stops import Stop


def show_levels(view: SchoolView, catalogue: Catalogue) -> None:
    """One row per level of education and standard of the latest report."""
    st.subheader("ระดับคุณภาพตามรายงานการประเมินตนเอง")
    report = view.report
    if report is None:
        st.markdown("ยังไม่มีรายงานการประเมินตนเองของโรงเรียนนี้ในระบบ")
        return
    st.caption(f"ปีการศึกษา {report.academic_year_be} · {report.status.label} · {plain(report.file_name)}")
    if not view.levels:
        st.markdown("รายงานฉบับนี้ไม่ได้ระบุระดับคุณภาพ")
        return
    rows: list[dict[str, str | None]] = [
        {
            "ระดับการศึกษา": one.level_of_education,
            "มาตรฐาน": one.standard,
            "ระดับคุณภาพ": one.level,
            "ผลที่ไม่ตรงกัน": " · ".join(
                f"◆ {catalogue.by_id[finding.indicator_id].short_name}" for finding in one.disagreeing
            )
            or None,
            "ที่มา": one.place,
        }
        for one in view.levels
    ]
    show_figures(
        rows,
        key=FigurePlace.SCHOOL_LEVELS,
        ways={
            "ระดับคุณภาพ": [Stop(reported=one.way) for one in view.levels],
            "ผลที่ไม่ตรงกัน": [
                Stop(finding_id=one.disagreeing[0].id) if one.disagreeing else None for one in view.levels
            ],
        },
        placeholder="–",
    )
    if any(one.disagreeing for one in view.levels):
        st.caption("◆ ระดับที่ประเมินตนเองกับผลในระบบชี้ไปคนละทางเกินความผันผวน (กฎ R7) ควรดูหลักฐานร่วมกัน")
