"""How sure a sentence about a school is, in words, and the pooled years it rests on."""

from dataclasses import dataclass

import numpy as np

from lib.analysis.examination import Examination
from lib.analysis.sentences import Wording, told_probability
from lib.domain.findings import Number, Tier


@dataclass(frozen=True, slots=True)
class Certainty:
    """Words, and the probability they state under the name it is kept by; empty and None for none."""

    words: str
    name: str = ""
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class PooledPart:
    """The pooled years in words and figures; empty where the latest year speaks for itself."""

    words: str
    numbers: dict[str, Number | None]


def certainty_of(
    found: Examination, wording: Wording, i: int, s: int, *, rule_id: str, tier: Tier, against: float
) -> Certainty:
    """The certainty phrase of R2, R4 and R5.

    Args:
        against: the comparator of the sentence, in the indicator's unit.
    """
    posterior = found.comparison.posterior
    above = bool(found.cube.value[i, -1, s] > against)
    if rule_id == "R5":
        below = posterior.below_value(i, s, float(found.comparison.pooled.n[i, s]), against)
        if np.isnan(below):
            return Certainty(wording.phrase("beyond_peers_alike"))
        probability = 1 - below if above else below
        words = wording.phrase("beyond_peers", chance=wording.chance(probability))
        return Certainty(words, "peer_probability", told_probability(probability))
    if tier == 1:
        alone = speaks_alone(found, i, s)
        return Certainty(wording.phrase("beyond_year" if alone else "beyond_pooled"))
    below = float(posterior.below[i, s])
    probability = 1 - below if above else below
    words = wording.phrase(_likely(found, i, s), chance=wording.chance(probability))
    return Certainty(words, "probability", told_probability(probability))


def speaks_alone(found: Examination, i: int, s: int) -> bool:
    """Whether the latest year by itself lies beyond the alarm limit, on the side it is on."""
    seen = found.comparison
    return bool(seen.side[i, s] != 0 and seen.funnel[i, s] == seen.side[i, s])


def pooled_part(found: Examination, wording: Wording, i: int, s: int) -> PooledPart:
    """The pooled years of a school; empty where there is but one."""
    indicator, pooled = found.cube.indicators[i], found.comparison.pooled
    n_years, n = float(pooled.n_years[i, s]), float(pooled.n[i, s])
    value, x = float(pooled.value[i, s]), float(pooled.x[i, s])
    if n_years <= 1:
        return PooledPart("", {})
    words = wording.pooled(indicator, value, n, x, n_years)
    latest = float(found.cube.n[i, -1, s])
    if latest < indicator.min_n:
        words = f"{wording.small_year(indicator, latest)} {words}"
    numbers: dict[str, Number | None] = {
        "pooled_value": value,
        "pooled_n": int(n),
        "pooled_x": int(x) if np.isfinite(x) else None,
        "pooled_years": int(n_years),
    }
    return PooledPart(words, numbers)


def _likely(found: Examination, i: int, s: int) -> str:
    """Which words go with a likely difference: what the latest year shows by itself."""
    seen, indicator = found.comparison, found.cube.indicators[i]
    if seen.reading[i, s] != seen.side[i, s]:
        return "likely"
    if found.cube.n[i, -1, s] < max(indicator.min_n, found.rules.thresholds.min_latest_n):
        return "likely_small"
    return "likely_estimated" if found.is_estimated(i) else "likely_outside"
