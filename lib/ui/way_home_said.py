"""The schools and statements behind a count of a theme, and one statement at its page."""

from functools import partial

import streamlit as st

from lib.domain.theme_synthesis import SaidInReport, ThemedStatement, ThemeFigure
from lib.services.sar_themes import theme_name
from lib.services.way_home_statement import statement_home, statements_counted
from lib.ui.figure_tables import pick_cell
from lib.ui.frame import Desk
from lib.ui.plain import plain
from lib.ui.sar_resources import themed_year
from lib.ui.way_home_report import show_place, show_report_events, show_report_file
from lib.ui.way_home_stops import Stop, go_on

_LINES = "way-home-said"
_ROW_HEIGHT, _MOST_ROWS = 36, 14


def show_said(desk: Desk, said: SaidInReport | ThemeFigure, *, key: str) -> None:
    """One statement in its report, or the statements behind a count of schools."""
    if isinstance(said, ThemeFigure):
        _show_count(desk, said, key)
    else:
        _show_statement(desk, said)


def _show_statement(desk: Desk, said: SaidInReport) -> None:
    home = statement_home(desk.store, desk.data, said)
    st.markdown(f"**ข้อความของสถานศึกษา** · {plain(home.of)}")
    st.markdown(f"“{plain(home.told)}”")
    show_place(desk, home)
    show_report_file(desk, home)
    st.markdown("**จากรายงานถึงข้อความ**")
    show_report_events(home)


def _show_count(desk: Desk, figure: ThemeFigure, key: str) -> None:
    year = themed_year(desk.store, figure.academic_year_be, confirmed_only=figure.confirmed_only)
    found = statements_counted(year, figure)
    schools = len({each.school_id for each in found})
    level = figure.level_of_education
    about = "ทั้งจุดเด่นและจุดที่ควรพัฒนา" if figure.both_sides else figure.kind.label
    where = " · ".join([f"ระดับ{level.label}" if level else "ไม่ระบุระดับการศึกษา", *map(plain, figure.clusters)])
    st.markdown(
        f"**{plain(theme_name(figure.theme_id))}** · {about} · {where} · ปีการศึกษา {figure.academic_year_be}"
    )
    st.subheader(f"{schools:,} แห่ง", anchor=False)
    if not found:
        st.info("ไม่มีข้อความในเรื่องนี้แล้ว เพราะมีการย้ายหรือแก้ไขรายงาน")
        return
    st.markdown(f"**ประกอบด้วย {len(found):,} ข้อความ จาก {schools:,} แห่ง** คลิกแถวเพื่อดูข้อความในรายงาน")
    name = f"{_LINES}-{key}"
    st.dataframe(
        [_row(each, with_kind=figure.both_sides) for each in found],
        hide_index=True,
        width="stretch",
        height=_ROW_HEIGHT * (min(len(found), _MOST_ROWS) + 1) + 3,
        row_height=_ROW_HEIGHT,
        key=name,
        on_select=partial(pick_cell, name, [Stop(said=way_of(each)) for each in found], go_on),
        selection_mode="single-cell",
        column_config={"ข้อความ": st.column_config.TextColumn(width="large")},
    )


def way_of(statement: ThemedStatement) -> SaidInReport:
    """The name of a statement in its report."""
    return SaidInReport(statement.report_id, statement.kind, statement.text)


def _row(statement: ThemedStatement, *, with_kind: bool) -> dict[str, str]:
    row = {"โรงเรียน": statement.school_name}
    if with_kind:
        row["ด้าน"] = statement.kind.label
    return row | {"ข้อความ": statement.text, "ที่": statement.place.label}
