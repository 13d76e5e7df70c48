"""A value against its target and on its scale; both round half up to two decimals before they judge."""

import numpy as np

from lib.analysis.cube import BoolArray
from lib.analysis.intervals import Array
from lib.catalog.rules import RuleSet
from lib.domain.indicators import Direction, Indicator, RatingScale
from lib.thai.numerals import round_half_up


def good_gap(indicator: Indicator, value: float) -> float | None:
    """Distance to the target, positive once it is reached, in the indicator's unit; None without a target.

    Inside a target band the distance is 0, outside it is how far the nearer end is away.
    """
    if indicator.target is None or indicator.direction is Direction.CONTEXT or not np.isfinite(value):
        return None
    rounded = round_half_up(value)
    if indicator.direction is Direction.BAND:
        high = indicator.target if indicator.target_high is None else indicator.target_high
        return round_half_up(min(rounded - indicator.target, high - rounded, 0.0))
    sign = -1.0 if indicator.direction is Direction.LOWER else 1.0
    return round_half_up(sign * (rounded - indicator.target))


def reaches_target(indicator: Indicator, values: Array) -> BoolArray:
    """Which values reach the target; False for missing ones."""
    return np.array([(gap := good_gap(indicator, float(v))) is not None and gap >= 0 for v in values], bool)


def scale_width(indicator: Indicator) -> float:
    """Width of the indicator's scale; 1 where an end is open."""
    if indicator.valid_min is None or indicator.valid_max is None:
        return 1.0
    return indicator.valid_max - indicator.valid_min or 1.0


def is_ceiling(indicator: Indicator) -> bool:
    """A target band from the scale's own lowest value on: passing it is bad, staying below it no merit."""
    return indicator.direction is Direction.BAND and indicator.target == indicator.valid_min


def step_of(indicator: Indicator, value: float, rules: RuleSet) -> int | None:
    """Step 1 (far from the target) to 5 (past it); None without a target or a value.

    A total that should be 0 has no steps: there is no scale on which one case would be near or far.
    """
    gap = good_gap(indicator, value)
    if gap is None or indicator.target is None or (indicator.sums and not indicator.target):
        return None
    base = abs(indicator.target) or scale_width(indicator)
    share = round_half_up(100 * gap / base)
    return 1 + sum(share >= limit for limit in rules.step_limits_pct)


def level_of(scale: RatingScale | None, value: float) -> str:
    """The level's word; empty without a scale or below its lowest band."""
    if scale is None or not np.isfinite(value):
        return ""
    rounded = round_half_up(value)
    reached = [band.label for band in scale.bands if rounded >= band.lower]
    return reached[-1] if reached else ""
