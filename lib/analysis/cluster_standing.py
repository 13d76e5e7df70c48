"""Level and change of the area and its clusters on every indicator: the cells of a domain's heat map."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from lib.analysis.areas import area_values
from lib.analysis.changes import Change, member_change
from lib.analysis.cluster_rules import cluster_reach
from lib.analysis.cube import BoolArray
from lib.analysis.examination import Examination
from lib.analysis.intervals import Z_95, Array
from lib.analysis.status import area_status, target_status, told_status
from lib.analysis.status_change import change_step, told_change

#: One row per indicator × group; ``group_id`` is empty for the area. ``status`` 1 (worst) to 5 (best) against
#: the target, without one outside the limits of a cluster within its area, or the area's interval against an
#: outside value (``status_basis`` ``target``, ``funnel``, ``benchmark`` or empty). ``change`` is a
#: :class:`lib.analysis.changes.Change` or None; ``distinguishable`` is missing where chance has no width.
CLUSTER_CELL_COLUMNS = (
    "indicator_id",
    "group_id",
    "value",
    "n",
    "n_schools",
    "small",
    "status",
    "status_basis",
    "status_label",
    "change",
    "change_step",
    "change_label",
    "distinguishable",
)
#: Fewer schools are no cluster to be told from its area.
_MIN_SCHOOLS = 3


def cluster_cells(found: Examination, indicator_ids: Sequence[str]) -> pd.DataFrame:
    """Every cell that has a value in the examined period, indicators as asked, the area first.

    Returns:
        CLUSTER_CELL_COLUMNS, clusters in the order of their names.
    """
    names = sorted({school.cluster for school in found.cube.schools} - {""})
    schools = found.cube.schools
    groups = [("", np.ones(len(schools), bool))]
    groups += [(name, np.array([school.cluster == name for school in schools], bool)) for name in names]
    values = [area_values(found.cube, member)[:, -1] for _, member in groups]
    sides = [_sides(found, member, value) for (_, member), value in zip(groups, values, strict=True)]
    rows = [
        _row(found, place, group, member, float(value[place]), side[place])
        for place in (found.place(each) for each in indicator_ids)
        for (group, member), value, side in zip(groups, values, sides, strict=True)
        if np.isfinite(value[place])
    ]
    frame = pd.DataFrame(rows, columns=list(CLUSTER_CELL_COLUMNS))
    numbers = dict.fromkeys(("value", "n", "status", "change_step"), float)
    return frame.astype(numbers | {"distinguishable": "boolean", "small": bool})


def _sides(found: Examination, member: BoolArray, value: Array) -> Array:
    """−2 to 2 per indicator towards the good side: outside 95 % is 1, outside 99.8 % is 2; NaN untested."""
    cube, seen = found.cube, found.comparison
    weighed = member & np.isfinite(cube.value[:, -1]) & np.isfinite(cube.n[:, -1])
    weights = np.where(weighed, cube.n[:, -1], 0.0)
    n, gap = weights.sum(axis=1), value - seen.p0
    tested = (weighed.sum(axis=1) >= _MIN_SCHOOLS) & (seen.good_side != 0) & ~member.all()
    steps = np.zeros(gap.shape)
    for z in (Z_95, found.rules.thresholds.alarm_z):
        reach = cluster_reach(found, weights, n, z)
        tested = tested & np.isfinite(reach)
        with np.errstate(invalid="ignore"):
            steps += np.abs(gap) > reach
    return np.asarray(np.where(tested, np.sign(gap) * seen.good_side * steps, np.nan), float)


def _row(
    found: Examination, place: int, group: str, member: BoolArray, value: float, side: float
) -> tuple[object, ...]:
    cube = found.cube.only(place)
    indicator = cube.indicators[0]
    has = member & np.isfinite(cube.value[0, -1])
    n = float(np.nansum(cube.n[0, -1][has])) if indicator.has_n else np.nan
    status, basis = (None, "") if group else area_status(found, place)
    # a total's target is the area's own, no cluster has to reach it alone
    if group and not indicator.sums:
        status, basis = target_status(indicator, value, found.rules)
    if status is None and np.isfinite(side):
        status, basis = 3 + int(side), "funnel"
    change: Change | None = found.change_all[place]
    if group:
        change = member_change(cube, found.comparison.spread.only(place), member)
    step = None
    if change is not None:
        step = change_step(indicator, change.earlier, change.earlier + change.difference, found.rules)
    return (
        indicator.id,
        group,
        value,
        n,
        int(has.sum()),
        bool(indicator.has_n and n < indicator.min_n),
        *told_status(status, basis, found.rules),
        change,
        *told_change(step, found.rules),
        None if change is None else change.certain,
    )
