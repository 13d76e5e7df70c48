"""Matters that schools share: one finding for all of them, by hand-made offices."""

import numpy as np

from lib.catalog.rules import load_rules
from lib.domain.findings import Finding
from lib.domain.indicators import Compare, Direction, Indicator, Kind
from tests.analysis.builders import all_findings, catalogue, dense_table, indicator, schools, shares

EIGHTEEN = [16.0] * 18


def _made(of: Indicator, x: list[float], n: list[float], *, clusters: int = 1) -> tuple[Finding, ...]:
    in_schools = schools(len(x), clusters=clusters)
    return all_findings(shares(of, in_schools, x, n), in_schools, catalogue(of))


def _topics(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.scope == "schools"]


def _twenty(*low: float) -> tuple[Finding, ...]:
    """Schools of 20 with 16 each, and as many schools of 40 as are named, with so many."""
    return _made(indicator(), [*EIGHTEEN, *low], [20.0] * 18 + [40.0] * len(low))


def test_schools_beyond_chance_on_one_side_are_one_finding() -> None:
    findings = _twenty(8, 4)
    (topic,) = [each for each in _topics(findings) if each.kind == "improvement_area"]
    members = [each for each in findings if each.scope == "school" and each.tier == 1]
    assert set(topic.members) == {each.id for each in members}
    assert [school for school, _ in topic.sources] == ["99010018", "99010019"]
    assert (topic.scope_id, topic.tier, topic.rule_id) == ("low", 1, "R2")


def test_the_schools_together_are_told_with_their_gap_in_whole_pupils() -> None:
    # area: (18·16 + 8 + 4) of (18·20 + 80) = 300 of 440 = 68.18 %; the two: 12 of 80 = 15 %
    (topic,) = _topics(_twenty(8, 4))
    numbers = dict(topic.numbers)
    assert (numbers["n_told"], numbers["n_schools"]) == (2, 20)
    assert (numbers["x"], numbers["n"], numbers["value"]) == (12, 80, 15.0)
    assert (numbers["comparator"], numbers["gap"]) == (68.18, 53.18)
    assert numbers["gap_n"] == 43  # 80 · 53.1818 / 100 = 42.5 up
    assert "รวมกันมี 12 จาก 80 คน (ร้อยละ 15.00)" in topic.sentence
    assert "ห่างจากค่าของเขต 53.18 จุด หรือประมาณ 43 คน" in topic.sentence


def test_x_of_n_is_told_only_where_it_gives_the_printed_share() -> None:
    # 11 of 30 = 36.67 and 13 of 33 = 39.39 weigh to 38.0948, but 24 of 63 = 38.0952 would print 38.10
    of, in_schools = indicator(), schools(20)
    table = shares(of, in_schools, [*EIGHTEEN, 11, 13], [20.0] * 18 + [30.0, 33.0])
    table["value"] = table["value"].round(2)
    (topic,) = _topics(all_findings(table, in_schools, catalogue(of)))
    assert "รวมกันเฉลี่ย ร้อยละ 38.09 (ผู้เข้าสอบ 63 คน)" in topic.sentence
    assert "x" not in dict(topic.numbers)


def test_it_is_said_what_chance_alone_would_bring() -> None:
    (topic,) = _topics(_twenty(8, 4))
    assert dict(topic.numbers)["expected"] == 1  # 20 schools, one in a thousand on one side
    assert "คาดว่าจะพบไม่ถึง 1 แห่ง" in topic.sentence


def test_up_to_three_schools_are_named_and_more_stand_in_the_table() -> None:
    (three,) = [each for each in _topics(_twenty(8, 4, 4)) if each.kind == "improvement_area"]
    assert "ได้แก่ โรงเรียนทดสอบ 18, โรงเรียนทดสอบ 19, โรงเรียนทดสอบ 20" in three.sentence
    (four,) = [each for each in _topics(_twenty(4, 4, 4, 4)) if each.kind == "improvement_area"]
    assert "(รายชื่อในตาราง)" in four.sentence
    assert "ได้แก่" not in four.sentence


def test_one_school_beyond_chance_is_a_matter_by_itself() -> None:
    (topic,) = _topics(_twenty(4))
    assert "มีโรงเรียน 1 จาก 19 แห่ง" in topic.sentence
    assert "รวมกัน" not in topic.sentence


