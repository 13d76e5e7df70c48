import numpy as np
import pandas as pd
import pytest

from lib.analysis.areas import area_values
from lib.analysis.cube import make_cube
from lib.analysis.examination import examine
from lib.analysis.findings import findings_of
from lib.analysis.groups import summarize_groups
from lib.analysis.peers import peer_groups
from lib.analysis.pooling import pool_years
from lib.analysis.school_rows import school_rows
from lib.analysis.summary import summarize_place
from lib.catalog.rules import load_rules
from lib.domain.indicators import Kind
from lib.domain.periods import Period, PeriodKind
from lib.domain.schools import School
from tests.analysis.builders import (
    PERIODS,
    YEAR,
    benchmarks,
    catalogue,
    indicator,
    observations,
    schools,
    shares,
)

PASS = indicator()


def test_the_area_is_weighted_by_pupils_not_by_schools() -> None:
    # 9 of 10 and 30 of 90: 39 of 100, not (90 + 33.33) / 2
    two = schools(2)
    cube = make_cube(shares(PASS, two, [9, 30], [10, 90]), [PASS], two, PERIODS)
    assert area_values(cube)[0, -1] == pytest.approx(39.0)


def test_a_missing_value_takes_its_n_out_of_the_weights() -> None:
    two = schools(2)
    table = observations(
        [
            {"indicator_id": PASS.id, "school_id": two[0].school_id, "value": 50.0, "n": 10},
            {"indicator_id": PASS.id, "school_id": two[1].school_id, "value": np.nan, "n": 90},
        ]
    )
    assert area_values(make_cube(table, [PASS], two, PERIODS))[0, -1] == 50.0


def test_amounts_are_summed() -> None:
    money = indicator("money", Kind.AMOUNT)
    two = schools(2)
    table = observations(
        {"indicator_id": money.id, "school_id": s.school_id, "value": v}
        for s, v in zip(two, [5.0, 7.0], strict=True)
    )
    assert area_values(make_cube(table, [money], two, PERIODS))[0, -1] == 12.0


def test_scores_without_n_give_the_median() -> None:
    score = indicator("score", Kind.SCORE)
    three = schools(3)
    table = observations(
        {"indicator_id": score.id, "school_id": s.school_id, "value": v}
        for s, v in zip(three, [10.0, 90.0, 40.0], strict=True)
    )
    assert area_values(make_cube(table, [score], three, PERIODS))[0, -1] == 40.0


def test_means_without_any_n_give_the_median_never_the_plain_mean() -> None:
    mean = indicator("mean", Kind.MEAN)
    three = schools(3)
    table = observations(
        {"indicator_id": mean.id, "school_id": s.school_id, "value": v}
        for s, v in zip(three, [10.0, 90.0, 40.0], strict=True)
    )
    assert area_values(make_cube(table, [mean], three, PERIODS))[0, -1] == 40.0


CLOSED = School("99999999", "ปิดแล้ว", cluster="กลุ่ม 9", pupils=100, active=False)


def test_schools_outside_the_register_are_left_out() -> None:
    one = schools(1)
    table = shares(PASS, (*one, School("11111111", "นอกทะเบียน")), [5, 10], [10, 10])
    cube = make_cube(table, [PASS], one, PERIODS)
    assert [school.school_id for school in cube.schools] == [one[0].school_id]
    assert area_values(cube)[0, -1] == 50.0


def test_a_school_that_closed_keeps_the_years_it_was_open_in() -> None:
    # 2566: 5 and 9 of 10 each, 70 %; 2567 only the open school, 60 %
    one = schools(1)
    table = pd.concat(
        [shares(PASS, (*one, CLOSED), [5, 9], [10, 10], year=2566), shares(PASS, one, [6], [10], year=2567)]
    )
    cube = make_cube(table, [PASS], (*one, CLOSED), PERIODS)
    assert area_values(cube)[0, -2:].tolist() == [70.0, 60.0]
    assert cube.expected[0].tolist() == [True, False]


def test_a_closed_school_without_figures_has_no_place() -> None:
    one = schools(1)
    cube = make_cube(shares(PASS, one, [6], [10]), [PASS], (*one, CLOSED), PERIODS)
    assert cube.schools == one


def test_a_school_closed_after_the_year_examined_counts_there_and_is_in_no_list_and_no_finding() -> None:
    forty = schools(40)
    table = shares(PASS, (*forty, CLOSED), [*[32] * 40, 2], [40] * 41)
    found = examine(table, benchmarks(), [PASS], (*forty, CLOSED), PERIODS, load_rules())
    summary = summarize_place(found, 0)
    # 32·40 + 2 of 41·40
    assert summary.value == pytest.approx(100 * 1282 / 1640)
    assert (summary.n_schools, summary.n_expected) == (41, 41)
    assert CLOSED.school_id not in set(school_rows(found, PASS.id)["school_id"])
    assert CLOSED.school_id not in {each.scope_id for each in findings_of(found, catalogue(PASS))}


