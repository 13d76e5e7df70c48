"""Pupils' spread within schools: stated in files, or worked out from n alone where no file states it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.analysis.areas import area_values
from lib.analysis.chance import latest_intervals, standard_errors
from lib.analysis.changes import school_changes
from lib.analysis.cube import Cube, make_cube
from lib.analysis.intervals import Z_95, mean_funnel_limits
from lib.analysis.spread import Spread, within_school_spread
from lib.domain.indicators import Kind
from tests.analysis.builders import PERIODS, dense_table, indicator, schools

SCORE = indicator("score", Kind.MEAN)


def _cube(value: np.ndarray, n: np.ndarray, sd: np.ndarray | None = None) -> Cube:
    """Arrays ``[year, school]`` of one indicator."""
    many = schools(value.shape[1])
    table = dense_table((SCORE,), many, value[None], n[None], None, None if sd is None else sd[None])
    return make_cube(table, (SCORE,), many, PERIODS)


def _spread(cube: Cube) -> Spread:
    return within_school_spread(cube, area_values(cube))


def test_stated_standard_deviations_are_pooled_by_their_degrees_of_freedom() -> None:
    # (20·10² + 10·16²) / 30 = 4,560 / 30 = 152
    spread = _spread(_cube(np.array([[50.0, 40.0]]), np.array([[21.0, 11.0]]), np.array([[10.0, 16.0]])))
    assert spread.stated[0]
    assert spread.sd[0] == pytest.approx(np.sqrt(152))
    assert spread.freedom[0] == 30.0


def test_a_school_of_one_pupil_has_no_standard_deviation_to_pool() -> None:
    spread = _spread(_cube(np.array([[50.0, 40.0]]), np.array([[31.0, 1.0]]), np.array([[12.0, 0.0]])))
    assert spread.sd[0] == pytest.approx(12.0)


def test_too_few_degrees_of_freedom_state_nothing() -> None:
    # 29 degrees of freedom, and far too few schools to read a spread off their means
    spread = _spread(_cube(np.array([[50.0]]), np.array([[30.0]]), np.array([[12.0]])))
    assert np.isnan(spread.sd[0])
    assert not spread.stated[0]


def _drawn(seed: int, between: float, n: np.ndarray) -> Cube:
    """Means of n pupils whose scores spread by 15 around schools that spread by ``between``."""
    rng = np.random.default_rng(seed)
    own = rng.normal(50, between, n.shape[1])
    return _cube(own + rng.normal(0, 15 / np.sqrt(n)), n)


@pytest.mark.parametrize("between", [0.0, 4.0])
def test_the_spread_worked_out_from_n_alone_is_near_the_true_one(between: float) -> None:
    rng = np.random.default_rng(3)
    n = np.round(np.exp(rng.normal(np.log(16), 0.75, (3, 120)))) + 1
    found = [float(_spread(_drawn(seed, between, n)).sd[0]) for seed in range(20)]
    assert 14.5 <= np.median(found) <= 20.0
    assert min(found) > 12.0


def test_nineteen_schools_or_equal_cohorts_tell_nothing_of_the_spread() -> None:
    few = _drawn(1, 0.0, np.linspace(5, 60, 19).round()[None])
    alike = _drawn(1, 0.0, np.full((1, 60), 20.0))
    assert np.isnan(_spread(few).sd[0])
    assert np.isnan(_spread(alike).sd[0])


def _fifteen(freedom: float) -> Spread:
    return Spread(np.array([15.0]), np.array([True]), np.array([freedom]))


@pytest.mark.parametrize(("freedom", "t"), [(30.0, 2.042272), (120.0, 1.979930), (np.nan, 1.959964)])
def test_a_mean_of_25_pupils_lies_within_students_t_of_a_fifth_of_their_spread(
    freedom: float, t: float
) -> None:
    # 15/√25 = 3; two-sided 5 % points of t from the usual table; 50 ± t·3
    cube = _cube(np.array([[50.0]]), np.array([[25.0]]))
    spread = _fifteen(freedom)
    assert standard_errors(cube, np.array([50.0]), spread, cube.n[:, -1])[0, 0] == pytest.approx(3.0)
    lower, upper = latest_intervals(cube, spread)
    assert (lower[0, 0], upper[0, 0]) == pytest.approx((50 - 3 * t, 50 + 3 * t), abs=1e-5)


def test_a_spread_read_off_school_means_has_as_many_degrees_of_freedom_as_means_less_two() -> None:
    n = np.linspace(5, 60, 120).round().reshape(3, 40)
    assert _spread(_drawn(1, 0.0, n)).freedom[0] == 118.0


def test_an_unknown_spread_has_no_degrees_of_freedom() -> None:
    assert np.isnan(_spread(_cube(np.array([[50.0]]), np.array([[25.0]]))).freedom[0])


@settings(deadline=None, max_examples=60)
@given(n=st.integers(5, 500), freedom=st.integers(30, 400), gap=st.floats(-20, 20))
def test_outside_the_funnel_of_a_mean_means_its_interval_excludes_the_area(
    n: int, freedom: int, gap: float
) -> None:
    spread, area = _fifteen(float(freedom)), 50.0
    cube = _cube(np.array([[area + gap]]), np.array([[float(n)]]))
    lower, upper = latest_intervals(cube, spread)
    low, high = mean_funnel_limits(area, 15.0, n, spread.reach(Z_95)[0])
    if min(abs(area + gap - low), abs(area + gap - high)) > 1e-9:
        assert (area + gap > high) == (lower[0, 0] > area)
        assert (area + gap < low) == (upper[0, 0] < area)


def test_the_change_of_a_mean_allows_for_chance_in_both_years() -> None:
    # 15·√(1/25 + 1/100) = 15·√0.05 = 3.3541; 40 degrees of freedom: −6 ± 2.021075·3.3541
    cube = _cube(np.array([[56.0], [50.0]]), np.array([[25.0], [100.0]]))
    change = school_changes(cube, _fifteen(40.0))
    half = 2.021075 * 15 * np.sqrt(0.05)
    assert change.lower[0, 0] == pytest.approx(-6 - half, abs=1e-5)
    assert change.upper[0, 0] == pytest.approx(-6 + half, abs=1e-5)
