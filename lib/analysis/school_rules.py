"""Rules about single schools in the latest period: level (R2), persistence (R4), peers (R5), doubt (R8)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lib.analysis.comparison import measurable
from lib.analysis.cube import BoolArray
from lib.analysis.examination import Examination
from lib.analysis.intervals import Array
from lib.analysis.peers import peer_groups, peer_values
from lib.analysis.probability import benjamini_hochberg, mid_p_binomial, normal_p
from lib.analysis.sentences import Subject, Wording, make_finding, printed_gap, two_decimals, whole_number
from lib.analysis.standing import good_gap
from lib.domain.findings import Finding, Number, Tier
from lib.domain.indicators import Compare, Direction, Indicator, Kind
from lib.domain.periods import Period


@dataclass(frozen=True, slots=True, eq=False)
class Flags:
    """Which rule speaks for which cell, ``[indicator, school]``; at most one of them does.

    Attributes:
        tier1: beyond chance (R2); ``lasting``: persistent and likely (R4); ``unlike_peers`` (R5);
            ``likely``: tier 2 of R2; ``far``: far from the median, no sampling n (R2); ``doubted`` (R8).
        peer_value / n_peers: the comparator of R5.
    """

    tier1: BoolArray
    lasting: BoolArray
    unlike_peers: BoolArray
    likely: BoolArray
    far: BoolArray
    doubted: BoolArray
    peer_value: Array
    n_peers: Array


def flag_schools(found: Examination, usable: BoolArray) -> Flags:
    """Decide for all cells at once; a stronger statement silences the weaker ones about the same cell.

    Every statement needs the latest value on the same side as what it says. A year below the indicator's
    smallest n never speaks alone; only the pooled years may, and only when they reach that n.

    Args:
        usable: per indicator, whether its data suffice for findings.
    """
    cube, seen, limits = found.cube, found.comparison, found.rules.thresholds
    comparable = (usable & measurable(cube, limits) & (seen.good_side != 0))[:, None]
    judged = comparable & (seen.side != 0)
    enough = _enough_pooled(found)
    tier1 = judged & ((seen.funnel == seen.side) | (enough & (seen.discovered == seen.side)))
    likely = judged & enough & (np.where(seen.side < 0, seen.below, 1 - seen.below) > limits.posterior)
    lasting = likely & (seen.same_side_years >= limits.persistent_years)
    unlike, peer_value, n_peers = _unlike_peers(found, comparable & enough)
    far, doubted = _far_from_median(found, usable)
    return Flags(
        tier1,
        lasting & ~tier1,
        unlike & ~tier1 & ~lasting,
        likely & ~tier1 & ~lasting & ~unlike,
        far,
        doubted,
        peer_value,
        n_peers,
    )


def _enough_pooled(found: Examination) -> BoolArray:
    least = np.array(
        [max(i.min_n, found.rules.thresholds.min_pooled_n) for i in found.cube.indicators], float
    )
    return np.asarray(found.comparison.pooled.n >= least[:, None])


def _unlike_peers(found: Examination, judged: BoolArray) -> tuple[BoolArray, Array, Array]:
    """Beyond chance from like schools: Benjamini–Hochberg, and 99.8 % limits that allow for the peers' n."""
    cube, pooled, limits = found.cube, found.comparison.pooled, found.rules.thresholds
    peers = peer_groups(cube.schools, limits.n_peers, limits.min_peers)
    value, n, n_peers = peer_values(pooled, peers, limits.min_peers)
    gap = pooled.value - value
    share = (pooled.value * pooled.n + value * n) / (pooled.n + n) / 100
    of_share = 100 * np.sqrt(np.clip(share * (1 - share), 0, None) * (1 / pooled.n + 1 / n))
    of_mean = found.comparison.spread.sd[:, None] * np.sqrt(1 / pooled.n + 1 / n)
    proportion = cube.is_compared(Compare.PROPORTION)[:, None]
    error = np.where(proportion, of_share, of_mean)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.where(gap == 0, 0.0, gap / error)
    exact = mid_p_binomial(pooled.x, pooled.n, np.clip(value / 100, 0, 1))
    p_value = np.where(judged & np.isfinite(gap), np.where(proportion, exact, normal_p(z)), np.nan)
    unlike = benjamini_hochberg(p_value, limits.false_discovery_rate) & (np.abs(z) > limits.alarm_z)
    latest_gap = found.cube.value[:, -1] - value
    return unlike & (np.sign(gap) == np.sign(latest_gap)), value, n_peers


def _far_from_median(found: Examination, usable: BoolArray) -> tuple[BoolArray, BoolArray]:
    """Far from most schools, and so far on an open scale that the figure itself is doubted.

    Amounts of money grow with the school, so they are only ever doubted, never judged.
    """
    cube, limits = found.cube, found.rules.thresholds
    measured = (usable & measurable(cube, limits))[:, None]
    size = np.nan_to_num(np.abs(found.comparison.distance))
    open_scale = np.array(
        [i.valid_max is None and i.kind is not Kind.PROPORTION for i in cube.indicators], bool
    )
    doubted = measured & open_scale[:, None] & (size > limits.robust_doubt)
    judged = np.array(
        [i.kind is not Kind.AMOUNT and i.direction is not Direction.CONTEXT for i in cube.indicators], bool
    )
    return measured & judged[:, None] & (size > limits.robust_watch) & ~doubted, doubted


