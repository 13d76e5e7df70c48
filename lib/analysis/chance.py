"""How wide chance is at a school's n: for shares from the binomial, for means from pupils' own spread."""

import numpy as np

from lib.analysis.cube import BoolArray, Cube
from lib.analysis.intervals import Z_95, Array, wilson_interval
from lib.analysis.probability import mid_p_binomial
from lib.analysis.spread import Spread
from lib.domain.indicators import Compare, Kind


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
    """95 % interval of each school's latest value: Wilson for shares, t·σ/√n for means, NaN otherwise."""
    n = cube.n[:, -1]
    lower, upper = wilson_interval(cube.numerator[:, -1], n)
    half = (spread.reach(Z_95) * spread.sd)[:, None] / np.sqrt(n)
    proportion = cube.is_compared(Compare.PROPORTION)[:, None]
    value = cube.value[:, -1]
    return np.where(proportion, 100 * lower, value - half), np.where(proportion, 100 * upper, value + half)


def counted_by_chance(cube: Cube, p0: Array, z: float) -> BoolArray:
    """Latest values that chance alone brings about even though nobody drew a sample, ``[indicator, school]``.

    Shares of people are held against the area's share (mid-p), cases against the mean number of cases in a
    school (Poisson), both at the tail of z. Money and scores have no such chance and are False throughout.
    """
    from scipy.special import ndtr, pdtr, pdtrc

    value, n = cube.value[:, -1], cube.n[:, -1]
    share = np.clip(p0[:, None] / 100, 0.0, 1.0)
    known = np.isfinite(value)
    mean = np.where(known, value, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    cases, tail = np.maximum(np.nan_to_num(value), 0.0), float(ndtr(-z))
    expected = np.maximum(mean, 0.0)[:, None]
    as_many = np.where(cases > 0, pdtrc(np.maximum(cases - 1, 0), expected), 1.0)
    by_cases = (as_many >= tail) & (pdtr(cases, expected) >= tail)
    by_share = mid_p_binomial(cube.numerator[:, -1], n, share) >= 2 * tail
    shares, counts = cube.is_kind(Kind.PROPORTION)[:, None], cube.is_kind(Kind.COUNT)[:, None]
    return np.asarray(np.where(shares, by_share, np.where(counts, by_cases, False)), bool)
