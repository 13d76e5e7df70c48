"""Shared matters by family, their schools one by one, and the schools to look at first."""

from dataclasses import replace

import pandas as pd
import pytest

from lib.analysis.examination import Examination, examine
from lib.analysis.findings import findings_of, key_indicators
from lib.catalog.rules import load_rules
from lib.domain.findings import Finding, Review
from lib.domain.indicators import Catalogue
from lib.services.analysis import OfficeData
from lib.services.finding_sparks import finding_sparks
from lib.services.finding_topics import group_topics, told_schools, topic_schools
from lib.services.findings import ReviewedFinding, standing_alone
from lib.services.first_schools import FirstSchool, first_schools
from tests.analysis.builders import PERIODS, benchmarks, catalogue, indicator, schools, shares

SCHOOLS = schools(20, clusters=2)
THAI = indicator("thai", group="test", group_name="การทดสอบ")
MATHS = indicator("maths", group="test", group_name="การทดสอบ")
HOME = indicator("home", domain="budget")
KNOWN: Catalogue = catalogue(THAI, MATHS, HOME)
N = [20.0] * 16 + [40.0, 40.0, 40.0, 8.0]


def _table() -> pd.DataFrame:
    ordinary = [16.0] * 16
    return pd.concat(
        [
            shares(THAI, SCHOOLS, [*ordinary, 6, 8, 32, 6], N),
            shares(MATHS, SCHOOLS, [*ordinary, 6, 32, 32, 6], N),
            shares(HOME, SCHOOLS, [*ordinary, 32, 6, 32, 6], N),
        ]
    )


@pytest.fixture(scope="module")
def found() -> Examination:
    return examine(_table(), benchmarks(), key_indicators(KNOWN), SCHOOLS, PERIODS, load_rules())


@pytest.fixture(scope="module")
def round_(found: Examination) -> tuple[ReviewedFinding, ...]:
    return tuple(ReviewedFinding(each, Review(each.id), stale=False) for each in findings_of(found, KNOWN))


def _office() -> OfficeData:
    return OfficeData(_table(), benchmarks(), SCHOOLS, SCHOOLS, KNOWN, load_rules(), 1)


def _low(round_: tuple[ReviewedFinding, ...], indicator_id: str) -> Finding:
    (topic,) = [
        each.finding
        for each in round_
        if (each.finding.scope, each.finding.scope_id, each.finding.indicator_id)
        == ("schools", "low", indicator_id)
    ]
    return topic


def first(round_: tuple[ReviewedFinding, ...], **wanted: object) -> tuple[FirstSchool, ...]:
    return first_schools(round_, _office(), **wanted)  # type: ignore[arg-type]


def test_indicators_of_one_group_stand_under_one_heading_and_side(
    round_: tuple[ReviewedFinding, ...],
) -> None:
    low = [group for group in group_topics(round_, KNOWN) if group.kind == "improvement_area"]
    assert [(group.domain, group.family.name, len(group.topics)) for group in low] == [
        ("academic", "การทดสอบ", 2),
        ("budget", "home", 1),
    ]
    assert [group.n_schools for group in low] == [2, 1]  # one school is low in both subjects


def test_the_schools_of_a_matter_are_told_with_x_of_n_and_certainty(
    round_: tuple[ReviewedFinding, ...], found: Examination
) -> None:
    by_id = {each.finding.id: each.finding for each in round_}
    topic = _low(round_, "academic.thai")
    listed = topic_schools(topic, by_id, found)
    told = [one for one in listed if not one.likely]
    assert [one.school_id for one in told] == list(told_schools(topic)) == ["99010016", "99010017"]
    assert (told[0].latest, told[0].certainty, told[0].pooled) == ("6/40 (15.00)", "เกินความผันผวน (ปีเดียว)", "")
    assert not told[0].small


def test_schools_to_look_at_first_are_counted_by_domain_and_told_by_family(
    round_: tuple[ReviewedFinding, ...],
) -> None:
    by_name = {one.name: one for one in first(round_)}
    assert set(by_name) == {"ทดสอบ 16", "ทดสอบ 17"}
    both = by_name["ทดสอบ 17"]
    assert [(each.domain, len(each.finding_ids), each.words) for each in both.matters] == [
        ("academic", 1, "thai"),
        ("budget", 1, "home"),
    ]
    assert by_name["ทดสอบ 16"].matters[0].words == "การทดสอบ (2)"


def test_two_subjects_of_one_test_are_one_matter_where_a_number_of_matters_is_asked_for(
    round_: tuple[ReviewedFinding, ...],
) -> None:
    assert [one.name for one in first(round_, least=2)] == ["ทดสอบ 17"]


def test_first_schools_stand_by_cluster_and_name_and_narrow_to_a_domain_or_cluster(
    round_: tuple[ReviewedFinding, ...],
) -> None:
    assert [one.cluster for one in first(round_)] == ["กลุ่ม 1", "กลุ่ม 2"]
    assert [one.name for one in first(round_, domain="budget")] == ["ทดสอบ 17"]
    assert [one.name for one in first(round_, cluster="กลุ่ม 1")] == ["ทดสอบ 16"]
    assert first(round_, cluster="กลุ่ม 1", domain="budget") == ()


def test_a_contradicted_rating_brings_a_school_onto_the_list_and_a_strength_does_not(
    round_: tuple[ReviewedFinding, ...],
) -> None:
    one = next(each for each in round_ if each.finding.scope == "school")
    rated = replace(one, finding=replace(one.finding, id="r7", rule_id="R7", kind="watch"))
    strong = replace(one, finding=replace(one.finding, id="s", kind="strength"))
    (school,) = first((rated,))
    assert school.matters[0].words == "◆ ประเมินตนเองต่างจากผล: thai"
    assert first((strong,)) == ()


def test_findings_that_no_matter_stands_for_are_told_apart(round_: tuple[ReviewedFinding, ...]) -> None:
    spoken = {member for each in round_ for member in each.finding.members}
    alone = {each.finding.id for each in standing_alone(round_)}
    every = {each.finding.id for each in round_ if each.finding.scope == "school"}
    assert spoken
    assert alone == every - spoken


def test_a_spark_needs_two_years(found: Examination) -> None:
    assert finding_sparks(found, ["academic.thai"]) == {"academic.thai": ""}
    before = shares(THAI, SCHOOLS, [10.0] * 20, [20.0] * 20, year=int(found.cube.periods[0].year_be) - 1)
    longer = examine(
        pd.concat([_table(), before]), benchmarks(), key_indicators(KNOWN), SCHOOLS, PERIODS, load_rules()
    )
    drawn = finding_sparks(longer, ["academic.thai"])["academic.thai"]
    assert drawn.startswith("<svg")
    assert drawn.count("<circle") == 2
