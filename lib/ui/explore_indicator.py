"""One indicator on the explore page: its sentence and figures, then its pictures."""

import streamlit as st

from lib.analysis.examination import Examination
from lib.domain.schools import School
from lib.services.explore import IndicatorView, load_school_line
from lib.services.explore_charts import Picture, pictures_of
from lib.services.explore_trend import trend_sentence
from lib.ui.charts import show_chart
from lib.ui.frame import Desk
from lib.ui.pickers import keep_within
from lib.ui.plain import plain
from lib.ui.resources import picture
from lib.ui.state import Key
from lib.ui.tables import show_group_table, show_tiles, show_trend_table


def show_indicator(desk: Desk, found: Examination, view: IndicatorView, school: School | None) -> None:
    """What the area has, and the picture that was asked for."""
    st.markdown(plain(view.sentence))
    show_tiles(view.tiles)
    pictures = pictures_of(view)
    if pictures:
        _show_picture(desk, found, view, school, pictures)
    if not view.summary.n_schools:
        stated = [row.benchmark.source_ref for row in view.summary.benchmarks if row.benchmark.source_ref]
        told = f" ค่าที่แสดงมาจาก {' · '.join(stated)}" if stated else ""
        st.info(plain(f"ปีนี้ไม่มีค่ารายโรงเรียนของตัวชี้วัดนี้{told}"))


def _show_picture(
    desk: Desk,
    found: Examination,
    view: IndicatorView,
    school: School | None,
    pictures: tuple[Picture, ...],
) -> None:
    keep_within(Key.PICTURE, pictures)
    kind = st.segmented_control(
        "ภาพ",
        pictures,
        default=pictures[0],
        format_func=lambda one: one.label,
        key=Key.PICTURE,
        required=True,
        persist_state="session",
    )
    line = None
    if school and kind is Picture.TREND:
        line = load_school_line(found, view.indicator.id, school)
    drawing = picture(desk.store, desk.periods, view, kind, line, school.school_id if school else "")
    show_chart(drawing, key=f"{view.indicator.id}-{kind}")
    if kind is Picture.TREND:
        st.markdown(plain(trend_sentence(view)))
        show_trend_table(view.trend, view)
    if kind is Picture.GROUPS:
        show_group_table(view.groups, view)
