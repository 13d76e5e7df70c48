"""Schools far from most others on figures without sampling n: level (R2), doubt about the figure (R8)."""

from collections.abc import Iterator

import numpy as np

from lib.analysis.examination import Examination
from lib.analysis.school_flags import Flags
from lib.analysis.school_rules import own_of_school, sources_of, subject_of, whole_or_none
from lib.analysis.sentences import Wording, make_finding, printed_gap
from lib.analysis.standing import good_gap
from lib.domain.findings import Finding
from lib.domain.indicators import Direction, Kind


def median_findings(found: Examination, flags: Flags, wording: Wording) -> Iterator[Finding]:
    """One finding per cell that lies far from the median or cannot be believed."""
    for i, s in np.argwhere(flags.far):
        yield from _far(found, wording, int(i), int(s))
    for i, s in np.argwhere(flags.doubted):
        yield _doubted(found, wording, int(i), int(s))


def _far(found: Examination, wording: Wording, i: int, s: int) -> Iterator[Finding]:
    """Far from the median towards the bad end and short of the target, or towards the good end and at it."""
    cube = found.cube
    indicator, value = cube.indicators[i], float(cube.value[i, -1, s])
    median = float(np.nanmedian(cube.value[i, -1]))
    gap = good_gap(indicator, value)
    side = np.sign(value - median) * found.comparison.good_side[i]
    if indicator.direction is Direction.BAND:
        side = -1.0 if gap is not None and gap < 0 else 0.0
    # a small count in a small school is no merit
    if (
        side == 0
        or (side > 0 and indicator.kind is Kind.COUNT)
        or (gap is not None and (gap >= 0) is (side < 0))
    ):
        return
    yield make_finding(
        wording,
        subject_of(found, s),
        indicator,
        cube.periods[i],
        kind="strength" if side > 0 else "improvement_area",
        tier=2,
        rule_id="R2",
        template="R2_median",
        words={
            "own": own_of_school(found, i, s, wording),
            "relation": wording.relation(value - median),
            "comparator": wording.value(indicator, median),
            "gap": wording.gap(indicator, printed_gap(value, median)),
            "certainty": wording.phrase("beyond_median"),
            **dict.fromkeys(("pooled", "spread", "whole_gap", "persistent"), ""),
        },
        numbers={
            "value": value,
            "n": whole_or_none(float(cube.n[i, -1, s])),
            "x": whole_or_none(float(cube.numerator[i, -1, s])),
            "comparator": median,
            "gap": abs(printed_gap(value, median)),
        },
        sources=sources_of(found, i, s, pooled=False),
    )


def _doubted(found: Examination, wording: Wording, i: int, s: int) -> Finding:
    cube = found.cube
    indicator, value = cube.indicators[i], float(cube.value[i, -1, s])
    median = float(np.nanmedian(cube.value[i, -1]))
    return make_finding(
        wording,
        subject_of(found, s),
        indicator,
        cube.periods[i],
        kind="data_quality",
        tier=0,
        rule_id="R8",
        template="R8_doubt",
        words={
            "own": own_of_school(found, i, s, wording),
            "comparator": wording.value(indicator, median),
        },
        numbers={
            "value": value,
            "comparator": median,
            "n": whole_or_none(float(cube.n[i, -1, s])),
            "x": whole_or_none(float(cube.numerator[i, -1, s])),
        },
        sources=sources_of(found, i, s, pooled=False),
    )
