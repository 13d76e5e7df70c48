"""A chart as an immutable value: screen, Word, slides and public copy draw it from this alone."""

import math
from dataclasses import dataclass
from typing import Literal

from lib.domain.palette import Shape

ChartKind = Literal["bar", "stacked_bar", "grouped_bar", "line", "scatter"]
#: How a scatter draws a series: filled or hollow points, a line, a dashed line.
SeriesMark = Literal["points", "hollow", "line", "dashed"]


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One series; ``colour`` is six hex digits without #, None values are missing and leave a gap.

    Attributes:
        mark / shape: of a scatter only; other kinds take their dash and shape by position.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str
    mark: SeriesMark = "points"
    shape: Shape = "circle"


@dataclass(frozen=True, slots=True)
class Chart:
    """A captioned chart of series over categories.

    Its numbers keep Arabic digits where a document writes Thai ones: tables of statistics do so in official
    books with Thai page numbers, and a number format of Thai digits depends on the office
    program's language, so that one chart would read differently on two machines.

    A scatter (funnel) has one row per point or place of a limit: its name in ``categories``, its place in
    ``xs``, its height in the one series it belongs to, or in each limit that passes there.

    Attributes:
        kind: ``bar`` and ``stacked_bar`` lie on their side, first category on top; ``grouped_bar`` stands.
        caption: what the chart shows, without its message.
        unit: what the value axis counts, in Thai.
        alt_text: kind and what the picture shows, for those who cannot see it; lib.domain.chart_alt adds
            the years, n and ends.
        note: how to read it, remarks.
        percent_axis: the value axis runs from 0 to 100.
        target: value of a target, a dashed line in every kind; beside lying bars also words in the caption.
        decimals: decimals of the value labels.
        width_cm / height_cm: of the whole chart; without a height the labels decide.
        text_pt: size of its words on paper or on a slide; None fits a page of text.
        xs / x_unit: of a scatter: place of each category, and what is counted there.
        named: positions of the points of a scatter whose name is written beside them.
        message: the one thing to see in it; the title where a page has no other words for it.
        n_text: whom or what it rests on, such as ``n = 1,204 คน``.
        period: year or years with their calendar.
        source: where the figures come from.
    """

    kind: ChartKind
    caption: str
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    unit: str
    alt_text: str
    note: str = ""
    percent_axis: bool = False
    target: float | None = None
    decimals: int = 2
    key: str | None = None
    width_cm: float = 16.0
    height_cm: float | None = None
    text_pt: int | None = None
    xs: tuple[float, ...] = ()
    x_unit: str = ""
    named: frozenset[int] = frozenset()
    message: str = ""
    n_text: str = ""
    period: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if not self.categories or not self.series:
            raise ValueError(f"chart {self.caption!r} has nothing to draw")
        for series in self.series:
            if len(series.values) != len(self.categories):
                raise ValueError(f"chart {self.caption!r}: {series.name!r} does not fit the categories")
            if any(value is not None and not math.isfinite(value) for value in series.values):
                raise ValueError(f"chart {self.caption!r}: {series.name!r} holds a value without a place")
        if len(self.xs) != (len(self.categories) if self.kind == "scatter" else 0):
            raise ValueError(f"chart {self.caption!r}: places do not fit the categories")

    @property
    def lies_down(self) -> bool:
        return self.kind in ("bar", "stacked_bar")

    @property
    def numbers(self) -> tuple[float, ...]:
        """Every value that is not missing."""
        return tuple(value for series in self.series for value in series.values if value is not None)

    @property
    def foot(self) -> str:
        """What stands under the chart: n and years, the note, the source."""
        behind = " · ".join(filter(None, (self.n_text, self.period)))
        return "  ".join(filter(None, (behind, self.note, self.source)))
