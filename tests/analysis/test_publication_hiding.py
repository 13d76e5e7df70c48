"""Means and percentages stay hidden from one who knows every total and every rounding."""

import dataclasses

import numpy as np
import pytest

from lib.analysis.publication_guessing import n_told_by_size
from lib.analysis.suppression_units import Units
from tests.analysis.published_tables import MEAN, PERCENT, as_read, careless, hide, make_table, make_units
from tests.robustness.attack_means import Told, told_values

SCALE = (0.0, 100.0)
_OTHER = dataclasses.replace(PERCENT, id="general.other_pct", group="other")


def _by_unit(rows: list[dict[str, str]]) -> dict[str, Told]:
    return {told.unit: told for told in told_values(rows, SCALE)}


def test_a_lone_hidden_mean_is_told_by_the_mean_of_all() -> None:
    units = Units(2, np.array([[True, True]]), np.array([2]))
    table = make_table(MEAN, units, [70.0, 50.0], [5, 995])
    told = _by_unit(as_read(careless(table, 0), units))["school 0"]
    # 1,000 × 50.10 ± 10 less 995 × 50.00 ± 4.975 is 350 ± 14.975, for five people 70 ± 2.995
    assert (told.low, told.high) == pytest.approx((67.005, 72.995), abs=0.001)
    assert not told.is_open(100.0)


def test_the_attack_reads_people_that_are_hidden_too() -> None:
    units = make_units([0, 0, 1], [0, 1, 1])
    table = make_table(MEAN, units, [70.0, 50.0, 40.0], [5, 20, 30])
    hidden = careless(table, 0)
    hidden.hides_n[0] = True
    assert _by_unit(as_read(hidden, units))["school 0"].n == pytest.approx(5)


def test_a_small_mean_is_guarded_by_others() -> None:
    units = make_units([0, 0, 0, 1, 1, 1], [0, 1, 0, 1, 0, 1])
    table = make_table(MEAN, units, [70.0, 50.0, 41.0, 55.0, 62.0, 38.0], [5, 20, 31, 40, 28, 33])
    rows = as_read(hide((table,), units)[0], units)
    assert sum(row["suppressed"] == "1" for row in rows) >= 2
    assert {unit: told for unit, told in _by_unit(rows).items() if not told.is_open(100.0)} == {}


@pytest.mark.parametrize("indicator", [MEAN, PERCENT], ids=["mean", "percent"])
def test_no_hidden_value_of_random_tables_is_told_closer_than_promised(indicator) -> None:  # type: ignore[no-untyped-def]
    asked = 0
    for seed in range(12):
        chance = np.random.default_rng(seed)
        k = int(chance.integers(8, 16))
        units = make_units(chance.integers(0, 3, k).tolist(), chance.integers(0, 2, k).tolist())
        n = chance.choice([3, 6, 8, 12, 15, 22, 40, 90], k).tolist()
        if indicator is MEAN:
            values = np.round(chance.uniform(20, 95, k), 2).tolist()
        else:
            values = [100 * int(chance.integers(0, each + 1)) / each for each in n]
        rows = as_read(hide((make_table(indicator, units, values, n),), units)[0], units)
        found = _by_unit(rows)
        asked += len(found)
        assert {(seed, unit): told for unit, told in found.items() if not told.is_open(100.0)} == {}
    assert asked > 60


def test_groups_alike_by_chance_do_not_join_two_indicators() -> None:
    units = make_units([0, 0, 0, 1, 1, 1], [0, 1, 0, 1, 0, 1])
    small = make_table(PERCENT, units, [20.0, 50.0, 40.0, 50.0, 50.0, 50.0], [10, 20, 30, 40, 50, 60])
    # the first school has ten people there too; the others are about other people
    other = make_table(_OTHER, units, [50.0, 50.0, 50.0, 50.0, 50.0, 50.0], [10, 28, 44, 62, 90, 80])
    first, second = hide((small, other), units)
    assert sum(reason == "secondary" for reason in first.reasons) >= 1
    assert set(second.reasons) == {""}


def test_a_code_beside_a_number_of_people_no_other_school_has_can_be_named() -> None:
    units = Units(4, np.array([[True] * 4]), np.array([2]))
    table = make_table(MEAN, units, [70.0, 50.0, 60.0, 55.0], [12, 12, 30, 41])
    hidden = careless(table, 3)
    assert n_told_by_size([hidden], 4) == 2  # of 30 and of 41; the two of 12 are alike
    hidden.hides_n[3] = True
    assert n_told_by_size([hidden], 4) == 1
