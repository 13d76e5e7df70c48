"""Limits of a funnel plot: how far chance alone carries a school of n pupils from its area."""

import numpy as np
import pandas as pd

from lib.analysis.examination import Examination
from lib.analysis.intervals import Z_95, Z_998, funnel_limits, mean_funnel_limits
from lib.domain.indicators import Compare

FUNNEL_COLUMNS = ("n", "lower", "upper", "outer_lower", "outer_upper")
_POINTS = 90


def funnel_curve(found: Examination, indicator_id: str) -> pd.DataFrame:
    """Limits around the area value from 1 pupil to the largest school.

    Returns:
        FUNNEL_COLUMNS, n ascending; ``lower`` to ``upper`` are 95 %, the outer ones 99.8 %, in the
        indicator's unit and inside its scale. Empty where the indicator has no sampling n, no area
        value or no known spread between pupils.
    """
    place = found.place(indicator_id)
    indicator = found.cube.indicators[place]
    n = found.cube.n[place, -1]
    area, sd = float(found.area[place, -1]), float(found.comparison.spread.sd[place])
    known = np.isfinite(n) & np.isfinite(found.cube.value[place, -1])
    usable = indicator.compare is Compare.PROPORTION or (
        indicator.compare is Compare.MEAN and np.isfinite(sd)
    )
    if not (usable and known.any() and np.isfinite(area)):
        return pd.DataFrame(columns=list(FUNNEL_COLUMNS), dtype=float)
    # even steps of the square root, as the chart's axis
    steps = np.linspace(1.0, np.sqrt(float(n[known].max()) * 1.05), _POINTS) ** 2
    columns = [steps]
    for z in (Z_95, Z_998):
        if indicator.compare is Compare.PROPORTION:
            columns += [100 * limit for limit in funnel_limits(area / 100, steps, z)]
        else:
            columns += list(mean_funnel_limits(area, sd, steps, z))
    curve = pd.DataFrame(dict(zip(FUNNEL_COLUMNS, columns, strict=True)))
    limits = list(FUNNEL_COLUMNS[1:])
    curve[limits] = curve[limits].clip(indicator.valid_min, indicator.valid_max)
    return curve
