"""Bars of a described chart: lying or standing side by side, and stacked."""

import altair as alt

from lib.charts.described_parts import (
    colour_of_series,
    inline,
    lying_names,
    rows_of,
    standing_names,
    target_layers,
    value_axis,
)
from lib.charts.rows import Row
from lib.charts.theme import INK, MUTED, SMALL_SIZE, VegaSpec
from lib.domain.chart_descriptions import Chart
from lib.domain.palette import readable_on


def bar_layers(chart: Chart) -> list[alt.Chart]:
    """Bars side by side with their labels, the target over them."""
    rows = [row for row in rows_of(chart) if row["value"] is not None]
    alone = len(chart.series) == 1
    values = value_axis(chart)
    bars = inline(rows).mark_bar(cursor="default")
    if chart.lies_down:
        where: VegaSpec = {"y": lying_names(chart), "x": alt.X("value:Q", **values)}
        offset: VegaSpec = {} if alone else {"yOffset": alt.YOffset("order:O")}
    else:
        where = {"x": standing_names(chart), "y": alt.Y("value:Q", **values)}
        offset = {} if alone else {"xOffset": alt.XOffset("order:O")}
    layers = [
        bars.encode(
            **where, **offset, color=colour_of_series(chart), tooltip="sentence:N", description="sentence:N"
        )
    ]
    for past in (False, True):
        labelled = [row for row in rows if row["label"] and (_number(row) < 0) is past]
        if labelled:
            sign = -1 if past else 1
            place: VegaSpec = (
                {"align": "right" if past else "left", "baseline": "middle", "dx": 6 * sign}
                if chart.lies_down
                else {"baseline": "top" if past else "bottom", "dy": -5 * sign}
            )
            text = inline(labelled).mark_text(
                color=INK, fontSize=SMALL_SIZE if chart.lies_down else SMALL_SIZE - 1, **place
            )
            layers.append(text.encode(**where, **offset, text="label:N"))
    return [*layers, *target_layers(chart)]


def stack_layers(chart: Chart) -> list[alt.Chart]:
    """Parts of a bar end to end, what is below zero to the other side."""
    rows = _stacked(chart)
    y = lying_names(chart)
    values = value_axis(chart, grid=False)
    bars = inline(rows).mark_bar(height={"band": 0.7}, stroke=MUTED, strokeWidth=0.8)
    text = inline([row for row in rows if row["label"]]).mark_text(fontSize=SMALL_SIZE)
    return [
        bars.encode(
            y=y,
            x=alt.X("start:Q", **values),
            x2="end:Q",
            color=colour_of_series(chart),
            tooltip="sentence:N",
            description="sentence:N",
        ),
        text.encode(
            y=y,
            x=alt.X("middle:Q", **values),
            text="label:N",
            color=alt.Color("ink:N", scale=None, legend=None),
        ),
        *target_layers(chart),
    ]


def _stacked(chart: Chart) -> list[Row]:
    ends: dict[tuple[object, bool], float] = {}
    rows = []
    for row in rows_of(chart):
        if row["value"] is None:
            continue
        value = _number(row)
        side = (row["place"], value < 0)
        start = ends.get(side, 0.0)
        ends[side] = start + value
        ink = f"#{readable_on(str(row['colour']).removeprefix('#'))}"
        rows.append(row | {"start": start, "middle": start + value / 2, "end": start + value, "ink": ink})
    return rows


def _number(row: Row) -> float:
    return float(str(row["value"]))
