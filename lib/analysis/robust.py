"""Median and MAD: how far a value lies from its neighbours when there is no sample behind it."""

import numpy as np

from lib.analysis.intervals import Array, ArrayLike

#: Makes the MAD, and the mean absolute deviation, estimate the standard deviation of a normal spread.
_MAD_SCALE = 1.4826
_MEAN_DEVIATION_SCALE = 1.2533


def robust_distance(values: ArrayLike) -> Array:
    """Signed distance from the median in robust standard deviations, along the last axis.

    Where more than half of the values are equal the MAD is 0 and the mean absolute deviation stands in;
    where all are equal the distance is 0. NaN stays NaN.
    """
    values_ = np.asarray(values, float)
    has_any = np.isfinite(values_).any(axis=-1, keepdims=True)
    filled = np.where(has_any, values_, 0.0)
    deviation = values_ - np.nanmedian(filled, axis=-1, keepdims=True)
    size = np.where(has_any, np.abs(deviation), 0.0)
    scale = _MAD_SCALE * np.nanmedian(size, axis=-1, keepdims=True)
    scale = np.where(scale > 0, scale, _MEAN_DEVIATION_SCALE * np.nanmean(size, axis=-1, keepdims=True))
    return np.where(scale > 0, deviation / np.where(scale > 0, scale, 1.0), deviation * 0.0)
