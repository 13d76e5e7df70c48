"""A chart as an immutable value: screen, Word, slides and public copy draw it from this alone."""

from dataclasses import dataclass
from typing import Literal

ChartKind = Literal["bar", "stacked_bar", "grouped_bar", "line"]


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One series; ``colour`` is six hex digits without #, None values are missing and leave a gap."""

    name: str
    values: tuple[float | None, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A captioned chart of series over categories.

    Attributes:
        kind: ``bar`` and ``stacked_bar`` lie on their side, first category on top; ``grouped_bar`` stands.
        unit: what the value axis counts, in Thai.
        alt_text: what the picture shows, for those who cannot see it.
        percent_axis: the value axis runs from 0 to 100.
        target: value of a target; a dashed line where the kind allows, otherwise words in the caption.
        decimals: decimals of the value labels.
        width_cm / height_cm: of the whole chart; without a height the labels decide.
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

    def __post_init__(self) -> None:
        if not self.categories or not self.series:
            raise ValueError(f"chart {self.caption!r} has nothing to draw")
        for series in self.series:
            if len(series.values) != len(self.categories):
                raise ValueError(f"chart {self.caption!r}: {series.name!r} does not fit the categories")
