"""Schools like a school: near in size and teaching the same levels."""

import numpy as np

from lib.analysis.areas import PLACES_KEPT
from lib.analysis.cube import BoolArray
from lib.analysis.intervals import Array
from lib.analysis.pooling import Pooled
from lib.domain.schools import School

#: From this many schools on each has its own nearest peers; below, size strata serve.
_ENOUGH_FOR_NEAREST = 60
_STRATA = 3


def peer_groups(schools: tuple[School, ...], n_peers: int, min_peers: int) -> BoolArray:
    """Who is compared with whom, ``[school, peer]``, never a school with itself.

    In an area of 60 schools or more: the ``n_peers`` of the same level nearest in log enrolment. In a smaller
    one: thirds of the size order, whatever the level. A school of unknown size, or with fewer than
    ``min_peers`` like it, has none; nor has a closed one.
    """
    size = np.array(
        [np.nan if s.pupils is None or not s.active else np.log1p(s.pupils) for s in schools], float
    )
    count = len(schools)
    known = np.isfinite(size)
    peers = np.zeros((count, count), bool)
    if sum(school.active for school in schools) >= _ENOUGH_FOR_NEAREST:
        level = np.array([school.level for school in schools])
        like = (level[:, None] == level[None, :]) & known[:, None] & known[None, :]
        np.fill_diagonal(like, False)
        distance = np.where(like, np.abs(size[:, None] - size[None, :]), np.inf)
        nearest = np.argsort(distance, axis=1, kind="stable")[:, :n_peers]
        np.put_along_axis(peers, nearest, True, axis=1)
        peers &= like
    else:
        order = np.flatnonzero(known)[np.argsort(size[known], kind="stable")]
        for stratum in np.array_split(order, _STRATA):
            peers[np.ix_(stratum, stratum)] = True
        np.fill_diagonal(peers, False)
    peers[peers.sum(axis=1) < min_peers] = False
    return peers


def peer_values(pooled: Pooled, peers: BoolArray, min_peers: int) -> tuple[Array, Array, Array]:
    """Value of each school's peers over the pooled years.

    Returns:
        value (indicator's unit), n and number of peers, ``[indicator, school]``; NaN with too few peers that
        have figures.
    """
    has = np.isfinite(pooled.n) & np.isfinite(pooled.value)
    links = peers.astype(float).T
    n_schools = has.astype(float) @ links
    n = np.where(has, pooled.n, 0.0) @ links
    total = np.where(has, pooled.n * np.where(has, pooled.value, 0.0), 0.0) @ links
    enough = (n_schools >= min_peers) & (n > 0)
    safe = np.where(enough, n, np.nan)
    return np.round(total / safe, PLACES_KEPT), safe, np.where(enough, n_schools, np.nan)
