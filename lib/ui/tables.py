"""Tables of schools and indicators with Thai headers; a chosen row becomes the chosen school."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from lib.services.explore import IndicatorView
from lib.services.explore_tiles import Tile
from lib.services.school import IndicatorRow
from lib.ui.plain import plain
from lib.ui.state import Key, put

if TYPE_CHECKING:
    import pandas as pd

_ROW_HEIGHT = 40
_DENSE_ROW = 35
_MOST_ROWS = 12


def show_tiles(tiles: Sequence[Tile]) -> None:
    """The few figures that matter, each with what it is held against."""
    for column, tile in zip(st.columns(len(tiles)), tiles, strict=True):
        with column:
            st.metric(plain(tile.label), tile.figure)
            st.caption(plain(tile.note))


def show_school_table(schools: "pd.DataFrame", view: IndicatorView, key: Key) -> None:
    """One row per school in the order of names; a click on a row chooses the school."""
    ids = list(schools["school_id"])

    def choose() -> None:
        rows = st.session_state[key]["selection"]["rows"]
        if rows:
            put(Key.SCHOOL, ids[rows[0]])

    shown = ["school_name", "cluster", "value", "n", "relation_text", "change_text", "status"]
    if not view.indicator.has_n:
        shown.remove("n")
    if view.indicator.target is None:
        shown.remove("status")
    unit = view.words.unit
    st.dataframe(
        schools[shown],
        hide_index=True,
        width="stretch",
        height=_height(len(schools)),
        row_height=_ROW_HEIGHT,
        placeholder="–",
        key=key,
        on_select=choose,
        selection_mode="single-row",
        column_config={
            "school_name": st.column_config.TextColumn("โรงเรียน", width=185),
            "cluster": st.column_config.TextColumn("กลุ่มโรงเรียน", width=160),
            "value": st.column_config.NumberColumn(f"ค่า ({unit})", format=_format(view), width=90),
            "n": st.column_config.NumberColumn("จำนวน", help=view.indicator.denominator, width=60),
            "relation_text": st.column_config.TextColumn("เทียบกับเขต", width=130),
            "change_text": st.column_config.TextColumn(f"จากปีก่อน ({view.words.gap_unit})", width=175),
            "status": st.column_config.TextColumn("เทียบเป้าหมาย", width=120),
        },
    )


def show_group_table(groups: "pd.DataFrame", view: IndicatorView) -> None:
    """Clusters in their official order with the n they rest on."""
    shown = ["group_name", "value", "n_schools", "n_text", "n_small", "n_meeting"]
    if not view.indicator.has_n:
        shown = [name for name in shown if name not in ("n_text", "n_small")]
    if view.indicator.target is None:
        shown.remove("n_meeting")
    st.dataframe(
        groups[shown],
        hide_index=True,
        width="stretch",
        height=_height(len(groups), len(groups)),
        row_height=_ROW_HEIGHT,
        placeholder="–",
        column_config={
            "group_name": "กลุ่มโรงเรียน",
            "value": st.column_config.NumberColumn(f"ค่า ({view.words.unit})", format=_format(view)),
            "n_schools": "โรงเรียน",
            "n_text": "จำนวน",
            "n_small": "มีจำนวนน้อย",
            "n_meeting": st.column_config.NumberColumn("ถึงเป้าหมาย", format="%d"),
        },
    )


def show_trend_table(trend: "pd.DataFrame", view: IndicatorView) -> None:
    """The area's years with the n they rest on."""
    st.dataframe(
        trend,
        hide_index=True,
        width="stretch",
        row_height=_ROW_HEIGHT,
        column_config={
            "year_be": st.column_config.NumberColumn(view.summary.period.kind.label, format="%d"),
            "all_schools": st.column_config.NumberColumn(f"เขต ({view.words.unit})", format=_format(view)),
            "same_schools": st.column_config.NumberColumn("เฉพาะโรงเรียนเดิม", format=_format(view)),
            "n_schools": "โรงเรียน",
            "n_same_schools": "โรงเรียนเดิม",
            "n_total": st.column_config.NumberColumn(
                view.indicator.denominator or "จำนวน", format="localized"
            ),
        },
    )


def show_sources(schools: "pd.DataFrame") -> None:
    """Where each value stands: the file and the cell."""
    known = schools[schools["source_ref"] != ""]
    st.dataframe(
        known[["school_name", "value", "source_file", "source_ref"]],
        hide_index=True,
        width="stretch",
        height=_height(len(known)),
        row_height=_ROW_HEIGHT,
        column_config={
            "school_name": "โรงเรียน",
            "value": st.column_config.NumberColumn("ค่า", format="%.2f"),
            "source_file": "ไฟล์",
            "source_ref": "ชีตและเซลล์",
        },
    )


def show_indicator_rows(rows: Sequence[IndicatorRow], key: str) -> None:
    """A school's figures of one domain beside the area's, with three years as a line."""
    st.dataframe(
        [
            {
                "name": row.name,
                "value": row.value,
                "n": row.n,
                "area": row.area,
                "relation": row.relation,
                "change": row.change,
                "line": [value for value in row.line if value is not None],
            }
            for row in rows
        ],
        hide_index=True,
        width="stretch",
        height=_ROW_HEIGHT + _DENSE_ROW * len(rows) + 3,
        row_height=_DENSE_ROW,
        placeholder="–",
        key=key,
        column_config={
            "name": st.column_config.TextColumn("ตัวชี้วัด", width=285),
            "value": st.column_config.TextColumn("ค่า", width=105),
            "n": st.column_config.NumberColumn("จำนวน", format="localized", width=75),
            "area": st.column_config.TextColumn("เขต", width=65),
            "relation": st.column_config.TextColumn("เทียบกับเขต", width=125),
            "change": st.column_config.TextColumn("จากปีก่อน", width=150),
            "line": st.column_config.BarChartColumn("3 ปี", width=75),
        },
    )


def _format(view: IndicatorView) -> str:
    """Counts and money without decimals."""
    return "%d" if view.indicator.sums else "%.2f"


def _height(rows: int, most: int = _MOST_ROWS) -> int:
    """Whole rows and the header, so that no row is cut in half."""
    return _ROW_HEIGHT * (min(max(rows, 1), most) + 1) + 3