def test_schools_stand_by_cluster_and_name_never_by_value() -> None:
    of = indicator()
    findings = _made(of, [*[16.0] * 16, 2, 8, 4, 6], [20.0] * 16 + [40.0] * 4, clusters=2)
    (topic,) = [each for each in _topics(findings) if each.kind == "improvement_area"]
    assert [school[-2:] for school, _ in topic.sources] == ["16", "18", "17", "19"]


def test_likely_schools_follow_and_are_never_counted_with_the_certain_ones() -> None:
    # three years; school 18 is far below, school 19 a little below in each year
    of = indicator()
    in_schools = schools(20)
    n = np.full((1, 3, 20), 20.0)
    x = np.full((1, 3, 20), 16.0)
    x[:, :, 18], x[:, :, 19] = 4.0, 13.0
    table = dense_table((of,), in_schools, 100 * x / n, n, x)
    findings = all_findings(table, in_schools, catalogue(of))
    (topic,) = [each for each in _topics(findings) if each.kind == "improvement_area"]
    weak = {each.scope_id for each in findings if each.scope == "school" and each.tier == 2}
    told, rest = topic.sources[0][0], {school for school, _ in topic.sources[1:]}
    assert told == "99010018"
    assert rest <= weak
    assert dict(topic.numbers)["n_told"] == 1
    assert dict(topic.numbers).get("n_likely", 0) == len(rest)


def test_without_any_certain_school_there_is_no_topic() -> None:
    findings = _made(indicator(), [16.0] * 20, [20.0] * 20)
    assert _topics(findings) == []


def test_a_lower_share_may_be_the_strength() -> None:
    findings = _made(indicator(direction=Direction.LOWER), [*[4.0] * 18, 20, 24], [20.0] * 18 + [40.0] * 2)
    (topic,) = _topics(findings)
    assert (topic.kind, topic.scope_id) == ("improvement_area", "high")
    assert "ที่สูงกว่าค่าของเขต" in topic.sentence


def test_far_from_the_median_is_shared_from_two_schools_on() -> None:
    of = indicator("spent", compare=Compare.ROBUST, target=90.0)
    base = [float(v) for v in np.linspace(93, 97, 18)]
    two = _made(of, [*base, 40, 42], [100.0] * 20)
    one = _made(of, [*base, 95, 42], [100.0] * 20)
    (topic,) = _topics(two)
    assert "ต่ำกว่าค่ากลางของโรงเรียนในเขต" in topic.sentence
    assert "value" not in dict(topic.numbers)  # nothing weighs them together
    assert _topics(one) == []


def test_a_mean_whose_chance_was_estimated_is_told_as_likely_only() -> None:
    of = indicator("score", Kind.MEAN)
    rng = np.random.default_rng(5)
    n = np.tile(rng.integers(8, 60, 60).astype(float), (1, 3, 1))
    value = 50 + rng.normal(0, 10, n.shape) / np.sqrt(n)
    n[0, :, :2], value[0, :, :2] = 55.0, 42.0
    in_schools = schools(60)
    findings = all_findings(dense_table((of,), in_schools, value, n), in_schools, catalogue(of))
    (topic,) = [each for each in _topics(findings) if (each.scope_id, each.rule_id) == ("low", "R2")]
    assert topic.tier == 2
    assert "น่าจะต่ำกว่าค่าของเขต" in topic.sentence
    assert "จึงยังไม่ถือว่าเกินความผันผวน" in topic.sentence


def test_the_key_outlives_the_figures_and_another_school_changes_them() -> None:
    (before,) = _topics(_twenty(8, 4))
    (after,) = _topics(_twenty(4, 8))
    assert before.id == after.id
    assert before.numbers_hash == after.numbers_hash  # the same two schools, the same sum
    (one_more,) = [each for each in _topics(_twenty(8, 4, 4)) if each.kind == "improvement_area"]
    assert one_more.id == before.id
    assert one_more.numbers_hash != before.numbers_hash


def test_every_template_of_a_shared_matter_is_there() -> None:
    keys = {key for key, _ in load_rules().sentences}
    assert {"R2_schools", "R2_schools_likely", "R2_schools_median", "R3_schools", "R7_schools"} <= keys
