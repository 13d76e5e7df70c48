"""A school's latest years beside area and like schools: one strip per indicator, as high as a table's row."""

import math
from collections.abc import Sequence

import altair as alt
import pandas as pd

from lib.charts.spec import records
from lib.charts.theme import CHANCE, FONT_SIZE, GROUND, INK, LINE, MUTED, SMALL_SIZE, VegaSpec, finished

#: place (row of the table from 0), year_be, value, area, low and high (like schools; NaN where unknown),
#: small (n too small to read alone), sentence (the tooltip).
STRIP_COLUMNS = ("place", "year_be", "value", "area", "low", "high", "small", "sentence")
_DRAWN = ("place", "step", "at_value", "at_area", "at_low", "at_high", "small", "sentence")
#: Part of a strip that stays free above and below its lines.
_MARGIN = 0.16
_BAND = "#C9D3D6"


def make_strips(
    rows: pd.DataFrame, colour: str, years: Sequence[str], *, row_height: int, head_height: int
) -> VegaSpec:
    """Draw the school as a line with points, the area dashed, the middle half of like schools as a band.

    Each strip has a scale of its own, from the lowest to the highest of what it shows.

    Args:
        rows: STRIP_COLUMNS, every place with the same number of years.
        colour: of the domain.
        years: names of the years, oldest first; they stand above the strips.
        row_height / head_height: pixels, those of the table beside it.
    """
    n_rows = int(rows["place"].max()) + 1
    shown = _placed(rows)
    base = alt.Chart(records(shown, _DRAWN)).encode(detail="place:N")
    x = alt.X(
        "step:Q",
        title=None,
        scale=alt.Scale(domain=[-0.35, len(years) - 0.65], nice=False),
        axis=None,
    )
    # the years stand inside the plot: words outside it would push the strips off their rows
    head = head_height / row_height
    scale = alt.Scale(domain=[-head, n_rows], reverse=True, nice=False)

    def y(field: str) -> alt.Y:
        return alt.Y(f"{field}:Q", scale=scale, axis=None)

    lines = pd.DataFrame({"place": range(n_rows + 1)})
    rules = alt.Chart(records(lines, ("place",))).mark_rule(color=LINE, strokeWidth=1).encode(y=y("place"))
    heads = pd.DataFrame({"step": range(len(years)), "at": -head / 2, "name": list(years)})
    names = (
        alt.Chart(records(heads, ("step", "at", "name")))
        .mark_text(color=MUTED, fontSize=SMALL_SIZE, baseline="middle")
        .encode(x=x, y=y("at"), text="name:N")
    )
    band = base.mark_area(color=_BAND, opacity=1).encode(x=x, y=y("at_low"), y2="at_high:Q")
    # one year alone has no area to fill
    edges = base.mark_rule(color=_BAND, strokeWidth=6).encode(x=x, y=y("at_low"), y2="at_high:Q")
    area = base.mark_line(color=INK, strokeWidth=1.5, strokeDash=[5, 3]).encode(x=x, y=y("at_area"))
    area_end = base.mark_tick(color=INK, thickness=1.5, size=9, orient="horizontal").encode(
        x=x, y=y("at_area")
    )
    own = base.mark_line(color=colour, strokeWidth=2.5).encode(x=x, y=y("at_value"))
    points = base.mark_point(size=FONT_SIZE * 4, strokeWidth=2, opacity=1).encode(
        x=x,
        y=y("at_value"),
        # hollow where n is small, as in every chart of schools
        fill=alt.condition("datum.small", alt.value(GROUND), alt.value(colour)),
        stroke=alt.condition("datum.small", alt.value(CHANCE), alt.value(colour)),
        tooltip="sentence:N",
    )
    chart = alt.layer(rules, band, edges, area, area_end, own, points, names)
    spec = finished(chart.properties(height=n_rows * row_height + head_height))
    spec["padding"] = {"left": 6, "top": 0, "right": 6, "bottom": 2}
    return spec


def _placed(rows: pd.DataFrame) -> pd.DataFrame:
    """Every value as a height inside its strip; equal values stand in the middle."""
    shown = rows.sort_values(["place", "year_be"], ignore_index=True)
    parts = shown[["value", "area", "low", "high"]]
    low = parts.min(axis=1).groupby(shown["place"]).transform("min")
    high = parts.max(axis=1).groupby(shown["place"]).transform("max")
    width = (high - low).where(high > low, math.inf)
    room = 1 - 2 * _MARGIN
    for name in ("value", "area", "low", "high"):
        height = ((shown[name] - low) / width).where(high > low, 0.5).where(shown[name].notna())
        shown[f"at_{name}"] = shown["place"] + 1 - _MARGIN - room * height
    shown["step"] = shown.groupby("place").cumcount()
    return shown
