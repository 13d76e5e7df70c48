import numpy as np
import pandas as pd
import pytest

from lib.analysis.examination import examine
from lib.analysis.findings import findings_of, key_indicators, looked_at
from lib.catalog.rules import load_rules
from lib.domain.findings import Finding, finding_id
from lib.domain.indicators import Compare, Direction, Indicator, Kind
from lib.domain.schools import School
from lib.domain.self_ratings import SelfRating
from tests.analysis.builders import (
    ACADEMIC,
    PERIODS,
    YEAR,
    all_findings,
    benchmarks,
    catalogue,
    dense_table,
    indicator,
    observations,
    schools,
    shares,
)
from tests.analysis.simulation import simulate

RULES = load_rules()
PASS = indicator()
TWENTY = schools(20, clusters=4)


def _made(
    table: pd.DataFrame,
    *of: Indicator,
    in_schools: tuple[School, ...] = TWENTY,
    marks: pd.DataFrame | None = None,
    ratings: tuple[SelfRating, ...] = (),
) -> tuple[Finding, ...]:
    return all_findings(table, in_schools, catalogue(*of), marks, ratings)


def _one(findings: tuple[Finding, ...], rule_id: str, scope: str = "school") -> Finding:
    (found,) = (f for f in findings if f.rule_id == rule_id and f.scope == scope)
    return found


def _nineteen_alike_and(x: float, n: float, of: Indicator = PASS, year: int = YEAR) -> pd.DataFrame:
    """Nineteen schools at 32 of 40, the first one as told."""
    return shares(of, TWENTY, [x, *[32] * 19], [n, *[40] * 19], year=year)


def test_a_school_beyond_chance_gets_the_whole_sentence() -> None:
    # area: (16 + 19·32) of 800 = 78 %; √(0.78·0.22/40) = 6.55 points; 40 − 78 = −38; 0.38·40 = 15.2 people
    found = _one(_made(_nineteen_alike_and(16, 40), PASS), "R2")
    assert found.sentence == (
        "โรงเรียนทดสอบ 0 ตัวชี้วัด pass ปีการศึกษา 2567 มี 16 จาก 40 คน (ร้อยละ 40.00) ต่ำกว่าค่าของเขต (ร้อยละ 78.00) "
        "อยู่ 38.00 จุด หรือประมาณ 15 คน แตกต่างเกินความผันผวนที่คาดไว้ของปีเดียว (เกณฑ์ร้อยละ 99.8) (กฎ R2)"
    )
    assert (found.kind, found.tier) == ("improvement_area", 1)
    assert dict(found.numbers) == {
        "comparator": 78.0,
        "gap": 38.0,
        "gap_n": 15,
        "n": 40,
        "value": 40.0,
        "x": 16,
    }
    assert found.sources == ((TWENTY[0].school_id, ACADEMIC),)


def test_the_same_distance_upwards_is_a_strength() -> None:
    table = shares(PASS, TWENTY, [38, *[16] * 19], [40] * 20)
    assert _one(_made(table, PASS), "R2").kind == "strength"


def test_a_change_is_told_in_whole_pupils_too() -> None:
    # 36 of 40 to 12 of 40 is 60 points; 0.6·40 = 24 pupils
    table = pd.concat([_nineteen_alike_and(36, 40, year=YEAR - 1), _nineteen_alike_and(12, 40)])
    found = next(f for f in _made(table, PASS) if f.rule_id == "R3" and f.scope == "school")
    assert "60.00 จุด หรือประมาณ 24 คน" in found.sentence
    assert dict(found.numbers)["gap_n"] == 24


def test_where_less_is_better_a_high_value_is_the_area_for_development() -> None:
    dropouts = indicator("dropout", direction=Direction.LOWER)
    table = shares(dropouts, TWENTY, [38, *[16] * 19], [40] * 20)
    found = _one(_made(table, dropouts), "R2")
    assert found.kind == "improvement_area"
    assert "สูงกว่าค่าของเขต" in found.sentence


