"""Schools like a school: near in size and teaching the same levels."""

import numpy as np

from lib.analysis.areas import PLACES_KEPT
from lib.analysis.cube import IntArray
from lib.analysis.intervals import Array
from lib.analysis.pooling import Pooled
from lib.domain.schools import School

#: From this many schools on each has its own nearest peers; below, size strata serve.
_ENOUGH_FOR_NEAREST = 60
_STRATA = 3
#: Stands for "no school" in a list of places.
_NOBODY = -1


def peer_groups(schools: tuple[School, ...], n_peers: int, min_peers: int) -> IntArray:
    """Who is compared with whom: places of each school's peers, ``[school, peer]``, -1 where there are fewer.

    In an area of 60 schools or more: the ``n_peers`` of the same level nearest in log enrolment. In a smaller
    one: thirds of the size order, whatever the level. A school of unknown size, or with fewer than
    ``min_peers`` like it, has none; nor has a closed one. Time and memory grow with schools × peers.
    """
    size = np.array(
        [np.nan if s.pupils is None or not s.active else np.log1p(s.pupils) for s in schools], float
    )
    known = np.flatnonzero(np.isfinite(size))
    in_order = known[np.argsort(size[known], kind="stable")]
    if sum(school.active for school in schools) >= _ENOUGH_FOR_NEAREST:
        peers = np.full((len(schools), n_peers), _NOBODY, np.int64)
        level = np.array([school.level for school in schools])
        for one in np.unique(level[known]):
            same = in_order[level[in_order] == one]
            nearest = _nearest(size[same], n_peers)
            peers[same, : nearest.shape[1]] = np.where(nearest >= 0, same[nearest], _NOBODY)
    else:
        strata = np.array_split(in_order, _STRATA)
        peers = np.full((len(schools), max(len(strata[0]) - 1, 0)), _NOBODY, np.int64)
        for stratum in strata:
            for place, school in enumerate(stratum):
                peers[school, : len(stratum) - 1] = np.delete(stratum, place)
    peers[(peers >= 0).sum(axis=1) < min_peers] = _NOBODY
    return peers


def _nearest(ascending: Array, n_peers: int) -> IntArray:
    """Places of the nearest others of each value, nearest first; they lie within ``n_peers`` places of it."""
    count = len(ascending)
    steps = np.array([step for step in range(-n_peers, n_peers + 1) if step], np.int64)
    near = np.arange(count)[:, None] + steps
    inside = (near >= 0) & (near < count)
    distance = np.where(inside, np.abs(ascending[np.clip(near, 0, count - 1)] - ascending[:, None]), np.inf)
    order = np.argsort(distance, axis=1, kind="stable")[:, :n_peers]
    return np.take_along_axis(np.where(inside, near, _NOBODY), order, axis=1)


def peer_values(pooled: Pooled, peers: IntArray, min_peers: int) -> tuple[Array, Array, Array]:
    """Value of each school's peers over the pooled years.

    Returns:
        value (indicator's unit), n and number of peers, ``[indicator, school]``; NaN with too few peers that
        have figures.
    """
    has = np.isfinite(pooled.n) & np.isfinite(pooled.value)
    # one more column of zeros serves the place -1 of nobody
    nobody = np.zeros((len(has), 1))
    weight = np.hstack([np.where(has, pooled.n, 0.0), nobody])
    total = np.hstack([np.where(has, pooled.n * np.where(has, pooled.value, 0.0), 0.0), nobody])
    counted = np.hstack([has.astype(float), nobody])
    n, sums, n_schools = (np.zeros(pooled.n.shape) for _ in range(3))
    for peer in peers.T:
        n += weight[:, peer]
        sums += total[:, peer]
        n_schools += counted[:, peer]
    enough = (n_schools >= min_peers) & (n > 0)
    safe = np.where(enough, n, np.nan)
    return np.round(sums / safe, PLACES_KEPT), safe, np.where(enough, n_schools, np.nan)
