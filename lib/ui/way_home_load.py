"""One load of the history with its sheets: what each column became, each a click away from its cells."""

from functools import partial

import streamlit as st

from lib.services.way_home_load import load_columns
from lib.thai.dates import format_moment
from lib.ui.figure_tables import pick_cell
from lib.ui.frame import Desk
from lib.ui.plain import plain
from lib.ui.way_home_stops import Stop, go_on

_COLUMNS = "way-home-columns"
_ROW_HEIGHT, _MOST_ROWS = 36, 14


def show_load(desk: Desk, dataset_id: int, *, key: str) -> None:
    """Sheets and columns of a load; a click opens the first figure of a column in its sheet."""
    load, columns = load_columns(desk.store, desk.data, dataset_id)
    st.markdown(
        f"**{plain(load.file_name)}** · รายการนำเข้า {load.dataset_id} · "
        f"นำเข้าเมื่อ {format_moment(load.loaded_at)} โดย {plain(load.loaded_by)} · {load.n_values:,} ค่า"
    )
    st.caption("คลิกแถวเพื่อดูค่าแรกของคอลัมน์นั้นในชีต")
    name = f"{_COLUMNS}-{key}"
    st.dataframe(
        [
            {
                "ชีต": each.sheet,
                "ตัวชี้วัด": each.indicator,
                "ปี": each.period,
                "ค่า": each.n_values,
                "เซลล์แรก": each.source_ref.rpartition("!")[2],
            }
            for each in columns
        ],
        hide_index=True,
        width="stretch",
        height=_ROW_HEIGHT * (min(max(len(columns), 1), _MOST_ROWS) + 1) + 3,
        row_height=_ROW_HEIGHT,
        key=name,
        on_select=partial(
            pick_cell, name, [Stop(each.first, dataset_id=dataset_id) for each in columns], go_on
        ),
        selection_mode="single-cell",
    )