@pytest.mark.parametrize("direction", [Direction.CONTEXT, Direction.BAND])
def test_what_has_no_good_end_is_not_compared_with_the_area(direction: Direction) -> None:
    band = direction is Direction.BAND
    of = indicator(direction=direction, target=70.0 if band else None, target_high=90.0 if band else None)
    assert all(f.scope == "area" for f in _made(_nineteen_alike_and(2, 40, of), of))


def test_nine_pupils_who_all_fail_are_not_beyond_chance_in_one_year() -> None:
    assert all(f.tier != 1 for f in _made(_nineteen_alike_and(0, 9), PASS) if f.scope == "school")


def test_small_years_speak_only_together_and_the_sentence_says_so() -> None:
    table = pd.concat([_nineteen_alike_and(1, 6, year=y) for y in (2565, 2566, 2567)])
    found = _one(_made(table, PASS), "R2")
    assert found.tier == 1
    assert "ปีนี้โรงเรียนมีผู้เข้าสอบ 6 คน จึงดูผลรวมหลายปี รวม 3 ปี มี 3 จาก 18 คน (ร้อยละ 16.67)" in found.sentence
    assert "ต่ำกว่าค่าของเขตต่อเนื่อง 3 ปี" in found.sentence
    assert [period.year_be for _, period in found.sources] == [2565, 2566, 2567]


def test_an_indicator_may_ask_for_more_pupils_than_the_rules() -> None:
    strict = indicator(min_n=60)
    assert all(f.scope != "school" for f in _made(_nineteen_alike_and(16, 40, strict), strict))


def test_no_school_with_too_few_pooled_pupils_is_tier_1_in_any_district() -> None:
    for seed in range(5):
        district = simulate(seed, spread=1.0)
        findings = _made(district.table, *district.indicators, in_schools=district.schools)
        pooled = district.table.groupby(["indicator_id", "school_id"])["n"].sum()
        n = [pooled[f.indicator_id, f.scope_id] for f in findings if f.scope == "school" and f.tier == 1]
        assert len(n) > 50
        assert min(n) >= 10


def test_a_recovered_school_is_not_called_low_for_its_earlier_years() -> None:
    table = pd.concat(
        [
            _nineteen_alike_and(8, 40, year=2565),
            _nineteen_alike_and(8, 40, year=2566),
            _nineteen_alike_and(36, 40),
        ]
    )
    assert [
        f.rule_id for f in _made(table, PASS) if f.scope == "school" and f.kind == "improvement_area"
    ] == []


def test_a_fall_beyond_chance_is_watched_with_both_years_named() -> None:
    table = pd.concat([_nineteen_alike_and(39, 40, year=2566), _nineteen_alike_and(20, 40)])
    found = _one(_made(table, PASS), "R3")
    assert found.kind == "watch"
    assert "ลดลงจากปีการศึกษา 2566 (ร้อยละ 97.50 จาก 40 คน) 47.50 จุด" in found.sentence
    assert [period.year_be for _, period in found.sources] == [2566, 2567]


def test_a_fall_of_one_in_twelve_is_chance() -> None:
    table = pd.concat([_nineteen_alike_and(10, 12, year=2566), _nineteen_alike_and(9, 12)])
    assert all(f.rule_id != "R3" for f in _made(table, PASS) if f.scope == "school")


def test_change_is_silent_across_a_break_in_the_definition() -> None:
    of = indicator(break_years=(YEAR,))
    table = pd.concat([_nineteen_alike_and(39, 40, of, year=2566), _nineteen_alike_and(20, 40, of)])
    assert all(f.rule_id != "R3" for f in _made(table, of))


def test_the_areas_own_change_counts_the_same_schools() -> None:
    table = pd.concat(
        [shares(PASS, TWENTY, [20] * 20, [40] * 20, year=2566), shares(PASS, TWENTY, [32] * 20, [40] * 20)]
    )
    found = _one(_made(table, PASS), "R3", "area")
    assert (found.kind, found.tier) == ("strength", 1)
    assert (
        "อยู่ที่ ร้อยละ 80.00 (ผู้เข้าสอบ 800 คน) เพิ่มขึ้นจากปีการศึกษา 2566 (ร้อยละ 50.00 จาก 800 คน) 30.00 จุด"
        in found.sentence
    )
    assert (dict(found.numbers)["n"], dict(found.numbers)["earlier_n"]) == (800, 800)
    assert "นับเฉพาะโรงเรียนที่มีข้อมูลทั้งสองปี 20 แห่ง" in found.sentence


