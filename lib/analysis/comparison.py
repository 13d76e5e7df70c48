"""Every school against its area, all indicators at once: the kernel behind rows, charts and findings."""

from dataclasses import dataclass

import numpy as np

from lib.analysis.chance import standard_errors
from lib.analysis.cube import BoolArray, Cube
from lib.analysis.definitions import is_first_year
from lib.analysis.intervals import Z_95, Array
from lib.analysis.overdispersion import Overdispersion, overdispersion
from lib.analysis.pooling import Pooled, pool_years, same_side_years
from lib.analysis.posterior import Posterior, schools_posterior
from lib.analysis.probability import benjamini_hochberg, mid_p_binomial, normal_p, student_p
from lib.analysis.robust import latest_distances
from lib.analysis.spread import Spread, within_school_spread
from lib.catalog.rules import Thresholds
from lib.domain.indicators import Compare, Direction


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Where each school stands in the latest period, arrays ``[indicator, school]`` unless said otherwise.

    Attributes:
        p0: area value per indicator, in its unit.
        good_side: per indicator, 1 where more is better, -1 where less is, 0 where the value is not judged.
        spread: pupils' standard deviation within schools, per indicator.
        pooled: the latest years together.
        side: sign of value − p0 in the latest period, 0 where there is no value or its n is doubted.
        reading: -1 or 1 outside the 95 % funnel of the latest period, else 0; for reading, not for alarms.
        funnel: the same at the alarm limit, n large enough; for shares the exact mid-p must agree, because
            near 0 and 100 per cent the limits of small schools are far too narrow on the inner side.
        discovered: -1 or 1 where the pooled years survive Benjamini–Hochberg over all cells, else 0.
        posterior: what the school's true value probably is.
        same_side_years: years in a row, latest first, on the side of ``side``, at most the pooled years.
        distance: robust distance from the median, for indicators without sampling n.
        n_cells: cells of the Benjamini–Hochberg round.
        among: whether schools differ by more than chance in the latest period, and by how much.
        unusual: -1 or 1 outside the alarm limit even among schools that differ so, else 0.
    """

    p0: Array
    good_side: Array
    spread: Spread
    pooled: Pooled
    side: Array
    reading: Array
    funnel: Array
    discovered: Array
    posterior: Posterior
    same_side_years: Array
    distance: Array
    n_cells: int
    among: Overdispersion
    unusual: Array


def compare_schools(cube: Cube, area: Array, limits: Thresholds) -> Comparison:
    """Compare every school with the area value of the same period.

    Args:
        area: area value per indicator and year (lib.analysis.areas.area_values).
    """
    pooled = pool_years(cube, area, limits.pooled_years)
    spread = within_school_spread(cube, area)
    latest_n = cube.n[:, -1]
    error = standard_errors(cube, area[:, -1], spread, latest_n)
    gap = cube.value[:, -1] - area[:, -1][:, None]
    distance_z = _funnel_distance(gap, error)
    enough = latest_n >= _least_n(cube, limits.min_latest_n)[:, None]
    alarming = enough & ~_skewed(cube, area[:, -1], limits)
    p_value = _pooled_p(cube, pooled, spread, limits)
    pooled_side = np.sign(pooled.value - pooled.expected)
    among = overdispersion(
        np.where(cube.active, gap, np.nan),
        error,
        min_schools=limits.unlike_schools,
        min_factor=limits.unlike_factor,
    )
    alarm = spread.reach(limits.alarm_z)
    widened = np.hypot(alarm[:, None] * error, limits.alarm_z * among.between[:, None])
    return Comparison(
        p0=area[:, -1],
        good_side=np.array([_GOOD_SIDE[indicator.direction] for indicator in cube.indicators], float),
        spread=spread,
        pooled=pooled,
        side=np.where(cube.doubts.latest, 0.0, np.nan_to_num(np.sign(gap))),
        reading=_outside(distance_z, spread.reach(Z_95)),
        funnel=np.where(alarming, _outside(distance_z, alarm), 0.0),
        discovered=np.where(
            benjamini_hochberg(p_value, limits.false_discovery_rate), np.nan_to_num(pooled_side), 0.0
        ),
        posterior=schools_posterior(cube, pooled, spread),
        same_side_years=same_side_years(cube, area, limits.pooled_years),
        distance=latest_distances(cube),
        n_cells=int(np.isfinite(p_value).sum()),
        among=among,
        unusual=np.where(np.abs(gap) > widened, np.sign(gap), 0.0),
    )


_GOOD_SIDE = {Direction.HIGHER: 1.0, Direction.LOWER: -1.0, Direction.BAND: 0.0, Direction.CONTEXT: 0.0}


def _least_n(cube: Cube, floor: int) -> Array:
    """The smallest n that may speak for itself, per indicator."""
    return np.array([max(indicator.min_n, floor) for indicator in cube.indicators], float)


def _funnel_distance(gap: Array, error: Array) -> Array:
    """Latest value minus p0 in units of chance; endless where chance has no width and the value differs."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(gap == 0, np.where(np.isfinite(error), 0.0, np.nan), gap / error)


def _skewed(cube: Cube, p0: Array, limits: Thresholds) -> BoolArray:
    """Shares whose exact probability is larger than the alarm limit claims."""
    exact = mid_p_binomial(cube.numerator[:, -1], cube.n[:, -1], np.clip(p0 / 100, 0, 1)[:, None])
    shares = cube.is_compared(Compare.PROPORTION)[:, None]
    return np.asarray(shares & (exact > float(normal_p(limits.alarm_z))))


def _outside(distance: Array, reach: Array) -> Array:
    far = np.abs(np.nan_to_num(distance)) > reach[:, None]
    return np.where(far, np.sign(np.nan_to_num(distance)), 0.0)


def _pooled_p(cube: Cube, pooled: Pooled, spread: Spread, limits: Thresholds) -> Array:
    """p-value of every judged cell with enough pooled pupils, NaN elsewhere."""
    enough = pooled.n >= _least_n(cube, limits.min_pooled_n)[:, None]
    exact = mid_p_binomial(pooled.x, pooled.n, np.clip(pooled.expected / 100, 0, 1))
    error = spread.sd[:, None] / np.sqrt(pooled.n)
    with np.errstate(divide="ignore", invalid="ignore"):
        of_means = student_p((pooled.value - pooled.expected) / error, spread.freedom[:, None])
    p_value = np.where(cube.is_compared(Compare.PROPORTION)[:, None], exact, np.nan)
    p_value = np.where(cube.is_compared(Compare.MEAN)[:, None], of_means, p_value)
    judged = np.array([_GOOD_SIDE[indicator.direction] != 0 for indicator in cube.indicators], bool)
    judged &= ~is_first_year(cube.indicators, cube.periods)
    return np.where(enough & judged[:, None] & cube.active & ~cube.doubts.latest, p_value, np.nan)


def measurable(cube: Cube, limits: Thresholds) -> BoolArray:
    """Indicators whose latest period has enough schools to be compared."""
    return np.asarray(np.isfinite(cube.value[:, -1]).sum(axis=1) >= limits.min_schools)
