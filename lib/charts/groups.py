"""Clusters beside each other in their official order, against the area and the target; bars from zero."""

import altair as alt
import pandas as pd

from lib.charts.picking import PickField, pickable
from lib.charts.spec import ChartSpec, held_upright, notes, records
from lib.charts.theme import FONT_SIZE, GROUND, INK, VegaSpec, finished
from lib.charts.wrapping import beside

_ROW_HEIGHT = 38
#: Of few groups, whose picture would else be a strip.
_ROOMY_HEIGHT, _FEW = 72, 4
#: Of a per cent scale, six of the largest reach beyond its end.
_STEPS = (0.02, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20)
_COLUMNS = ("group_id", "group_name", "value", "small", "words", "sentence")


def make_group_bars(groups: pd.DataFrame, spec: ChartSpec) -> VegaSpec:
    """Draw one bar per group that has a value; a group with too few pupils stays hollow.

    Args:
        groups: group_id, group_name, value, small (n below the indicator's minimum), words (figure and
            n), sentence; rows stand in their official order.
    """
    shown = groups[groups["value"].notna()]
    row = _ROOMY_HEIGHT if len(shown) <= _FEW else _ROW_HEIGHT
    values = [0.0, *shown["value"].astype(float), *(held.value for held in spec.held)]
    ends = [min(values) * 1.05, max(values) * 1.05 or 1.0]
    scale = alt.Scale(domain=ends, nice=False, zero=True)
    y = alt.Y(
        "group_name:N",
        sort=list(shown["group_name"]),
        title=None,
        axis=alt.Axis(labelFontSize=FONT_SIZE, ticks=False, domain=False),
    )
    base = alt.Chart(records(shown, _COLUMNS)).encode(y=y, tooltip="sentence:N")
    bars = base.mark_bar(height={"band": 0.62}, stroke=spec.colour, strokeWidth=1.5, cursor="pointer").encode(
        x=alt.X(
            "value:Q",
            scale=scale,
            title=spec.axis,
            axis=_axis(max(values), spec),
        ),
        fill=alt.condition("datum.small", alt.value(GROUND), alt.value(spec.colour)),
    )
    # right of the plotting area, where no line crosses the words
    words = base.mark_text(align="left", dx=10, color=INK, fontSize=FONT_SIZE).encode(
        x=alt.value("width"), text="words:N"
    )
    layers = (
        pickable(bars, PickField.GROUP),
        *held_upright(spec, scale, above=True),
        words,
        *notes(spec, 62, beside(shown["group_name"])),
    )
    return finished(alt.layer(*layers, title=spec.heading).properties(height=row * len(shown)))


def _axis(highest: float, spec: ChartSpec) -> alt.Axis:
    """Few round steps of a per cent scale, so that no tick stands in the room of the words."""
    if spec.high != 100:
        return alt.Axis(grid=False)
    step = next((step for step in _STEPS if highest <= 6 * step), _STEPS[-1])
    return alt.Axis(grid=False, values=[step * place for place in range(min(int(highest / step) + 1, 6))])
