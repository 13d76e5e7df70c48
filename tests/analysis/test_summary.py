import numpy as np
import pandas as pd
import pytest

from lib.analysis.examination import Examination, examine
from lib.analysis.groups import summarize_groups
from lib.analysis.school_rows import SCHOOL_ROW_COLUMNS, school_rows
from lib.analysis.standing import good_gap, level_of, step_of
from lib.analysis.summary import IndicatorSummary, summarize_place
from lib.analysis.trends import area_trend, school_trend
from lib.catalog.rules import load_rules
from lib.domain.indicators import Band, Direction, Indicator, Kind, RatingScale
from lib.domain.schools import OfficeType, School, SizeBand, SizeScheme
from tests.analysis.builders import (
    PERIODS,
    YEAR,
    benchmarks,
    indicator,
    observations,
    schools,
    shares,
)

RULES = load_rules()
PASS = indicator(target=70.0)


def _summary(
    table: pd.DataFrame, of: Indicator, in_schools: tuple[School, ...], **keys: object
) -> IndicatorSummary:
    marks = keys.get("marks")
    rows = marks if isinstance(marks, pd.DataFrame) else benchmarks()
    return summarize_place(examine(table, rows, [of], in_schools, PERIODS, RULES), 0)


def _found(table: pd.DataFrame, of: Indicator, in_schools: tuple[School, ...]) -> Examination:
    return examine(table, benchmarks(), [of], in_schools, PERIODS, RULES)


def test_the_area_row_states_value_n_and_interval() -> None:
    # 21 of 28 is 75 %; Wilson 95 %: 56.64 to 87.32
    three = schools(4)
    summary = _summary(shares(PASS, three[:3], [6, 7, 8], [8, 10, 10]), PASS, three)
    assert (summary.value, summary.n_total, summary.n_schools, summary.n_expected) == (75.0, 28, 3, 4)
    assert (summary.lower, summary.upper) == pytest.approx((56.64, 87.32), abs=0.005)
    assert summary.coverage_pct == 75.0


def test_schools_and_pupils_below_target_are_counted() -> None:
    # 80 %, 60 % and 50 % against 70: two of three schools, 30 of 40 pupils
    three = schools(3)
    summary = _summary(shares(PASS, three, [8, 6, 10], [10, 10, 20]), PASS, three)
    assert (summary.n_meeting, summary.n_judged) == (1, 3)
    assert summary.meeting_pct == pytest.approx(100 / 3)
    assert summary.pupils_below_pct == 75.0


def test_a_school_without_n_is_counted_but_not_weighed() -> None:
    two = schools(2)
    table = shares(PASS, two, [5, 9], [10, 10])
    table.loc[1, ["n", "numerator"]] = np.nan
    summary = _summary(table, PASS, two)
    assert (summary.value, summary.n_schools, summary.n_without_n) == (50.0, 2, 1)


def test_small_schools_are_counted() -> None:
    three = schools(3)
    assert _summary(shares(PASS, three, [1, 2, 5], [3, 9, 10]), PASS, three).n_small == 2


def test_quantiles_are_of_schools() -> None:
    five = schools(5)
    summary = _summary(shares(PASS, five, [1, 2, 3, 4, 5], [10] * 5), PASS, five)
    assert summary.quantiles == pytest.approx((10, 20, 30, 40, 50))


def test_benchmarks_come_from_the_file_of_that_year_and_differences_are_in_points() -> None:
    two = schools(2)
    marks = benchmarks(
        [
            {"indicator_id": PASS.id, "value": 65.5},
            {"indicator_id": PASS.id, "value": 99.0, "year_be": YEAR - 1},
            {"indicator_id": PASS.id, "value": 60.0, "scope": "area", "scope_name": ""},
        ]
    )
    found = _summary(shares(PASS, two, [5, 7], [10, 10]), PASS, two, marks=marks).benchmarks
    assert [(row.benchmark.scope, row.benchmark.value, row.difference) for row in found] == [
        ("area", 60.0, 0.0),
        ("nation", 65.5, -5.5),
    ]


def test_the_catalogues_benchmark_stands_in_where_no_file_brings_one() -> None:
    of = indicator(benchmark=40.0, benchmark_label="ประเทศ 2566")
    two = schools(2)
    found = _summary(shares(of, two, [5, 7], [10, 10]), of, two).benchmarks
    assert [(row.benchmark.name, row.difference) for row in found] == [("ประเทศ 2566", 20.0)]