def test_an_area_far_from_its_target_says_how_many_schools_are_below() -> None:
    of = indicator(target=80.0)
    found = _one(_made(shares(of, TWENTY, [20] * 15 + [36] * 5, [40] * 20), of), "R1", "area")
    # 15·20 + 5·36 = 480 of 800
    assert (found.kind, found.tier) == ("improvement_area", 1)
    assert found.sentence.startswith(
        "ภาพรวมเขตพื้นที่ ตัวชี้วัด pass ปีการศึกษา 2567 มี 480 จาก 800 คน (ร้อยละ 60.00) ต่ำกว่าเป้าหมาย (ร้อยละ 80.00) "
        "อยู่ 20.00 จุด หรือประมาณ 160 คน (ห่างจากเป้าหมายมาก) โรงเรียนที่ยังไม่ถึงเป้าหมาย 15 จาก 20 แห่ง (ร้อยละ 75.00)"
    )


def test_an_area_beyond_chance_from_its_target_says_how_sure_that_is() -> None:
    # Wilson for 480 of 800: 56.57 to 63.34 per cent, well below 80
    of = indicator(target=80.0)
    found = _one(_made(shares(of, TWENTY, [20] * 15 + [36] * 5, [40] * 20), of), "R1", "area")
    assert "เกินความผันผวน (ช่วงความเชื่อมั่นร้อยละ 95) นับจากข้อมูล 20 จาก 20 โรงเรียน" in found.sentence
    assert (dict(found.numbers)["x"], dict(found.numbers)["gap_n"]) == (480, 160)


def test_x_is_left_out_where_the_files_per_cents_do_not_give_it_back() -> None:
    # 33.34 per cent of 3 pupils is the one pupil that prints 33.33; 20 of 60 would print 33.33 as well
    of = indicator(target=80.0)
    rows = [
        {"indicator_id": of.id, "school_id": school.school_id, "value": 33.34, "n": 3.0} for school in TWENTY
    ]
    found = _one(_made(observations(rows), of), "R1", "area")
    assert "อยู่ที่ ร้อยละ 33.34 (ผู้เข้าสอบ 60 คน)" in found.sentence
    assert "x" not in dict(found.numbers)


def test_an_area_at_its_target_with_many_schools_below_it_is_told_by_its_spread() -> None:
    of = indicator(target=80.0)
    findings = _made(shares(of, TWENTY, [28] * 5 + [36] * 15, [40] * 20), of)
    found = _one(findings, "R6", "area")
    assert (found.kind, found.tier) == ("improvement_area", 0)
    assert "5 จาก 20 แห่ง (ร้อยละ 25.00)" in found.sentence
    assert "มีผู้เข้าสอบร้อยละ 25.00 อยู่ในโรงเรียนเหล่านั้น" in found.sentence
    assert all(f.rule_id != "R1" for f in findings)


def test_a_gap_the_areas_pupils_cannot_tell_from_chance_is_only_watched() -> None:
    of = indicator(target=80.0)
    few = TWENTY[:9]
    found = _one(_made(shares(of, few, [3] * 9, [4] * 9), of, in_schools=few), "R1", "area")
    assert (found.kind, found.tier) == ("watch", 2)
    assert "ยังแยกไม่ออกจากความผันผวน" in found.sentence


def test_a_value_at_its_target_is_equal_to_it_without_a_gap() -> None:
    of = indicator(target=80.0)
    found = _one(_made(shares(of, TWENTY, [32] * 20, [40] * 20), of), "R1", "area")
    assert (
        "(ร้อยละ 80.00) เท่ากับเป้าหมาย (ร้อยละ 80.00) (ถึงเป้าหมาย) โรงเรียนที่ถึงเป้าหมาย 20 จาก 20 แห่ง"
        in found.sentence
    )
    assert "gap" not in dict(found.numbers)


