"""Figures whose number of pupils cannot be right are spoken of as data and compared with nobody."""

import numpy as np
import pandas as pd
import pytest

from lib.analysis.cube import Cube, make_cube
from lib.analysis.doubts import Doubt
from lib.analysis.examination import Examination, examine
from lib.catalog.rules import load_rules
from lib.domain.findings import Finding
from lib.domain.indicators import Compare, Direction, Indicator, Kind
from tests.analysis.builders import (
    PERIODS,
    YEAR,
    all_findings,
    benchmarks,
    catalogue,
    indicator,
    observations,
    schools,
    shares,
)

RULES = load_rules()
PASS = indicator()
TWENTY = schools(20)


def _rows(of: Indicator, values: list[float], n: list[float], year: int = YEAR) -> pd.DataFrame:
    return observations(
        {"indicator_id": of.id, "school_id": s.school_id, "year_be": year, "value": v, "n": n_}
        for s, v, n_ in zip(TWENTY, values, n, strict=True)
    )


def _first(table: pd.DataFrame, of: Indicator = PASS) -> Doubt:
    """What is doubted about the first school's latest cell."""
    return Doubt(int(_cube(table, of).doubts.code[0, -1, 0]))


def _cube(table: pd.DataFrame, of: Indicator = PASS) -> Cube:
    return make_cube(table, (of,), TWENTY, PERIODS, rules=RULES)


def _n_of_the_first(n: float, *earlier: float, pupils: int = 200, of: Indicator = PASS) -> Doubt:
    """The first school's latest n after those of the years before, the oldest first."""
    years = [(YEAR - len(earlier) + k, each) for k, each in enumerate((*earlier, n))]
    table = pd.concat([_rows(of, [80.0] * 20, [each, *[40.0] * 19], year) for year, each in years])
    cube = make_cube(table, (of,), schools(20, pupils=[pupils] * 20), PERIODS, rules=RULES)
    return Doubt(int(cube.doubts.code[0, -1, 0]))


@pytest.mark.parametrize(("n", "doubt"), [(np.nan, Doubt.NO_N), (0.0, Doubt.ZERO_N), (40.0, Doubt.NONE)])
def test_a_share_needs_a_number_above_nought(n: float, doubt: Doubt) -> None:
    assert _n_of_the_first(n) is doubt


def test_more_counted_than_there_are_is_doubted() -> None:
    table = shares(PASS, TWENTY, [32] * 20, [40] * 20)
    table.loc[0, "numerator"] = 41.0
    assert _first(table) is Doubt.COUNTED_ABOVE_N


def test_money_spent_beyond_its_budget_is_no_fault_of_counting() -> None:
    spent = indicator("spent", compare=Compare.ROBUST, valid_max=200.0, denominator="บาท")
    table = shares(spent, TWENTY, [110] * 20, [100] * 20)
    assert _first(table, spent) is Doubt.NONE


@pytest.mark.parametrize(
    ("pupils", "n", "doubt"),
    [(100, 150, Doubt.NONE), (100, 151, Doubt.N_ABOVE_ENROLMENT), (10, 30, Doubt.NONE), (10, 31, Doubt(4))],
)
def test_more_pupils_than_one_and_a_half_times_the_register_are_doubted(
    pupils: int, n: float, doubt: Doubt
) -> None:
    # 150 per cent of 100; of ten pupils at least twenty more
    assert _n_of_the_first(n, n, pupils=pupils) is doubt


def test_what_is_no_pupil_of_the_school_may_outnumber_its_pupils() -> None:
    asked = indicator(denominator="ผู้ตอบแบบสอบถาม")
    assert _n_of_the_first(900.0, 900.0, of=asked) is Doubt.NONE


@pytest.mark.parametrize(
    ("earlier", "n", "doubt"),
    [(15, 45, Doubt.N_JUMPED), (45, 15, Doubt.N_JUMPED), (15, 44, Doubt.NONE), (5, 34, Doubt.NONE)],
)
def test_three_times_the_year_before_and_thirty_more_is_no_cohort(
    earlier: float, n: float, doubt: Doubt
) -> None:
    assert _n_of_the_first(n, earlier) is doubt


