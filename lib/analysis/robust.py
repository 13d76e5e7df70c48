"""Median and MAD: how far a value lies from its neighbours when there is no sample behind it."""

import numpy as np

from lib.analysis.cube import Cube
from lib.analysis.intervals import Array, ArrayLike
from lib.domain.indicators import Compare, Kind

#: Makes the MAD, and the mean absolute deviation, estimate the standard deviation of a normal spread.
_MAD_SCALE = 1.4826
_MEAN_DEVIATION_SCALE = 1.2533


def robust_distance(values: ArrayLike) -> Array:
    """Signed distance from the median in robust standard deviations, along the last axis.

    Where more than half of the values are equal the MAD is 0 and the mean absolute deviation stands in;
    where all are equal the distance is 0. NaN stays NaN.
    """
    values_ = np.asarray(values, float)
    deviation = values_ - medians(values_)
    scale = _MAD_SCALE * medians(np.abs(deviation))
    known = np.isfinite(deviation).sum(axis=-1, keepdims=True)
    mean = np.nansum(np.abs(deviation), axis=-1, keepdims=True) / np.maximum(known, 1)
    scale = np.where(scale > 0, scale, _MEAN_DEVIATION_SCALE * mean)
    return np.where(scale > 0, deviation / np.where(scale > 0, scale, 1.0), deviation * 0.0)


def latest_distances(cube: Cube) -> Array:
    """Robust distances of the latest values; money is compared on a logarithmic scale, being skewed."""
    robust = cube.is_compared(Compare.ROBUST)
    values = cube.value[:, -1].copy()
    for place, indicator in enumerate(cube.indicators):
        if indicator.kind is Kind.AMOUNT and not (values[place] < 0).any():
            values[place] = np.log1p(values[place])
    distance = np.full(values.shape, np.nan)
    distance[robust] = robust_distance(values[robust])
    return distance


def medians(values: Array) -> Array:
    """Median along the last axis, which stays with length 1; 0 where there is no value."""
    if values.shape[-1] == 0:
        return np.zeros((*values.shape[:-1], 1))
    known = np.isfinite(values).any(axis=-1, keepdims=True)
    return np.asarray(np.nanmedian(np.where(known, values, 0.0), axis=-1, keepdims=True), float)
