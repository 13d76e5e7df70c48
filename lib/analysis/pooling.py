"""Counts of several years together: the best single gain for schools with small grades."""

from dataclasses import dataclass

import numpy as np

from lib.analysis.areas import PLACES_KEPT
from lib.analysis.cube import Cube
from lib.analysis.intervals import Array
from lib.domain.indicators import Kind


@dataclass(frozen=True, slots=True, eq=False)
class Pooled:
    """The latest years of each school together, ``[indicator, school]``; NaN where no year has an n.

    Attributes:
        x: pupils counted, proportions only.
        n: pupils of all pooled years.
        value: per cent or mean over those pupils.
        expected: what the same pupils would show had each year's area value held for the school.
        n_years: how many years went in.
    """

    x: Array
    n: Array
    value: Array
    expected: Array
    n_years: Array


def pool_years(cube: Cube, area: Array, years: int = 3) -> Pooled:
    """Add up counts, never per cents, of the latest years since the last break in the definition.

    Args:
        area: comparator per indicator and year, ``[indicator, year]``, in the indicator's unit.
        years: how many calendar years back, the latest included.
    """
    window = cube.comparable.copy()
    window[:, : max(cube.depth - years, 0)] = False
    used = window[:, :, None] & np.isfinite(cube.n) & np.isfinite(cube.value) & np.isfinite(area)[:, :, None]
    n = np.where(used, cube.n, 0.0)
    total = n.sum(axis=1)
    safe = np.where(total > 0, total, np.nan)
    proportion = cube.is_kind(Kind.PROPORTION)[:, None]
    x = np.where(used, cube.numerator, 0.0).sum(axis=1)
    mean = np.where(used, cube.value * n, 0.0).sum(axis=1) / safe
    expected = np.where(used, area[:, :, None] * n, 0.0).sum(axis=1) / safe
    return Pooled(
        np.where(proportion & (total > 0), x, np.nan),
        safe,
        np.round(np.where(proportion, 100 * x / safe, mean), PLACES_KEPT),
        np.round(expected, PLACES_KEPT),
        used.sum(axis=1).astype(float),
    )


def same_side_years(cube: Cube, area: Array, years: int) -> Array:
    """Years in a row, latest first, on the latest year's side of the area value, ``[indicator, school]``."""
    side = np.nan_to_num(np.sign(cube.value - area[:, :, None]))
    side = np.where(cube.comparable[:, :, None] & (cube.doubts.code == 0), side, 0.0)
    running = side[:, -1] != 0
    count = np.zeros(running.shape)
    for back in range(1, min(years, cube.depth) + 1):
        running = running & (side[:, -back] == side[:, -1])
        count += running
    return count
