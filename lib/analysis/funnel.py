"""Limits of a funnel plot: how far chance alone carries a school of n pupils from its area."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib.analysis.examination import Examination
from lib.analysis.intervals import Z_95, Z_998, Array, funnel_limits, mean_funnel_limits
from lib.domain.indicators import Compare

FUNNEL_COLUMNS = ("n", "lower", "upper", "outer_lower", "outer_upper")
_POINTS = 90


@dataclass(frozen=True, slots=True, eq=False)
class WidenedFunnel:
    """How far the schools of one indicator differ beyond chance, and limits that allow for it.

    Attributes:
        factor: φ, the mean squared distance in units of chance; 1 is chance alone, NaN without a test.
        between: τ, standard deviation of schools beyond chance in the indicator's unit; 0 unless ``unlike``.
        n_schools: J, the schools that φ was computed from.
        unlike: whether φ and J are large enough for wider limits (thresholds of the rules).
        curve: FUNNEL_COLUMNS as ``funnel_curve`` gives them, but at √(s² + τ²); empty unless ``unlike``.
    """

    factor: float
    between: float
    n_schools: int
    unlike: bool
    curve: pd.DataFrame


def funnel_curve(found: Examination, indicator_id: str) -> pd.DataFrame:
    """Limits around the area value from 1 pupil to the largest school.

    Returns:
        FUNNEL_COLUMNS, n ascending; ``lower`` to ``upper`` are 95 %, the outer ones 99.8 %, in the
        indicator's unit and inside its scale. Empty where the indicator has no sampling n, no area
        value or no known spread between pupils.
    """
    return _curve(found, found.place(indicator_id), between=0.0)


def widened_funnel(found: Examination, indicator_id: str) -> WidenedFunnel:
    """The funnel of one indicator for schools that differ among themselves by more than chance.

    Outside it a school is unusual even among schools that differ; outside the plain funnel only it differs
    from the area beyond chance.
    """
    place = found.place(indicator_id)
    among = found.comparison.among
    unlike = bool(among.unlike[place])
    between = float(among.between[place])
    return WidenedFunnel(
        factor=float(among.factor[place]),
        between=between,
        n_schools=int(among.n_schools[place]),
        unlike=unlike,
        curve=_curve(found, place, between=between) if unlike else _no_curve(),
    )


def _no_curve() -> pd.DataFrame:
    return pd.DataFrame(columns=list(FUNNEL_COLUMNS), dtype=float)


def _curve(found: Examination, place: int, *, between: float) -> pd.DataFrame:
    indicator = found.cube.indicators[place]
    n = found.cube.n[place, -1]
    area, sd = float(found.area[place, -1]), float(found.comparison.spread.sd[place])
    known = np.isfinite(n) & np.isfinite(found.cube.value[place, -1])
    usable = indicator.compare is Compare.PROPORTION or (
        indicator.compare is Compare.MEAN and np.isfinite(sd)
    )
    if not (usable and known.any() and np.isfinite(area)):
        return _no_curve()
    # even steps of the square root, as the chart's axis
    steps = np.linspace(1.0, np.sqrt(float(n[known].max()) * 1.05), _POINTS) ** 2
    columns = [steps]
    for z in (Z_95, Z_998):
        if indicator.compare is Compare.PROPORTION:
            lower, upper = (100 * limit for limit in funnel_limits(area / 100, steps, z))
        else:
            reach = float(found.comparison.spread.reach(z)[place])
            lower, upper = mean_funnel_limits(area, sd, steps, reach)
        columns += _widened(area, lower, upper, z * between)
    curve = pd.DataFrame(dict(zip(FUNNEL_COLUMNS, columns, strict=True)))
    limits = list(FUNNEL_COLUMNS[1:])
    curve[limits] = curve[limits].clip(indicator.valid_min, indicator.valid_max)
    return curve


def _widened(area: float, lower: Array, upper: Array, extra: float) -> tuple[Array, Array]:
    """Limits at √(chance² + extra²) from the area."""
    return area - np.hypot(area - lower, extra), area + np.hypot(upper - area, extra)
