"""A described scatter: schools by number and value between the lines of chance."""

import altair as alt

from lib.charts.described_lines import VEGA_SHAPES
from lib.charts.described_parts import DASH_PX, inline, place_axis, rows_of, target_layers, value_axis
from lib.charts.rows import Row
from lib.charts.theme import GROUND, INK, SMALL_SIZE, VegaSpec
from lib.domain.chart_descriptions import Chart
from lib.domain.chart_looks import is_line, series_dash, series_shape


def scatter_layers(chart: Chart) -> list[alt.Chart]:
    """Limits with their names at their ends, points, names of the points that the report names."""
    rows = [
        row | {"at": chart.xs[int(str(row["place"]))]} for row in rows_of(chart) if row["value"] is not None
    ]
    x = alt.X("at:Q", **place_axis(chart))
    y = alt.Y("value:Q", **value_axis(chart))
    layers = target_layers(chart)
    told: set[str] = set()
    points = []
    for order, series in enumerate(chart.series):
        own = [row for row in rows if row["order"] == order]
        if is_line(series):
            layers += _limit(chart, order, own, x, y, named=series.name not in told)
            told.add(series.name)
        else:
            points += own
    return [*layers, _points(chart, points, x, y), *_names(chart, points, x, y)]


def _limit(chart: Chart, order: int, rows: list[Row], x: alt.X, y: alt.Y, *, named: bool) -> list[alt.Chart]:
    colour = f"#{chart.series[order].colour}"
    dash = DASH_PX[series_dash(chart, order)]
    line = inline(rows).mark_line(color=colour, strokeWidth=1.5, strokeDash=dash, clip=True).encode(x=x, y=y)
    if not named or not rows:
        return [line]
    end = inline([max(rows, key=lambda row: float(str(row["at"])))])
    # limits run together where numbers are large; their names stand apart
    down = 9 if chart.series[order].mark == "dashed" else -9
    name = end.mark_text(align="left", dx=6, dy=down, color=colour, fontSize=SMALL_SIZE - 1)
    return [line, name.encode(x=x, y=y, text="series:N")]


def _points(chart: Chart, rows: list[Row], x: alt.X, y: alt.Y) -> alt.Chart:
    shown = [order for order, series in enumerate(chart.series) if not is_line(series)]
    colours = [f"#{chart.series[order].colour}" for order in shown]
    fills = [
        GROUND if chart.series[order].mark == "hollow" else f"#{chart.series[order].colour}"
        for order in shown
    ]
    shapes = [VEGA_SHAPES[series_shape(chart, order)] for order in shown]
    names = [chart.series[order].name for order in shown]
    legend = alt.Legend(title=None)

    def of(values: list[str]) -> alt.Scale:
        return alt.Scale(domain=names, range=values)

    drawn: alt.Chart = (
        inline(rows)
        .mark_point(size=90, strokeWidth=1.5, opacity=1)
        .encode(
            x=x,
            y=y,
            fill=alt.Fill("series:N", scale=of(fills), legend=legend),
            stroke=alt.Stroke("series:N", scale=of(colours), legend=legend),
            shape=alt.Shape("series:N", scale=of(shapes), legend=legend),
            tooltip="sentence:N",
            description="sentence:N",
        )
    )
    return drawn


def _names(chart: Chart, rows: list[Row], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    layers = []
    middle = max(chart.xs) / 2
    for row in rows:
        place = int(str(row["place"]))
        if place in chart.named:
            right = chart.xs[place] < middle
            text = inline([row]).encode(x=x, y=y, text="category:N")
            look: VegaSpec = {
                "align": "left" if right else "right",
                "dx": 11 if right else -11,
                "fontSize": SMALL_SIZE,
            }
            layers.append(text.mark_text(color=GROUND, stroke=GROUND, strokeWidth=5, **look))
            layers.append(text.mark_text(color=INK, fontWeight=600, **look))
    return layers
