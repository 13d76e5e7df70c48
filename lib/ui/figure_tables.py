"""Tables and tiles of figures, each figure one click away from where it comes from."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Literal

import streamlit as st

from lib.domain.figures import FigureId
from lib.ui.state import Key, get, put
from lib.ui.way_home_stops import Stop, set_out

if TYPE_CHECKING:
    import pandas as pd
    from streamlit.elements.lib.column_types import ColumnConfig

    Data = pd.DataFrame | Sequence[Mapping[str, object]]
    Configs = Mapping[str, ColumnConfig | str | None]

#: Column → the way home of each row's figure, None where a row has none.
Ways = Mapping[str, Sequence[FigureId | Stop | None]]
OnRow = Callable[[int], None]


class FigurePlace(StrEnum):
    """Every table and row of tiles that shows figures, by page; its word begins the key of the widget."""

    OVERVIEW = "explore-overview"
    PEERS = "explore-like"
    TILES = "explore-tiles"
    SCHOOLS = "explore-schools"
    GROUPS = "explore-groups"
    TREND = "explore-trend"
    SCHOOL_ROWS = "school-rows"
    SCHOOL_FINDINGS = "school-findings"
    MEETING = "meeting-figures"
    FINDINGS = "findings-cards"
    QUIET = "findings-quiet"
    ALONE = "findings-alone"
    TOPICS = "findings-topics"
    TOPIC_SCHOOLS = "findings-topic-schools"
    FIRST_SCHOOLS = "findings-first-schools"
    RESULTS = "report-results"
    COVERAGE = "home-coverage"
    LOADS = "import-loads"
    SCHOOL_QUIET = "school-quiet"
    SCHOOL_LEVELS = "school-levels"
    SAR_SYNTHESIS = "sar-synthesis"
    SAR_CHANGES = "sar-changes"
    SAR_MATRIX = "sar-matrix"
    SAR_DISAGREE = "sar-disagree"
    SAR_THEMES = "sar-themes"
    SAR_THEME_CLUSTERS = "sar-theme-clusters"
    EXTERNAL_RESULTS = "external-results"
    EXTERNAL_SCHOOLS = "external-schools"
    EXTERNAL_COMPARED = "external-compared"
    SCHOOL_EXTERNAL = "school-external"


def show_figures(
    data: "Data",
    *,
    key: str,
    ways: Ways,
    on_row: OnRow | None = None,
    column_config: "Configs | None" = None,
    height: int | None = None,
    row_height: int | None = None,
    placeholder: str | None = None,
) -> None:
    """A table whose cells lead home; a click elsewhere, or on a row's mark, is for ``on_row``.

    Args:
        key: of the widget, beginning with a :class:`FigurePlace`.
        ways: the columns of figures; the first of them also serves a click on any other column of its row
            where there is no ``on_row``.
        on_row: what a chosen row does.
    """
    drawn = _drawn_key(key)
    modes: tuple[Literal["single-row", "single-cell"], ...] = ("single-cell",)
    st.dataframe(
        data,
        hide_index=True,
        width="stretch",
        height=height or "auto",
        row_height=row_height,
        placeholder=placeholder,
        key=drawn,
        on_select=partial(_picked, key, ways, on_row),
        selection_mode=("single-row", *modes) if on_row else modes,
        column_config=column_config,
    )


def _drawn_key(key: str) -> str:
    """The table is drawn anew after each cell that was followed.

    A closing dialog gives the focus back to its table, which would then mark a cell by itself
    and open the dialog again.
    """
    taken: dict[str, int] = get(Key.WAYS_TAKEN, {})
    return f"{key}~{taken.get(key, 0)}"


def _picked(key: str, ways: Ways, on_row: OnRow | None) -> None:
    drawn = _drawn_key(key)
    selection = st.session_state[drawn]["selection"]
    rows, cells = list(selection["rows"]), list(selection["cells"])
    if cells:
        row, column = cells[0]
        fallback = None if on_row else next(iter(ways), None)
        way = ways[column][row] if column in ways else ways[fallback][row] if fallback else None
        if way is not None:
            set_out(way)
            taken: dict[str, int] = get(Key.WAYS_TAKEN, {})
            put(Key.WAYS_TAKEN, taken | {key: taken.get(key, 0) + 1})
        elif on_row:
            on_row(row)
            rows = [row]
        # a marked cell would swallow the next click on it
        st.session_state[_drawn_key(key)] = {"selection": {"rows": rows, "columns": [], "cells": []}}
    elif rows and on_row:
        on_row(rows[0])


def pick_cell(
    key: str, ways: Sequence[FigureId | Stop | None], follow: Callable[[FigureId | Stop], None]
) -> None:
    """Follow the way of the clicked row, in a table where every row is one figure; for ``on_select``."""
    cells = st.session_state[key]["selection"]["cells"]
    way = ways[cells[0][0]] if cells else None
    if way is not None:
        follow(way)
    st.session_state[key] = {"selection": {"rows": [], "columns": [], "cells": []}}


def show_way_button(way: FigureId | Stop, key: str, label: str = "ที่มา") -> None:
    """A small button beside a figure that stands in no table."""
    st.button(label, key=key, type="tertiary", icon=":material/pin_drop:", on_click=set_out, args=(way,))
