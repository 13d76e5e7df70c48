"""The levels a school gave itself, one row per level of education, marked where its results disagree."""

import streamlit as st

from lib.domain.indicators import Catalogue
from lib.services.school import SchoolView
from lib.ui.figure_tables import FigurePlace, show_figures, show_way_button
from lib.ui.plain import plain
from lib.ui.way_home_stops import Stop


def show_levels(view: SchoolView, catalogue: Catalogue) -> None:
    """The levels of the latest report; a level leads to its page, a disagreement to its figures."""
    st.subheader("ระดับคุณภาพตามรายงานการประเมินตนเอง")
    report = view.report
    if report is None:
        st.markdown("ยังไม่มีรายงานการประเมินตนเองของโรงเรียนนี้ในระบบ")
        return
    st.caption(f"ปีการศึกษา {report.academic_year_be} · {report.status.label} · {plain(report.file_name)}")
    if not view.levels:
        st.markdown("รายงานฉบับนี้ไม่ได้ระบุระดับคุณภาพ")
        return
    taught = tuple(dict.fromkeys(one.level_of_education for one in view.levels))
    standards = tuple(dict.fromkeys(one.standard for one in view.levels))
    known = {(one.level_of_education, one.standard): one for one in view.levels}
    rows: list[dict[str, str | None]] = []
    ways: dict[str, list[Stop | None]] = {standard: [] for standard in standards}
    for level in taught:
        row: dict[str, str | None] = {"ระดับการศึกษา": level}
        for standard in standards:
            one = known.get((level, standard))
            row[standard] = f"{one.level}{' ◆' if one.disagreeing else ''}" if one else None
            ways[standard].append(Stop(reported=one.way) if one else None)
        rows.append(row)
    show_figures(rows, key=FigurePlace.SCHOOL_LEVELS, ways=ways, placeholder="–")
    disagreeing = [one for one in view.levels if one.disagreeing]
    if disagreeing:
        st.caption("◆ ระดับที่ประเมินตนเองกับผลในระบบชี้ไปคนละทางเกินความผันผวน (กฎ R7) ควรดูหลักฐานร่วมกัน")
    with st.container(gap=None):
        for one in disagreeing:
            for finding in one.disagreeing:
                name = catalogue.by_id[finding.indicator_id].short_name
                show_way_button(
                    Stop(finding_id=finding.id),
                    f"{FigurePlace.SCHOOL_LEVELS}-{finding.id}",
                    plain(f"{one.standard} {one.level_of_education} ({one.level}) กับ {name}"),
                )
