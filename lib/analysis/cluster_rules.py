"""R2 for clusters: a group of schools against the area, allowing for schools that differ as schools do."""

from collections.abc import Iterator

import numpy as np

from lib.analysis.areas import area_values
from lib.analysis.chance import standard_errors
from lib.analysis.comparison import measurable
from lib.analysis.cube import BoolArray
from lib.analysis.examination import Examination
from lib.analysis.intervals import Array
from lib.analysis.school_rules import spread_words
from lib.analysis.sentences import Subject, Wording, make_finding, printed_gap, whole_gap_number
from lib.analysis.summary import counted_among
from lib.domain.findings import Finding
from lib.domain.indicators import Compare

_MIN_SCHOOLS = 3


def cluster_findings(found: Examination, usable: BoolArray, wording: Wording) -> Iterator[Finding]:
    """Clusters outside 99.8 % limits.

    The limits hold chance within schools, and τ²·Σ(nᵢ/n)² for the schools' own differences: a cluster of
    a few schools differs from the area without being a matter of its own.

    Args:
        usable: per indicator, whether its data suffice for findings.
    """
    cube, seen, limits = found.cube, found.comparison, found.rules.thresholds
    judged = usable & measurable(cube, limits) & (seen.good_side != 0)
    weighed = np.isfinite(cube.value[:, -1]) & np.isfinite(cube.n[:, -1])
    for name in sorted({school.cluster for school in cube.schools} - {""}):
        inside = np.array([school.cluster == name for school in cube.schools], bool)
        weights = np.where(inside & weighed, cube.n[:, -1], 0.0)
        n = weights.sum(axis=1)
        n_schools = (inside & weighed).sum(axis=1)
        value = area_values(cube, inside)[:, -1]
        far = np.abs(value - seen.p0) > cluster_reach(found, weights, n, limits.alarm_z)
        for i in np.flatnonzero(judged & (n_schools >= _MIN_SCHOOLS) & far):
            yield _finding(found, wording, int(i), name, float(value[i]), float(n[i]), int(n_schools[i]))


def cluster_reach(found: Examination, weights: Array, n: Array, z: float) -> Array:
    """How far from the area a cluster may lie, per indicator in its unit; NaN without a test.

    Args:
        weights: n of the cluster's schools, ``[indicator, school]``, 0 for all others; ``n`` its sum.
    """
    seen = found.comparison
    safe = np.where(n > 0, n, np.nan)
    within = standard_errors(found.cube, seen.p0, seen.spread, safe[:, None])[:, 0]
    share = (weights**2).sum(axis=1) / safe**2
    return np.asarray(
        np.hypot(seen.spread.reach(z) * within, z * seen.posterior.between * np.sqrt(share)), float
    )


def _finding(
    found: Examination, wording: Wording, i: int, name: str, value: float, n: float, n_schools: int
) -> Finding:
    cube, against = found.cube, float(found.comparison.p0[i])
    indicator = cube.indicators[i]
    inside = np.array([school.cluster == name for school in cube.schools], bool)
    is_share = indicator.compare is Compare.PROPORTION
    weighed = inside & np.isfinite(cube.value[i, -1]) & np.isfinite(cube.n[i, -1])
    x = counted_among(cube.numerator[i, -1, weighed], value, int(n))
    gap = printed_gap(value, against)
    gap_n = abs(value - against) * n / 100 if is_share else 0.0
    return make_finding(
        wording,
        Subject("cluster", name, name),
        indicator,
        cube.periods[i],
        kind="strength" if np.sign(value - against) == found.comparison.good_side[i] else "improvement_area",
        tier=2 if found.is_estimated(i) else 1,
        rule_id="R2",
        template="R2",
        words={
            "own": wording.own(indicator, value, n, x),
            "relation": wording.relation(value - against),
            "comparator": wording.value(indicator, against),
            "gap": wording.gap(indicator, gap),
            "certainty": wording.phrase("beyond_schools"),
            "whole_gap": wording.whole_gap(indicator, gap_n),
            "spread": spread_words(found, i, wording),
            **dict.fromkeys(("pooled", "persistent", "among"), ""),
        },
        numbers={
            "value": value,
            "n": int(n),
            "x": x,
            "n_schools": n_schools,
            "comparator": against,
            "gap": abs(gap),
            "gap_n": whole_gap_number(gap_n),
        },
        sources=tuple(
            (school.school_id, cube.periods[i])
            for s, school in enumerate(cube.schools)
            if inside[s] and np.isfinite(cube.value[i, -1, s])
        ),
    )
