"""The way home of an external result: its cell or page, the file, and the schools behind a count."""

from functools import partial

import streamlit as st

from lib.domain.external_figures import ExternalCount, ExternalOutcome
from lib.errors import WorkbenchError
from lib.services.external_way_home import (
    ExternalHome,
    external_excerpt,
    external_home,
    external_schools,
    name_count,
)
from lib.services.originals import original_of
from lib.storage.engine import Store
from lib.thai.dates import format_moment
from lib.ui.figure_tables import pick_cell
from lib.ui.messages import error_words
from lib.ui.originals import original
from lib.ui.plain import plain
from lib.ui.way_home_sheet import show_lines
from lib.ui.way_home_stops import Stop, go_on

_LINES = "way-home-external"
_ROW_HEIGHT, _MOST_ROWS = 36, 14


def show_external(store: Store, figure: ExternalOutcome | ExternalCount, *, key: str) -> None:
    """One result in its file, or the schools behind a count of results."""
    if isinstance(figure, ExternalCount):
        _show_count(store, figure, key)
    else:
        _show_result(store, external_home(store, figure))


def _show_result(store: Store, home: ExternalHome) -> None:
    st.markdown(f"**ผลการประเมินคุณภาพภายนอก** · {plain(home.of)}")
    st.subheader(plain(home.told), anchor=False)
    if not home.outcome.sha256:
        st.info("ผลนี้กรอกในหน้าผลประเมินภายนอก จึงไม่มีตำแหน่งในไฟล์")
    elif home.place.label:
        st.markdown(f"ตำแหน่งในไฟล์: **{plain(home.place.label)}**")
        _show_place(store, home)
    if home.outcome.sha256:
        left, right = st.columns([3, 1], vertical_alignment="center")
        left.markdown(f"**{plain(home.outcome.file_name)}**")
        right.download_button(
            "ดาวน์โหลดไฟล์ต้นฉบับ",
            data=partial(original_of, store, home.outcome),
            file_name=home.outcome.file_name,
            key=f"way-home-external-{home.outcome.assessment_id}",
            on_click="ignore",
            width="stretch",
        )
    st.markdown("**จากรายงานถึงระดับ**")
    st.markdown(
        "\n".join(
            f"1. {plain(words)} เมื่อ {format_moment(at)} โดย {plain(by)}" for words, at, by in home.events
        )
    )


def _show_place(store: Store, home: ExternalHome) -> None:
    """The sheet around the cell, or the words of the report."""
    try:
        view = external_excerpt(store, home, original)
    except WorkbenchError as error:
        st.error(plain(f"เปิดไฟล์ “{home.outcome.file_name}” ไม่ได้ {error_words(error)}"))
        return
    if view is not None:
        show_lines(view)
    elif home.quote:
        st.markdown(f":orange-background[**▶ {plain(home.quote)}**]")


def _show_count(store: Store, count: ExternalCount, key: str) -> None:
    schools = external_schools(store, count)
    st.markdown(f"**จำนวนสถานศึกษา** · {plain(name_count(count))}")
    st.subheader(f"{len(schools):,} แห่ง", anchor=False)
    st.markdown(f"**ประกอบด้วย {len(schools):,} แห่ง** คลิกแถวเพื่อดูตำแหน่งในไฟล์")
    name = f"{_LINES}-{key}"
    st.dataframe(
        [{"โรงเรียน": who, "ผลการประเมิน": told} for who, told, _ in schools],
        hide_index=True,
        width="stretch",
        height=_ROW_HEIGHT * (min(max(len(schools), 1), _MOST_ROWS) + 1) + 3,
        row_height=_ROW_HEIGHT,
        key=name,
        on_select=partial(pick_cell, name, [Stop(external=figure) for *_, figure in schools], go_on),
        selection_mode="single-cell",
    )
