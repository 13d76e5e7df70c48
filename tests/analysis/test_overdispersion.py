import numpy as np
import pytest

from lib.analysis.overdispersion import Overdispersion, overdispersion
from tests.analysis.builders import YEAR, all_findings, catalogue, indicator, schools, shares

NAN = np.nan


def _of(gap: list[float], error: list[float], *, min_schools: int = 2) -> Overdispersion:
    return overdispersion(np.array([gap]), np.array([error]), min_schools=min_schools, min_factor=1.5)


def test_between_school_spread_of_eleven_hand_worked_schools() -> None:
    # z: −6 −4 −3 −2 −1 0 1 2 3 4 6; the tenths are −4 and 4, so squares 16 16 9 4 1 0 1 4 9 16 16 = 92
    # φ = 92/11; s = 2: w = ¼, Σw = 2.75, Σw − Σw²/Σw = 2.75 − 0.6875/2.75 = 2.5; τ² = (92 − 10) / 2.5
    z = [-6.0, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6]
    found = _of([2 * each for each in z], [2.0] * 11)
    assert found.factor[0] == pytest.approx(92 / 11)
    assert found.between[0] == pytest.approx(np.sqrt(82 / 2.5))
    assert found.n_schools[0] == 11


def test_schools_that_differ_by_chance_alone_widen_nothing() -> None:
    # φ of −1 and 1 in turn is 1
    found = _of([1.0, -1.0] * 20, [1.0] * 40)
    assert (found.factor[0], found.unlike[0], found.between[0]) == (1.0, False, 0.0)


def test_twenty_nine_schools_are_too_few_and_thirty_are_enough() -> None:
    assert not _of([4.0, -4.0] * 14 + [4.0], [1.0] * 29, min_schools=30).unlike[0]
    assert _of([4.0, -4.0] * 15, [1.0] * 30, min_schools=30).unlike[0]


def test_schools_without_a_figure_or_without_a_width_of_chance_do_not_count() -> None:
    found = _of([3.0, -3.0, NAN, 3.0], [1.0, 1.0, 1.0, 0.0])
    # the tenths between −3 and 3 are −2.4 and 2.4
    assert found.factor[0] == pytest.approx(2.4**2)
    assert found.n_schools[0] == 2


def test_an_indicator_without_a_test_has_no_factor() -> None:
    found = _of([NAN, NAN], [NAN, NAN])
    assert np.isnan(found.factor[0])
    assert not found.unlike[0]


def test_the_sentence_says_whether_a_school_stands_out_even_among_schools_that_differ() -> None:
    # forty schools at 50 to 89 per cent of 200 pupils, one at 5: all far beyond chance from each other
    of, many = indicator(), schools(41)
    x = [10, *range(100, 180, 2)]
    findings = all_findings(shares(of, many, x, [200] * 41, year=YEAR), many, catalogue(of))
    told = {f.scope_id: f.sentence for f in findings if f.scope == "school" and f.tier == 1}
    assert "และยังต่างออกไป" in told[many[0].school_id]
    assert "ไม่ได้ต่างจากโรงเรียนอื่นผิดปกติ" in told[many[1].school_id]


def test_where_schools_differ_by_chance_the_sentence_says_nothing_of_it() -> None:
    of, many = indicator(), schools(41)
    findings = all_findings(shares(of, many, [20, *[160] * 40], [200] * 41), many, catalogue(of))
    (found,) = (f for f in findings if f.scope == "school")
    assert "มากกว่าความผันผวนอยู่แล้ว" not in found.sentence
