"""How much pupils of one school differ: what turns a school mean and its n into an interval."""

from dataclasses import dataclass

import numpy as np

from lib.analysis.cube import BoolArray, Cube
from lib.analysis.intervals import Array, student_reach
from lib.domain.indicators import Compare

#: A spread read off school means needs this many of them, and cohorts of clearly different size.
_MIN_SCHOOLS = 20
_MIN_SIZE_RATIO = 2.0
_ROUNDS = 12


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Standard deviation of pupils within schools, per indicator; NaN where it cannot be known.

    Attributes:
        sd: in the indicator's unit.
        stated: True where it comes from standard deviations in the files, else it was read off the means
            and carries no finding of tier 1.
        freedom: degrees of freedom of ``sd``: Σ(n − 1) over the schools that state one, else the number of
            school means less the two figures fitted to them; NaN where there is no ``sd``.
    """

    sd: Array
    stated: BoolArray
    freedom: Array

    def reach(self, z: float) -> Array:
        """Standard errors of a mean that hold as much of chance as z: Student's t, as σ is estimated."""
        return student_reach(z, self.freedom)

    def only(self, indicator: int) -> "Spread":
        """The spread of one indicator."""
        cut = slice(indicator, indicator + 1)
        return Spread(self.sd[cut], self.stated[cut], self.freedom[cut])


def within_school_spread(cube: Cube, area: Array) -> Spread:
    """Pool the stated standard deviations, else estimate from how school means scatter at different n.

    Stated: √(Σ(n−1)·sd² / Σ(n−1)) over all comparable years of the cube. Otherwise squared deviations of
    school means from the area value are regressed on 1/n (weighted, refitted until stable): they scatter as
    τ² + σ²/n, so the slope is σ². One standard error is added, up to what the data allow if schools did not
    differ at all (τ² = 0), because a spread guessed too small would accuse schools of chance. Fewer than 20
    schools, or cohorts of nearly equal size, give no estimate.
    """
    means = cube.is_compared(Compare.MEAN)
    use = cube.comparable[:, :, None] & np.isfinite(cube.value) & np.isfinite(cube.n)
    has_sd = use & np.isfinite(cube.sd) & (cube.sd >= 0) & (cube.n >= 2)
    freedom = np.where(has_sd, cube.n - 1, 0.0).sum(axis=(1, 2))
    squares = np.where(has_sd, (cube.n - 1) * cube.sd**2, 0.0).sum(axis=(1, 2))
    stated = means & (freedom >= 30) & (squares > 0)
    sd = np.where(stated, np.sqrt(squares / np.where(freedom > 0, freedom, 1.0)), np.nan)
    for place in np.flatnonzero(means & ~stated):
        cells = use[place]
        deviation = (cube.value[place] - area[place][:, None])[cells]
        sd[place] = _spread_from_means(deviation, cube.n[place][cells], int(cells[-1].sum()))
        freedom[place] = np.isfinite(deviation).sum() - 2
    return Spread(sd, stated, np.where(np.isfinite(sd), freedom, np.nan))


def _spread_from_means(deviation: Array, n: Array, n_schools: int) -> float:
    """Slope of squared deviations on 1/n plus its standard error; NaN where the data cannot tell."""
    usable = np.isfinite(deviation)
    squared, per_pupil = deviation[usable] ** 2, 1 / n[usable]
    if n_schools < _MIN_SCHOOLS or not (squared > 0).any():
        return float("nan")
    if np.quantile(n[usable], 0.9) < _MIN_SIZE_RATIO * np.quantile(n[usable], 0.1):
        return float("nan")
    most = float(np.mean(squared / per_pupil))
    within, between, error = most, 0.0, 0.0
    for _ in range(_ROUNDS):
        weight = 1 / (between + within * per_pupil) ** 2
        centre = np.average(per_pupil, weights=weight)
        scatter = float((weight * (per_pupil - centre) ** 2).sum())
        level = np.average(squared, weights=weight)
        within = float((weight * (per_pupil - centre) * (squared - level)).sum()) / scatter
        between = max(level - within * centre, 0.0)
        within = min(max(within, 0.05 * most), most) if between > 0 else most
        # a squared normal deviation has variance 2·(its mean)², hence the factor
        error = np.sqrt(2 / scatter)
    return float(np.sqrt(min(within + error, most)))
