"""Change since the previous comparable period, for the area and for each school."""

from dataclasses import dataclass

import numpy as np

from lib.analysis.areas import area_values
from lib.analysis.cube import BoolArray, Cube
from lib.analysis.intervals import Z_95, Array, newcombe_difference
from lib.analysis.spread import Spread
from lib.domain.indicators import Compare
from lib.thai.numerals import round_half_up


@dataclass(frozen=True, slots=True)
class Change:
    """Latest value minus an earlier one, in the indicator's unit.

    Attributes:
        year_be: the earlier year.
        earlier: the earlier value.
        lower / upper: 95 % interval of the difference, None where there is no sampling n.
        n_schools: schools with a value in both years.
    """

    year_be: int
    earlier: float
    difference: float
    lower: float | None
    upper: float | None
    n_schools: int

    @property
    def printed(self) -> float:
        """The difference of the two values as printed, so that a reader who subtracts them finds the same."""
        return round_half_up(round_half_up(self.earlier + self.difference) - round_half_up(self.earlier))

    @property
    def certain(self) -> bool | None:
        """Whether the interval excludes 0; None where there is none."""
        if self.lower is None or self.upper is None:
            return None
        return self.lower > 0 or self.upper < 0


@dataclass(frozen=True, slots=True, eq=False)
class SchoolChanges:
    """Changes of every school, ``[indicator, school]``; ``year`` is the earlier year's place, -1 for none."""

    year: np.ndarray[tuple[int], np.dtype[np.int64]]
    difference: Array
    lower: Array
    upper: Array


def earlier_years(cube: Cube) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Place of the latest earlier year with figures and the same definition, per indicator; -1 for none."""
    usable = np.isfinite(cube.value).any(axis=2) & cube.comparable
    usable[:, -1] = False
    last = cube.depth - 1 - np.argmax(usable[:, ::-1], axis=1)
    return np.where(usable.any(axis=1), last, -1).astype(np.int64)


def school_changes(cube: Cube, spread: Spread, z: float = Z_95) -> SchoolChanges:
    """Newcombe's limits for shares, t·σ·√(1/n₁ + 1/n₂) for means, no limits otherwise."""
    year = earlier_years(cube)
    rows = np.arange(len(cube.indicators))
    has = (year >= 0)[:, None]
    earlier_value, earlier_n, earlier_x = (
        np.where(has, part[rows, year], np.nan) for part in (cube.value, cube.n, cube.numerator)
    )
    _, lower, upper = newcombe_difference(cube.numerator[:, -1], cube.n[:, -1], earlier_x, earlier_n, z)
    difference = cube.value[:, -1] - earlier_value
    half = (spread.reach(z) * spread.sd)[:, None] * np.sqrt(1 / cube.n[:, -1] + 1 / earlier_n)
    proportion = cube.is_compared(Compare.PROPORTION)[:, None]
    return SchoolChanges(
        year,
        difference,
        np.where(proportion, 100 * lower, difference - half),
        np.where(proportion, 100 * upper, difference + half),
    )


def area_changes(
    cube: Cube, area: Array, spread: Spread, z: float = Z_95
) -> tuple[tuple[Change | None, ...], tuple[Change | None, ...]]:
    """Change of the area per indicator: over all schools, and over the schools with values in both years."""
    year = earlier_years(cube)
    rows = np.arange(len(cube.indicators))
    places = range(len(cube.indicators))
    both = np.isfinite(cube.value[:, -1]) & np.isfinite(cube.value[rows, year]) & (year >= 0)[:, None]
    same = area_values(cube, both[:, None, :])
    everyone = np.ones(both.shape, bool)
    return (
        tuple(_change(cube, area, everyone[i], both[i], i, int(year[i]), spread, z) for i in places),
        tuple(_change(cube, same, both[i], both[i], i, int(year[i]), spread, z) for i in places),
    )


def member_change(cube: Cube, spread: Spread, member: BoolArray, z: float = Z_95) -> Change | None:
    """Change of the schools marked in ``member`` together, on the only indicator of a cube."""
    year = int(earlier_years(cube)[0])
    both = member & np.isfinite(cube.value[0, -1]) & np.isfinite(cube.value[0, year])
    return _change(cube, area_values(cube, member), member, both, 0, year, spread, z)


def _change(
    cube: Cube, area: Array, member: BoolArray, both: BoolArray, i: int, year: int, spread: Spread, z: float
) -> Change | None:
    if year < 0 or not np.isfinite(area[i, [year, -1]]).all():
        return None
    now, before = float(area[i, -1]), float(area[i, year])
    lower, upper = _limits(cube, member, i, year, now - before, spread, z)
    return Change(cube.year_be(i, year), before, now - before, lower, upper, int(both.sum()))


def _limits(
    cube: Cube, member: BoolArray, i: int, year: int, difference: float, spread: Spread, z: float
) -> tuple[float | None, float | None]:
    """Limits of an area's change from its totals; None where the indicator has no sampling n."""
    n1, n2 = (float(np.nansum(np.where(member, cube.n[i, y], np.nan))) for y in (-1, year))
    if n1 <= 0 or n2 <= 0:
        return None, None
    compare = cube.indicators[i].compare
    if compare is Compare.PROPORTION:
        x1, x2 = (float(np.nansum(np.where(member, cube.numerator[i, y], np.nan))) for y in (-1, year))
        _, lower, upper = newcombe_difference(x1, n1, x2, n2, z)
        return 100 * float(lower), 100 * float(upper)
    if compare is Compare.MEAN and np.isfinite(spread.sd[i]):
        half = float(spread.reach(z)[i] * spread.sd[i] * np.sqrt(1 / n1 + 1 / n2))
        return difference - half, difference + half
    return None, None
