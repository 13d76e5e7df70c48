import numpy as np
import pandas as pd
import pytest

from lib.analysis.examination import Examination, examine
from lib.analysis.funnel import funnel_curve, widened_funnel
from lib.catalog.rules import load_rules
from tests.analysis.builders import PERIODS, benchmarks, indicator, schools, shares

OF = indicator()


def _alternating(n_schools: int, low: int, high: int) -> Examination:
    """Every second school has ``low`` of 100, the others ``high``."""
    x = [low if k % 2 else high for k in range(n_schools)]
    table = shares(OF, schools(n_schools), x, [100] * n_schools)
    return examine(table, benchmarks(), (OF,), schools(n_schools), PERIODS, load_rules())


def _at(curve: pd.DataFrame, column: str, n: float) -> float:
    return float(np.interp(n, curve["n"], curve[column]))


def test_schools_that_differ_widen_the_funnel_by_their_own_spread() -> None:
    # 40 schools of 100 pupils at 60 and 80 per cent, area 70: s² = 0.21, in points² 21; z² = 100/21, so is φ
    # τ² = (40·100/21 − 39) / (Σw − Σw²/Σw), w = 1/21: 39/21, so τ² = (4000/21 − 39)·21/39 = 81.564
    found = widened_funnel(_alternating(40, 60, 80), OF.id)
    assert (found.unlike, found.n_schools) == (True, 40)
    assert found.factor == pytest.approx(100 / 21)
    assert found.between**2 == pytest.approx((4000 - 39 * 21) / 39)
    half = 1.959964 * np.sqrt(21 + (4000 - 39 * 21) / 39)
    assert _at(found.curve, "upper", 100) == pytest.approx(70 + half, abs=0.05)
    assert _at(found.curve, "lower", 100) == pytest.approx(70 - half, abs=0.05)


def test_the_widened_limits_lie_outside_the_plain_ones() -> None:
    office = _alternating(40, 60, 80)
    plain, wide = funnel_curve(office, OF.id), widened_funnel(office, OF.id).curve
    assert (wide["outer_lower"] <= plain["outer_lower"]).all()
    assert (wide["lower"] < plain["lower"]).any()


@pytest.mark.parametrize(("n_schools", "low", "high"), [(29, 60, 80), (40, 69, 71)])
def test_few_schools_or_schools_alike_have_no_second_funnel(n_schools: int, low: int, high: int) -> None:
    found = widened_funnel(_alternating(n_schools, low, high), OF.id)
    assert (found.unlike, found.between, found.curve.empty, found.n_schools) == (False, 0.0, True, n_schools)
