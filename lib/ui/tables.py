"""Tables of schools and indicators with Thai headers; a chosen row becomes the chosen school."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from lib.domain.figures import FigureId, FigureKind
from lib.domain.periods import Period
from lib.services.explore import IndicatorView
from lib.services.explore_tiles import Tile
from lib.ui.figure_tables import FigurePlace, show_figures, show_way_button
from lib.ui.plain import plain
from lib.ui.state import Key, put

if TYPE_CHECKING:
    import pandas as pd

_ROW_HEIGHT = 40
_MOST_ROWS = 12
_SMALL = "– จำนวนน้อย"


def show_tiles(tiles: Sequence[Tile]) -> None:
    """The few figures that matter, each with what it is held against."""
    for column, tile in zip(st.columns(len(tiles)), tiles, strict=True):
        with column, st.container(gap=None):
            st.metric(plain(tile.label), tile.figure)
            st.caption(plain(tile.note))
            show_way_button(tile.home, f"{FigurePlace.TILES}-{tile.home.kind}")


def show_school_table(schools: "pd.DataFrame", view: IndicatorView, cluster: str = "") -> None:
    """One row per school in the order of names; a figure leads home, its row chooses the school.

    Args:
        cluster: whose schools they are, empty for all.
    """
    ids = list(schools["school_id"])
    valued = list(schools["value"].notna())

    def choose(row: int) -> None:
        put(Key.SCHOOL, ids[row])

    def ways(kind: FigureKind) -> list[FigureId | None]:
        figures = [FigureId(kind, view.indicator.id, view.summary.period, school) for school in ids]
        return [figure if has else None for figure, has in zip(figures, valued, strict=True)]

    shown = ["school_name", "cluster", "value", "n", "relation_text", "change_text", "status"]
    if not view.indicator.has_n:
        shown.remove("n")
    aimed = view.indicator.target is not None
    if not aimed:
        shown.remove("status")
    unit = view.words.unit
    judged = schools["status"].where(~schools["small"], _SMALL)
    show_figures(
        schools.assign(status=judged)[shown],
        key=_key(FigurePlace.SCHOOLS, view, cluster),
        ways={
            "value": ways(FigureKind.SCHOOL),
            "n": ways(FigureKind.SCHOOL),
            "relation_text": ways(FigureKind.RELATION),
            "change_text": ways(FigureKind.SCHOOL_CHANGE),
        },
        on_row=choose,
        height=_height(len(schools)),
        row_height=_ROW_HEIGHT,
        placeholder="–",
        column_config={
            "school_name": st.column_config.TextColumn("โรงเรียน", width=160 if aimed else 185),
            "cluster": st.column_config.TextColumn("กลุ่มโรงเรียน", width=120 if aimed else 160),
            "value": st.column_config.NumberColumn(f"ค่า ({unit})", format=_format(view), width=88),
            "n": st.column_config.NumberColumn("จำนวน", help=view.indicator.denominator, width=60),
            "relation_text": st.column_config.TextColumn("เทียบกับเขต", width=130),
            "change_text": st.column_config.TextColumn(
                f"จากปีก่อน ({view.words.gap_unit})", width=150 if aimed else 175
            ),
            "status": st.column_config.TextColumn("เทียบเป้าหมาย", width=130),
        },
    )


def show_group_table(groups: "pd.DataFrame", view: IndicatorView) -> None:
    """Clusters in their official order with the n they rest on; a row chooses its cluster."""
    shown = ["group_name", "value", "n_schools", "n_text", "n_small", "n_meeting"]
    if not view.indicator.has_n:
        shown = [name for name in shown if name not in ("n_text", "n_small")]
    if view.indicator.target is None:
        shown.remove("n_meeting")

    def ways(kind: FigureKind) -> list[FigureId | None]:
        return [FigureId(kind, view.indicator.id, view.summary.period, str(g)) for g in groups["group_id"]]

    def choose(row: int) -> None:
        put(Key.CLUSTER, str(groups["group_id"].iloc[row]))

    counted = [
        f"{_SMALL}: {words}" if small else words
        for words, small in zip(groups["n_text"], groups["small"], strict=True)
    ]
    show_figures(
        groups.assign(n_text=counted)[shown],
        key=_key(FigurePlace.GROUPS, view),
        ways={
            "value": ways(FigureKind.CLUSTER),
            "n_schools": ways(FigureKind.COVERAGE),
            "n_text": ways(FigureKind.CLUSTER),
            "n_small": ways(FigureKind.SMALL),
            "n_meeting": ways(FigureKind.MEETING),
        },
        on_row=choose,
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
    latest = view.summary.period

    def ways(kind: FigureKind) -> list[FigureId | None]:
        periods = [Period(latest.kind, int(year), latest.term) for year in trend["year_be"]]
        return [FigureId(kind, view.indicator.id, period) for period in periods]

    show_figures(
        trend,
        key=_key(FigurePlace.TREND, view),
        ways={
            "all_schools": ways(FigureKind.AREA),
            "same_schools": ways(FigureKind.SAME_SCHOOLS),
            "n_schools": ways(FigureKind.COVERAGE),
            "n_same_schools": ways(FigureKind.SAME_SCHOOLS),
            "n_total": ways(FigureKind.AREA),
        },
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


def _key(place: FigurePlace, view: IndicatorView, part: str = "") -> str:
    """Names what the rows are of: a table whose rows change under the same key loses its next click."""
    return f"{place}-{view.indicator.id}-{view.summary.period.year_be}-{part}"


def _format(view: IndicatorView) -> str:
    """Counts and money without decimals."""
    return "%d" if view.indicator.sums else "%.2f"


def _height(rows: int, most: int = _MOST_ROWS) -> int:
    """Whole rows and the header, so that no row is cut in half."""
    return _ROW_HEIGHT * (min(max(rows, 1), most) + 1) + 3
