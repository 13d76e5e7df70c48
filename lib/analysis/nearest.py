"""Nearest neighbours: along one measure, and by two measures together."""

import numpy as np

from lib.analysis.cube import IntArray
from lib.analysis.intervals import Array

_NOBODY = -1
#: Asked for beyond the number wanted, so that ties at the edge are settled by order and not by the tree.
_SPARE = 8
_SAME = 9


def nearest_on_line(ascending: Array, wanted: int) -> IntArray:
    """Places of the nearest others of each value, nearest first; they lie within ``wanted`` places of it.

    Returns:
        ``[value, neighbour]``, -1 where there are fewer.
    """
    count = len(ascending)
    steps = np.array([step for step in range(-wanted, wanted + 1) if step], np.int64)
    near = np.arange(count)[:, None] + steps
    inside = (near >= 0) & (near < count)
    distance = np.where(inside, np.abs(ascending[np.clip(near, 0, count - 1)] - ascending[:, None]), np.inf)
    order = np.argsort(distance, axis=1, kind="stable")[:, :wanted]
    return np.take_along_axis(np.where(inside, near, _NOBODY), order, axis=1)


def nearest_in_plane(first: Array, second: Array, wanted: int, weight: float = 1.0) -> IntArray:
    """Places of the nearest others by two measures, each in units of its standard deviation, nearest first.

    Args:
        weight: of the second measure against the first.

    Returns:
        ``[point, neighbour]``, -1 where there are fewer; of two equally near the earlier point comes first.
    """
    from scipy.spatial import cKDTree

    count = len(first)
    first, second = (part / (float(np.std(part)) or 1.0) for part in (first, second))
    points = np.column_stack([first, weight * second])
    distance, near = cKDTree(points).query(points, k=min(count, wanted + 1 + _SPARE))
    distance, near = distance.reshape(count, -1), near.reshape(count, -1)
    own = near == np.arange(count)[:, None]
    far = np.where(own, np.inf, np.round(distance, _SAME))
    order = np.lexsort((near, far))
    settled = np.take_along_axis(np.where(own, _NOBODY, near), order, axis=1)
    found = np.full((count, wanted), _NOBODY, np.int64)
    kept = settled[:, : min(wanted, max(settled.shape[1] - 1, 0))]
    found[:, : kept.shape[1]] = kept
    return found
