"""Level and direction of every school and of the area on every indicator: the cells of the heat map."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from lib.analysis.changes import Change, school_changes
from lib.analysis.examination import Examination
from lib.analysis.standing import good_gap, scale_width
from lib.analysis.status import area_status, target_status, told_status
from lib.catalog.rules import RuleSet
from lib.domain.indicators import Compare, Direction, Indicator
from lib.thai.numerals import round_half_up

#: One row per indicator × open school with a value, and one per indicator for the area (``school_id`` empty).
#: ``status`` is 1 (worst) to 5 (best), NaN where nothing may be said; ``status_basis`` is ``target`` (steps
#: of the rules), ``funnel`` (a school: 1 and 5 outside 99.8 %, 2 and 4 outside 95 %, 3 inside),
#: ``benchmark`` (the area without a target: the same of its interval against an outside value) or empty.
#: ``change`` is signed as the value is; ``change_step`` is 1 (much worse) to 5 (much better), fixed limits.
#: ``distinguishable``: whether the 95 % interval of the change excludes 0; hatch where it is False. It is
#: missing where there is no earlier year or no sampling n (then the change is a plain count: no hatch).
#: ``small``: n below the indicator's smallest.
STATUS_CHANGE_COLUMNS = (
    "indicator_id",
    "school_id",
    "value",
    "n",
    "small",
    "status",
    "status_basis",
    "status_label",
    "change",
    "change_year_be",
    "change_step",
    "change_label",
    "distinguishable",
)


def status_changes(found: Examination) -> pd.DataFrame:
    """Every cell that has a value in the examined period, indicators in their order, the area's row first.

    Returns:
        STATUS_CHANGE_COLUMNS.
    """
    rows = [row for place in range(len(found.cube.indicators)) for row in _indicator_rows(found, place)]
    frame = pd.DataFrame(rows, columns=list(STATUS_CHANGE_COLUMNS))
    numbers = ["value", "n", "status", "change", "change_year_be", "change_step"]
    return frame.astype(dict.fromkeys(numbers, float) | {"distinguishable": "boolean", "small": bool})


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


def _indicator_rows(found: Examination, place: int) -> Iterator[tuple[object, ...]]:
    cube, seen = found.cube.only(place), found.comparison
    indicator, value, n = cube.indicators[0], cube.value[0, -1], cube.n[0, -1]
    yield from _area_row(found, place, indicator, n)
    change = school_changes(cube, seen.spread.only(place))
    year = int(change.year[0])
    earlier = cube.value[0, year] if year >= 0 else np.full(value.shape, np.nan)
    year_be = cube.year_be(0, year) if year >= 0 else None
    side = seen.good_side[place] * (seen.reading[place] + seen.funnel[place])
    tested = np.isfinite(n) & (indicator.compare in (Compare.PROPORTION, Compare.MEAN))
    tested &= np.isfinite(seen.spread.sd[place]) | (indicator.compare is Compare.PROPORTION)
    for s in np.flatnonzero(cube.active & np.isfinite(value)):
        # a total's target is the area's own, no school has to reach it alone
        status, basis = (
            (None, "") if indicator.sums else target_status(indicator, float(value[s]), found.rules)
        )
        if status is None and tested[s] and seen.good_side[place]:
            status, basis = 3 + int(side[s]), "funnel"
        lower, upper = change.lower[0, s], change.upper[0, s]
        known = bool(np.isfinite(lower) and np.isfinite(change.difference[0, s]))
        yield (
            indicator.id,
            cube.schools[s].school_id,
            value[s],
            n[s],
            bool(indicator.has_n and n[s] < indicator.min_n),
            *told_status(status, basis, found.rules),
            change.difference[0, s],
            year_be if np.isfinite(change.difference[0, s]) else None,
            *told_change(
                change_step(indicator, float(earlier[s]), float(value[s]), found.rules), found.rules
            ),
            bool(lower > 0 or upper < 0) if known else None,
        )


def _area_row(
    found: Examination, place: int, indicator: Indicator, n: np.ndarray[tuple[int], np.dtype[np.float64]]
) -> Iterator[tuple[object, ...]]:
    """The area against its target or an outside value; it is the comparator of its schools, not its own."""
    value = float(found.area[place, -1])
    if not np.isfinite(value):
        return
    total = float(np.nansum(n)) or np.nan
    change: Change | None = found.change_same[place]
    step = None
    if change is not None:
        step = change_step(indicator, change.earlier, change.earlier + change.difference, found.rules)
    yield (
        indicator.id,
        "",
        value,
        total if indicator.has_n else np.nan,
        False,
        *told_status(*area_status(found, place), found.rules),
        None if change is None else change.difference,
        None if change is None else change.year_be,
        *told_change(step, found.rules),
        None if change is None else change.certain,
    )


def told_change(step: int | None, rules: RuleSet) -> tuple[int | None, str]:
    """Step of a change and its label."""
    return step, "" if step is None else rules.change_labels[step - 1]
