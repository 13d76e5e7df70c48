import random
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.analysis.peers import Peers, disadvantaged_shares, find_peers, peer_groups, peer_values
from lib.analysis.pooling import Pooled
from lib.domain.peers import PeerBasis
from lib.domain.schools import School
from tests.analysis.builders import PERIODS, schools


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


POOR = PeerBasis("budget.poor")


def _school_lists(groups: np.ndarray, of: tuple[School, ...]) -> dict[str, list[str]]:
    """School id → ids of its peers, in the order of the list."""
    return {
        school.school_id: [of[place].school_id for place in row if place >= 0]
        for school, row in zip(of, groups, strict=True)
    }


def test_of_two_equally_large_the_one_with_a_like_share_of_poor_pupils_is_nearer() -> None:
    # all have 100 pupils, so that the share alone decides: 10, 11, 12 … per cent
    sixty = schools(60)
    groups, used = peer_groups(sixty, 3, 2, np.arange(10.0, 70.0), POOR)
    assert _members(groups, 30) == {29, 31, 28}
    assert used.all()


def test_size_outweighs_the_share_of_poor_pupils() -> None:
    # two sizes, log(1+20) and log(1+1000); shares alternate between 10 and 50, half as heavy as size
    sixty = schools(60, pupils=[20] * 30 + [1000] * 30)
    groups, _ = peer_groups(sixty, 20, 8, np.array([10.0, 50.0] * 30), POOR)
    assert all(place < 30 for place in _members(groups, 0))


def test_a_school_without_a_known_share_is_matched_by_size_and_the_others_are_not_harmed() -> None:
    share = np.arange(10.0, 70.0)
    share[5] = np.nan
    groups, used = peer_groups(schools(60, pupils=range(100, 700, 10)), 4, 2, share, POOR)
    assert _members(groups, 5) == {3, 4, 6, 7}
    assert not used[5]
    assert used.sum() == 59
    assert all(5 not in _members(groups, k) for k in range(60))


def test_where_the_share_is_known_of_too_few_nobody_is_matched_by_it() -> None:
    share = np.where(np.arange(60) < 40, 30.0, np.nan)
    groups, used = peer_groups(schools(60, pupils=range(100, 700, 10)), 3, 2, share, POOR)
    assert _members(groups, 30) == {29, 31, 32}
    assert not used.any()


def test_kindergartens_beside_the_same_grades_do_not_part_schools() -> None:
    many = tuple(
        replace(school, level="อนุบาล-ประถมศึกษา" if k % 2 else "ประถมศึกษา")
        for k, school in enumerate(schools(60, pupils=range(100, 160)))
    )
    groups, _ = peer_groups(many, 2, 2)
    assert _members(groups, 30) == {29, 31}


def test_the_share_is_of_the_registers_pupils_in_the_latest_year_with_a_count() -> None:
    three = schools(3, pupils=[100, 200, 50])
    rows = [("b.poor", s.school_id, 2566, 20.0) for s in three] + [
        ("b.poor", three[0].school_id, 2567, 30.0),  # replaces 2566
        ("b.poor", three[1].school_id, 2568, 99.0),  # after the year examined
        ("b.poor", three[2].school_id, 2567, 60.0),  # more than the school has pupils
        ("b.other", three[0].school_id, 2567, 90.0),
    ]
    table = pd.DataFrame(rows, columns=["indicator_id", "school_id", "year_be", "n"]).assign(
        term=0, period_kind="academic_year"
    )
    shares_pct = disadvantaged_shares(table, three, "b.poor", PERIODS)
    assert shares_pct[:2].tolist() == [30.0, 10.0]
    assert np.isnan(shares_pct[2])


def _found(choices: dict[str, tuple[str, ...]], of: tuple[School, ...]) -> Peers:
    return find_peers(of, PeerBasis(choices=choices), np.full(len(of), np.nan), 12, 8)


