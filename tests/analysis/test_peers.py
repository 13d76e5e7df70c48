from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.analysis.peers import peer_groups, peer_values
from lib.analysis.pooling import Pooled
from tests.analysis.builders import schools


def _members(groups: np.ndarray, school: int) -> set[int]:
    return {int(place) for place in groups[school] if place >= 0}


def test_in_a_large_area_the_nearest_in_size_are_peers() -> None:
    # sizes 100, 110, … 690; school 30 has 400 pupils; on the log scale 420 is nearer than 380
    many = schools(60, pupils=range(100, 700, 10))
    assert _members(peer_groups(many, 3, 2)[0], 30) == {29, 31, 32}


def test_the_smallest_school_looks_upwards_only() -> None:
    many = schools(60, pupils=range(100, 700, 10))
    assert _members(peer_groups(many, 4, 2)[0], 0) == {1, 2, 3, 4}


def test_another_level_is_no_peer_however_near() -> None:
    many = tuple(
        replace(school, level="ขยายโอกาส" if k % 2 else "ประถมศึกษา")
        for k, school in enumerate(schools(60, pupils=range(100, 160)))
    )
    groups, _ = peer_groups(many, 12, 8)
    assert all(place % 2 == k % 2 for k in range(60) for place in _members(groups, k))


def test_too_few_of_a_level_have_no_peers() -> None:
    many = tuple(
        replace(school, level="มัธยม" if k < 5 else "ประถมศึกษา") for k, school in enumerate(schools(60))
    )
    groups, _ = peer_groups(many, 12, 8)
    assert [len(_members(groups, k)) for k in (0, 4, 5)] == [0, 0, 12]


def test_a_small_area_is_cut_into_thirds_by_size() -> None:
    thirty = schools(30, pupils=range(10, 310, 10))
    groups, _ = peer_groups(thirty, 12, 8)
    assert _members(groups, 0) == set(range(1, 10))
    assert _members(groups, 15) == set(range(10, 20)) - {15}


def test_a_school_of_unknown_size_has_no_peers_and_is_nobodys() -> None:
    many = (replace(schools(1)[0], pupils=None), *schools(61)[1:])
    groups, _ = peer_groups(many, 12, 8)
    assert _members(groups, 0) == set()
    assert 0 not in groups


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(5, 2000), min_size=60, max_size=90, unique=True), st.integers(1, 15))
def test_no_other_school_is_nearer_than_a_peer(pupils: list[int], n_peers: int) -> None:
    size = np.log1p(np.array(pupils, float))
    groups, _ = peer_groups(schools(len(pupils), pupils=pupils), n_peers, 1)
    for k, own in enumerate(groups):
        distance = np.abs(size - size[k])
        distance[k] = np.inf
        assert k not in own
        assert sorted(distance[own]) == pytest.approx(np.sort(distance)[:n_peers])


def test_peers_weigh_by_pupils_and_those_without_figures_are_left_out() -> None:
    # 10 at 50 and 30 at 90 make 3,200 / 40 = 80; the third has no figure
    nan = np.nan
    pooled = Pooled(
        *(np.array([row]) for row in ([5.0] * 4, [20, 10, 30, nan], [70, 50, 90, nan], [0.0] * 4, [1.0] * 4))
    )
    peers = np.array([[1, 2, 3], [-1, -1, -1], [-1, -1, -1], [-1, -1, -1]])
    value, n, n_peers = peer_values(pooled, peers, 2)
    assert (value[0, 0], n[0, 0], n_peers[0, 0]) == (80.0, 40.0, 2.0)
    assert np.isnan(value[0, 1:]).all()
    assert np.isnan(peer_values(pooled, peers, 3)[0]).all()
