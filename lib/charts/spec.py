"""What a chart is told beside its frame: its words, its unit, the lines it is held against."""

import math
import unicodedata
from dataclasses import dataclass
from typing import Literal

import altair as alt
import pandas as pd

from lib.charts.theme import IMPROVEMENT, INK, MUTED, PRIMARY, SMALL_SIZE, STRENGTH

Held = Literal["area", "target", "benchmark"]
_WIDEST = 110
_LINE_COLOUR: dict[Held, str] = {"area": INK, "target": IMPROVEMENT, "benchmark": STRENGTH}
#: Lines differ by their dash as well, for print without colour.
_DASHES: dict[Held, list[int]] = {"area": [1, 0], "target": [8, 4], "benchmark": [2, 3]}


@dataclass(frozen=True, slots=True)
class HeldAgainst:
    """A value drawn as a line with its name; ``label`` carries the figure."""

    kind: Held
    value: float
    label: str


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """Words and settings of one chart.

    Attributes:
        title: the message in one sentence.
        subtitle: indicator, unit, n and year.
        footnote: source and version of the data.
        axis: title of the value axis, the unit in words.
        colour: of the indicator's domain.
        low / high: ends of the scale where it has any.
        held: area value, target and outside values.
        chosen: school id to be named.
    """

    title: str
    subtitle: str
    footnote: str
    axis: str
    colour: str = PRIMARY
    low: float | None = None
    high: float | None = None
    held: tuple[HeldAgainst, ...] = ()
    chosen: str = ""

    @property
    def heading(self) -> alt.TitleParams:
        return alt.TitleParams(text=wrapped(self.title, 80), subtitle=wrapped(self.subtitle))


def records(frame: pd.DataFrame, columns: tuple[str, ...]) -> alt.InlineData:
    """The columns a chart uses, missing values as null; JSON has no NaN."""
    kept = frame[list(columns)].astype(object)
    rows: list[dict[str, object]] = [
        dict(zip(columns, row, strict=True))
        for row in kept.where(kept.notna(), None).itertuples(index=False, name=None)
    ]
    return alt.InlineData(values=rows)


def footnote(spec: ChartSpec, below: int) -> alt.Chart:
    """Source and date under the axis, ``below`` the plotting area by that many pixels."""
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=[{}]))
        .mark_text(
            text=wrapped(spec.footnote),
            align="left",
            baseline="top",
            color=MUTED,
            fontSize=13,
            lineHeight=22,
            dy=below,
        )
        .encode(x=alt.value(0), y=alt.value("height"))
    )
    return chart


def held_lines(spec: ChartSpec, channel: Literal["x", "y"], scale: alt.Scale) -> list[alt.Chart]:
    """One named line per value the schools are held against; names keep out of each other's way."""
    charts = []
    ordered = sorted(spec.held, key=lambda held: held.value)
    for place, held in enumerate(ordered):
        base = alt.Chart(alt.InlineData(values=[{"at": held.value, "label": held.label}]))
        colour = _LINE_COLOUR[held.kind]
        rule = base.mark_rule(color=colour, strokeWidth=2, strokeDash=_DASHES[held.kind])
        text = base.mark_text(color=colour, fontSize=SMALL_SIZE, fontWeight=600, baseline="bottom")
        if channel == "x":
            at = alt.X("at:Q", scale=scale)
            # a label stands on the side where the next line is not
            left = place == 0 and len(ordered) > 1
            name = base.mark_text(
                color=colour,
                fontSize=SMALL_SIZE,
                fontWeight=600,
                align="right" if left else "left",
                dx=-6 if left else 6,
                baseline="top",
                dy=2 + 22 * max(place - 1, 0),
            ).encode(x=at, y=alt.value(0), text="label:N")
            charts += [rule.encode(x=at), name]
        else:
            at_y = alt.Y("at:Q", scale=scale)
            name = text.mark_text(
                color=colour, fontSize=SMALL_SIZE, fontWeight=600, align="right", baseline="bottom", dy=-4
            ).encode(y=at_y, x=alt.value("width"), text="label:N")
            charts += [rule.encode(y=at_y), name]
    return charts


def wrapped(text: str, widest: int = _WIDEST) -> list[str]:
    """Lines of at most so many letters, cut at spaces; marks above and below a letter take no room."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer) <= widest or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def padded(low: float, high: float, spec: ChartSpec, room: float = 0.08) -> list[float]:
    """Ends of an axis around the data and the held values, inside the indicator's own scale."""
    values = [value for value in (low, high, *(held.value for held in spec.held)) if math.isfinite(value)]
    low, high = min(values), max(values)
    extra = (high - low) * room or max(abs(high), 1.0) * room
    bottom = low - extra if spec.low is None else max(low - extra, spec.low)
    top = high + extra if spec.high is None else min(high + extra, spec.high)
    return [bottom, top] if top > bottom else [bottom, bottom + 1.0]


def _width(text: str) -> int:
    return sum(unicodedata.category(letter) != "Mn" for letter in text)