def school_findings(found: Examination, flags: Flags, wording: Wording) -> Iterator[Finding]:
    """One finding per flagged cell."""
    rules: tuple[tuple[BoolArray, str, Tier], ...] = (
        (flags.tier1, "R2", 1),
        (flags.lasting, "R4", 2),
        (flags.unlike_peers, "R5", 2),
        (flags.likely, "R2", 2),
    )
    for cells, rule_id, tier in rules:
        for i, s in np.argwhere(cells):
            yield _tested(found, flags, wording, int(i), int(s), rule_id, tier)
    for i, s in np.argwhere(flags.far):
        yield from _far(found, wording, int(i), int(s))
    for i, s in np.argwhere(flags.doubted):
        yield _doubted(found, wording, int(i), int(s))


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
    estimated = found.cube.indicators[i].compare is Compare.MEAN and not found.comparison.spread.stated[i]
    return wording.phrase("spread_estimated") if estimated else ""


def _tested(
    found: Examination, flags: Flags, wording: Wording, i: int, s: int, rule_id: str, tier: Tier
) -> Finding:
    cube, seen = found.cube, found.comparison
    indicator = cube.indicators[i]
    value, n = float(cube.value[i, -1, s]), float(cube.n[i, -1, s])
    by_peers = rule_id == "R5"
    pooled = seen.pooled
    n_years, pooled_n = float(pooled.n_years[i, s]), float(pooled.n[i, s])
    against = float(flags.peer_value[i, s] if by_peers else seen.p0[i])
    side = float(np.sign(value - against))
    this_year = not by_peers and tier == 1 and seen.funnel[i, s] == side
    gap = printed_gap(value, against)
    pooled_words = ""
    if n_years > 1 and (by_peers or not this_year):
        pooled_words = wording.pooled(
            indicator, float(pooled.value[i, s]), pooled_n, float(pooled.x[i, s]), n_years
        )
        if n < indicator.min_n:
            pooled_words = f"{wording.small_year(indicator, n)} {pooled_words}"
    probability = float(1 - seen.below[i, s] if side > 0 else seen.below[i, s])
    certainty = _certainty(wording, rule_id, tier, this_year=this_year, probability=probability)
    gap_n = abs(value - against) * n / 100 if indicator.compare is Compare.PROPORTION else 0.0
    years = float(seen.same_side_years[i, s])
    persistent = ""
    if not by_peers and years >= found.rules.thresholds.persistent_years:
        persistent = wording.phrase("persistent", relation=wording.relation(side), years=whole_number(years))
    good = side == seen.good_side[i]
    numbers: dict[str, Number | None] = {
        "value": value,
        "n": int(n),
        "x": _whole(float(cube.numerator[i, -1, s])),
        "comparator": against,
        "gap": abs(gap),
        "gap_n": _whole(float(np.floor(gap_n + 0.5))) if gap_n >= 0.5 else None,
        "years_same_side": int(years) if persistent else None,
        "probability": probability if certainty[1] else None,
        "n_peers": _whole(float(flags.n_peers[i, s])) if by_peers else None,
    }
    if pooled_words:
        numbers |= {
            "pooled_value": float(pooled.value[i, s]),
            "pooled_n": int(pooled_n),
            "pooled_x": _whole(float(pooled.x[i, s])),
            "pooled_years": int(n_years),
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
            "pooled": pooled_words,
            "certainty": certainty[0],
            "spread": spread_words(found, i, wording),
            "whole_gap": _whole_gap(wording, indicator, gap_n),
            "persistent": persistent,
            "n_peers": whole_number(float(flags.n_peers[i, s])) if by_peers else "",
        },
        numbers=numbers,
        sources=_sources(found, i, s, pooled=bool(pooled_words)),
    )


def _certainty(
    wording: Wording, rule_id: str, tier: Tier, *, this_year: bool, probability: float
) -> tuple[str, bool]:
    """The words, and whether they state the probability."""
    if rule_id == "R5":
        return wording.phrase("beyond_peers"), False
    if tier == 1:
        return wording.phrase("beyond_year" if this_year else "beyond_pooled"), False
    return wording.phrase("likely", probability=two_decimals(probability)), True


def _whole_gap(wording: Wording, indicator: Indicator, gap_n: float) -> str:
    if gap_n < 0.5:
        return ""
    return wording.phrase(
        "whole_gap",
        gap_n=whole_number(gap_n),
        classifier=wording.rules.classifier(indicator.denominator),
    )


def _whole(value: float) -> int | None:
    return int(value) if np.isfinite(value) else None


def _sources(found: Examination, i: int, s: int, *, pooled: bool) -> tuple[tuple[str, Period], ...]:
    cube = found.cube
    years = found.rules.thresholds.pooled_years if pooled else 1
    return tuple(
        (cube.schools[s].school_id, cube.period(i, year))
        for year in range(max(cube.depth - years, 0), cube.depth)
        if np.isfinite(cube.value[i, year, s]) and cube.comparable[i, year]
    )


def _far(found: Examination, wording: Wording, i: int, s: int) -> Iterator[Finding]:
    """Far from the median towards the bad end and short of the target, or towards the good end and at it."""
    cube = found.cube
    indicator, value = cube.indicators[i], float(cube.value[i, -1, s])
    median = float(np.nanmedian(cube.value[i, -1]))
    gap = good_gap(indicator, value)
    side = np.sign(value - median) * found.comparison.good_side[i]
    if indicator.direction is Direction.BAND:
        side = -1.0 if gap is not None and gap < 0 else 0.0
    if side == 0 or (gap is not None and (gap >= 0) is (side < 0)):
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
            "n": _whole(float(cube.n[i, -1, s])),
            "comparator": median,
            "gap": abs(printed_gap(value, median)),
        },
        sources=_sources(found, i, s, pooled=False),
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
        numbers={"value": value, "comparator": median, "n": _whole(float(cube.n[i, -1, s]))},
        sources=_sources(found, i, s, pooled=False),
    )
