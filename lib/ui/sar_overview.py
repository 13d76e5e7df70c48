"""All reports of a year together: standard × level, and who has not sent one."""

import streamlit as st

from lib.domain.assessment_synthesis import LevelSynthesis
from lib.domain.reported_counts import CountPart, ReportedCount
from lib.services.sar_charts import make_level_chart
from lib.services.sar_synthesis import load_synthesis
from lib.thai.numerals import format_number
from lib.ui.charts import show_chart
from lib.ui.figure_tables import FigurePlace, show_figures
from lib.ui.sar_desk import SarDesk
from lib.ui.way_home_stops import Stop


def show_synthesis(desk: SarDesk) -> None:
    """One table and one chart per level of education."""
    if desk.year_be is None:
        return
    synthesis = load_synthesis(desk.store, desk.year_be)
    shown = [level for level in synthesis.levels if level.n_submitted]
    if not shown:
        st.info("ยังไม่มีรายงานของปีนี้ เมื่อบันทึกรายงานแล้ว ผลสังเคราะห์จะอยู่ที่นี่")
    for level in shown:
        st.subheader(f"ระดับ{level.level_of_education.label}")
        st.markdown(
            f"สถานศึกษาทั้งหมด **{level.n_schools:,}** แห่ง เปิดสอนระดับนี้ **{level.n_offering:,}** แห่ง "
            f"ส่งรายงานแล้ว **{level.n_submitted:,}** แห่ง (ร้อยละคิดจากที่ส่ง)"
        )
        if any(standard.n_rated for standard in level.standards):
            chart = make_level_chart(level, synthesis.academic_year_be)
            show_chart(chart, f"sar-levels-{level.level_of_education}")
        show_figures(
            _rows(level),
            key=f"{FigurePlace.SAR_SYNTHESIS}-{level.level_of_education}",
            ways=_ways(level, synthesis.academic_year_be),
        )


def _ways(level: LevelSynthesis, year_be: int) -> dict[str, list[Stop | None]]:
    """Every count leads to its schools; a mean to all that were counted."""
    ways: dict[str, list[Stop | None]] = {}
    for standard in level.standards:
        cells: dict[str, tuple[int, tuple[int, ...], CountPart]] = {
            count.word: (count.n, (count.level,), CountPart.LEVELS) for count in standard.counts
        }
        cells["ไม่ระบุระดับ"] = (standard.n_without_level, (), CountPart.WITHOUT_LEVEL)
        cells["ค่าเฉลี่ย"] = (standard.n_rated, (1, 2, 3, 4, 5), CountPart.LEVELS)
        for column, (n, levels, part) in cells.items():
            cell = ReportedCount(year_be, level.level_of_education, standard.standard, levels, part)
            ways.setdefault(column, []).append(Stop(reported=cell) if n else None)
    return ways


def _rows(level: LevelSynthesis) -> list[dict[str, str]]:
    rows = []
    for standard in level.standards:
        row = {"มาตรฐาน": f"{standard.standard} {standard.name}"}
        row |= {count.word: f"{count.n:,} ({format_number(count.pct)})" for count in standard.counts}
        row |= {"ไม่ระบุระดับ": f"{standard.n_without_level:,}", "ค่าเฉลี่ย": format_number(standard.mean)}
        rows.append(row)
    return rows


def show_missing(desk: SarDesk) -> None:
    """Schools without a report of the year."""
    if desk.year_be is None:
        return
    synthesis = load_synthesis(desk.store, desk.year_be)
    missing = synthesis.not_submitted
    st.markdown(f"ยังไม่ส่ง **{len(missing):,}** จาก **{synthesis.n_schools:,}** แห่ง")
    if missing:
        st.dataframe(
            [
                {"รหัส": school.school_id, "โรงเรียน": school.name, "กลุ่มโรงเรียน": school.cluster}
                for school in missing
            ],
            hide_index=True,
            width="stretch",
        )
    else:
        st.success("ทุกโรงเรียนส่งรายงานแล้ว")