def test_a_closed_school_is_nobodys_peer_and_no_member_of_a_group_today() -> None:
    ten = (*schools(9), CLOSED)
    groups, _ = peer_groups(ten, 12, 2)
    assert 9 not in groups[:9]
    assert (groups[9] == -1).all()
    table = pd.concat(
        [shares(PASS, ten, [5] * 10, [10] * 10, year=2566), shares(PASS, ten[:9], [5] * 9, [10] * 9)]
    )
    found = examine(table, benchmarks(), [PASS], ten, PERIODS, load_rules())
    assert "กลุ่ม 9" not in set(summarize_groups(found, PASS.id, "cluster")["group_id"])


def test_fiscal_years_do_not_enter_an_academic_indicator() -> None:
    one = schools(1)
    table = shares(PASS, one, [5], [10]).assign(period_kind="fiscal_year")
    assert np.isnan(make_cube(table, [PASS], one, PERIODS).value).all()


def test_each_kind_of_year_has_its_own_latest_year() -> None:
    fiscal = indicator("fiscal", period_kind=PeriodKind.FISCAL_YEAR)
    one = schools(1)
    periods = PERIODS | {PeriodKind.FISCAL_YEAR: Period(PeriodKind.FISCAL_YEAR, YEAR + 1)}
    table = shares(fiscal, one, [8], [10], year=YEAR + 1).assign(period_kind="fiscal_year")
    cube = make_cube(table, [PASS, fiscal], one, periods)
    assert cube.value[1, -1, 0] == 80.0
    assert cube.year_be(1, cube.depth - 1) == YEAR + 1


def test_an_indicator_without_yearly_rows_is_read_from_its_latest_term_in_every_year() -> None:
    one = schools(1)
    rows = [(YEAR, 1, 10.0), (YEAR, 2, 20.0), (YEAR - 1, 2, 30.0), (YEAR - 1, 0, 99.0)]
    table = observations(
        {"indicator_id": PASS.id, "school_id": one[0].school_id, "year_be": y, "term": t, "value": v, "n": 10}
        for y, t, v in rows
    )
    cube = make_cube(table, [PASS], one, PERIODS)
    assert cube.value[0, -2:, 0].tolist() == [30.0, 20.0]
    assert cube.periods[0] == Period(PeriodKind.ACADEMIC_YEAR, YEAR, 2)


def test_two_rows_for_one_cell_are_a_fault_of_the_caller() -> None:
    one = schools(1)
    table = shares(PASS, (*one, *one), [5, 6], [10, 10])
    with pytest.raises(ValueError, match="two rows"):
        make_cube(table, [PASS], one, PERIODS)


def test_a_numerator_that_contradicts_the_per_cent_is_not_used() -> None:
    one = schools(1)
    table = shares(PASS, one, [5], [10]).assign(numerator=9.0)
    assert make_cube(table, [PASS], one, PERIODS).numerator[0, -1, 0] == 5.0


def test_a_per_cent_without_numerator_gives_the_nearest_whole_count() -> None:
    # 66.67 % of 12 is 8.0004
    one = schools(1)
    table = shares(PASS, one, [8], [12]).assign(numerator=np.nan, value=66.67)
    assert make_cube(table, [PASS], one, PERIODS).numerator[0, -1, 0] == 8.0


def test_an_extended_school_is_expected_in_grade_9_and_a_primary_one_is_not() -> None:
    grade9 = indicator("onet_m3", row="m3")
    pair = (School("1", "ก", level="ประถมศึกษา"), School("2", "ข", level="ขยายโอกาส"))
    cube = make_cube(observations([]), [grade9], pair, PERIODS)
    assert cube.expected[0].tolist() == [False, True]


def test_a_school_of_unknown_level_is_expected_once_it_has_reported() -> None:
    grade9 = indicator("onet_m3", row="m3")
    pair = (School("1", "ก"), School("2", "ข"))
    cube = make_cube(shares(grade9, (pair[1],), [4], [9], year=YEAR - 1), [grade9], pair, PERIODS)
    assert cube.expected[0].tolist() == [False, True]


def _three_years(**keys: tuple[int, ...]) -> tuple[float, float, float]:
    of = indicator(**keys)
    one = schools(1)
    table = pd.concat(
        [shares(of, one, [x], [n], year=y) for x, n, y in [(3, 4, 2565), (5, 10, 2566), (2, 6, 2567)]]
    )
    cube = make_cube(table, [of], one, PERIODS)
    pooled = pool_years(cube, area_values(cube))
    return float(pooled.x[0, 0]), float(pooled.n[0, 0]), float(pooled.value[0, 0])


def test_pooling_adds_counts_not_per_cents() -> None:
    # 3 + 5 + 2 of 4 + 10 + 6: 50 %, where the mean of 75, 50 and 33.33 would be 52.78
    assert _three_years() == (10.0, 20.0, 50.0)


def test_pooling_never_crosses_a_break_in_the_definition() -> None:
    assert _three_years(break_years=(2566,)) == (7.0, 16.0, 43.75)


def test_a_pooled_school_is_held_against_each_years_own_area_value() -> None:
    two = schools(2)
    table = pd.concat(
        [shares(PASS, two, [5, 45], [10, 90], year=2566), shares(PASS, two, [10, 60], [30, 70], year=2567)]
    )
    cube = make_cube(table, [PASS], two, PERIODS)
    pooled = pool_years(cube, area_values(cube))
    # area 50 % then 70 %: (50·10 + 70·30) / 40
    assert pooled.expected[0, 0] == pytest.approx(65.0)