def test_without_a_target_the_nation_is_the_comparator() -> None:
    marks = benchmarks([{"indicator_id": PASS.id, "value": 70.0}])
    found = _one(_made(shares(PASS, TWENTY, [32] * 20, [40] * 20), PASS, marks=marks), "R1", "area")
    assert found.kind == "strength"
    assert "สูงกว่าค่าระดับประเทศ (ร้อยละ 70.00) อยู่ 10.00 จุด" in found.sentence


@pytest.mark.parametrize(
    ("label", "told"), [("ระดับประเทศ ปีการศึกษา 2567", True), ("ระดับประเทศ ปีการศึกษา 2563", False)]
)
def test_the_catalogues_outside_value_counts_only_for_its_own_year(label: str, told: bool) -> None:
    of = indicator(benchmark=70.0, benchmark_label=label)
    findings = _made(shares(of, TWENTY, [32] * 20, [40] * 20), of)
    assert [
        f.sentence for f in findings if "สูงกว่าค่าระดับประเทศ ปีการศึกษา 2567 (ร้อยละ 70.00)" in f.sentence
    ] == [f.sentence for f in findings]
    assert bool(findings) is told


def test_a_few_more_cases_in_the_area_are_chance() -> None:
    # 20 then 25 cases: 5 is within 1.96·√45 = 13.1; 20 then 40: 20 is beyond 1.96·√60 = 15.2
    cases = indicator("cases", Kind.COUNT, direction=Direction.LOWER)

    def both(now: float) -> pd.DataFrame:
        return observations(
            {"indicator_id": cases.id, "school_id": s.school_id, "year_be": year, "value": value}
            for s in TWENTY
            for year, value in ((2566, 1.0), (2567, now))
        )

    assert _made(both(1.25), cases) == ()
    assert _one(_made(both(2.0), cases), "R3", "area").kind == "improvement_area"


def test_too_few_reporting_schools_give_a_data_finding_and_nothing_else() -> None:
    table = shares(PASS, TWENTY[:15], [4, *[32] * 14], [40] * 15)
    (found,) = _made(table, PASS)
    assert (found.rule_id, found.kind) == ("R8", "data_quality")
    assert "มีข้อมูล 15 จาก 20 โรงเรียน (ร้อยละ 75.00)" in found.sentence


def test_an_indicator_nobody_ever_reported_is_no_finding() -> None:
    assert _made(observations([]), PASS) == ()


def test_money_far_from_all_others_is_doubted_not_judged() -> None:
    money = indicator("money", Kind.AMOUNT, domain="budget")
    amounts = [100_000.0 + 1_000 * k for k in range(19)]
    table = observations(
        {"indicator_id": money.id, "school_id": s.school_id, "value": v}
        for s, v in zip(TWENTY, [98_000_000.0, *amounts], strict=True)
    )
    found = _one(_made(table, money), "R8")
    assert found.kind == "data_quality"
    assert "98,000,000.00 บาท" in found.sentence


def test_complete_counts_far_from_the_median_are_told_without_talk_of_chance() -> None:
    spent = indicator("spent", Kind.PROPORTION, domain="budget", compare=Compare.ROBUST, target=93.0)
    values = [40.0, *[94.0 + 0.2 * k for k in range(19)]]
    table = observations(
        {"indicator_id": spent.id, "school_id": s.school_id, "value": v, "n": 1e6}
        for s, v in zip(TWENTY, values, strict=True)
    )
    found = _one(_made(table, spent), "R2")
    assert found.kind == "improvement_area"
    assert "ความผันผวน" not in found.sentence
    assert "ต่ำกว่าค่ากลางของโรงเรียนในเขต (ร้อยละ 95.70) อยู่ 55.70 จุด" in found.sentence


