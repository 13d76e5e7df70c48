"""The area's latest years as a line, beside the schools that have figures in every year and one school."""

import altair as alt
import pandas as pd

from lib.charts.spec import ChartSpec, footnote, held_lines, padded, records
from lib.charts.theme import FONT_SIZE, INK, MUTED, VegaSpec, finished

_COLUMNS = ("series", "year", "value", "figure", "sentence")


def make_trend(lines: pd.DataFrame, spec: ChartSpec) -> VegaSpec:
    """Draw one line per series, named at its latest point.

    Args:
        lines: series (name in words), year_be, value (NaN interrupts the line), figure (as printed),
            sentence; the area's own series comes first and is drawn strongest.
    """
    shown = lines.assign(year=lines["year_be"].astype(int).astype(str))
    ends = padded(float(shown["value"].min()), float(shown["value"].max()), spec, room=0.35)
    names = list(dict.fromkeys(shown["series"]))
    y = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=ends, nice=False, zero=False),
        title=spec.axis,
        axis=alt.Axis(tickCount=5),
    )
    x = alt.X(
        "year:O",
        title=None,
        axis=alt.Axis(labelAngle=0, labelFontSize=FONT_SIZE),
        scale=alt.Scale(padding=0.6),
    )
    layers: list[alt.Chart] = held_lines(spec, "y", alt.Scale(domain=ends, nice=False, zero=False))
    for place, name in enumerate(names):
        colour, dash = _look(place, spec)
        own = shown[shown["series"] == name]
        base = alt.Chart(records(own, _COLUMNS)).encode(x=x, y=y, tooltip="sentence:N")
        layers += [
            base.mark_line(color=colour, strokeWidth=3 if place == 0 else 2, strokeDash=dash),
            base.mark_point(
                color=colour, fill=colour if place == 0 else "white", size=90, strokeWidth=2, opacity=1
            ),
            base.mark_text(
                color=colour, fontSize=FONT_SIZE, fontWeight=600, dy=-18 if place == 0 else 20
            ).encode(text="figure:N"),
        ]
        latest = own[own["value"].notna()].tail(1)
        layers.append(
            alt.Chart(records(latest, _COLUMNS))
            .mark_text(color=colour, fontSize=FONT_SIZE, align="left", dx=14, fontWeight=600)
            .encode(x=x, y=y, text="series:N")
        )
    return finished(alt.layer(*layers, footnote(spec, 44), title=spec.heading).properties(height=300))


def _look(place: int, spec: ChartSpec) -> tuple[str, list[int]]:
    return ((spec.colour, [1, 0]), (MUTED, [7, 4]), (INK, [2, 3]))[min(place, 2)]
