"""What a chart is told beside its frame: its words, its unit, the lines it is held against."""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypedDict

import altair as alt
import pandas as pd

from lib.charts.rows import plain_rows
from lib.charts.theme import IMPROVEMENT, INK, MUTED, PRIMARY, SMALL_SIZE, STRENGTH
from lib.charts.wrapping import TITLE_WIDEST, WIDEST, wrapped

Held = Literal["area", "target", "benchmark"]
#: Height of one name of a line.
HELD_ROW = 20
_NOTE_LINE = 22
_LINE_COLOUR: dict[Held, str] = {"area": INK, "target": IMPROVEMENT, "benchmark": STRENGTH}
#: Lines differ by their dash as well, for print without colour.
_DASHES: dict[Held, list[int]] = {"area": [1, 0], "target": [8, 4], "benchmark": [2, 3]}


class _NameStyle(TypedDict):
    color: str
    fontSize: int
    fontWeight: Literal[600]


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
        reading: the sentence that says how to read the picture.
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
    reading: str = ""
    colour: str = PRIMARY
    low: float | None = None
    high: float | None = None
    held: tuple[HeldAgainst, ...] = ()
    chosen: str = ""

    @property
    def heading(self) -> alt.TitleParams:
        return alt.TitleParams(text=wrapped(self.title, TITLE_WIDEST), subtitle=wrapped(self.subtitle))


def records(frame: pd.DataFrame, columns: tuple[str, ...]) -> alt.InlineData:
    """A few rows as part of a layer; many belong into lib.charts.rows."""
    return alt.InlineData(values=plain_rows(frame, columns))


def notes(spec: ChartSpec, below: int, widest: int = WIDEST) -> list[alt.Chart]:
    """How to read the chart, then source and date, ``below`` the plotting area by that many pixels.

    Args:
        widest: letters of a line; fewer where long names stand left of the plotting area.
    """
    charts = []
    for text, colour in ((spec.reading, INK), (spec.footnote, MUTED)):
        if text:
            lines = wrapped(text, widest)
            look = alt.MarkDef(
                type="text",
                text=lines,
                align="left",
                baseline="top",
                color=colour,
                fontSize=13,
                lineHeight=_NOTE_LINE,
                dy=below,
            )
            charts.append(
                alt.Chart(alt.InlineData(values=[{}]), mark=look).encode(
                    x=alt.value(0), y=alt.value("height")
                )
            )
            below += _NOTE_LINE * len(lines)
    return charts


def held_upright(spec: ChartSpec, scale: alt.Scale, *, above: bool) -> list[alt.Chart]:
    """One upright line per value the schools are held against, each name on a row of its own.

    Lines further left reach higher, so that no line crosses a name.

    Args:
        above: names stand over the plotting area, else inside its top.
    """
    charts = []
    ordered = sorted(spec.held, key=lambda held: held.value)
    for row, held in enumerate(ordered):
        rule, name = _held(held)
        x = alt.X("at:Q", scale=scale)
        top = HELD_ROW * (row - len(ordered)) if above else HELD_ROW * row
        charts += [
            rule.encode(x=x, y=alt.value(top), y2=alt.value("height")),
            name.mark_text(**_name_style(held), align="left", baseline="middle", dx=7).encode(
                x=x, y=alt.value(top + HELD_ROW // 2), text="label:N"
            ),
        ]
    return charts


def held_level(spec: ChartSpec, domain: list[float], height: int) -> list[alt.Chart]:
    """One level line per value, named right of the plotting area; near names give way to each other."""
    charts = []
    scale = alt.Scale(domain=domain, nice=False, zero=False)
    moves = apart([held.value for held in spec.held], domain, height)
    for held, move in zip(spec.held, moves, strict=True):
        rule, name = _held(held)
        y = alt.Y("at:Q", scale=scale)
        charts += [
            rule.encode(y=y),
            name.mark_text(**_name_style(held), align="left", baseline="middle", dx=8, dy=move).encode(
                y=y, x=alt.value("width"), text="label:N"
            ),
        ]
    return charts


def apart(values: list[float], domain: list[float], height: int) -> list[float]:
    """How far down each name must move so that names beside near values do not lie on each other."""
    places = [(domain[1] - value) / (domain[1] - domain[0]) * height for value in values]
    moved = list(places)
    order = sorted(range(len(values)), key=lambda place: places[place])
    for upper, lower in pairwise(order):
        moved[lower] = max(moved[lower], moved[upper] + HELD_ROW)
    # share the push between both ends of the pile
    shift = (sum(moved) - sum(places)) / len(values) if values else 0.0
    return [round(new - shift - old, 1) for new, old in zip(moved, places, strict=True)]


def _held(held: HeldAgainst) -> tuple[alt.Chart, alt.Chart]:
    base = alt.Chart(alt.InlineData(values=[{"at": held.value, "label": held.label}]))
    rule = base.mark_rule(color=_LINE_COLOUR[held.kind], strokeWidth=2, strokeDash=_DASHES[held.kind])
    return rule, base


def _name_style(held: HeldAgainst) -> _NameStyle:
    return {"color": _LINE_COLOUR[held.kind], "fontSize": SMALL_SIZE, "fontWeight": 600}


def padded(low: float, high: float, spec: ChartSpec, room: float = 0.08) -> list[float]:
    """Ends of an axis around the data and the held values, inside the indicator's own scale."""
    values = [value for value in (low, high, *(held.value for held in spec.held)) if math.isfinite(value)]
    low, high = min(values), max(values)
    extra = (high - low) * room or max(abs(high), 1.0) * room
    bottom = low - extra if spec.low is None else max(low - extra, spec.low)
    top = high + extra if spec.high is None else min(high + extra, spec.high)
    return [bottom, top] if top > bottom else [bottom, bottom + 1.0]