def test_a_rare_case_where_most_schools_have_none_is_not_doubted() -> None:
    cases = indicator("cases", Kind.COUNT, compare=Compare.ROBUST, direction=Direction.LOWER)
    table = observations(
        {"indicator_id": cases.id, "school_id": s.school_id, "value": v}
        for s, v in zip(TWENTY, [9.0, *[0.0] * 19], strict=True)
    )
    assert [f.rule_id for f in _made(table, cases)] == ["R2"]


def test_the_median_school_below_target_alone_is_no_school_finding() -> None:
    of = indicator(target=95.0)
    findings = _made(shares(of, TWENTY, [32] * 20, [40] * 20), of)
    assert {f.scope for f in findings} == {"area"}


def test_unlike_peers_where_the_area_as_a_whole_hides_it() -> None:
    # sixty large schools at 90 %, sixty small ones at 50 %; one large school at 70 % is at the area's value
    many = schools(120, pupils=[300 + k for k in range(60)] + [60 + k % 50 for k in range(60)])
    x = [56, *[72] * 59, *[40] * 60]
    findings = _made(shares(PASS, many, x, [80] * 120), PASS, in_schools=many)
    found = next(f for f in findings if f.scope_id == many[0].school_id and f.rule_id == "R5")
    assert found.kind == "improvement_area"
    assert "ต่ำกว่าค่าของโรงเรียนใกล้เคียง 12 แห่ง (ร้อยละ 90.00)" in found.sentence


def test_a_persistent_likely_difference_is_told_as_lasting() -> None:
    rng = np.random.default_rng(3)
    many = schools(60)
    truth = np.clip(0.7 + 0.1 * rng.normal(size=60), 0.3, 0.95)
    truth[0] = 0.62
    n = np.full((1, 3, 60), 30.0)
    x = rng.binomial(30, np.broadcast_to(truth, n.shape)).astype(float)
    x[0, :, 0] = [18, 18, 18]
    findings = _made(dense_table((PASS,), many, 100 * x / n, n, x), PASS, in_schools=many)
    found = next(f for f in findings if f.scope_id == many[0].school_id)
    assert (found.rule_id, found.tier) == ("R4", 2)
    assert "ต่ำกว่าค่าของเขตต่อเนื่อง 3 ปี" in found.sentence
    assert "แต่ผลปีเดียวยังแยกไม่ออกจากความผันผวน" in found.sentence


def _scores(sd: float | None, low: float = 30.0) -> tuple[Finding, ...]:
    """Forty schools of 8 to 86 pupils near 50 points, the largest one low."""
    rng = np.random.default_rng(5)
    mean, forty = indicator("mean", Kind.MEAN), schools(40)
    n = np.broadcast_to(8.0 + 2 * np.arange(40), (1, 3, 40)).copy()
    value = 50 + 12 * rng.normal(size=n.shape) / np.sqrt(n)
    value[:, :, -1] = low
    stated = None if sd is None else np.full(n.shape, sd)
    return _made(dense_table((mean,), forty, value, n, None, stated), mean, in_schools=forty)


def test_a_mean_beyond_a_stated_spread_is_tier_1() -> None:
    assert 1 in {f.tier for f in _scores(12.0) if f.scope == "school"}


def test_a_spread_read_off_school_means_carries_no_tier_1() -> None:
    findings = _scores(None)
    last = [f for f in findings if f.scope_id == "99010039" and f.kind == "improvement_area"]
    assert [f.tier for f in last] == [2]
    assert "ไฟล์ไม่มีส่วนเบี่ยงเบนมาตรฐาน" in last[0].sentence
    assert "ที่ประมาณไว้" in last[0].sentence
    assert all(f.tier != 1 for f in findings)


