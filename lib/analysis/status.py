"""How a value stands, in five steps: against its target, outside an interval, or outside a funnel."""

import numpy as np

from lib.analysis.areas import is_netted
from lib.analysis.benchmarks import benchmarks_of, preferred
from lib.analysis.examination import Examination
from lib.analysis.intervals import Z_95, Z_998
from lib.analysis.sentences import printed_gap
from lib.analysis.standing import step_of
from lib.analysis.summary import area_interval
from lib.catalog.rules import RuleSet
from lib.domain.indicators import Indicator

_FUNNEL_LABELS = (
    "ด้านที่ควรพัฒนา เกินขีดร้อยละ 99.8",
    "ด้านที่ควรพัฒนา เกินขีดร้อยละ 95",
    "ไม่ต่างจากเขตเกินความผันผวน",
    "ด้านดี เกินขีดร้อยละ 95",
    "ด้านดี เกินขีดร้อยละ 99.8",
)
_BENCHMARK_LABELS = (
    "ด้านที่ควรพัฒนา ต่างจากค่าภายนอกเกินร้อยละ 99.8",
    "ด้านที่ควรพัฒนา ต่างจากค่าภายนอกเกินร้อยละ 95",
    "ไม่ต่างจากค่าภายนอกเกินความผันผวน",
    "ด้านดี ต่างจากค่าภายนอกเกินร้อยละ 95",
    "ด้านดี ต่างจากค่าภายนอกเกินร้อยละ 99.8",
)


def target_status(indicator: Indicator, value: float, rules: RuleSet) -> tuple[int | None, str]:
    """Step against the target with its basis; None and empty without one."""
    step = step_of(indicator, value, rules)
    return step, "" if step is None else "target"


def area_status(found: Examination, place: int) -> tuple[int | None, str]:
    """The area against its target, else its interval against an outside value, the nation's first.

    Outside 95 % is 2 or 4, outside 99.8 % is 1 or 5, an interval that holds the outside value is 3. None and
    empty with neither, and without a sampling n that would give an interval.
    """
    cube, value = found.cube, float(found.area[place, -1])
    indicator, period = cube.indicators[place], cube.periods[place]
    step, basis = target_status(indicator, value, found.rules)
    side = float(found.comparison.good_side[place])
    if step is not None or not side or is_netted(indicator) or not np.isfinite(value):
        return step, basis
    outside = preferred(benchmarks_of(found.benchmarks, indicator, period), period.year_be)
    n = round(float(np.nansum(cube.n[place, -1])))
    if outside is None or area_interval(found, place, value, n, Z_95)[0] is None:
        return None, ""
    apart = 0
    for z in (Z_95, Z_998):
        lower, upper = area_interval(found, place, value, n, z)
        apart += lower is not None and upper is not None and not lower <= outside.value <= upper
    return 3 + int(np.sign(printed_gap(value, outside.value)) * side) * apart, "benchmark"


def told_status(status: int | None, basis: str, rules: RuleSet) -> tuple[int | None, str, str]:
    """Status, basis and label of a cell."""
    if status is None:
        return None, "", ""
    labels = {"target": rules.step_labels, "benchmark": _BENCHMARK_LABELS}.get(basis, _FUNNEL_LABELS)
    return status, basis, labels[status - 1]
