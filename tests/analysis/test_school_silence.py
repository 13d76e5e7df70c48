import numpy as np
import pandas as pd
import pytest

from lib.analysis.examination import examine
from lib.analysis.findings import findings_of
from lib.analysis.school_silence import looked_at_school
from lib.catalog.rules import load_rules
from lib.domain.findings import LookedAtCell
from lib.domain.indicators import Direction, Indicator, Kind
from tests.analysis.builders import (
    ACADEMIC,
    PERIODS,
    benchmarks,
    catalogue,
    indicator,
    observations,
    schools,
    shares,
)

PASS = indicator()
TWENTY = schools(20)
FIRST = TWENTY[0].school_id


def _silent(table: pd.DataFrame, of: Indicator = PASS, n_schools: int = 20) -> tuple[LookedAtCell, ...]:
    """What is said of the first school's silence."""
    found = examine(table, benchmarks(), (of,), TWENTY[:n_schools], PERIODS, load_rules())
    return looked_at_school(found, findings_of(found, catalogue(of)), FIRST)


def _values(of: Indicator, values: list[float], n: float = np.nan) -> pd.DataFrame:
    return observations(
        {"indicator_id": of.id, "school_id": s.school_id, "value": v, "n": n}
        for s, v in zip(TWENTY, values, strict=True)
    )


def test_a_figure_within_chance_says_so_with_its_pupils() -> None:
    (cell,) = _silent(shares(PASS, TWENTY, [30, *[32] * 19], [40] * 20))
    assert cell == LookedAtCell(
        PASS.id,
        ACADEMIC,
        75.0,
        40,
        "chance",
        "ตัวชี้วัด pass ปีการศึกษา 2567 มี 30 จาก 40 คน (ร้อยละ 75.00) ยังแยกไม่ออกจากความผันผวน",
    )


def test_a_figure_that_gave_a_finding_is_not_silent() -> None:
    assert _silent(shares(PASS, TWENTY, [8, *[32] * 19], [40] * 20)) == ()


def test_few_pupils_are_the_reason_before_chance_is() -> None:
    (cell,) = _silent(shares(PASS, TWENTY, [2, *[32] * 19], [9, *[40] * 19]))
    assert (cell.reason, cell.n) == ("few", 9)


def test_a_number_that_cannot_be_right_is_the_reason_where_the_area_tells_of_it() -> None:
    table = shares(PASS, TWENTY, [30, *[32] * 19], [40] * 20)
    table.loc[:3, "n"] = np.nan
    (cell,) = _silent(table)
    assert (cell.reason, cell.n) == ("doubted", None)


def test_too_few_reporting_schools_are_the_reason() -> None:
    (cell,) = _silent(shares(PASS, TWENTY[:15], [4, *[32] * 14], [40] * 15))
    assert cell.reason == "data"


@pytest.mark.parametrize(
    "of", [indicator("open", Kind.COUNT), indicator(direction=Direction.BAND, target=70.0, target_high=90.0)]
)
def test_what_is_not_compared_between_schools_has_no_comparator(of: Indicator) -> None:
    (cell,) = _silent(_values(of, [3.0] * 20, 40.0), of)
    assert cell.reason == "no_comparator"


def test_seven_schools_are_no_comparator() -> None:
    (cell,) = _silent(shares(PASS, TWENTY[:7], [30, *[32] * 6], [40] * 7), n_schools=7)
    assert cell.reason == "no_comparator"


def test_a_score_like_most_is_near_them_and_money_far_from_most_is_not_judged() -> None:
    score = indicator("score", Kind.SCORE)
    (cell,) = _silent(_values(score, [80.0 + k % 5 for k in range(20)]), score)
    assert cell.reason == "near_median"
    # logarithms of 100 to 119 thousand spread by some 0.06; 140 thousand lies 0.25 above their median
    money = indicator("money", Kind.AMOUNT, domain="budget")
    (cell,) = _silent(_values(money, [140_000.0, *[100_000.0 + 1_000 * k for k in range(19)]]), money)
    assert cell.reason == "not_judged"


def test_what_only_describes_is_not_looked_at() -> None:
    of = indicator(direction=Direction.CONTEXT)
    assert _silent(shares(of, TWENTY, [30] * 20, [40] * 20), of) == ()


def test_a_school_without_a_figure_was_not_looked_at() -> None:
    assert _silent(shares(PASS, TWENTY[1:], [32] * 19, [40] * 19)) == ()


def test_a_sure_but_small_difference_is_called_small() -> None:
    # as in the tests of materiality: probably below for three years, yet one pupil short of 80 per cent
    forty = schools(40)
    others = [28 if k % 2 else 36 for k in range(39)]
    table = pd.concat(
        shares(PASS, forty, [x, *others], [40] * 40, year=year)
        for x, year in ((28, 2565), (29, 2566), (31, 2567))
    )
    found = examine(table, benchmarks(), (PASS,), forty, PERIODS, load_rules())
    (cell,) = looked_at_school(found, findings_of(found, catalogue(PASS)), FIRST)
    assert cell.reason == "small_gap"
