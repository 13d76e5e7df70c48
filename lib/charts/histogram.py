"""How many rows have which value, for numbers nobody has described; bars from zero."""

import altair as alt
import numpy as np
import pandas as pd

from lib.charts.spec import ChartSpec, notes, padded, records
from lib.charts.theme import GROUND, VegaSpec, finished

_BINS = 24
_PLOT_HEIGHT = 300
_COLUMNS = ("left", "right", "count", "sentence")


def make_histogram(values: pd.Series, spec: ChartSpec) -> VegaSpec:
    """Draw the rows in classes of equal width.

    Args:
        values: finite numbers, at least one.
    """
    ends = padded(float(values.min()), float(values.max()), spec, room=0.02)
    counts, edges = np.histogram(values, bins=_BINS, range=(ends[0], ends[1]))
    classes = pd.DataFrame({"left": edges[:-1], "right": edges[1:], "count": counts})
    shown = classes[classes["count"] > 0]
    shown = shown.assign(
        sentence=[
            f"{count:,} แถว มีค่าระหว่าง {left:,.2f} ถึง {right:,.2f}"
            for left, right, count in zip(shown["left"], shown["right"], shown["count"], strict=True)
        ]
    )
    bars = (
        alt.Chart(records(shown, _COLUMNS))
        .mark_rect(fill=spec.colour, stroke=GROUND, strokeWidth=1)
        .encode(
            x=alt.X(
                "left:Q",
                scale=alt.Scale(domain=ends, nice=False, zero=False),
                title=spec.axis,
                axis=alt.Axis(grid=False, tickCount=8),
            ),
            x2="right:Q",
            y=alt.Y("count:Q", title="จำนวนแถว", axis=alt.Axis(tickCount=5, tickMinStep=1)),
            y2=alt.datum(0),
            tooltip="sentence:N",
        )
    )
    return finished(alt.layer(bars, *notes(spec, 62), title=spec.heading).properties(height=_PLOT_HEIGHT))
