"""Hidden counts stay hidden: by hand, and against a search over every table that fits."""

import numpy as np

from lib.analysis.suppression import make_guarded, protect
from lib.analysis.suppression_audit import AdditiveTable, Doubts, ask, draw_at_random, first_bounds
from lib.analysis.suppression_units import Units
from tests.analysis.suppression_attack import SmallTable, hide, possible_ranges, random_table, too_close

ONE_CLUSTER = Units(
    4, np.array([[True, True, False, False], [False, False, True, True], [True] * 4]), np.array([0, 0, 9])
)


def _alone(counts: list[int], units: Units = ONE_CLUSTER) -> AdditiveTable:
    values = np.append(np.array(counts, float), units.member @ np.array(counts, float))
    relations = np.hstack((-units.member.astype(float), np.eye(len(units.member))))
    places = np.arange(len(values))
    return AdditiveTable(values, relations, np.full(len(values), 5.0), places, np.zeros_like(places))


def _narrow_cells(table: AdditiveTable, hidden: np.ndarray) -> list[int]:
    own = Doubts(table, hidden, first_bounds(table))
    draw_at_random([own])
    return [int(cell) for cell in np.flatnonzero(own.doubted()) if ask([(own, int(cell))]) == [True]]


def test_a_single_hidden_school_is_the_total_minus_the_others():
    table = _alone([3, 20, 30, 40])
    hidden = np.array([True, False, False, False, False, False, False])
    assert _narrow_cells(table, hidden) == [0]


def test_two_hidden_schools_of_one_cluster_share_their_sum():
    table = _alone([3, 20, 30, 40])
    hidden = np.array([True, True, False, False, False, False, False])
    assert _narrow_cells(table, hidden) == []  # 0 to 23 each


def test_two_small_counts_in_a_cluster_are_not_enough_for_each_other():
    table = _alone([1, 2, 30, 40])
    hidden = np.array([True, True, False, False, False, False, False])
    assert _narrow_cells(table, hidden) == [0, 1]  # their sum is 3


def test_the_smallest_school_of_the_same_cluster_guards_a_small_one():
    table = SmallTable(ONE_CLUSTER, [3, 20, 30, 40])
    assert hide(table) == [True, True, False, False, False, False, False]
    assert possible_ranges(table, hide(table))[0] == (0, 23) or possible_ranges(table, hide(table))[0][1] >= 5


def test_nothing_is_hidden_where_nothing_is_small():
    assert not any(hide(SmallTable(ONE_CLUSTER, [10, 20, 30, 40])))


def test_a_total_is_hidden_where_all_its_schools_count_nobody():
    # the cluster's 0 would tell of the hidden school that it counts 0
    values = [0, 0, 30, 40]
    primary = np.array([True, False, False, False, False, False, False])
    table = _alone(values)
    pattern = protect([make_guarded([table], (primary,), table.values)], ONE_CLUSTER)[0]
    assert pattern[4] or pattern[5]


def test_the_search_finds_what_a_careless_office_gives_away():
    table = SmallTable(ONE_CLUSTER, [3, 20, 30, 40])
    assert possible_ranges(table, [True, *[False] * 6]) == {0: (3, 3)}


def test_tables_looked_at_together_hide_what_each_would_hide_alone():
    tables = [random_table(seed) for seed in range(200, 230)]
    units = tables[0].units
    alike = [SmallTable(units, [*each.counts, *[30] * 6][: units.n_schools]) for each in tables]
    jobs = [make_guarded([_alone(each.counts, units)], (_small(each),), _values(each)) for each in alike]
    assert [pattern.tolist() for pattern in protect(jobs, units)] == [hide(each) for each in alike]


def _values(table: SmallTable) -> np.ndarray:
    counts = np.array(table.counts, float)
    return np.append(counts, table.units.member @ counts)


def _small(table: SmallTable) -> np.ndarray:
    return np.asarray((_values(table) > 0) & (_values(table) < 5))


def test_no_hidden_count_of_random_tables_can_be_told_closer_than_the_width():
    assert [told for seed in range(120) for told in too_close(seed)] == []


def test_random_tables_do_hide_something():
    hidden = [sum(hide(random_table(seed))) for seed in range(40)]
    assert sum(count > 0 for count in hidden) > 25
