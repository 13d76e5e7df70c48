"""Years of one definition: a figure is never set against one that was counted differently."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from lib.domain.indicators import Indicator
from lib.domain.periods import Period


def comparable_years(
    indicators: Sequence[Indicator], last_year: npt.NDArray[np.int64], depth: int
) -> npt.NDArray[np.bool_]:
    """Which years up to the last share its definition, ``[indicator, year]``, oldest first."""
    years = last_year[:, None] - np.arange(depth - 1, -1, -1)
    same = np.ones(years.shape, bool)
    for place, indicator in enumerate(indicators):
        for first in indicator.break_years:
            if first <= last_year[place]:
                same[place] &= years[place] >= first
    return same


def is_first_year(indicators: Sequence[Indicator], periods: Sequence[Period]) -> npt.NDArray[np.bool_]:
    """Per indicator, whether the examined year is the first of a new definition."""
    pairs = zip(indicators, periods, strict=True)
    return np.array([period.year_be in indicator.break_years for indicator, period in pairs], bool)
