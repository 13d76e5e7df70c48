"""Schools like a school: teaching the same grades, near in size and in the share of disadvantaged pupils."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib.analysis.areas import PLACES_KEPT
from lib.analysis.cube import BoolArray, IntArray
from lib.analysis.eligibility import grades_taught
from lib.analysis.intervals import Array
from lib.analysis.nearest import nearest_in_plane, nearest_on_line
from lib.analysis.pooling import Pooled
from lib.domain.peers import PLAIN_BASIS, PeerBasis
from lib.domain.periods import Period, PeriodKind
from lib.domain.schools import School

#: From this many schools on each has its own nearest peers; below, size strata serve.
ENOUGH_FOR_NEAREST = 60
_STRATA = 3
#: Stands for "no school" in a list of places.
_NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Peers:
    """Who is compared with whom; a school is named by its place among the schools examined.

    Attributes:
        places: the lists that count, ``[school, peer]``, -1 where there are fewer.
        computed: the same before people chose.
        chosen: per school, whether people chose its list.
        disadvantaged_pct: per school, NaN where unknown.
        by_disadvantage: per school, whether that share helped to find its computed list.
        nearest: whether lists hold the nearest schools, else those of the same third of sizes.
    """

    places: IntArray
    computed: IntArray
    chosen: BoolArray
    disadvantaged_pct: Array
    by_disadvantage: BoolArray
    nearest: bool

    def of(self, school: int, *, computed: bool = False) -> tuple[int, ...]:
        """Places of one school's peers."""
        row = (self.computed if computed else self.places)[school]
        return tuple(int(place) for place in row if place != _NOBODY)


def find_peers(
    schools: tuple[School, ...], basis: PeerBasis, disadvantaged_pct: Array, n_peers: int, min_peers: int
) -> Peers:
    """Like schools of every school: the list people chose, else the computed one.

    A chosen list of which fewer than ``min_peers`` schools are still open gives way to the computed one.
    """
    computed, used = peer_groups(schools, n_peers, min_peers, disadvantaged_pct, basis)
    lists = _chosen_lists(schools, basis.choices, min_peers)
    width = max([computed.shape[1], *(len(each) for each in lists.values())])
    places = np.full((len(schools), width), _NOBODY, np.int64)
    places[:, : computed.shape[1]] = computed
    for school, chosen in lists.items():
        places[school] = _NOBODY
        places[school, : len(chosen)] = chosen
    by_person = np.isin(np.arange(len(schools)), list(lists))
    return Peers(places, computed, by_person, disadvantaged_pct, used, _is_large(schools))


def peer_groups(
    schools: tuple[School, ...],
    n_peers: int,
    min_peers: int,
    disadvantaged_pct: Array | None = None,
    basis: PeerBasis = PLAIN_BASIS,
) -> tuple[IntArray, BoolArray]:
    """Like schools as computed, the same in whatever order the schools come.

    In an area of 60 schools or more: the ``n_peers`` that teach the same grades and lie nearest in log
    enrolment and, where it is known of most of them, in the share of disadvantaged pupils, each
    in units of its standard deviation; a school whose own share is unknown is matched by size alone. In a
    smaller area: thirds of the size order, whatever the grades. A school of unknown size, or with fewer than
    ``min_peers`` like it, has none; nor has a closed one. Time and memory grow with schools × peers.

    Returns:
        Places ``[school, peer]``, -1 where there are fewer, and per school whether the share was used.
    """
    size = np.array(
        [np.nan if s.pupils is None or not s.active else np.log1p(s.pupils) for s in schools], float
    )
    share = np.full(len(schools), np.nan) if disadvantaged_pct is None else disadvantaged_pct
    used = np.zeros(len(schools), bool)
    known = np.flatnonzero(np.isfinite(size))
    ids = np.array([school.school_id for school in schools])
    in_order = known[np.lexsort((ids[known], size[known]))]
    if not _is_large(schools):
        return _strata(in_order, len(schools), min_peers), used
    peers = np.full((len(schools), n_peers), _NOBODY, np.int64)
    taught = np.array([" ".join(sorted(grades_taught(school))) or school.level for school in schools])
    for one in np.unique(taught[known]):
        same = in_order[taught[in_order] == one]
        _fill(peers, same, nearest_on_line(size[same], n_peers))
        told = same[np.isfinite(share[same])]
        if len(told) > min_peers and 100 * len(told) >= basis.min_known_pct * len(same):
            by_id = told[np.argsort(ids[told])]
            _fill(
                peers, by_id, nearest_in_plane(size[by_id], share[by_id], n_peers, basis.disadvantaged_weight)
            )
            used[told] = True
    peers[(peers >= 0).sum(axis=1) < min_peers] = _NOBODY
    return peers, used & (peers[:, 0] != _NOBODY)


def disadvantaged_shares(
    observations: pd.DataFrame,
    schools: tuple[School, ...],
    indicator_id: str,
    periods: Mapping[PeriodKind, Period],
) -> Array:
    """Share of disadvantaged pupils per school, in per cent of the register's pupils; NaN where unknown.

    Args:
        observations: long table; ``n`` of ``indicator_id`` counts the disadvantaged, of the latest year up to
            the one examined.
    """
    pupils = np.array([float(s.pupils) if s.pupils else np.nan for s in schools], float)
    latest = {str(kind): period.year_be for kind, period in periods.items()}
    rows = observations[(observations["indicator_id"] == indicator_id) & observations["n"].notna()]
    rows = rows[rows["year_be"] <= rows["period_kind"].astype(str).map(latest).astype(float)]
    counted = rows.sort_values(["year_be", "term"]).drop_duplicates("school_id", keep="last")
    by_id = dict(zip(counted["school_id"], counted["n"].astype(float), strict=True))
    share = 100 * np.array([by_id.get(school.school_id, np.nan) for school in schools], float) / pupils
    # more of them than the register has pupils: one of the two is of another year or wrong
    return np.where(share <= 100, share, np.nan)


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


def _is_large(schools: tuple[School, ...]) -> bool:
    return sum(school.active for school in schools) >= ENOUGH_FOR_NEAREST


def _strata(in_order: IntArray, n_schools: int, min_peers: int) -> IntArray:
    """Thirds of the size order; everybody else of one's third is a peer."""
    strata = np.array_split(in_order, _STRATA)
    peers = np.full((n_schools, max(len(strata[0]) - 1, 1)), _NOBODY, np.int64)
    for stratum in strata:
        for place, school in enumerate(stratum):
            peers[school, : len(stratum) - 1] = np.delete(stratum, place)
    peers[(peers >= 0).sum(axis=1) < min_peers] = _NOBODY
    return peers


def _fill(peers: IntArray, members: IntArray, nearest: IntArray) -> None:
    """Write the nearest, given as places among the members, into the rows of the members."""
    peers[members] = _NOBODY
    peers[members, : nearest.shape[1]] = np.where(nearest >= 0, members[nearest], _NOBODY)


def _chosen_lists(
    schools: tuple[School, ...], choices: Mapping[str, tuple[str, ...]], min_peers: int
) -> dict[int, list[int]]:
    """School → the open schools chosen for it, where there are still enough of them."""
    places = {school.school_id: place for place, school in enumerate(schools) if school.active}
    lists = {}
    for school_id, ids in choices.items():
        chosen = sorted({places[each] for each in ids if each in places and each != school_id})
        if school_id in places and len(chosen) >= min_peers:
            lists[places[school_id]] = chosen
    return lists
