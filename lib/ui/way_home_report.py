"""A quality level of a school's report: the words around it, and who read, corrected and confirmed it."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from lib.domain.assessments import Place, ReportedLevel
from lib.domain.reported_counts import ReportedCount
from lib.errors import WorkbenchError
from lib.services.originals import original_of
from lib.services.way_home_report import (
    Excerpt,
    LevelHome,
    count_home,
    excerpt_of,
    level_home,
)
from lib.thai.dates import format_moment
from lib.ui.figure_tables import pick_cell
from lib.ui.frame import Desk
from lib.ui.messages import error_words
from lib.ui.originals import original
from lib.ui.plain import plain
from lib.ui.way_home_sheet import show_lines
from lib.ui.way_home_stops import Stop, go_on

_LINES = "way-home-levels"
_ROW_HEIGHT, _MOST_ROWS = 36, 14
_LONGEST = 700


def show_reported(desk: Desk, figure: ReportedLevel | ReportedCount, *, key: str) -> None:
    """One level in its report, or the schools behind a count of levels."""
    if isinstance(figure, ReportedCount):
        _show_count(desk, figure, key)
    else:
        _show_level(desk, figure, key)


def _show_level(desk: Desk, figure: ReportedLevel, key: str) -> None:
    home = level_home(desk.store, desk.data, figure)
    st.markdown(f"**ระดับคุณภาพที่สถานศึกษาประเมินตนเอง** · {plain(home.of)}")
    st.subheader(plain(home.told), anchor=False)
    if home.items:
        st.markdown(f"**ประกอบด้วย {len(home.items):,} ประเด็น** คลิกแถวเพื่อดูข้อความในรายงาน")
        _show_lines("ประเด็น", home.items, key)
    else:
        show_place(desk, home)
    show_report_file(desk, home)
    st.markdown("**จากรายงานถึงระดับ**")
    show_report_events(home)


def show_report_file(desk: Desk, home: LevelHome) -> None:
    """The file's name, whether a person has compared it with its text, and the file itself."""
    left, right = st.columns([3, 1], vertical_alignment="center")
    left.markdown(f"**{plain(home.report.file_name)}** · {home.report.status.label}")
    right.download_button(
        "ดาวน์โหลดไฟล์ต้นฉบับ",
        data=partial(original_of, desk.store, home.report),
        file_name=home.report.file_name,
        key=f"way-home-report-{home.report.report_id}",
        on_click="ignore",
        width="stretch",
    )


def show_report_events(home: LevelHome) -> None:
    """Who read, corrected and confirmed the report, the first first."""
    st.markdown(
        "\n".join(
            f"1. {plain(words)} เมื่อ {format_moment(at)} โดย {plain(by)}" for words, at, by in home.events
        )
    )


def show_place(desk: Desk, home: LevelHome) -> None:
    """The text around the level, marked ▶ where it was read."""
    if home.place == Place():
        st.info("ระดับนี้พิมพ์เพิ่มในหน้าตรวจรายงาน จึงไม่มีตำแหน่งในไฟล์")
        return
    st.markdown(f"ตำแหน่งในรายงาน: **{plain(home.place.label)}**")
    excerpt = Excerpt()
    try:
        excerpt = excerpt_of(desk.store, home, original)
    except WorkbenchError as error:
        st.error(plain(f"เปิดข้อความในไฟล์ “{home.report.file_name}” ไม่ได้ {error_words(error)}"))
    if excerpt.table is not None:
        show_lines(excerpt.table)
    for text, marked in excerpt.paragraphs:
        short = plain(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
        st.markdown(f":orange-background[**▶ {short}**]" if marked else short)
    if excerpt == Excerpt() and home.quote:
        st.markdown(f":orange-background[**▶ {plain(home.quote)}**]")


def _show_count(desk: Desk, cell: ReportedCount, key: str) -> None:
    schools = count_home(desk.store, cell)
    st.markdown(
        f"**จำนวนสถานศึกษา** · {plain(_row_name(cell))} · ระดับ{cell.level_of_education.label} · "
        f"ปีการศึกษา {cell.academic_year_be}{plain(_narrowed(cell))}"
    )
    st.subheader(f"{len(schools):,} แห่ง", anchor=False)
    st.markdown(f"**ประกอบด้วย {len(schools):,} แห่ง** คลิกแถวเพื่อดูข้อความในรายงาน")
    _show_lines("โรงเรียน", schools, key)


def _row_name(cell: ReportedCount) -> str:
    return f"มาตรฐานที่ {cell.standard}" + (f" ประเด็น {cell.item}" if cell.item else "")


def _narrowed(cell: ReportedCount) -> str:
    """What the count leaves out: other groups, drafts."""
    group = f" · {cell.group.label} {cell.group_name or 'ไม่ระบุ'}" if cell.group else ""
    return group + (" · เฉพาะรายงานที่ยืนยันแล้ว" if cell.confirmed_only else "")


def _show_lines(subject: str, lines: Sequence[tuple[str, str, ReportedLevel | None]], key: str) -> None:
    name = f"{_LINES}-{key}"
    st.dataframe(
        [{subject: who, "ระดับคุณภาพ": told} for who, told, _ in lines],
        hide_index=True,
        width="stretch",
        height=_ROW_HEIGHT * (min(max(len(lines), 1), _MOST_ROWS) + 1) + 3,
        row_height=_ROW_HEIGHT,
        key=name,
        on_select=partial(
            pick_cell, name, [Stop(reported=figure) if figure else None for *_, figure in lines], go_on
        ),
        selection_mode="single-cell",
    )
