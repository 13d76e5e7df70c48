"""Lines of a described chart: each with its own dash and sign, so that grey print tells them apart."""

import altair as alt

from lib.charts.described_parts import (
    DASH_PX,
    colour_of_series,
    inline,
    rows_of,
    series_legend,
    series_scale,
    standing_names,
    target_layers,
    value_axis,
)
from lib.charts.theme import GROUND, INK, SMALL_SIZE, VegaSpec
from lib.domain.chart_descriptions import Chart
from lib.domain.chart_looks import series_dash, series_shape
from lib.domain.palette import Shape

VEGA_SHAPES: dict[Shape, str] = {
    "circle": "circle",
    "square": "square",
    "diamond": "diamond",
    "triangle": "triangle-up",
}


def line_layers(chart: Chart) -> list[alt.Chart]:
    """Lines that a missing value interrupts, signs at their points, labels, the target."""
    rows = rows_of(chart)
    x = standing_names(chart, padding=0.5)
    y = alt.Y("value:Q", **value_axis(chart))
    colour = colour_of_series(chart)
    positions = range(len(chart.series))
    legend = series_legend(chart)
    dashes = [DASH_PX[series_dash(chart, position)] for position in positions]
    shapes = [VEGA_SHAPES[series_shape(chart, position)] for position in positions]
    base = inline(rows).encode(x=x, y=y, color=colour)
    text = inline([row for row in rows if row["label"]]).encode(x=x, y=y, text="label:N")
    place: VegaSpec = {"baseline": "bottom", "dy": -9, "fontSize": SMALL_SIZE}
    return [
        *target_layers(chart),
        base.mark_line(strokeWidth=2.5, invalid="break-paths-show-domains").encode(
            strokeDash=alt.StrokeDash("order:N", scale=series_scale(chart, dashes), legend=legend)
        ),
        inline([row for row in rows if row["value"] is not None])
        .mark_point(filled=True, size=90, opacity=1)
        .encode(
            x=x,
            y=y,
            color=colour,
            shape=alt.Shape("order:N", scale=series_scale(chart, shapes), legend=legend),
            tooltip="sentence:N",
            description="sentence:N",
        ),
        text.mark_text(color=GROUND, stroke=GROUND, strokeWidth=5, **place),
        text.mark_text(color=INK, **place),
    ]
