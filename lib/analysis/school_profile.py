"""All figures of one school, read off an examination."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib.analysis.changes import school_changes
from lib.analysis.examination import Examination
from lib.analysis.intervals import Array
from lib.analysis.school_rows import has_test
from lib.domain.indicators import Indicator
from lib.domain.periods import Period

_RELATIONS = {-1.0: "below", 0.0: "not_distinguishable", 1.0: "above"}


@dataclass(frozen=True, slots=True)
class SchoolFigure:
    """One indicator of one school; NaN is "not known", never 0.

    Attributes:
        x: how many of ``n`` it counts, NaN where it is no share.
        relation: as in school_rows; empty without a test.
        certain: whether the change is beyond chance; None where that cannot be said.
        years: (year, value) of the latest three years, oldest first, none before a break in the definition.
        area_years: the area's value in the same years.
        peer_years: (year, lower, upper), the middle half of like schools (:func:`middle_half`).
    """

    indicator: Indicator
    period: Period
    value: float
    x: float
    n: float
    area: float
    small: bool
    relation: str
    change: float
    certain: bool | None
    years: tuple[tuple[int, float], ...]
    area_years: tuple[tuple[int, float], ...] = ()
    peer_years: tuple[tuple[int, float, float], ...] = ()

    @property
    def peer_range(self) -> tuple[float, float]:
        """The middle half of like schools in the latest year, NaN where it is not known."""
        return self.peer_years[-1][1:] if self.peer_years else (float("nan"), float("nan"))


def school_profile(found: Examination, school_id: str, years: int = 3) -> tuple[SchoolFigure, ...]:
    """Every indicator with a figure of this school in the latest years, in the order of the examination.

    Raises:
        KeyError: the school is not in the register, or closed without any figure.
    """
    cube = found.cube
    column = next((s for s, school in enumerate(cube.schools) if school.school_id == school_id), None)
    if column is None:
        raise KeyError(school_id)
    changes = school_changes(cube, found.comparison.spread)
    recent = range(max(cube.depth - years, 0), cube.depth)
    lower_peers, upper_peers = middle_half(found, column, recent.start, cube.depth)
    figures = []
    for place, indicator in enumerate(cube.indicators):
        shown = [year for year in recent if cube.comparable[place, year]]
        line = tuple((cube.year_be(place, year), float(cube.value[place, year, column])) for year in shown)
        if not any(np.isfinite(value) for _, value in line):
            continue
        value, n = float(cube.value[place, -1, column]), float(cube.n[place, -1, column])
        tested = (
            np.isfinite(value)
            and np.isfinite(n)
            and has_test(indicator.compare, float(found.comparison.spread.sd[place]))
        )
        lower, upper = float(changes.lower[place, column]), float(changes.upper[place, column])
        figures.append(
            SchoolFigure(
                indicator=indicator,
                period=cube.periods[place],
                value=value,
                x=float(cube.numerator[place, -1, column]),
                n=n,
                area=float(found.area[place, -1]),
                small=indicator.has_n and bool(n < indicator.min_n),
                relation=_RELATIONS[float(found.comparison.reading[place, column])] if tested else "",
                change=float(changes.difference[place, column]),
                certain=None if not np.isfinite(lower) else bool(lower > 0 or upper < 0),
                years=line,
                area_years=tuple(
                    (cube.year_be(place, year), float(found.area[place, year])) for year in shown
                ),
                peer_years=tuple(
                    (
                        cube.year_be(place, year),
                        float(lower_peers[place, year - recent.start]),
                        float(upper_peers[place, year - recent.start]),
                    )
                    for year in shown
                ),
            )
        )
    return tuple(figures)


def middle_half(found: Examination, column: int, start: int, stop: int) -> tuple[Array, Array]:
    """Quartiles over the like schools of the school at a place, ``[indicator, year]`` of those years.

    NaN where fewer of them than make a comparison have a figure.
    """
    value = found.cube.value[:, start:stop]
    like = value[:, :, list(found.peers.of(column))]
    enough = np.isfinite(like).sum(axis=2) >= found.rules.thresholds.min_peers
    quartiles = np.full((2, *enough.shape), np.nan)
    quartiles[:, enough] = np.nanpercentile(like[enough], (25, 75), axis=1)
    return quartiles[0], quartiles[1]


def profile_frame(rows: Sequence[tuple[str, float, float, str, str, str]]) -> pd.DataFrame:
    """Told figures of a school as a chart takes them: name, value, area, mark, words, sentence."""
    return pd.DataFrame(rows, columns=["name", "value", "area", "mark", "words", "sentence"])


def strip_frame(
    rows: Sequence[tuple[int, int, float | None, float | None, float | None, float | None, bool, str]],
) -> pd.DataFrame:
    """Years of indicators one above the other: place, year_be, value, area, low, high, small, sentence."""
    columns = ["place", "year_be", "value", "area", "low", "high", "small", "sentence"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.astype(dict.fromkeys(("value", "area", "low", "high"), float))
