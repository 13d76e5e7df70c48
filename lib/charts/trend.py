"""The area's latest years as a line, beside an outside value, the schools that stayed, and one school."""

import altair as alt
import pandas as pd

from lib.charts.spec import ChartSpec, apart, held_level, notes, padded, records
from lib.charts.theme import FONT_SIZE, GROUND, INK, MUTED, STRENGTH, VegaSpec, finished

_PLOT_HEIGHT = 300
_COLUMNS = ("year", "value", "figure", "name", "sentence")


def make_trend(lines: pd.DataFrame, spec: ChartSpec) -> VegaSpec:
    """Draw one line per series, named at its latest point.

    Args:
        lines: series (name in words), year_be, value (NaN interrupts the line), figure (as printed),
            sentence; the area's own series comes first and is drawn strongest.
    """
    shown = lines.assign(
        year=lines["year_be"].astype(int).astype(str), name=lines["series"] + " " + lines["figure"]
    )
    ends = padded(float(shown["value"].min()), float(shown["value"].max()), spec, room=0.35)
    names = list(dict.fromkeys(shown["series"]))
    scale = alt.Scale(domain=ends, nice=False, zero=False)
    y = alt.Y("value:Q", scale=scale, title=spec.axis, axis=alt.Axis(tickCount=5))
    axis = alt.Axis(labelAngle=0, labelFontSize=FONT_SIZE, grid=False)
    x = alt.X("year:O", title=None, axis=axis, scale=alt.Scale(padding=0.5))
    latest = shown[shown["value"].notna()].drop_duplicates("series", keep="last")
    moves = dict(
        zip(latest["series"], apart([float(v) for v in latest["value"]], ends, _PLOT_HEIGHT), strict=True)
    )
    layers: list[alt.Chart] = held_level(spec, ends, _PLOT_HEIGHT)
    for place, name in enumerate(names):
        colour, dash = _look(place, spec)
        base = alt.Chart(records(shown[shown["series"] == name], _COLUMNS)).encode(x=x, y=y)
        layers += [
            base.mark_line(color=colour, strokeWidth=3 if place == 0 else 2, strokeDash=dash),
            base.mark_point(
                color=colour, fill=colour if place == 0 else GROUND, size=90, strokeWidth=2, opacity=1
            ).encode(tooltip="sentence:N"),
            alt.Chart(records(latest[latest["series"] == name], _COLUMNS))
            .mark_text(
                color=colour, fontSize=FONT_SIZE, align="left", dx=14, dy=moves.get(name, 0.0), fontWeight=600
            )
            .encode(x=x, y=y, text="name:N"),
        ]
        if place == 0:
            earlier = shown[(shown["series"] == name) & (shown["year"] != shown["year"].max())]
            layers.append(
                alt.Chart(records(earlier, _COLUMNS))
                .mark_text(color=colour, fontSize=FONT_SIZE, fontWeight=600, dy=-18)
                .encode(x=x, y=y, text="figure:N")
            )
    chart = alt.layer(*layers, *notes(spec, 44), title=spec.heading)
    return finished(chart.properties(height=_PLOT_HEIGHT))


def _look(place: int, spec: ChartSpec) -> tuple[str, list[int]]:
    looks = ((spec.colour, [1, 0]), (STRENGTH, [2, 3]), (INK, [8, 4]), (MUTED, [4, 4, 1, 4]))
    return looks[min(place, len(looks) - 1)]
