"""How wide chance is at a school's n: for shares from the binomial, for means from pupils' own spread."""

import numpy as np

from lib.analysis.cube import Cube
from lib.analysis.intervals import Z_95, Array, wilson_interval
from lib.analysis.spread import Spread
from lib.domain.indicators import Compare


def standard_errors(cube: Cube, p0: Array, spread: Spread, n: Array) -> Array:
    """Width of chance at n pupils for a school like p0, ``[indicator, school]`` in the indicator's unit."""
    share = np.clip(p0 / 100, 0.0, 1.0)
    share = share if share.ndim == 2 else share[:, None]
    of_share = 100 * np.sqrt(share * (1 - share) / n)
    of_mean = spread.sd[:, None] / np.sqrt(n)
    proportion = cube.is_compared(Compare.PROPORTION)[:, None]
    mean = cube.is_compared(Compare.MEAN)[:, None]
    return np.asarray(np.where(proportion, of_share, np.where(mean, of_mean, np.nan)), float)


def latest_intervals(cube: Cube, spread: Spread) -> tuple[Array, Array]:
    """95 % interval of each school's latest value: Wilson for shares, σ/√n for means, NaN otherwise."""
    n = cube.n[:, -1]
    lower, upper = wilson_interval(cube.numerator[:, -1], n)
    half = Z_95 * spread.sd[:, None] / np.sqrt(n)
    proportion = cube.is_compared(Compare.PROPORTION)[:, None]
    value = cube.value[:, -1]
    return np.where(proportion, 100 * lower, value - half), np.where(proportion, 100 * upper, value + half)