def test_an_area_figure_stated_in_a_file_serves_where_no_school_has_one() -> None:
    marks = benchmarks([{"indicator_id": PASS.id, "value": 88.0, "scope": "area"}])
    summary = _summary(observations([]), PASS, schools(2), marks=marks)
    assert (summary.value, summary.aggregation, summary.n_schools) == (88.0, "stated", 0)


def test_no_figure_at_all_is_none_not_zero() -> None:
    summary = _summary(observations([]), PASS, schools(2))
    assert (summary.value, summary.aggregation, summary.step, summary.meeting_pct) == (
        None,
        "none",
        None,
        None,
    )


def test_change_tells_all_schools_from_the_same_schools() -> None:
    three = schools(3)
    table = pd.concat(
        [
            shares(PASS, three[:2], [5, 6], [10, 10], year=YEAR - 1),
            shares(PASS, three[1:], [7, 9], [10, 10]),
        ]
    )
    summary = _summary(table, PASS, three)
    # all: 80 − 55; the one school in both years: 70 − 60
    assert summary.change_all is not None
    assert summary.change_same is not None
    assert summary.change_all.difference == pytest.approx(25.0)
    assert (summary.change_same.difference, summary.change_same.n_schools) == (pytest.approx(10.0), 1)
    assert summary.change_same.certain is False


def test_change_skips_a_year_without_figures_and_names_the_year_it_uses() -> None:
    one = schools(1)
    table = pd.concat([shares(PASS, one, [5], [10], year=YEAR - 2), shares(PASS, one, [6], [10])])
    change = _summary(table, PASS, one).change_all
    assert change is not None
    assert change.year_be == YEAR - 2


def test_no_change_is_stated_across_a_break_in_the_definition() -> None:
    of = indicator(break_years=(YEAR,))
    one = schools(1)
    table = pd.concat([shares(of, one, [5], [10], year=YEAR - 1), shares(of, one, [6], [10])])
    assert _summary(table, of, one).change_all is None


@pytest.mark.parametrize(
    ("value", "step"),
    [(59.49, 1), (59.5, 2), (66.49, 2), (66.5, 3), (69.994, 3), (69.995, 4), (76.99, 4), (77.0, 5)],
)
def test_five_steps_towards_a_target_of_70(value: float, step: int) -> None:
    # limits −15, −5, 0 and +10 per cent of 70: 59.5, 66.5, 70 and 77; judged after rounding half up
    assert step_of(PASS, value, RULES) == step


def test_less_is_better_where_the_direction_says_so() -> None:
    dropouts = indicator(direction=Direction.LOWER, target=1.0)
    assert good_gap(dropouts, 1.5) == -0.5
    assert good_gap(dropouts, 0.25) == 0.75


def test_inside_a_target_band_is_reached_and_outside_counts_to_the_nearer_end() -> None:
    band = indicator(direction=Direction.BAND, target=15.0, target_high=20.0)
    assert [good_gap(band, value) for value in (14.0, 15.0, 20.0, 23.5)] == [-1.0, 0.0, 0.0, -3.5]


def test_a_level_is_read_after_rounding_half_up() -> None:
    scale = RatingScale("s", "s", (Band(1.0, "น้อย"), Band(4.51, "มากที่สุด")))
    assert [level_of(scale, value) for value in (4.504, 4.505, 0.2)] == ["น้อย", "มากที่สุด", ""]


def test_a_context_indicator_is_never_judged() -> None:
    context = indicator(direction=Direction.CONTEXT, target=10.0)
    one = schools(1)
    assert _summary(shares(context, one, [5], [10]), context, one).step is None


def test_one_row_per_school_tells_relation_and_certainty() -> None:
    # area 120 of 200: 60 %; 95 % funnel at 100 pupils: 50.4 to 69.6
    four = schools(4)
    rows = school_rows(_found(shares(PASS, four, [45, 74, 1, 0], [100, 90, 5, 5]), PASS, four), PASS.id)
    assert list(rows.columns) == list(SCHOOL_ROW_COLUMNS)
    assert rows["relation"].tolist()[:3] == ["below", "above", "not_distinguishable"]
    assert rows["small"].tolist() == [False, False, True, True]


