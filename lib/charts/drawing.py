"""A chart with everything that leaves the page with it: its words and the rows it draws."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.charts.spec import ChartSpec
from lib.charts.theme import VegaSpec
from lib.thai.numerals import round_half_up

if TYPE_CHECKING:
    import pandas as pd

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class ChartTable:
    """Rows behind a chart, as a file of them holds them; ``header`` in Thai."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A finished chart.

    Attributes:
        words: as drawn into the chart.
        name: of a file of it, in words and without an ending.
        rows: makes the table behind the chart, with n and source; called only when somebody saves it.
    """

    spec: VegaSpec
    words: ChartSpec
    name: str
    rows: Callable[[], ChartTable]


def chart_table(frame: "pd.DataFrame", columns: Mapping[str, str]) -> ChartTable:
    """Some columns of a frame under their Thai names; figures as printed, a missing one empty."""
    kept = frame[list(columns)]
    return ChartTable(
        tuple(columns.values()),
        tuple(tuple(_cell(value) for value in row) for row in kept.itertuples(index=False, name=None)),
    )


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str):
        return value
    number = float(str(value)) if str(value) != "<NA>" else math.nan
    if math.isnan(number):
        return None
    return int(number) if number.is_integer() else round_half_up(number)
