"""A difference must be large enough to act on before a sentence is spent on it."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lib.analysis.examination import Examination, examine
from lib.analysis.findings import findings_of
from lib.analysis.materiality import below_material, below_one, material_gaps, printed_gaps
from lib.catalog.rules import RuleSet, load_rules
from lib.domain.findings import Finding
from lib.domain.indicators import Compare, Indicator, Kind
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

RULES = load_rules()
PASS = indicator()
FORTY = schools(40)
#: Half of the other schools at 28, half at 36 of 40: 70 and 90 per cent, so they differ by some ten points.
_OTHERS = [28 if k % 2 else 36 for k in range(39)]


def _any_size(rules: RuleSet = RULES) -> RuleSet:
    return replace(rules, thresholds=replace(rules.thresholds, min_gap_n=0.0, min_gap_spread=0.0))


def _table(*firsts: tuple[float, float], of: Indicator = PASS) -> pd.DataFrame:
    """The first school's x of n in the years up to YEAR, the oldest first."""
    years = [(YEAR - len(firsts) + 1 + k, x, n) for k, (x, n) in enumerate(firsts)]
    return pd.concat(shares(of, FORTY, [x, *_OTHERS], [n, *[40] * 39], year=year) for year, x, n in years)


def _found(table: pd.DataFrame, of: Indicator = PASS, rules: RuleSet = RULES) -> Examination:
    return examine(table, benchmarks(), (of,), FORTY, PERIODS, rules)


def _first(table: pd.DataFrame, of: Indicator = PASS, rules: RuleSet = RULES) -> list[Finding]:
    """Findings about the first school."""
    findings = findings_of(_found(table, of, rules), catalogue(of))
    return [f for f in findings if f.scope_id == FORTY[0].school_id]


def test_less_than_one_pupil_of_the_latest_year_is_no_sentence_even_beyond_chance() -> None:
    # two years at 8 of 40, now 32 of 41: 78.05 against 80.05 is 0.8 of a pupil and less than schools differ
    table = _table((8, 40), (8, 40), (32, 41))
    (told,) = (f for f in _first(table, rules=_any_size()) if f.rule_id == "R2")
    assert (told.tier, dict(told.numbers)["gap_n"]) == (1, 1)
    assert [f.rule_id for f in _first(table) if f.rule_id != "R3"] == []


def test_one_pupil_is_enough_for_a_difference_beyond_chance() -> None:
    # 31 of 40 is 77.5 against 80: one pupil, though far less than schools differ
    assert [(f.rule_id, f.tier) for f in _first(_table((8, 40), (8, 40), (31, 40))) if f.rule_id != "R3"] == [
        ("R2", 1)
    ]


def test_a_likely_difference_must_be_as_wide_as_schools_usually_differ() -> None:
    # 88 of 120 in three years is probably below 80; the latest 77.5 per cent is but one pupil short of it
    table = _table((28, 40), (29, 40), (31, 40))
    assert [f.rule_id for f in _first(table, rules=_any_size())] == ["R4"]
    assert _first(table) == []


def test_five_per_cent_of_the_scale_is_enough_however_unlike_schools_are() -> None:
    # 75 against 80.13 per cent: (20·36 + 19·28 + 30) of 1,600
    (told,) = _first(_table((29, 40), (30, 40), (30, 40)))
    assert (told.rule_id, told.tier) == ("R4", 2)
    assert _found(_table((28, 40))).comparison.posterior.between[0] > 7
    assert material_gaps(_found(_table((28, 40))))[0] == 5.0


@pytest.mark.parametrize(("min_gap", "told"), [(5.14, 0), (5.13, 1)])
def test_an_indicator_may_ask_for_its_own_gap(min_gap: float, told: int) -> None:
    of = indicator(min_gap=min_gap)
    assert len(_first(_table((29, 40), (30, 40), (30, 40), of=of), of)) == told


def test_schools_that_do_not_differ_ask_for_nothing_but_a_whole_pupil() -> None:
    table = shares(PASS, FORTY, [32] * 40, [40] * 40)
    assert material_gaps(_found(table))[0] == 0.0


def test_an_open_scale_has_no_share_of_it_that_suffices() -> None:
    of = indicator(valid_max=None)
    found = _found(_table((28, 40), of=of), of)
    assert material_gaps(found)[0] == pytest.approx(found.comparison.posterior.between[0])


def test_gaps_are_those_a_reader_sees() -> None:
    # 2 of 3 prints 66.67; 66.67 − 80.05 = −13.38
    cube = _found(_table((2, 3))).cube
    assert printed_gaps(cube, np.array([[80.049]]))[0, 0] == 13.38


def test_a_mean_has_no_whole_pupil() -> None:
    of = indicator("mean", Kind.MEAN)
    cube = _found(_table((30, 40), of=of), of).cube
    assert not below_one(cube, cube.value[:, -1] - 0.1, 1.0).any()


def test_the_share_of_ten_teachers_is_held_to_one_teacher_too() -> None:
    of = indicator("trained", compare=Compare.ROBUST)
    cube = _found(_table((9, 10), of=of), of).cube
    assert below_one(cube, np.array([[95.0]]), 1.0)[0, 0]
    assert not below_one(cube, np.array([[100.0]]), 1.0)[0, 0]


def _mean_of_last(latest: float) -> list[Finding]:
    """Findings on a school with 40 of 100 points in two years and ``latest`` now, where others have 50."""
    of, twenty = indicator("score", Kind.MEAN), schools(20)
    rows = [
        {"indicator_id": of.id, "school_id": s.school_id, "year_be": year, "value": v, "n": 100.0, "sd": 10.0}
        for year, last in ((YEAR - 2, 40.0), (YEAR - 1, 40.0), (YEAR, latest))
        for s, v in zip(twenty, [50.0] * 19 + [last], strict=True)
    ]
    found = examine(observations(rows), benchmarks(), (of,), twenty, PERIODS, RULES)
    findings = findings_of(found, catalogue(of))
    return [f for f in findings if f.scope_id == twenty[-1].school_id and f.rule_id != "R3"]


def test_a_mean_less_than_a_point_away_is_no_sentence_even_beyond_chance() -> None:
    # 300 pupils at 42.99 against 49.49 are far beyond chance, but the latest 48.99 is 0.96 below 49.95
    assert _mean_of_last(48.99) == []


def test_a_mean_a_point_away_is_told_when_beyond_chance() -> None:
    # 48.9 against (19·50 + 48.9) / 20 = 49.945, printed 49.95: 1.05 points
    (told,) = _mean_of_last(48.9)
    assert (told.rule_id, told.tier, dict(told.numbers)["gap"]) == ("R2", 1, 1.05)


def test_a_gap_that_prints_as_none_is_never_material() -> None:
    # 79.998 beside 80.0001 per cent: both print as 80.00, and schools are not known to differ
    twenty = schools(20, pupils=[90_000] * 20)
    table = shares(PASS, twenty, [40_000] * 19 + [39_999], [50_000] * 20)
    found = examine(table, benchmarks(), (PASS,), twenty, PERIODS, RULES)
    assert material_gaps(found)[0] == 0.0
    assert below_material(found, found.comparison.p0[:, None]).all()
