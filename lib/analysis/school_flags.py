"""Which school cells are worth a sentence, decided for all of them at once."""

from dataclasses import dataclass

import numpy as np

from lib.analysis.chance import counted_by_chance
from lib.analysis.comparison import measurable
from lib.analysis.cube import BoolArray
from lib.analysis.examination import Examination
from lib.analysis.intervals import Array
from lib.analysis.materiality import below_least, below_material
from lib.analysis.peers import peer_values
from lib.analysis.probability import benjamini_hochberg, mid_p_binomial, student_p
from lib.analysis.robust import medians
from lib.domain.indicators import Compare, Direction, Kind


@dataclass(frozen=True, slots=True, eq=False)
class Flags:
    """Which rule speaks for which cell, ``[indicator, school]``; at most one of them does.

    Attributes:
        tier1: beyond chance (R2); ``lasting``: persistent and likely (R4); ``unlike_peers`` (R5);
            ``likely``: tier 2 of R2, also what is beyond a chance that had to be estimated;
            ``far``: far from the median, no sampling n (R2); ``doubted`` (R8).
        small_gap: a test would speak, but the difference is too small to act on.
        peer_value / n_peers: the comparator of R5.
    """

    tier1: BoolArray
    lasting: BoolArray
    unlike_peers: BoolArray
    likely: BoolArray
    far: BoolArray
    doubted: BoolArray
    small_gap: BoolArray
    peer_value: Array
    n_peers: Array


def flag_schools(found: Examination, usable: BoolArray) -> Flags:
    """Decide for all cells at once; a stronger statement silences the weaker ones about the same cell.

    Every statement needs the latest value on the same side as what it says. A year below the indicator's
    smallest n never speaks alone; only the pooled years may, and only when they reach that n. A likely
    difference must come to a whole pupil (a mean: to its smallest step) and to as much as schools usually
    differ; one beyond chance is silent only where it fails both, or sure facts would be thinned by a
    judgement of size.

    Args:
        usable: per indicator, whether its data suffice for findings.
    """
    seen, limits = found.comparison, found.rules.thresholds
    comparable, judged, beyond = _beyond(found, usable)
    enough = enough_pooled(found)
    tier1 = beyond & ~found.estimated[:, None]
    probable = judged & enough & _probable(found)
    likely = probable | (beyond & ~tier1)
    lasting = probable & (seen.same_side_years >= limits.persistent_years)
    unlike, peer_value, n_peers = _unlike_peers(found, comparable & enough)
    far, doubted = _far_from_median(found, usable)
    area = seen.p0[:, None]
    trifling, small = below_least(found, area), below_material(found, area)
    of_peers = below_least(found, peer_value) | below_material(found, peer_value)
    told = tier1 & ~(trifling & small)
    lasting_told, likely_told = (cells & ~tier1 & ~trifling & ~small for cells in (lasting, likely))
    unlike_told = unlike & ~tier1 & ~of_peers
    spoken = told | lasting_told | likely_told | unlike_told
    return Flags(
        told,
        lasting_told,
        unlike_told & ~lasting_told,
        likely_told & ~lasting_told & ~unlike_told,
        far & ~trifling,
        doubted,
        (tier1 | lasting | likely | unlike) & ~spoken,
        peer_value,
        n_peers,
    )


def likely_beside_area(found: Examination, usable: BoolArray) -> BoolArray:
    """Cells that likely differ from the area (tier 2), also where a difference from like schools is told."""
    _, judged, beyond = _beyond(found, usable)
    area = found.comparison.p0[:, None]
    weak = beyond & found.estimated[:, None]
    likely = (judged & enough_pooled(found) & _probable(found)) | weak
    return np.asarray(likely & ~below_least(found, area) & ~below_material(found, area))


def _beyond(found: Examination, usable: BoolArray) -> tuple[BoolArray, BoolArray, BoolArray]:
    """Cells that may be compared, those on one side of the area, and those beyond chance on it."""
    cube, seen = found.cube, found.comparison
    comparable = (usable & measurable(cube, found.rules.thresholds) & (seen.good_side != 0))[:, None]
    comparable = comparable & cube.active & ~cube.doubts.latest
    judged = comparable & (seen.side != 0)
    discovered = enough_pooled(found) & (seen.discovered == seen.side)
    return comparable, judged, judged & ((seen.funnel == seen.side) | discovered)


