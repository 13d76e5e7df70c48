"""Tests and estimates for many small schools at once; every function works on whole arrays."""

import numpy as np
import numpy.typing as npt

from lib.analysis.intervals import Array, ArrayLike

#: Search limits of the prior's weight M: from schools that differ wildly to schools that do not differ.
_SMALLEST_WEIGHT, _LARGEST_WEIGHT = 1.0, 1e5
_SEARCH_STEPS = 24
#: 99 % point of χ² with one degree of freedom: schools count as different only beyond it.
_SURE_SPREAD = 6.6349


def mid_p_binomial(x: ArrayLike, n: ArrayLike, p0: ArrayLike) -> Array:
    """Two-sided mid-p value of x successes among n when the true share is p0; NaN where an argument is."""
    from scipy.special import betainc, gammaln, xlog1py, xlogy

    x_, n_, p_ = np.broadcast_arrays(*(np.asarray(a, float) for a in (x, n, p0)))
    usable = np.isfinite(x_) & np.isfinite(p_) & (n_ > 0)
    x_, n_, p_ = np.where(usable, x_, 0.0), np.where(usable, n_, 1.0), np.where(usable, p_, 0.5)
    log_ways = gammaln(n_ + 1) - gammaln(x_ + 1) - gammaln(n_ - x_ + 1)
    exactly = np.exp(log_ways + xlogy(x_, p_) + xlog1py(n_ - x_, -p_))
    at_least = np.where(x_ > 0, betainc(np.maximum(x_, 1), n_ - x_ + 1, p_), 1.0)
    above = np.maximum(at_least - exactly, 0.0)
    below = np.maximum(1.0 - at_least, 0.0)
    p_value = np.minimum(2 * (np.minimum(below, above) + exactly / 2), 1.0)
    return np.where(usable, p_value, np.nan)


def normal_p(z: ArrayLike) -> Array:
    """Two-sided p-value of a standard normal distance."""
    from scipy.special import ndtr

    return np.asarray(2 * ndtr(-np.abs(np.asarray(z, float))), float)


def student_p(t: ArrayLike, freedom: ArrayLike) -> Array:
    """Two-sided p-value of a distance whose unit was estimated; NaN degrees of freedom mean it is known."""
    from scipy.special import stdtr

    t_, freedom_ = np.broadcast_arrays(np.asarray(t, float), np.asarray(freedom, float))
    known = ~np.isfinite(freedom_)
    p_value = 2 * stdtr(np.where(known, 1.0, freedom_), -np.abs(t_))
    return np.where(known, normal_p(t_), p_value)


def benjamini_hochberg(p_values: ArrayLike, rate: float) -> npt.NDArray[np.bool_]:
    """Which cells are discoveries at a false discovery rate; NaN cells are no part of the round."""
    p = np.asarray(p_values, float)
    flat = p[np.isfinite(p)]
    if flat.size == 0:
        return np.zeros(p.shape, bool)
    ordered = np.sort(flat)
    passes = np.flatnonzero(ordered <= rate * np.arange(1, flat.size + 1) / flat.size)
    limit = ordered[passes[-1]] if passes.size else -1.0
    with np.errstate(invalid="ignore"):
        return np.asarray(p <= limit)


def fit_beta_binomial(x: ArrayLike, n: ArrayLike) -> tuple[Array, Array]:
    """Mean and weight M of the beta prior of each indicator, by maximum likelihood over its schools.

    The likelihood is maximised over M by golden section; for each M the mean is the best linear unbiased one.
    Where it hardly beats schools that do not differ at all, M is infinite: a spread fitted to noise would
    turn chance into probabilities.

    Args:
        x, n: counts, one row per indicator, one column per school; NaN where there is none.

    Returns:
        mean (0–1) and M, one per row; NaN for rows with fewer than two schools.
    """
    x_, n_ = np.atleast_2d(np.asarray(x, float)), np.atleast_2d(np.asarray(n, float))
    used = np.isfinite(x_) & (n_ > 0)
    x_, n_ = np.where(used, x_, 0.0), np.where(used, n_, 0.0)
    ratio = (np.sqrt(5.0) - 1) / 2
    low = np.full(len(x_), np.log(_SMALLEST_WEIGHT))
    high = np.full(len(x_), np.log(_LARGEST_WEIGHT))
    left, right = high - ratio * (high - low), low + ratio * (high - low)
    f_left, f_right = _log_likelihood(x_, n_, left), _log_likelihood(x_, n_, right)
    for _ in range(_SEARCH_STEPS):
        better_left = f_left > f_right
        low, high = np.where(better_left, low, left), np.where(better_left, right, high)
        new = np.where(better_left, high - ratio * (high - low), low + ratio * (high - low))
        f_new = _log_likelihood(x_, n_, new)
        left, right = np.where(better_left, new, right), np.where(better_left, left, new)
        f_left, f_right = np.where(better_left, f_new, f_right), np.where(better_left, f_left, f_new)
    best = (low + high) / 2
    alike = np.full(len(x_), np.log(_LARGEST_WEIGHT))
    gain = 2 * (_log_likelihood(x_, n_, best) - _log_likelihood(x_, n_, alike))
    enough = used.sum(axis=1) >= 2
    mean = _prior_mean(x_, n_, np.exp(np.where(gain > _SURE_SPREAD, best, alike)))
    weight = np.where(gain > _SURE_SPREAD, np.exp(best), np.inf)
    return np.where(enough, mean, np.nan), np.where(enough, weight, np.nan)


