import numpy as np
import pytest

from lib.analysis.areas import area_values
from lib.analysis.chance import counted_by_chance
from lib.analysis.comparison import compare_schools
from lib.analysis.cube import Cube, make_cube
from lib.analysis.intervals import Z_998
from lib.analysis.pooling import same_side_years
from lib.analysis.probability import fit_beta_binomial
from lib.catalog.rules import load_rules
from lib.domain.indicators import Compare, Direction, Kind
from tests.analysis.builders import PERIODS, dense_table, indicator, observations, schools

PASS = indicator()


def _cube(x: np.ndarray, n: np.ndarray) -> Cube:
    """Counts ``[year, school]`` of one share."""
    many = schools(x.shape[1])
    return make_cube(
        dense_table((PASS,), many, (100 * x / n)[None], n[None], x[None]), (PASS,), many, PERIODS
    )


def test_an_estimate_is_the_schools_own_share_with_the_priors_pupils_added() -> None:
    # (x + μM) / (n + M): a small school is drawn towards μ further than a large one with the same share
    x = np.array([[2.0, 20, 9, 30, 38, 12, 25, 35, 4, 18, 31, 37]])
    n = np.array([[4.0, *[40] * 11]])
    cube = _cube(x, n)
    seen = compare_schools(cube, area_values(cube), load_rules().thresholds)
    mean, weight = fit_beta_binomial(x, n)
    assert np.isfinite(weight[0])
    assert seen.posterior.estimate[0] == pytest.approx(
        100 * (x[0] + mean[0] * weight[0]) / (n[0] + weight[0])
    )
    own = 100 * x[0] / n[0]
    assert abs(seen.posterior.estimate[0, 0] - own[0]) > abs(seen.posterior.estimate[0, 1] - own[1])


def test_years_on_one_side_are_counted_back_from_the_latest_and_end_at_a_crossing() -> None:
    # area 50 per cent in every year; the last two schools change sides in the middle one
    crossing = np.array([[4.0, 6, 4, 6], [4, 6, 6, 4], [4, 6, 4, 6]])
    cube = _cube(crossing, np.full((3, 4), 10.0))
    years = same_side_years(cube, area_values(cube), 3)
    assert years[0].tolist() == [3.0, 3.0, 1.0, 1.0]


@pytest.mark.parametrize(("most", "others", "by_chance"), [(3, 7, True), (6, 4, False)])
def test_cases_are_held_against_the_poisson_chance_of_the_mean_school(
    most: int, others: int, by_chance: bool
) -> None:
    # ten cases in twenty schools; P(X ≥ 3 | 0.5) = 1 − e^−½·1.625 = 0.0144, P(X ≥ 6 | 0.5) = 0.000014
    cases = indicator("cases", Kind.COUNT, compare=Compare.ROBUST, direction=Direction.LOWER)
    many = schools(20)
    values = [most, *[1] * others, *[0] * (19 - others)]
    table = observations(
        {"indicator_id": cases.id, "school_id": school.school_id, "value": float(value)}
        for school, value in zip(many, values, strict=True)
    )
    cube = make_cube(table, (cases,), many, PERIODS)
    assert bool(counted_by_chance(cube, np.array([0.5]), Z_998)[0, 0]) is by_chance
