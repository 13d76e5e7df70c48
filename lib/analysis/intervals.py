"""Intervals and funnel limits; all arguments may be numpy arrays, proportions run from 0 to 1."""

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
ArrayLike = npt.ArrayLike

Z_95 = 1.959964
Z_998 = 3.090232


def wilson_interval(x: ArrayLike, n: ArrayLike, z: float = Z_95) -> tuple[Array, Array]:
    """Wilson's score interval for x of n; NaN where n is not above 0."""
    x_, n_ = np.asarray(x, float), np.asarray(n, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        n_ = np.where(n_ > 0, n_, np.nan)
        middle = 2 * x_ + z * z
        spread = z * np.sqrt(z * z + 4 * x_ * (1 - x_ / n_))
        width = 2 * (n_ + z * z)
        # exact 0 and 1 at the ends: rounding must not push a limit outside, or past the observed share
        return np.maximum((middle - spread) / width, 0.0), np.minimum((middle + spread) / width, 1.0)


def newcombe_difference(
    x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike, z: float = Z_95
) -> tuple[Array, Array, Array]:
    """Difference of two independent shares, first minus second, with Newcombe's hybrid score limits.

    Returns:
        difference, lower, upper; NaN where either n is not above 0.
    """
    lower1, upper1 = wilson_interval(x1, n1, z)
    lower2, upper2 = wilson_interval(x2, n2, z)
    with np.errstate(divide="ignore", invalid="ignore"):
        p1, p2 = np.asarray(x1, float) / np.asarray(n1, float), np.asarray(x2, float) / np.asarray(n2, float)
    difference = p1 - p2
    lower = difference - np.hypot(p1 - lower1, upper2 - p2)
    upper = difference + np.hypot(upper1 - p1, p2 - lower2)
    return difference, lower, upper


def funnel_limits(p0: ArrayLike, n: ArrayLike, z: float = Z_95) -> tuple[Array, Array]:
    """Shares at which Wilson's limit touches ``p0``, not clipped to 0–1 (a chart clips when it draws)."""
    p0_ = np.asarray(p0, float)
    half = z * np.sqrt(p0_ * (1 - p0_) / np.asarray(n, float))
    return p0_ - half, p0_ + half


def student_reach(z: float, freedom: ArrayLike) -> Array:
    """Standard errors that hold as much of chance as z does when the spread itself is estimated.

    Args:
        freedom: degrees of freedom of the estimated spread; NaN where the spread is known, which gives z.
    """
    from scipy.special import ndtr, stdtrit

    freedom_ = np.asarray(freedom, float)
    known = ~np.isfinite(freedom_)
    return np.where(known, z, stdtrit(np.where(known, 1.0, freedom_), ndtr(z)))


def mean_funnel_limits(mean: ArrayLike, sd: ArrayLike, n: ArrayLike, reach: ArrayLike) -> tuple[Array, Array]:
    """Limits around an area mean for a school of n pupils, from the spread of pupils within schools.

    Args:
        reach: standard errors to either side (``student_reach``).
    """
    half = np.asarray(reach, float) * np.asarray(sd, float) / np.sqrt(np.asarray(n, float))
    mean_ = np.asarray(mean, float)
    return mean_ - half, mean_ + half
