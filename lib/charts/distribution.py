"""How the schools of an area spread: a dot per school, stacked where they meet; bars for piles too high."""

from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from lib.charts.marks import Mark, school_signs
from lib.charts.picking import PickField, pickable
from lib.charts.rows import Rows
from lib.charts.spec import HELD_ROW, ChartSpec, held_upright, notes, padded, records
from lib.charts.theme import FONT_SIZE, INK, VegaSpec, finished

_BINS = 44
_PLOT_HEIGHT = 300
_LARGEST = 15.0
_MOST_DOTS = 26
_COLUMNS = ("school_id", "at", "stack", "mark", "sentence", "school_name")


def make_distribution(schools: pd.DataFrame, spec: ChartSpec) -> VegaSpec:
    """Draw every school with a value.

    Args:
        schools: school_id, school_name, value (indicator's unit), mark (lib.charts.marks.Mark), sentence.
    """
    rows = Rows()
    shown = schools[schools["value"].notna()].sort_values(["value", "school_id"])
    ends = padded(float(shown["value"].min()), float(shown["value"].max()), spec)
    width = (ends[1] - ends[0]) / _BINS
    place = np.clip(((shown["value"] - ends[0]) / width).astype(int), 0, _BINS - 1)
    names = HELD_ROW * (len(spec.held) + 2)
    stacked = shown.assign(
        at=ends[0] + (place + 0.5) * width, stack=shown.groupby(place, sort=False).cumcount() + 0.5
    )
    highest = float(np.ceil(stacked["stack"].max()))
    # the names of the lines stand above the highest stack
    tallest = max(highest, 6.0) * _PLOT_HEIGHT / (_PLOT_HEIGHT - names)
    diameter = min(_LARGEST, 0.92 * _PLOT_HEIGHT / tallest)
    scale = alt.Scale(domain=ends, nice=False, zero=False)
    x = alt.X("at:Q", scale=scale, title=spec.axis, axis=alt.Axis(grid=False, tickCount=8))
    y_scale = alt.Scale(domain=[0, tallest], nice=False, zero=True)
    y = alt.Y("stack:Q", scale=y_scale, axis=None)
    signs = school_signs(set(stacked["mark"]))
    if highest > _MOST_DOTS:
        shape = _bars(stacked, width, (scale, y_scale), spec.axis, signs)
    else:
        dots = (
            alt.Chart(rows.add(stacked, _COLUMNS))
            .mark_point(size=diameter**2 * 0.8, strokeWidth=1.5, opacity=1, cursor="pointer")
            .encode(x=x, y=y, tooltip="sentence:N", **signs)
        )
        shape = pickable(dots, PickField.SCHOOL)
    layers = [*held_upright(spec, scale, above=False), shape]
    chosen = stacked[stacked["school_id"] == spec.chosen]
    if not chosen.empty:
        layers += _named(
            chosen,
            x,
            y,
            diameter,
            row=len(spec.held),
            leftward=chosen["at"].iloc[0] > ends[0] + 0.75 * (ends[1] - ends[0]),
        )
    chart = alt.layer(*layers, *notes(spec, 62), title=spec.heading).properties(height=_PLOT_HEIGHT)
    return finished(chart, rows)


def _bars(
    stacked: pd.DataFrame,
    width: float,
    scales: tuple[alt.Scale, alt.Scale],
    title: str,
    signs: dict[str, alt.Shape | alt.Fill | alt.Stroke],
) -> alt.Chart:
    """Bars from zero in place of dots, parted by sign; for piles such as "most schools have none"."""
    order = {str(mark): place for place, mark in enumerate(Mark)}
    counts = stacked.groupby(["at", "mark"], as_index=False).agg(n_schools=("school_id", "size"))
    counts = counts.sort_values(
        ["at", "mark"], key=lambda part: part.map(order) if part.name == "mark" else part
    )
    top = counts.groupby("at")["n_schools"].cumsum()
    parts = counts.assign(
        left=counts["at"] - 0.42 * width,
        right=counts["at"] + 0.42 * width,
        stack=top,
        bottom=top - counts["n_schools"],
        sentence=[
            f"{n:,} โรงเรียน มีค่าระหว่าง {at - width / 2:,.2f} ถึง {at + width / 2:,.2f} ({mark})"
            for at, mark, n in zip(counts["at"], counts["mark"], counts["n_schools"], strict=True)
        ],
    )
    chart: alt.Chart = (
        alt.Chart(records(parts, ("left", "right", "stack", "bottom", "mark", "sentence")))
        .mark_rect(strokeWidth=1)
        .encode(
            x=alt.X("left:Q", scale=scales[0], title=title, axis=alt.Axis(grid=False, tickCount=8)),
            x2="right:Q",
            y=alt.Y("stack:Q", scale=scales[1], title="จำนวนโรงเรียน", axis=alt.Axis(tickCount=5)),
            y2="bottom:Q",
            tooltip="sentence:N",
            fill=signs["fill"],
            stroke=signs["stroke"],
        )
    )
    return chart


def _named(
    chosen: pd.DataFrame, x: alt.X, y: alt.Y, diameter: float, *, row: int, leftward: bool
) -> list[alt.Chart]:
    """A ring round the chosen school and its name above the dots, joined by a thin line."""
    base = alt.Chart(records(chosen, _COLUMNS)).encode(x=x)
    side: dict[str, Any] = {"align": "right", "dx": 4} if leftward else {"align": "left", "dx": -4}
    top = HELD_ROW * row + HELD_ROW // 2 + 6
    return [
        base.mark_rule(color=INK, strokeWidth=1).encode(y=y, y2=alt.value(top + HELD_ROW // 2)),
        base.mark_point(shape="circle", size=(diameter + 10) ** 2, stroke=INK, strokeWidth=2.5).encode(y=y),
        base.mark_text(**side, baseline="middle", fontSize=FONT_SIZE, fontWeight=600, color=INK).encode(
            y=alt.value(top), text="school_name:N"
        ),
    ]
