"""Area figures: pupils weigh, schools do not."""

from typing import Literal

import numpy as np

from lib.analysis.cube import BoolArray, Cube
from lib.analysis.intervals import Array
from lib.domain.indicators import Direction, Indicator

Aggregation = Literal["weighted_mean", "sum", "median", "stated", "none"]

#: A quotient whose last place is a five must not fall below it in binary, or it would be printed a hundredth
#: too small; ten places are more than any file states.
PLACES_KEPT = 10


def aggregation_of(indicator: Indicator, *, any_n: bool) -> Aggregation:
    """How schools become one figure: sums for counts and money, means weighted by n, else the median.

    An indicator that should have n but came without any has no mean that could be right, hence the median;
    so has a total in which one school's excess would hide another's want.
    """
    if indicator.sums:
        return "median" if is_netted(indicator) else "sum"
    return "weighted_mean" if indicator.has_n and any_n else "median"


def is_netted(indicator: Indicator) -> bool:
    """Whether a total would set one school's excess against another's want, such as posts over and under."""
    return indicator.sums and indicator.direction is Direction.BAND


def area_values(cube: Cube, member: BoolArray | None = None) -> Array:
    """Figure of the area, or of some of its schools, per indicator and year.

    A school with a value but no n is left out of a weighted mean; how many those are is told beside the
    figure (``IndicatorSummary.n_without_n``).

    Args:
        member: ``[school]`` or ``[indicator, year, school]``, True for schools to include; all by default.

    Returns:
        ``[indicator, year]``, NaN where no school has a value.
    """
    inside = np.isfinite(cube.value)
    if member is not None:
        inside = inside & member
    weight = np.where(inside & np.isfinite(cube.n), cube.n, 0.0)
    value = np.where(inside, cube.value, 0.0)
    total = weight.sum(axis=2)
    with np.errstate(invalid="ignore", divide="ignore"):
        result = (value * weight).sum(axis=2) / total
    present = np.asarray(inside.any(axis=2))
    for place, indicator in enumerate(cube.indicators):
        if aggregation_of(indicator, any_n=False) == "sum":
            result[place] = np.where(present[place], value[place].sum(axis=1), np.nan)
            continue
        for year in np.flatnonzero(present[place]):
            if aggregation_of(indicator, any_n=bool(total[place, year] > 0)) == "median":
                result[place, year] = np.median(cube.value[place, year, inside[place, year]])
    return np.asarray(np.round(result, PLACES_KEPT), float)