def test_an_expected_school_without_a_figure_keeps_its_row() -> None:
    two = schools(2)
    rows = school_rows(_found(shares(PASS, two[:1], [5], [10]), PASS, two), PASS.id)
    assert rows["school_id"].tolist() == [s.school_id for s in two]
    assert rows["relation"].tolist() == ["not_distinguishable", ""]


def test_a_schools_change_carries_its_newcombe_interval() -> None:
    one = schools(1)
    table = pd.concat([shares(PASS, one, [48], [80], year=YEAR - 1), shares(PASS, one, [56], [70])])
    row = school_rows(_found(table, PASS, one), PASS.id).iloc[0]
    assert (row["change"], row["change_lower"], row["change_upper"]) == pytest.approx(
        (20.0, 5.24, 33.39), abs=0.01
    )
    assert row["change_certain"]
    assert row["change_year_be"] == YEAR - 1


def test_a_school_mean_gets_its_interval_from_stated_standard_deviations() -> None:
    # pooled sd 10 over 99 + 99 degrees of freedom, t = 1.972; 1.972·10/√100
    mean = indicator("mean", Kind.MEAN)
    two = schools(2)
    table = observations(
        {"indicator_id": mean.id, "school_id": s.school_id, "value": v, "n": 100, "sd": 10.0}
        for s, v in zip(two, [40.0, 50.0], strict=True)
    )
    rows = school_rows(_found(table, mean, two), mean.id)
    assert rows["lower"].tolist() == pytest.approx([38.028, 48.028], abs=0.001)
    assert rows["relation"].tolist() == ["below", "above"]


def test_groups_are_weighted_inside_and_keep_a_row_when_empty() -> None:
    four = schools(4, clusters=2, pupils=[20, 200, 20, 200])
    found = _found(shares(PASS, four[:3], [5, 20, 9], [10, 40, 20]), PASS, four)
    by_cluster = summarize_groups(found, PASS.id, "cluster")
    assert by_cluster["value"].tolist() == pytest.approx([100 * 14 / 30, 50.0])
    assert by_cluster["n_schools"].tolist() == [2, 1]
    assert by_cluster["n_registered"].tolist() == [2, 2]
    bands = (SizeBand("s", "เล็ก", 0, 120), SizeBand("m", "กลาง", 121, 600), SizeBand("l", "ใหญ่", 601, None))
    by_size = summarize_groups(found, PASS.id, "size", SizeScheme("x", "x", OfficeType.PRIMARY, bands))
    assert by_size["group_name"].tolist() == ["เล็ก", "กลาง", "ใหญ่"]
    assert np.isnan(by_size["value"][2])


def test_the_area_trend_keeps_all_and_same_schools_apart() -> None:
    three = schools(3)
    table = pd.concat(
        [
            shares(PASS, three[:1], [5], [10], year=2565),
            shares(PASS, three[:2], [6, 9], [10, 10], year=2566),
            shares(PASS, three, [7, 9, 2], [10, 10, 10], year=2567),
        ]
    )
    trend = area_trend(_found(table, PASS, three), PASS.id)
    assert trend["year_be"].tolist() == [2565, 2566, 2567]
    assert trend["all_schools"].tolist() == pytest.approx([50.0, 75.0, 60.0])
    assert trend["same_schools"].tolist() == pytest.approx([50.0, 60.0, 70.0])
    assert trend["n_same_schools"].tolist() == [1, 1, 1]


def test_a_trend_starts_at_the_break_in_the_definition() -> None:
    of = indicator(break_years=(2566,))
    one = schools(1)
    table = pd.concat([shares(of, one, [5], [10], year=y) for y in (2565, 2566, 2567)])
    found = _found(table, of, one)
    assert area_trend(found, of.id)["year_be"].tolist() == [2566, 2567]
    assert school_trend(found, of.id, one[0].school_id)["comparable"].tolist() == [False, True, True]


def test_a_schools_trend_shows_a_missing_year_as_missing() -> None:
    one = schools(1)
    table = pd.concat([shares(PASS, one, [5], [10], year=y) for y in (2565, 2567)])
    trend = school_trend(_found(table, PASS, one), PASS.id, one[0].school_id)
    assert np.isnan(trend["value"][1])
    assert trend["value"][2] == 50.0
