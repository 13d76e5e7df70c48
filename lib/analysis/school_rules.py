"""Sentences about schools tested against chance: level (R2), persistence (R4), peers (R5)."""

from collections.abc import Iterator

import numpy as np

from lib.analysis.cube import BoolArray
from lib.analysis.examination import Examination
from lib.analysis.school_certainty import PooledPart, certainty_of, pooled_part, speaks_alone
from lib.analysis.school_flags import Flags
from lib.analysis.sentences import (
    Subject,
    Wording,
    make_finding,
    printed_gap,
    whole_gap_number,
    whole_number,
)
from lib.domain.findings import Finding, Number, Tier
from lib.domain.indicators import Compare
from lib.domain.periods import Period


def school_findings(found: Examination, flags: Flags, wording: Wording) -> Iterator[Finding]:
    """One finding per cell that a test speaks for."""
    rules: tuple[tuple[BoolArray, str, Tier], ...] = (
        (flags.tier1, "R2", 1),
        (flags.lasting, "R4", 2),
        (flags.unlike_peers, "R5", 2),
        (flags.likely, "R2", 2),
    )
    for cells, rule_id, tier in rules:
        for i, s in np.argwhere(cells):
            yield _tested(found, flags, wording, int(i), int(s), rule_id, tier)


def subject_of(found: Examination, s: int) -> Subject:
    school = found.cube.schools[s]
    return Subject("school", school.school_id, school.name)


def own_of_school(found: Examination, i: int, s: int, wording: Wording) -> str:
    cube = found.cube
    return wording.own(
        cube.indicators[i],
        float(cube.value[i, -1, s]),
        float(cube.n[i, -1, s]),
        float(cube.numerator[i, -1, s]),
    )


def spread_words(found: Examination, i: int, wording: Wording) -> str:
    """Says so where the spread of pupils had to be estimated."""
    return wording.phrase("spread_estimated") if found.is_estimated(i) else ""


def _tested(
    found: Examination, flags: Flags, wording: Wording, i: int, s: int, rule_id: str, tier: Tier
) -> Finding:
    cube, seen = found.cube, found.comparison
    indicator = cube.indicators[i]
    value, n = float(cube.value[i, -1, s]), float(cube.n[i, -1, s])
    by_peers = rule_id == "R5"
    against = float(flags.peer_value[i, s] if by_peers else seen.p0[i])
    side = float(np.sign(value - against))
    gap = printed_gap(value, against)
    alone = tier == 1 and speaks_alone(found, i, s)
    pooled = PooledPart("", {}) if alone else pooled_part(found, wording, i, s)
    certainty = certainty_of(found, wording, i, s, rule_id=rule_id, tier=tier, against=against)
    counts = indicator.compare is Compare.PROPORTION and np.isfinite(n)
    gap_n = abs(value - against) * n / 100 if counts else 0.0
    years = float(seen.same_side_years[i, s])
    persistent = ""
    if not by_peers and years >= found.rules.thresholds.persistent_years:
        persistent = wording.phrase("persistent", relation=wording.relation(side), years=whole_number(years))
    good = side == seen.good_side[i]
    numbers: dict[str, Number | None] = {
        "value": value,
        "n": whole_or_none(n),
        "x": whole_or_none(float(cube.numerator[i, -1, s])),
        "comparator": against,
        "gap": abs(gap),
        "gap_n": whole_gap_number(gap_n),
        "years_same_side": int(years) if persistent else None,
        certainty.name: certainty.probability,
        "n_peers": whole_or_none(float(flags.n_peers[i, s])) if by_peers else None,
        **pooled.numbers,
    }
    return make_finding(
        wording,
        subject_of(found, s),
        indicator,
        cube.periods[i],
        kind="strength" if good else "improvement_area",
        tier=tier,
        rule_id=rule_id,
        template=rule_id,
        words={
            "own": own_of_school(found, i, s, wording),
            "relation": wording.relation(side),
            "comparator": wording.value(indicator, against),
            "gap": wording.gap(indicator, gap),
            "pooled": pooled.words,
            "certainty": certainty.words,
            "among": _among_unlike(found, i, s, wording) if tier == 1 else "",
            "spread": spread_words(found, i, wording),
            "whole_gap": wording.whole_gap(indicator, gap_n),
            "persistent": persistent,
            "n_peers": whole_number(float(flags.n_peers[i, s])) if by_peers else "",
        },
        numbers=numbers,
        sources=sources_of(found, i, s, pooled=bool(pooled.words)),
    )


def _among_unlike(found: Examination, i: int, s: int, wording: Wording) -> str:
    """Where schools differ by more than chance, whether this one stands out even among them."""
    seen = found.comparison
    if not seen.among.unlike[i]:
        return ""
    return wording.phrase("unlike_far" if seen.unusual[i, s] else "unlike_near")


def whole_or_none(value: float) -> int | None:
    """A count as printed; baht counted need not be whole."""
    return int(np.floor(value + 0.5)) if np.isfinite(value) else None


def sources_of(found: Examination, i: int, s: int, *, pooled: bool) -> tuple[tuple[str, Period], ...]:
    cube = found.cube
    years = found.rules.thresholds.pooled_years if pooled else 1
    return tuple(
        (cube.schools[s].school_id, cube.period(i, year))
        for year in range(max(cube.depth - years, 0), cube.depth)
        if np.isfinite(cube.value[i, year, s]) and cube.comparable[i, year]
    )