def _prior_mean(x: Array, n: Array, weight: Array) -> Array:
    """Mean of the schools' shares, each weighed by how much of its variance is not chance."""
    per_pupil = 1 / (1 + np.maximum(n - 1, 0) / (weight[:, None] + 1))
    total = (per_pupil * n).sum(axis=1)
    mean = (per_pupil * x).sum(axis=1) / np.where(total > 0, total, 1.0)
    return np.asarray(np.clip(mean, 1e-6, 1 - 1e-6), float)


def _log_likelihood(x: Array, n: Array, log_weight: Array) -> Array:
    """Beta-binomial log-likelihood of each row, up to a constant."""
    from scipy.special import gammaln

    weight = np.exp(log_weight)
    a = _prior_mean(x, n, weight) * weight
    b = weight - a
    of_schools = gammaln(x + a[:, None]) + gammaln(n - x + b[:, None]) - gammaln(n + weight[:, None])
    of_prior = gammaln(a) + gammaln(b) - gammaln(weight)
    return np.asarray((of_schools - of_prior[:, None]).sum(axis=1), float)


def posterior_below(x: ArrayLike, n: ArrayLike, mean: ArrayLike, weight: ArrayLike, p0: ArrayLike) -> Array:
    """Probability that a school's true share lies below p0, given its counts and its indicator's prior.

    One half where the weight is infinite: schools that are not known to differ lie on neither side.
    """
    from scipy.special import betainc

    x_, n_, p_ = (np.asarray(a, float) for a in (x, n, p0))
    mean_, weight_ = np.asarray(mean, float), np.asarray(weight, float)
    differ = np.isfinite(weight_)
    weight_ = np.where(differ, weight_, 1.0)
    below = betainc(x_ + mean_ * weight_, n_ - x_ + (1 - mean_) * weight_, p_)
    return np.where(differ | ~np.isfinite(below), below, 0.5)


def fit_normal_prior(values: Array, variances: Array) -> tuple[Array, Array]:
    """Mean and between-school variance of each indicator's school means (DerSimonian and Laird's moments).

    The variance is 0 unless Cochran's Q exceeds its 99 % point, for the reason given at fit_beta_binomial.

    Args:
        values, variances: one row per indicator, one column per school; NaN where there is none.
    """
    from scipy.special import chdtri

    used = np.isfinite(values) & (variances > 0)
    weights = np.where(used, 1 / np.where(used, variances, 1.0), 0.0)
    y = np.where(used, values, 0.0)
    total = weights.sum(axis=1)
    safe = np.where(total > 0, total, 1.0)
    mean = (weights * y).sum(axis=1) / safe
    q = (weights * (y - mean[:, None]) ** 2).sum(axis=1)
    spread = safe - (weights**2).sum(axis=1) / safe
    freedom = np.maximum(used.sum(axis=1) - 1, 1)
    sure = q > chdtri(freedom, 0.01)
    between = np.where(sure, (q - freedom) / np.where(spread > 0, spread, 1.0), 0.0)
    shrunk = np.where(used, 1 / (np.where(used, variances, 1.0) + between[:, None]), 0.0)
    shrunk_total = shrunk.sum(axis=1)
    centre = (shrunk * y).sum(axis=1) / np.where(shrunk_total > 0, shrunk_total, 1.0)
    enough = used.sum(axis=1) >= 2
    return np.where(enough, centre, np.nan), np.where(enough, between, np.nan)


def normal_posterior(values: Array, variances: Array, mean: Array, between: Array) -> tuple[Array, Array]:
    """Shrunken estimate of each school's mean, and its standard deviation."""
    reliability = between[:, None] / (between[:, None] + variances)
    estimate = reliability * values + (1 - reliability) * mean[:, None]
    return estimate, np.sqrt(between[:, None] * (1 - reliability))
