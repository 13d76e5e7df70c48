"""One school's shares and scores of a hundred beside the area's, one row per indicator."""

import altair as alt
import pandas as pd

from lib.charts.marks import school_signs
from lib.charts.spec import ChartSpec, notes, records
from lib.charts.theme import FONT_SIZE, INK, MUTED, VegaSpec, finished
from lib.charts.wrapping import beside

_ROW_HEIGHT = 34
_COLUMNS = ("name", "value", "area", "mark", "words", "sentence")


def make_profile(rows: pd.DataFrame, spec: ChartSpec) -> VegaSpec:
    """Draw the school's value as its sign and the area's as an upright stroke, on one scale of 0 to 100.

    Args:
        rows: name, value, area (NaN where unknown), mark (lib.charts.marks.Mark), words (figure and n),
            sentence; rows stand in the order of the catalogue.
    """
    y = alt.Y(
        "name:N",
        sort=list(rows["name"]),
        title=None,
        axis=alt.Axis(labelFontSize=FONT_SIZE, ticks=False, domain=False, labelLimit=420, grid=True),
    )
    scale = alt.Scale(domain=[0, 100], nice=False)
    axis = alt.Axis(grid=False, values=list(range(0, 101, 20)))
    base = alt.Chart(records(rows, _COLUMNS)).encode(y=y, tooltip="sentence:N")
    area = base.mark_tick(color=INK, thickness=3, size=22).encode(
        x=alt.X("area:Q", scale=scale, title=spec.axis, axis=axis)
    )
    gap = base.mark_rule(color=MUTED, strokeWidth=1.5).encode(x=alt.X("value:Q", scale=scale), x2="area:Q")
    own = base.mark_point(size=170, strokeWidth=1.5, opacity=1).encode(
        x=alt.X("value:Q", scale=scale), **school_signs(set(rows["mark"]))
    )
    # right of the plotting area, where no sign lies under the words
    words = base.mark_text(align="left", dx=10, color=INK, fontSize=FONT_SIZE).encode(
        x=alt.value("width"), text="words:N"
    )
    chart = alt.layer(gap, area, own, words, *notes(spec, 62, beside(rows["name"])), title=spec.heading)
    return finished(chart.properties(height=_ROW_HEIGHT * max(len(rows), 3)))