def _probable(found: Examination) -> BoolArray:
    """Whether the true value probably lies on the side of the latest figure."""
    seen = found.comparison
    probability = np.where(seen.side < 0, seen.posterior.below, 1 - seen.posterior.below)
    return np.asarray(probability > found.rules.thresholds.posterior)


def enough_pooled(found: Examination) -> BoolArray:
    """Cells whose pooled years have as many pupils as a test needs."""
    least = np.array(
        [max(i.min_n, found.rules.thresholds.min_pooled_n) for i in found.cube.indicators], float
    )
    return np.asarray(found.comparison.pooled.n >= least[:, None])


def _unlike_peers(found: Examination, judged: BoolArray) -> tuple[BoolArray, Array, Array]:
    """Beyond chance from like schools: Benjamini–Hochberg, and 99.8 % limits that allow for the peers' n."""
    cube, pooled, limits = found.cube, found.comparison.pooled, found.rules.thresholds
    spread = found.comparison.spread
    value, n, n_peers = peer_values(pooled, found.peers.places, limits.min_peers)
    gap = pooled.value - value
    share = (pooled.value * pooled.n + value * n) / (pooled.n + n) / 100
    of_share = 100 * np.sqrt(np.clip(share * (1 - share), 0, None) * (1 / pooled.n + 1 / n))
    of_mean = spread.sd[:, None] * np.sqrt(1 / pooled.n + 1 / n)
    proportion = cube.is_compared(Compare.PROPORTION)[:, None]
    error = np.where(proportion, of_share, of_mean)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.where(gap == 0, 0.0, gap / error)
    exact = mid_p_binomial(pooled.x, pooled.n, np.clip(value / 100, 0, 1))
    of_means = student_p(z, spread.freedom[:, None])
    p_value = np.where(judged & np.isfinite(gap), np.where(proportion, exact, of_means), np.nan)
    alarm = spread.reach(limits.alarm_z)[:, None]
    unlike = benjamini_hochberg(p_value, limits.false_discovery_rate) & (np.abs(z) > alarm)
    latest_gap = found.cube.value[:, -1] - value
    return unlike & (np.sign(gap) == np.sign(latest_gap)), value, n_peers


def _far_from_median(found: Examination, usable: BoolArray) -> tuple[BoolArray, BoolArray]:
    """Far from most schools, and so far on an open scale that the figure itself is doubted.

    Amounts of money grow with the school, so they are only ever doubted, never judged. Where most schools
    have the same figure, such as no case at all, another one is rare but no reason to doubt it. A figure of
    fewer people than the indicator's smallest n is left alone, and so is one that chance could bring.
    """
    cube, limits = found.cube, found.rules.thresholds
    n = cube.n[:, -1]
    least = np.array([indicator.min_n for indicator in cube.indicators], float)[:, None]
    measured = (usable & measurable(cube, limits))[:, None] & cube.active & (np.isnan(n) | (n >= least))
    measured &= ~cube.doubts.latest
    size = np.nan_to_num(np.abs(found.comparison.distance))
    open_scale = np.array(
        [i.valid_max is None and i.kind is not Kind.PROPORTION for i in cube.indicators], bool
    )
    doubted = measured & (open_scale & _scattered(cube.value[:, -1]))[:, None] & (size > limits.robust_doubt)
    judged = np.array(
        [i.kind is not Kind.AMOUNT and i.direction is not Direction.CONTEXT for i in cube.indicators], bool
    )
    chance = counted_by_chance(cube, found.comparison.p0, limits.alarm_z)
    return measured & judged[:, None] & ~chance & (size > limits.robust_watch) & ~doubted, doubted


def _scattered(values: Array) -> BoolArray:
    """Rows in which at most half of the values are equal to their median."""
    return np.asarray(2 * (values == medians(values)).sum(axis=1) <= np.isfinite(values).sum(axis=1))
