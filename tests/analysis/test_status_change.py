import pandas as pd
import pytest

from lib.analysis.examination import Examination, examine
from lib.analysis.status import area_status
from lib.analysis.status_change import STATUS_CHANGE_COLUMNS, change_step, status_changes
from lib.catalog.rules import load_rules
from lib.domain.indicators import Direction, Indicator, Kind
from tests.analysis.builders import PERIODS, YEAR, benchmarks, indicator, observations, schools, shares

RULES = load_rules()


def _examined(*tables: pd.DataFrame, of: Indicator, n_schools: int = 10) -> Examination:
    return examine(pd.concat(tables), benchmarks(), (of,), schools(n_schools), PERIODS, RULES)


def _row(of: Indicator, x: list[int], n: list[int], before: list[int] | None = None) -> pd.Series:
    """The first school's cell."""
    table = [shares(of, schools(10), x, n)]
    if before is not None:
        table.append(shares(of, schools(10), before, n, YEAR - 1))
    cells = status_changes(_examined(*table, of=of))
    return cells[cells["school_id"] == "99010000"].iloc[0]


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


def test_a_school_stands_on_the_steps_towards_its_target() -> None:
    # 60 of 100 against 80: 25 per cent of the target short
    row = _row(indicator(target=80.0), [60] + [80] * 9, [100] * 10)
    assert (row["status"], row["status_basis"], row["status_label"]) == (1, "target", RULES.step_labels[0])


def test_without_a_target_the_funnel_tells_the_status() -> None:
    # area 785 of 1000; 50 of 100 is 6.9 standard errors below, 70 of 100 is 2.1 below
    row = _row(indicator(), [50] + [80] * 4 + [83] * 5, [100] * 10)
    assert (row["status"], row["status_basis"]) == (1, "funnel")
    row = _row(indicator(), [70] + [80] * 9, [100] * 10)
    assert row["status"] == 2


def test_the_area_is_its_own_comparator_and_has_a_level_against_a_target_only() -> None:
    cells = status_changes(_examined(shares(indicator(), schools(10), [80] * 10, [100] * 10), of=indicator()))
    area = cells[cells["school_id"] == ""].iloc[0]
    assert (area["value"], area["n"], area["status_basis"]) == (80.0, 1000.0, "")


@pytest.mark.parametrize(
    ("outside", "status"), [(84.5, 1), (83.0, 2), (81.0, 3), (80.0, 3), (77.0, 4), (75.0, 5)]
)
def test_without_a_target_the_areas_interval_is_held_against_the_nation(outside: float, status: int) -> None:
    # Wilson for 800 of 1,000: 77.41 to 82.36 at 95 %, 75.82 to 83.62 at 99.8 %
    of, marks = indicator(), benchmarks([{"indicator_id": indicator().id, "value": outside}])
    table = shares(of, schools(10), [80] * 10, [100] * 10)
    found = examine(table, marks, (of,), schools(10), PERIODS, RULES)
    area = status_changes(found).iloc[0]
    assert (area["status"], area["status_basis"]) == (status, "benchmark")


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


def test_a_total_is_not_held_against_the_areas_target_school_by_school() -> None:
    of = indicator("cases", Kind.COUNT, direction=Direction.LOWER, target=20.0)
    table = observations({"indicator_id": of.id, "school_id": s.school_id, "value": 3.0} for s in schools(10))
    cells = status_changes(_examined(table, of=of))
    assert set(cells.loc[cells["school_id"] != "", "status_basis"]) == {""}
    assert cells.loc[cells["school_id"] == "", "status_basis"].item() == "target"


def test_a_change_is_hatched_unless_its_interval_excludes_zero() -> None:
    # Newcombe 60/100 after 80/100: −0.2, limits −0.316 and −0.074; 78 after 80 holds 0
    of, n = indicator(), [100] * 10
    row = _row(of, [60] + [80] * 9, n, [80] * 10)
    assert (row["change"], row["change_step"], row["distinguishable"]) == (-20.0, 1, True)
    row = _row(of, [78] + [80] * 9, n, [80] * 10)
    assert (row["change"], row["change_step"], row["distinguishable"]) == (-2.0, 2, False)


def test_without_an_earlier_year_nothing_is_said_about_change() -> None:
    row = _row(indicator(), [80] * 10, [100] * 10)
    assert row[["change", "change_year_be", "change_step", "distinguishable"]].isna().all()
    assert row["change_label"] == ""


def test_a_small_school_is_marked_small() -> None:
    assert _row(indicator(), [4] + [80] * 9, [5] + [100] * 9)["small"]


def test_no_figures_give_an_empty_table_of_the_same_columns() -> None:
    cells = status_changes(_examined(observations([]), of=indicator()))
    assert (list(cells.columns), len(cells)) == (list(STATUS_CHANGE_COLUMNS), 0)
