"""Totals that ought to be 0, totals that net, and targets that are only a ceiling."""

import numpy as np
import pytest

from lib.analysis.examination import Examination, examine
from lib.analysis.findings import findings_of
from lib.analysis.standing import step_of
from lib.analysis.summary import summarize_place
from lib.catalog.rules import load_rules
from lib.domain.findings import Finding
from lib.domain.indicators import Direction, Indicator, Kind
from tests.analysis.builders import PERIODS, benchmarks, catalogue, indicator, observations, schools

RULES = load_rules()
TWENTY = schools(20)
CASES = indicator("cases", Kind.COUNT, direction=Direction.LOWER, target=0.0)
POSTS = indicator(
    "posts",
    Kind.COUNT,
    direction=Direction.BAND,
    target=0.0,
    target_high=0.0,
    valid_min=-200.0,
    unit="คน",
)
ROOMS = indicator(
    "rooms",
    Kind.RATIO,
    direction=Direction.BAND,
    target=0.0,
    target_high=40.0,
    unit="คน",
    denominator="ห้องเรียน",
)


def _examined(of: Indicator, values: list[float]) -> Examination:
    table = observations(
        {"indicator_id": of.id, "school_id": school.school_id, "value": value, "n": 10}
        for school, value in zip(TWENTY, values, strict=True)
    )
    return examine(table, benchmarks(), [of], TWENTY, PERIODS, RULES)


def _of_area(of: Indicator, values: list[float]) -> list[Finding]:
    findings = findings_of(_examined(of, values), catalogue(of))
    return [finding for finding in findings if finding.scope == "area"]


def test_one_case_among_many_schools_is_not_far_from_none() -> None:
    (found,) = _of_area(CASES, [1.0, *[0.0] * 19])
    assert (found.rule_id, found.kind) == ("R6", "strength")
    assert found.sentence == (
        "ภาพรวมเขตพื้นที่ ตัวชี้วัด cases ปีการศึกษา 2567 รวม 1 เรื่อง ไม่พบใน 19 จาก 20 โรงเรียน (ร้อยละ 95.00) "
        "นับจากข้อมูล 20 จาก 20 โรงเรียน (กฎ R6)"
    )


def test_cases_in_many_schools_are_told_with_the_schools_they_come_from() -> None:
    (found,) = _of_area(CASES, [3.0, *[1.0] * 4, *[0.0] * 15])
    assert (found.rule_id, found.kind) == ("R6", "improvement_area")
    assert "รวม 7 เรื่อง พบใน 5 จาก 20 โรงเรียน (ร้อยละ 25.00)" in found.sentence
    assert "เป้าหมาย" not in found.sentence


def test_a_total_that_should_be_0_has_no_steps() -> None:
    assert step_of(CASES, 1.0, RULES) is None
    assert step_of(indicator(direction=Direction.LOWER, target=0.0), 1.0, RULES) == 3


def test_posts_short_and_posts_over_never_cancel() -> None:
    # 6 schools 2 short, 6 schools 2 over, 8 even: the net would be 0
    (found,) = _of_area(POSTS, [-2.0] * 6 + [2.0] * 6 + [0.0] * 8)
    assert (found.rule_id, found.kind) == ("R6", "improvement_area")
    assert "ขาด 6 แห่ง รวม 12 คน เกิน 6 แห่ง รวม 12 คน คิดเป็น 12 จาก 20 โรงเรียน (ร้อยละ 60.00)" in found.sentence
    assert dict(found.numbers)["short"] == 12.0


def test_a_netted_total_is_summarised_by_its_middle_school_even_where_a_file_states_a_total() -> None:
    values = [-10.0] * 11 + [50.0] * 9
    summary = summarize_place(_examined(POSTS, values), 0)
    assert (summary.aggregation, summary.value) == ("median", -10.0)
    marks = benchmarks([{"indicator_id": POSTS.id, "value": 340.0, "scope": "area"}])
    stated = examine(observations([]), marks, [POSTS], TWENTY, PERIODS, RULES)
    assert summarize_place(stated, 0).value is None


@pytest.mark.parametrize("pupils", [3.0, 25.0, 40.0])
def test_staying_below_a_ceiling_is_no_strength(pupils: float) -> None:
    assert _of_area(ROOMS, [pupils] * 20) == []


def test_passing_a_ceiling_is_told_with_the_ceiling() -> None:
    (found,) = _of_area(ROOMS, [48.0] * 20)
    assert (found.rule_id, found.kind) == ("R1", "improvement_area")
    assert "สูงกว่าเป้าหมาย (ไม่เกิน 40.00 คน) อยู่ 8.00 คน" in found.sentence


def test_schools_above_a_ceiling_are_counted_where_the_area_stays_below_it() -> None:
    (found,) = _of_area(ROOMS, [45.0] * 5 + [20.0] * 15)
    assert (found.rule_id, found.kind) == ("R6", "improvement_area")
    assert "5 จาก 20 แห่ง (ร้อยละ 25.00) เทียบกับเป้าหมาย ไม่เกิน 40.00 คน" in found.sentence


def test_the_change_of_a_total_says_that_it_is_a_total() -> None:
    money = indicator("money", Kind.AMOUNT, domain="budget")
    table = observations(
        {"indicator_id": money.id, "school_id": school.school_id, "year_be": year, "value": value}
        for school in TWENTY
        for year, value in ((2566, 100.0), (2567, 150.0))
    )
    found = examine(table, benchmarks(), [money], TWENTY, PERIODS, RULES)
    (change,) = (f for f in findings_of(found, catalogue(money)) if f.rule_id == "R3")
    assert "รวม 3,000.00 บาท เพิ่มขึ้น" in change.sentence
    assert not np.isnan(dict(change.numbers)["gap"])
