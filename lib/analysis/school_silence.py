"""What was examined about one school and gave no sentence, with the reason: silence is no neglect."""

from collections.abc import Sequence

import numpy as np

from lib.analysis.comparison import measurable
from lib.analysis.cube import BoolArray
from lib.analysis.data_rules import usable_indicators
from lib.analysis.examination import Examination
from lib.analysis.school_flags import enough_pooled, flag_schools
from lib.analysis.school_rows import has_test
from lib.analysis.school_rules import own_of_school, whole_or_none
from lib.analysis.sentences import make_wording
from lib.domain.findings import Finding, LookedAtCell, Silence, Uncompared
from lib.domain.indicators import Compare, Direction


def looked_at_school(
    found: Examination, findings: Sequence[Finding], school_id: str
) -> tuple[LookedAtCell, ...]:
    """One value per indicator that the school has a figure of and no finding about, in catalogue order.

    Args:
        findings: of the same examination, of any scope.

    Raises:
        ValueError: the school is not among those examined.
    """
    cube, wording = found.cube, make_wording(found.rules)
    s = [school.school_id for school in cube.schools].index(school_id)
    spoken = {f.indicator_id for f in findings if f.scope == "school" and f.scope_id == school_id}
    reasons = _reasons(found, s)
    cells = []
    for i, indicator in enumerate(cube.indicators):
        value, n = float(cube.value[i, -1, s]), float(cube.n[i, -1, s])
        if indicator.id in spoken or indicator.direction is Direction.CONTEXT or not np.isfinite(value):
            continue
        sentence = wording.sentence(
            "looked_at_school",
            {
                "indicator": indicator.name,
                "period": cube.periods[i].label,
                "own": own_of_school(found, i, s, wording),
                "reason": wording.phrase(f"silent_{reasons[i]}"),
            },
        )
        cells.append(
            LookedAtCell(indicator.id, cube.periods[i], value, whole_or_none(n), reasons[i], sentence)
        )
    return tuple(cells)


def uncompared(found: Examination) -> tuple[tuple[Uncompared, BoolArray], ...]:
    """Why figures are not compared with the area's: each reason with its cells, ``[indicator, school]``.

    Of several reasons for one cell the first is told.
    """
    cube, seen, limits = found.cube, found.comparison, found.rules.thresholds
    least = np.array([i.min_n for i in cube.indicators], float)
    robust = cube.is_compared(Compare.ROBUST)
    few = np.where(robust[:, None], cube.n[:, -1] < least[:, None], ~enough_pooled(found))
    tested = np.array(
        [has_test(i.compare, float(sd)) for i, sd in zip(cube.indicators, seen.spread.sd, strict=True)], bool
    )
    compared = measurable(cube, limits) & (robust | (tested & (seen.good_side != 0)))
    cells = np.ones(few.shape, bool)
    return (
        ("doubted", cube.doubts.latest),
        ("data", cells & ~usable_indicators(found)[:, None]),
        ("no_comparator", cells & ~compared[:, None]),
        ("few", few),
    )


def _reasons(found: Examination, s: int) -> tuple[Silence, ...]:
    """Why nothing is said of each indicator, the first reason that holds."""
    cube, seen, limits = found.cube, found.comparison, found.rules.thresholds
    small = flag_schools(found, usable_indicators(found)).small_gap[:, s]
    robust = cube.is_compared(Compare.ROBUST)
    checks: tuple[tuple[Silence, BoolArray], ...] = (
        *((reason, cells[:, s]) for reason, cells in uncompared(found)),
        ("small_gap", small),
        ("near_median", robust & ~(np.abs(seen.distance[:, s]) > limits.robust_watch)),
        ("not_judged", robust),
    )
    return tuple(
        next((reason for reason, holds in checks if holds[i]), "chance") for i in range(len(cube.indicators))
    )
