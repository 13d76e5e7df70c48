"""Direction of a change on five fixed steps: the right halves of the heat map."""

import numpy as np

from lib.analysis.standing import good_gap, scale_width
from lib.catalog.rules import RuleSet
from lib.domain.indicators import Direction, Indicator
from lib.thai.numerals import round_half_up


def change_step(indicator: Indicator, earlier: float, now: float, rules: RuleSet) -> int | None:
    """Step 1 (much worse) to 5 (much better) of a change; None where no direction is good.

    Towards a target band counts as better, away from it as worse.
    """
    if indicator.direction is Direction.CONTEXT or not (np.isfinite(earlier) and np.isfinite(now)):
        return None
    if indicator.direction is Direction.BAND:
        before, after = good_gap(indicator, earlier), good_gap(indicator, now)
        if before is None or after is None:
            return None
        better = after - before
    else:
        sign = -1.0 if indicator.direction is Direction.LOWER else 1.0
        better = sign * (round_half_up(now) - round_half_up(earlier))
    base = scale_width(indicator) if indicator.valid_max is not None else abs(earlier) or 1.0
    share = round_half_up(100 * better / base)
    # a step begins at its limit, seen from no change: −0.50 is a fall as +0.50 is a rise
    return 1 + sum(share >= limit if limit > 0 else share > limit for limit in rules.change_limits_pct)


def told_change(step: int | None, rules: RuleSet) -> tuple[int | None, str]:
    """Step of a change and its label."""
    return step, "" if step is None else rules.change_labels[step - 1]
