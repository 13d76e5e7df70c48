"""Self-assessed levels over the years of one set of standards, and how schools moved between the last two."""

import streamlit as st

from lib.domain.assessment_synthesis import LevelSynthesis
from lib.domain.level_changes import Direction, LevelChange
from lib.domain.reported_counts import ReportedCount
from lib.services.sar_charts import make_year_chart, pick_row
from lib.storage.engine import Store
from lib.ui.charts import show_chart
from lib.ui.figure_tables import FigurePlace
from lib.ui.sar_figures import FigureRow, show_directions, show_levels, show_moves
from lib.ui.sar_resources import level_years

_OWN_MEASURE = (
    "นับเฉพาะสถานศึกษาที่มีระดับตามมาตรฐานชุดเดียวกันทั้งสองปี ระดับที่ต่างกันอาจมาจากเกณฑ์ของสถานศึกษาเอง "
    "จึงยังไม่ใช่หลักฐานว่าคุณภาพเปลี่ยน"
)


def show_years(
    store: Store, year_be: int, level: LevelSynthesis, number: str, *, confirmed_only: bool
) -> None:
    """Up to three years of a standard or item, then the change from the year before."""
    kept = level.level_of_education
    years, changes = level_years(store, year_be, kept, confirmed_only=confirmed_only)
    rows = [(year, pick_row(year.level, number)) for year in years]
    part = f"{kept}-{number}-{confirmed_only}"
    if any(row.n_rated for _, row in rows):
        show_chart(make_year_chart(years, number), f"sar-years-{part}")
    show_levels(
        [
            FigureRow(
                {
                    "ปีการศึกษา": f"{year.academic_year_be}",
                    "ส่ง/เปิดสอน": f"{year.level.n_submitted:,} / {year.level.n_offering:,}",
                },
                row,
                ReportedCount(
                    year.academic_year_be, kept, row.standard, item=row.item, confirmed_only=confirmed_only
                ),
            )
            for year, row in rows
        ],
        f"{FigurePlace.SAR_SYNTHESIS}-years-{part}",
    )
    st.caption("ทะเบียนปัจจุบันใช้กับทุกปี โรงเรียนที่ยุบหรือรวมแล้วจึงไม่นับย้อนหลัง")
    if changes:
        _show_changes(changes, pick_row(level, number).standard, level, confirmed_only)
    else:
        st.info("ยังไม่มีรายงานของปีก่อนหน้า จึงยังบอกการเปลี่ยนแปลงไม่ได้")


def _show_changes(
    changes: tuple[LevelChange, ...], standard: str, level: LevelSynthesis, confirmed_only: bool
) -> None:
    first = changes[0]
    kept = level.level_of_education
    st.subheader(f"จากปี {first.from_year_be} ถึงปี {first.to_year_be}", anchor=False)
    if not any(change.n_both for change in changes):
        st.info("ยังไม่มีสถานศึกษาที่มีระดับทั้งสองปี จึงยังบอกการเปลี่ยนแปลงไม่ได้")
        return
    key = f"{FigurePlace.SAR_CHANGES}-{kept}-{confirmed_only}"
    show_directions(changes, key, confirmed_only=confirmed_only)
    change = next(each for each in changes if each.standard == standard)
    if change.n_both:
        st.markdown(
            f"**มาตรฐานที่ {change.standard}** {change.n_both:,} แห่งที่มีระดับทั้งสองปี: "
            + " · ".join(f"{each.label} {change.n(each):,}" for each in Direction)
        )
        words = [count.word for count in level.standards[0].counts]
        show_moves(change, words, f"{key}-moves-{standard}", confirmed_only=confirmed_only)
    st.caption(_OWN_MEASURE)
