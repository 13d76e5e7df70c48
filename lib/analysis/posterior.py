"""What a school's true value probably is, given its pooled pupils and how schools of the area differ."""

from dataclasses import dataclass

import numpy as np

from lib.analysis.cube import Cube
from lib.analysis.intervals import Array
from lib.analysis.pooling import Pooled
from lib.analysis.probability import (
    fit_beta_binomial,
    fit_normal_prior,
    normal_posterior,
    posterior_below,
)
from lib.analysis.spread import Spread
from lib.domain.indicators import Compare


@dataclass(frozen=True, slots=True, eq=False)
class Posterior:
    """Empirical Bayes over the pooled years.

    Attributes:
        below: probability that the school's true value is below what its years' area values give,
            ``[indicator, school]``.
        estimate: the school's value drawn towards the area's as far as its n is small, same shape.
        error: standard deviation of the true value around ``estimate``; 0 where schools do not differ.
        between: standard deviation of schools' true values, per indicator.
        weight: M of the beta prior, per indicator; NaN for means, infinite where schools do not differ.
    """

    below: Array
    estimate: Array
    error: Array
    between: Array
    weight: Array

    def below_value(self, i: int, s: int, n: float, against: float) -> float:
        """Probability that one school's true value is below another one; NaN where schools do not differ.

        Args:
            n: the school's pooled pupils.
            against: in the indicator's unit.
        """
        from scipy.special import betainc, ndtr

        weight, estimate, error = float(self.weight[i]), self.estimate[i, s], float(self.error[i, s])
        if np.isnan(weight):
            return float(ndtr((against - estimate) / error)) if error > 0 else float("nan")
        total = n + weight
        if not np.isfinite(total):
            return float("nan")
        hits = total * estimate / 100
        return float(betainc(hits, total - hits, min(max(against / 100, 0.0), 1.0)))


def schools_posterior(cube: Cube, pooled: Pooled, spread: Spread) -> Posterior:
    """Beta-binomial for shares, normal for means; NaN for what has no sampling n."""
    from scipy.special import ndtr

    below, estimate, error = (np.full(pooled.n.shape, np.nan) for _ in range(3))
    between, weights = (np.full(len(pooled.n), np.nan) for _ in range(2))
    shares = np.flatnonzero(cube.is_compared(Compare.PROPORTION))
    if shares.size:
        x, n = pooled.x[shares], pooled.n[shares]
        mean, weight = (part[:, None] for part in fit_beta_binomial(x, n))
        below[shares] = posterior_below(x, n, mean, weight, np.clip(pooled.expected[shares] / 100, 0, 1))
        reliability = n / (n + weight)
        centre = np.where(np.isfinite(weight), 100 * mean, pooled.expected[shares])
        drawn = reliability * pooled.value[shares] + (1 - reliability) * centre
        estimate[shares] = drawn
        error[shares] = np.sqrt(np.clip(drawn * (100 - drawn), 0, None) / (n + weight + 1))
        between[shares] = 100 * np.sqrt(mean * (1 - mean) / (weight + 1))[:, 0]
        weights[shares] = weight[:, 0]
    means = np.flatnonzero(cube.is_compared(Compare.MEAN))
    if means.size:
        variance = spread.sd[means][:, None] ** 2 / pooled.n[means]
        # deviations from what the same years' area values give, so that a trend of the area is no difference
        gap = pooled.value[means] - pooled.expected[means]
        prior, scatter = fit_normal_prior(gap, variance)
        between[means] = np.sqrt(scatter)
        with np.errstate(divide="ignore", invalid="ignore"):
            drawn, error[means] = normal_posterior(gap, variance, prior, scatter)
            width = error[means]
            below[means] = np.where(width > 0, ndtr(-drawn / np.where(width > 0, width, 1.0)), 0.5)
        below[means] = np.where(np.isfinite(gap) & np.isfinite(variance), below[means], np.nan)
        estimate[means] = pooled.expected[means] + drawn
    return Posterior(below, estimate, error, between, weights)