def test_a_likely_difference_tells_what_the_latest_year_shows_by_itself() -> None:
    words = {
        -1.0: "ผลปีล่าสุดอยู่นอกช่วงร้อยละ 95 แต่ยังไม่ถึงเกณฑ์ร้อยละ 99.8",
        0.0: "แต่ผลปีเดียวยังแยกไม่ออกจากความผันผวน",
    }
    told = set()
    for seed in range(4):
        district = simulate(seed, spread=0.4)
        known = catalogue(*district.indicators)
        found = examine(district.table, benchmarks(), district.indicators, district.schools, PERIODS, RULES)
        s = {school.school_id: place for place, school in enumerate(found.cube.schools)}
        for each in findings_of(found, known):
            if each.scope != "school" or each.tier != 2 or each.rule_id not in ("R2", "R4"):
                continue
            i, n = found.place(each.indicator_id), dict(each.numbers)["n"]
            reading = -abs(float(found.comparison.reading[i, s[each.scope_id]]))
            if reading and isinstance(n, int) and n < 10:
                assert "ปีล่าสุดมีจำนวนน้อย" in each.sentence
                continue
            assert words[reading] in each.sentence
            told.add(reading)
    assert told == {0.0, -1.0}


def test_a_whole_cluster_beyond_its_schools_usual_differences_is_named() -> None:
    # every twentieth school, the whole of one cluster, at 20 of 40 where all others have 33
    many = schools(100, clusters=20)
    x = [20 if k % 20 == 0 else 33 for k in range(100)]
    findings = _made(shares(PASS, many, x, [40] * 100), PASS, in_schools=many)
    (found,) = (f for f in findings if f.scope == "cluster")
    assert found.sentence.startswith(
        "กลุ่ม 1 ตัวชี้วัด pass ปีการศึกษา 2567 มี 100 จาก 200 คน (ร้อยละ 50.00) ต่ำกว่าค่าของเขต (ร้อยละ 80.88) "
        "อยู่ 30.88 จุด หรือประมาณ 62 คน"
    )


def _rated(level: int, label: str, year: int = YEAR) -> SelfRating:
    return SelfRating(TWENTY[0].school_id, year, "มาตรฐานที่ 1", level, label, (PASS.id,), "รายงาน.docx หน้า 7")


def test_a_high_self_rating_beside_a_low_result_is_told_with_both_sources() -> None:
    found = _one(_made(_nineteen_alike_and(16, 40), PASS, ratings=(_rated(5, "ยอดเยี่ยม"),)), "R7")
    assert found.sentence == (
        "โรงเรียนทดสอบ 0 ประเมินตนเองเรื่อง มาตรฐานที่ 1 ระดับยอดเยี่ยม (รายงาน.docx หน้า 7) แต่ตัวชี้วัด pass "
        "ปีการศึกษา 2567 มี 16 จาก 40 คน (ร้อยละ 40.00) ต่ำกว่าค่าของเขต (ร้อยละ 78.00) อยู่ 38.00 จุด "
        "หรือประมาณ 15 คน แตกต่างเกินความผันผวนที่คาดไว้ของปีเดียว (เกณฑ์ร้อยละ 99.8) ควรดูหลักฐานร่วมกัน (กฎ R7)"
    )
    assert (found.kind, found.sources) == ("watch", ((TWENTY[0].school_id, ACADEMIC),))


@pytest.mark.parametrize(("level", "label"), [(1, "กำลังพัฒนา"), (2, "ปานกลาง")])
def test_a_low_self_rating_beside_a_high_result_is_the_mirror(level: int, label: str) -> None:
    table = shares(PASS, TWENTY, [38, *[16] * 19], [40] * 20)
    found = _one(_made(table, PASS, ratings=(_rated(level, label),)), "R7")
    assert f"ระดับ{label}" in found.sentence
    assert "สูงกว่าค่าของเขต" in found.sentence


def test_a_rating_that_several_results_contradict_is_told_once_by_the_first_of_them() -> None:
    other = indicator("other")
    table = pd.concat([_nineteen_alike_and(16, 40), _nineteen_alike_and(10, 40, other)])
    rating = SelfRating(TWENTY[0].school_id, YEAR, "มาตรฐานที่ 1", 5, "ยอดเยี่ยม", (other.id, PASS.id), "ก")
    found = _one(_made(table, PASS, other, ratings=(rating,)), "R7")
    assert found.indicator_id == other.id
    assert "อีก 1 ตัวต่างไปทางเดียวกัน" in found.sentence