def test_a_number_that_is_back_where_it_was_two_years_ago_is_believed() -> None:
    # 40, 400, 40: the middle one was odd
    table = pd.concat(
        _rows(PASS, [80.0] * 20, [n, *[40.0] * 19], YEAR - back)
        for back, n in ((2, 40.0), (1, 400.0), (0, 40.0))
    )
    assert _cube(table).doubts.code[0, -3:, 0].tolist() == [Doubt.NONE, Doubt.N_JUMPED, Doubt.NONE]


def test_scores_without_pupils_and_money_need_no_number() -> None:
    for kind in (Kind.SCORE, Kind.AMOUNT, Kind.COUNT, Kind.RATIO):
        of = indicator("other", kind)
        assert _first(_rows(of, [5.0] * 20, [np.nan] * 20), of) is Doubt.NONE


def _made(table: pd.DataFrame, of: Indicator = PASS) -> tuple[Finding, ...]:
    return all_findings(table, TWENTY, catalogue(of))


def _one_low(n: float) -> pd.DataFrame:
    """A school at 10 per cent among schools at 80."""
    return _rows(PASS, [10.0, *[80.0] * 19], [n, *[40.0] * 19])


def test_a_low_figure_with_a_sound_number_is_a_finding_of_performance() -> None:
    assert [(f.rule_id, f.kind) for f in _made(_one_low(40.0)) if f.scope == "school"] == [
        ("R2", "improvement_area")
    ]


def test_the_same_figure_without_its_number_is_a_finding_of_the_data() -> None:
    (found,) = _made(_one_low(np.nan))
    assert (found.rule_id, found.kind, found.tier) == ("R8", "data_quality", 0)
    assert found.sentence == (
        "โรงเรียนทดสอบ 0 ตัวชี้วัด pass ปีการศึกษา 2567 อยู่ที่ ร้อยละ 10.00 ไม่มีจำนวนผู้เข้าสอบ จึงยังไม่เทียบกับโรงเรียนอื่น "
        "ควรตรวจกับต้นทางก่อนใช้ (กฎ R8)"
    )


def test_a_doubted_latest_year_silences_the_sound_years_before_it() -> None:
    years = [_rows(PASS, [10.0, *[80.0] * 19], [40.0] * 20, YEAR - back) for back in (1, 2)]
    findings = _made(pd.concat([*years, _one_low(0.0)]))
    assert {f.rule_id for f in findings if f.scope_id == TWENTY[0].school_id} == {"R8"}


def test_the_sentence_states_the_numbers_that_cannot_be() -> None:
    before = _rows(PASS, [80.0] * 20, [40.0] * 20, YEAR - 1)
    (found,) = _made(pd.concat([before, _one_low(200.0)]))
    assert "มีผู้เข้าสอบ 200 คน ต่างจากปีก่อน (40 คน) มากผิดปกติ" in found.sentence
    assert dict(found.numbers) == {"value": 10.0, "n": 200, "earlier_n": 40}


def _found(table: pd.DataFrame) -> Examination:
    return examine(table, benchmarks(), (PASS,), TWENTY, PERIODS, RULES)


def test_a_doubted_cell_takes_no_part_in_the_round_nor_in_the_areas_weighing() -> None:
    sound, doubted = _found(_one_low(40.0)), _found(_one_low(0.0))
    assert (sound.comparison.n_cells, doubted.comparison.n_cells) == (20, 19)
    # (10 + 19·80) / 20 = 76.5 against 80 without the first school
    assert (sound.area[0, -1], doubted.area[0, -1]) == (76.5, 80.0)
    assert doubted.comparison.side[0, 0] == doubted.comparison.funnel[0, 0] == 0.0