def test_the_list_people_chose_takes_the_place_of_the_computed_one() -> None:
    twenty = schools(20, pupils=range(10, 210, 10))
    far = tuple(school.school_id for school in twenty[12:])
    peers = _found({twenty[0].school_id: far}, twenty)
    assert peers.of(0) == tuple(range(12, 20))
    assert peers.of(0, computed=True) == ()  # a third of 20 schools holds 6 others
    assert peers.chosen.tolist() == [True] + [False] * 19


def test_a_chosen_list_with_too_few_open_schools_left_gives_way_to_the_computed_one() -> None:
    thirty = schools(30, pupils=range(10, 310, 10))
    ids = tuple(school.school_id for school in thirty[20:28])
    of = (*thirty[:20], replace(thirty[20], active=False), *thirty[21:])
    peers = _found({thirty[0].school_id: ids}, of)
    assert not peers.chosen[0]
    assert peers.of(0) == peers.of(0, computed=True) != ()


def test_choices_of_schools_that_are_gone_do_no_harm() -> None:
    peers = _found({"00000000": ("1",) * 9}, schools(20))
    assert not peers.chosen.any()


LEVELS = ("ประถมศึกษา", "อนุบาล-ประถมศึกษา", "ขยายโอกาส", "มัธยมศึกษา", "")


@st.composite
def registers(draw: st.DrawFn) -> tuple[tuple[School, ...], np.ndarray]:
    count = draw(st.one_of(st.integers(0, 40), st.integers(75, 90)))
    sizes = draw(st.lists(st.one_of(st.none(), st.integers(0, 60)), min_size=count, max_size=count))
    levels = draw(st.lists(st.sampled_from(LEVELS), min_size=count, max_size=count))
    opens = draw(st.lists(st.integers(0, 9), min_size=count, max_size=count))
    known = draw(st.lists(st.one_of(st.none(), st.integers(0, 20)), min_size=count, max_size=count))
    of = tuple(
        replace(school, pupils=size, level=level, active=bool(open_))
        for school, size, level, open_ in zip(
            schools(count, pupils=[0] * count), sizes, levels, opens, strict=True
        )
    )
    return of, np.array([np.nan if one is None else 5.0 * one for one in known], float)


@settings(deadline=None, max_examples=60)
@given(registers(), st.integers(1, 8), st.randoms(use_true_random=False))
def test_peers_are_open_others_enough_or_none_and_the_same_in_any_order(
    register: tuple[tuple[School, ...], np.ndarray], min_peers: int, random: random.Random
) -> None:
    of, share = register
    groups, _ = peer_groups(of, 12, min_peers, share, POOR)
    lists = _school_lists(groups, of)
    active = {school.school_id for school in of if school.active}
    for school_id, peers in lists.items():
        assert school_id not in peers
        assert len(set(peers)) == len(peers)
        assert not peers or len(peers) >= min_peers
        assert set(peers) <= active
        assert school_id in active or not peers
    order = list(range(len(of)))
    random.shuffle(order)
    shuffled = tuple(of[k] for k in order)
    again, _ = peer_groups(shuffled, 12, min_peers, share[order], POOR)
    assert _school_lists(again, shuffled) == lists


@settings(deadline=None, max_examples=40)
@given(registers(), st.data())
def test_a_chosen_list_is_never_smaller_than_the_least_and_never_holds_its_own_school(
    register: tuple[tuple[School, ...], np.ndarray], data: st.DataObject
) -> None:
    of, share = register
    ids = [school.school_id for school in of] + ["00000000"]
    choices = data.draw(
        st.dictionaries(st.sampled_from(ids), st.lists(st.sampled_from(ids), max_size=20).map(tuple))
    )
    peers = find_peers(of, PeerBasis(choices=choices), share, 12, 8)
    for place in range(len(of)):
        mine = peers.of(place)
        assert place not in mine
        assert not mine or len(mine) >= 8
        assert all(of[one].active for one in mine)
        if not peers.chosen[place]:
            assert mine == peers.of(place, computed=True)