def test_where_less_is_better_a_disagreement_says_which_side_the_result_lies_on() -> None:
    dropouts = indicator(direction=Direction.LOWER)
    table = shares(dropouts, TWENTY, [38, *[16] * 19], [40] * 20)
    found = _one(_made(table, dropouts, ratings=(_rated(4, "ดีเลิศ"),)), "R7")
    assert "สูงกว่าค่าของเขต" in found.sentence


@pytest.mark.parametrize("rating", [_rated(3, "ดี"), _rated(2, "ปานกลาง"), _rated(5, "ยอดเยี่ยม", YEAR - 1)])
def test_a_middling_or_agreeing_rating_or_one_of_another_year_is_no_disagreement(rating: SelfRating) -> None:
    findings = _made(_nineteen_alike_and(16, 40), PASS, ratings=(rating,))
    assert all(f.rule_id != "R7" for f in findings)


def test_row_order_changes_no_byte() -> None:
    district = simulate(7, n_schools=60, spread=0.4)
    first = _made(district.table, *district.indicators, in_schools=district.schools)
    for seed in (1, 2):
        shuffled = district.table.sample(frac=1, random_state=seed)
        again = _made(shuffled, *district.indicators, in_schools=district.schools[::-1])
        assert repr(again) == repr(first)
    assert len(first) > 50


def test_the_area_comes_first_then_clusters_then_shared_matters_then_schools() -> None:
    of = indicator(target=95.0)
    scopes = [f.scope for f in _made(_nineteen_alike_and(4, 40, of), of)]
    assert scopes == sorted(scopes, key=["area", "cluster", "schools", "school"].index)
    assert scopes[0] == "area"
    assert scopes[-1] == "school"


def test_an_id_outlives_its_figures_and_the_hash_does_not() -> None:
    before = _one(_made(_nineteen_alike_and(16, 40), PASS), "R2")
    after = _one(_made(_nineteen_alike_and(15, 40), PASS), "R2")
    assert (
        before.id
        == after.id
        == finding_id("school", TWENTY[0].school_id, PASS.id, "improvement_area", "R2", ACADEMIC)
    )
    assert before.numbers_hash != after.numbers_hash


def test_ids_are_unique() -> None:
    district = simulate(7, spread=0.6)
    findings = _made(district.table, *district.indicators, in_schools=district.schools)
    assert len({f.id for f in findings}) == len(findings)


def test_no_sentence_calls_a_difference_a_per_cent_or_keeps_an_empty_part() -> None:
    district = simulate(7, spread=0.6)
    for found in _made(district.table, *district.indicators, in_schools=district.schools):
        assert "อยู่ ร้อยละ" not in found.sentence
        assert "  " not in found.sentence
        assert "{" not in found.sentence
        assert found.sentence.endswith(f"(กฎ {found.rule_id})")


def test_the_printed_gap_is_the_difference_of_the_printed_figures() -> None:
    district = simulate(7, spread=0.6)
    for found in _made(district.table, *district.indicators, in_schools=district.schools):
        figures = dict(found.numbers)
        if "comparator" in figures:
            assert figures["gap"] == pytest.approx(abs(figures["value"] - figures["comparator"]), abs=1e-9)


def test_what_was_examined_and_gave_nothing_is_listed() -> None:
    quiet = shares(PASS, TWENTY, [32] * 20, [40] * 20)
    known = catalogue(PASS)
    found = examine(quiet, benchmarks(), key_indicators(known), TWENTY, PERIODS, RULES)
    (seen,) = looked_at(found, findings_of(found, known))
    assert (seen.indicator_id, seen.n_schools) == (PASS.id, 20)
    assert "ไม่พบค่าที่ต่างเกินเกณฑ์" in seen.sentence


def test_details_that_are_no_key_indicators_give_no_findings() -> None:
    detail = indicator(key_indicator=False)
    assert _made(_nineteen_alike_and(16, 40, detail), detail) == ()