def test_a_figure_of_the_area_says_how_many_schools_it_is_without() -> None:
    of = indicator(target=70.0)
    twenty_at_80 = [80.0] * 20
    whole, lacking = (
        next(f for f in _made(_rows(of, twenty_at_80, [n, *[40.0] * 19]), of) if f.rule_id == "R1")
        for n in (40.0, 0.0)
    )
    assert "มี 640 จาก 800 คน" in whole.sentence
    assert "ไม่รวม" not in whole.sentence
    assert "มี 608 จาก 760 คน" in lacking.sentence
    assert "นับจากข้อมูล 20 จาก 20 โรงเรียน ค่าของเขตไม่รวม 1 แห่งที่ตัวหารใช้ไม่ได้" in lacking.sentence
    assert dict(lacking.numbers)["n_unweighed"] == 1


def test_a_fault_that_four_schools_share_is_told_once_for_the_area() -> None:
    n = [np.nan, np.nan, np.nan, 0.0, *[40.0] * 16]
    (found,) = _made(_rows(PASS, [80.0] * 20, n))
    assert (found.scope, found.rule_id, found.kind) == ("area", "R8", "data_quality")
    assert "ตัวหารน่าสงสัย 4 จาก 20 โรงเรียน (ร้อยละ 20.00)" in found.sentence
    assert "ไม่มีจำนวนผู้เข้าสอบ 3 แห่ง, ระบุจำนวนผู้เข้าสอบเป็น 0 ทั้งที่มีค่า 1 แห่ง" in found.sentence
    assert [school for school, _ in found.sources] == [s.school_id for s in TWENTY[:4]]


def test_three_schools_are_told_one_by_one() -> None:
    n = [np.nan, np.nan, np.nan, *[40.0] * 17]
    assert [f.scope for f in _made(_rows(PASS, [80.0] * 20, n))] == ["school"] * 3


def test_a_figure_of_the_area_that_rests_on_too_few_sound_schools_is_not_judged() -> None:
    of = indicator(target=95.0)
    some = _made(_rows(of, [80.0] * 20, [*[np.nan] * 4, *[40.0] * 16]), of)
    assert {f.rule_id for f in some} == {"R1", "R8"}
    most = _made(_rows(of, [80.0] * 20, [*[np.nan] * 5, *[40.0] * 15]), of)
    assert {f.rule_id for f in most} == {"R8"}


def test_a_column_without_any_number_is_told_once_and_judged_by_its_median_only() -> None:
    of = indicator(target=95.0)
    findings = _made(_rows(of, [*[10.0] * 2, *[80.0] * 18], [np.nan] * 20), of)
    assert [(f.scope, f.rule_id) for f in findings] == [("area", "R1"), ("area", "R8")]
    assert "ค่ากลางของโรงเรียน ร้อยละ 80.00" in findings[0].sentence


def test_the_first_year_of_a_new_definition_is_a_matter_of_data() -> None:
    of = indicator(break_years=(YEAR,), target=95.0)
    (found,) = _made(_rows(of, [10.0, *[80.0] * 19], [40.0] * 20), of)
    assert (found.scope, found.rule_id, found.kind) == ("area", "R8", "data_quality")
    assert "เป็นปีแรกของนิยามใหม่" in found.sentence
    assert _examined(of).comparison.n_cells == 0


def _examined(of: Indicator) -> Examination:
    return examine(_rows(of, [80.0] * 20, [40.0] * 20), benchmarks(), (of,), TWENTY, PERIODS, RULES)


def test_the_second_year_of_a_definition_speaks_again() -> None:
    of = indicator(break_years=(YEAR - 1,))
    findings = _made(_rows(of, [10.0, *[80.0] * 19], [40.0] * 20), of)
    assert {f.rule_id for f in findings} == {"R2"}


def test_what_is_never_judged_is_not_doubted_aloud() -> None:
    of = indicator(direction=Direction.CONTEXT)
    assert _made(_rows(of, [80.0] * 20, [np.nan] * 20), of) == ()
