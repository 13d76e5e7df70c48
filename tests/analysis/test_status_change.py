import pytest

from lib.analysis.examination import examine
from lib.analysis.status import area_status
from lib.analysis.status_change import change_step
from lib.catalog.rules import load_rules
from lib.domain.indicators import Direction, Kind
from tests.analysis.builders import PERIODS, benchmarks, indicator, schools, shares

RULES = load_rules()


@pytest.mark.parametrize(
    ("now", "step"), [(47.0, 1), (47.01, 2), (49.5, 2), (49.51, 3), (50.49, 3), (50.5, 4), (53.0, 5)]
)
def test_a_change_falls_into_five_fixed_steps(now: float, step: int) -> None:
    assert change_step(indicator(), 50.0, now, RULES) == step


def test_a_fall_is_better_where_less_is_good() -> None:
    assert change_step(indicator(direction=Direction.LOWER), 50.0, 40.0, RULES) == 5


def test_coming_nearer_to_a_target_band_is_better() -> None:
    of = indicator(direction=Direction.BAND, target=40.0, target_high=60.0)
    assert change_step(of, 90.0, 70.0, RULES) == 5
    assert change_step(of, 45.0, 55.0, RULES) == 3


def test_the_first_case_after_none_is_no_standstill() -> None:
    assert change_step(indicator("c", Kind.COUNT, direction=Direction.LOWER), 0.0, 1.0, RULES) == 1


def test_an_indicator_that_is_not_judged_has_no_good_change() -> None:
    assert change_step(indicator(direction=Direction.CONTEXT), 50.0, 90.0, RULES) is None


@pytest.mark.parametrize(
    ("outside", "status"), [(84.5, 1), (83.0, 2), (81.0, 3), (80.0, 3), (77.0, 4), (75.0, 5)]
)
def test_without_a_target_the_areas_interval_is_held_against_the_nation(outside: float, status: int) -> None:
    # Wilson for 800 of 1,000: 77.41 to 82.36 at 95 %, 75.82 to 83.62 at 99.8 %
    of, marks = indicator(), benchmarks([{"indicator_id": indicator().id, "value": outside}])
    table = shares(of, schools(10), [80] * 10, [100] * 10)
    found = examine(table, marks, (of,), schools(10), PERIODS, RULES)
    assert area_status(found, 0) == (status, "benchmark")


def test_where_less_is_better_an_area_above_the_nation_is_on_the_poor_side() -> None:
    of = indicator(direction=Direction.LOWER)
    marks = benchmarks([{"indicator_id": of.id, "value": 70.0}])
    table = shares(of, schools(10), [80] * 10, [100] * 10)
    found = examine(table, marks, (of,), schools(10), PERIODS, RULES)
    assert area_status(found, 0) == (1, "benchmark")


def test_a_target_comes_before_the_nation() -> None:
    of = indicator(target=80.0)
    marks = benchmarks([{"indicator_id": of.id, "value": 70.0}])
    table = shares(of, schools(10), [80] * 10, [100] * 10)
    found = examine(table, marks, (of,), schools(10), PERIODS, RULES)
    assert area_status(found, 0) == (4, "target")
