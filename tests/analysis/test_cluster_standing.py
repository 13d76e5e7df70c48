"""The cells of the heat map: level and change of the area and its clusters, and what is hatched."""

import pandas as pd

from lib.analysis.cluster_standing import CLUSTER_CELL_COLUMNS, cluster_cells
from lib.analysis.examination import examine
from lib.catalog.rules import load_rules
from lib.domain.indicators import Direction, Indicator, Kind
from tests.analysis.builders import PERIODS, YEAR, benchmarks, indicator, observations, schools, shares

RULES = load_rules()
TEN = schools(10, clusters=2)


def cells(of: Indicator, *tables: pd.DataFrame) -> pd.DataFrame:
    found = examine(pd.concat(tables), benchmarks(), (of,), TEN, PERIODS, RULES)
    return cluster_cells(found, [of.id]).set_index("group_id")


def test_the_area_and_each_cluster_stand_on_the_steps_towards_the_target() -> None:
    # schools take turns in two clusters: 60 of 100 against 80 is 25 per cent short, 80 reaches it
    of = indicator(target=80.0)
    rows = cells(of, shares(of, TEN, [60, 80] * 5, [100] * 10))
    assert list(rows.index) == ["", "กลุ่ม 1", "กลุ่ม 2"]
    assert rows["value"].tolist() == [70.0, 60.0, 80.0]
    assert rows["n"].tolist() == [1000.0, 500.0, 500.0]
    assert rows["status"].tolist() == [2.0, 1.0, 4.0]
    assert set(rows["status_basis"]) == {"target"}


def test_a_change_is_hatched_unless_its_interval_excludes_zero() -> None:
    # Newcombe of the area: 600 after 800 of 1,000 excludes 0, 795 after 800 holds it
    of, n = indicator(), [100] * 10
    before = shares(of, TEN, [80] * 10, n, YEAR - 1)
    fell = cells(of, shares(of, TEN, [60] * 10, n), before).loc[""]
    assert (fell["change"].difference, fell["change_step"], fell["distinguishable"]) == (-20.0, 1.0, True)
    same = cells(of, shares(of, TEN, [79, 80] * 5, n), before).loc[""]
    assert (same["change"].difference, same["distinguishable"]) == (-0.5, False)


def test_without_an_earlier_year_nothing_is_said_about_change() -> None:
    of = indicator()
    row = cells(of, shares(of, TEN, [80] * 10, [100] * 10)).loc[""]
    assert row["change"] is None
    assert row[["change_step", "distinguishable"]].isna().all()
    assert row["change_label"] == ""


def test_a_cluster_of_few_pupils_is_marked_small() -> None:
    of = indicator(min_n=10)
    rows = cells(of, shares(of, TEN, [1, 80] * 5, [1, 100] * 5))
    assert rows["small"].tolist() == [False, True, False]


def test_a_total_is_not_held_against_the_areas_target_cluster_by_cluster() -> None:
    of = indicator("cases", Kind.COUNT, direction=Direction.LOWER, target=20.0)
    table = observations({"indicator_id": of.id, "school_id": s.school_id, "value": 3.0} for s in TEN)
    rows = cells(of, table)
    assert rows["status_basis"].tolist() == ["target", "", ""]


def test_no_figures_give_an_empty_table_of_the_same_columns() -> None:
    of = indicator()
    found = examine(observations([]), benchmarks(), (of,), TEN, PERIODS, RULES)
    empty = cluster_cells(found, [of.id])
    assert (list(empty.columns), len(empty)) == (list(CLUSTER_CELL_COLUMNS), 0)
