"""Two groups of schools: figures weighted by pupils, limits by hand, no verdict where none is due."""

import math

import numpy as np
import pandas as pd
import pytest

from lib.analysis.examination import Examination, examine
from lib.analysis.group_difference import (
    group_change,
    group_difference,
    group_figure,
    group_line,
    group_table,
)
from lib.analysis.members import members
from lib.catalog.rules import load_rules
from lib.domain.indicators import Kind
from lib.domain.meeting import Term, TermKind
from tests.analysis.builders import PERIODS, YEAR, benchmarks, indicator, observations, schools, shares

PASS = indicator()
TWO = schools(2, clusters=2, pupils=[80, 300])
FIRST, SECOND = (Term(TermKind.SCHOOL, school.school_id) for school in TWO)


def found_in(*tables: pd.DataFrame, in_schools: tuple = TWO, of: object = PASS) -> Examination:
    return examine(pd.concat(tables), benchmarks(), [of], in_schools, PERIODS, load_rules())


def test_a_group_weighs_its_pupils_not_its_schools() -> None:
    four = schools(4, clusters=2)
    found = found_in(shares(PASS, four, [10, 1, 20, 1], [20, 10, 80, 10]), in_schools=four)
    figure = group_figure(found, PASS.id, Term(TermKind.CLUSTER, "กลุ่ม 1"))
    # schools 0 and 2: 30 of 100
    assert (figure.value, figure.n, figure.x, figure.n_schools, figure.small) == (30.0, 100.0, 30.0, 2, False)
    # (20/100)² + (80/100)²
    assert figure.spread_share == pytest.approx(0.68)


def test_the_difference_of_two_schools_has_newcombes_limits() -> None:
    # 56 of 70 against 48 of 80: 0.8 − 0.6, Newcombe 1998 method 10: 0.0524 to 0.3339
    found = found_in(shares(PASS, TWO, [56, 48], [70, 80]))
    difference = group_difference(found, PASS.id, FIRST, SECOND)
    assert difference.difference == pytest.approx(20.0)
    assert (difference.lower, difference.upper) == pytest.approx((5.24, 33.39), abs=0.01)
    assert difference.certain is True


def test_a_gap_that_chance_can_make_is_not_certain() -> None:
    found = found_in(shares(PASS, TWO, [9, 8], [12, 12]))
    assert group_difference(found, PASS.id, FIRST, SECOND).certain is False


def test_turning_the_groups_round_turns_the_difference_round() -> None:
    found = found_in(shares(PASS, TWO, [56, 48], [70, 80]))
    one, other = (
        group_difference(found, PASS.id, FIRST, SECOND),
        group_difference(found, PASS.id, SECOND, FIRST),
    )
    assert one.lower is not None
    assert one.upper is not None
    assert (other.difference, other.lower, other.upper) == pytest.approx(
        (-one.difference, -one.upper, -one.lower)
    )


def test_groups_of_schools_that_differ_as_schools_get_wider_limits_than_their_pupils_alone() -> None:
    many = schools(40, clusters=2)
    x = [20 + 15 * (place // 2 % 2) for place in range(40)]
    found = found_in(shares(PASS, many, x, [50] * 40), in_schools=many)
    one, two = Term(TermKind.CLUSTER, "กลุ่ม 1"), Term(TermKind.CLUSTER, "กลุ่ม 2")
    difference = group_difference(found, PASS.id, one, two)
    assert difference.upper is not None
    # pupils alone: 1.96·√(2·0.55·0.45/1000) of a per cent = 4.36
    assert difference.upper > 4.5


def test_a_small_group_gets_no_limits() -> None:
    found = found_in(shares(PASS, TWO, [3, 60], [6, 80]))
    difference = group_difference(found, PASS.id, FIRST, SECOND)
    assert difference.lower is None
    assert difference.certain is None
    assert group_figure(found, PASS.id, FIRST).small


def test_groups_with_common_schools_get_no_limits() -> None:
    found = found_in(shares(PASS, TWO, [56, 48], [70, 80]))
    difference = group_difference(found, PASS.id, FIRST, Term(TermKind.SIZE, "0-120"))
    assert (difference.n_common, difference.lower) == (1, None)


def test_a_sum_has_no_limits_and_is_never_small() -> None:
    money = indicator("money", Kind.AMOUNT, "budget")
    rows = [{"indicator_id": money.id, "school_id": each.school_id, "value": 100.0} for each in TWO]
    found = found_in(observations(rows), of=money)
    assert group_difference(found, money.id, FIRST, SECOND).certain is None
    assert not group_figure(found, money.id, FIRST).small


def test_a_group_without_a_figure_is_not_known_and_not_nought() -> None:
    found = found_in(shares(PASS, TWO[:1], [30], [60]))
    figure = group_figure(found, PASS.id, SECOND)
    assert math.isnan(figure.value)
    assert math.isnan(figure.n)
    assert math.isnan(group_difference(found, PASS.id, FIRST, SECOND).difference)


def test_the_rest_is_everybody_else() -> None:
    three = schools(3, pupils=[80, 300, 700])
    rest = Term(TermKind.REST, Term(TermKind.SIZE, "121-600").key)
    assert members(three, rest).tolist() == [True, False, True]
    assert members(three, Term(TermKind.SIZE, "601-")).tolist() == [False, False, True]
    with pytest.raises(ValueError, match="year"):
        members(three, Term(TermKind.YEAR, "fiscal_year-2568"))


def test_the_table_keeps_the_order_asked() -> None:
    found = found_in(shares(PASS, TWO, [56, 48], [70, 80]))
    table = group_table(found, PASS.id, [(SECOND, "ข"), (FIRST, "ก")])
    assert table["group_name"].tolist() == ["ข", "ก"]
    assert table["value"].tolist() == [60.0, 80.0]


def test_the_line_and_change_of_a_group_are_its_own() -> None:
    before, now = shares(PASS, TWO, [35, 40], [70, 80], YEAR - 1), shares(PASS, TWO, [56, 48], [70, 80])
    found = found_in(before, now)
    line = group_line(found, PASS.id, FIRST, "ก")
    known = [point for point in line.points if np.isfinite(point[1])]
    assert known == [(YEAR - 1, 50.0, 70.0), (YEAR, 80.0, 70.0)]
    change = group_change(found, PASS.id, FIRST)
    assert change is not None
    assert (change.year_be, change.printed, change.certain) == (YEAR - 1, 30.0, True)
