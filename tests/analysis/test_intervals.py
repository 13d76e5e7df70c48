import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.analysis.intervals import (
    Z_95,
    Z_998,
    funnel_limits,
    mean_funnel_limits,
    newcombe_difference,
    student_reach,
    wilson_interval,
)


def test_wilson_interval_of_7_of_10() -> None:
    # (2·7 + 3.8415 ± 1.96·√(3.8415 + 4·7·0.3)) / (2·13.8415)
    lower, upper = wilson_interval(7, 10)
    assert float(lower) == pytest.approx(0.39678, abs=1e-5)
    assert float(upper) == pytest.approx(0.89221, abs=1e-5)


def test_wilson_interval_keeps_its_width_at_all_of_12() -> None:
    # all pass: the lower limit is 12 / (12 + 3.8415)
    lower, upper = wilson_interval(12, 12)
    assert float(lower) == pytest.approx(0.75751, abs=1e-5)
    assert float(upper) == 1.0


def test_no_pupils_give_no_interval() -> None:
    assert np.isnan(wilson_interval(0, 0)).all()


def test_newcombe_difference_of_56_of_70_and_48_of_80() -> None:
    # Newcombe 1998, table II example (a), method 10: 0.2000, limits 0.0524 and 0.3339
    difference, lower, upper = newcombe_difference(56, 70, 48, 80)
    assert float(difference) == pytest.approx(0.2, abs=1e-4)
    assert float(lower) == pytest.approx(0.0524, abs=1e-4)
    assert float(upper) == pytest.approx(0.3339, abs=1e-4)


def test_funnel_limits_at_80_per_cent_and_25_pupils() -> None:
    # √(0.8·0.2/25) = 0.08
    lower, upper = funnel_limits(0.8, 25)
    assert (float(lower), float(upper)) == pytest.approx((0.8 - 1.959964 * 0.08, 0.8 + 1.959964 * 0.08))


@settings(deadline=None)
@given(
    n=st.integers(5, 500),
    x_share=st.floats(0, 1),
    p0=st.floats(0.02, 0.98),
    z=st.sampled_from([Z_95, Z_998]),
)
def test_outside_the_funnel_means_wilson_excludes_the_benchmark(
    n: int, x_share: float, p0: float, z: float
) -> None:
    x = round(x_share * n)
    lower, upper = funnel_limits(p0, n, z)
    wilson_lower, wilson_upper = wilson_interval(x, n, z)
    if min(abs(x / n - lower), abs(x / n - upper)) > 1e-9:
        assert (x / n > upper) == (wilson_lower > p0)
        assert (x / n < lower) == (wilson_upper < p0)


@pytest.mark.parametrize("p0", [0.5, 0.8, 0.95])
@pytest.mark.parametrize("z", [Z_95, Z_998])
def test_every_count_of_5_to_500_pupils_is_judged_alike_by_funnel_and_wilson(p0: float, z: float) -> None:
    # a wrong limit, such as one of n − 1 pupils, changes a few of these 126,000 counts only
    for n in range(5, 501):
        x = np.arange(n + 1)
        lower, upper = funnel_limits(p0, n, z)
        wilson_lower, wilson_upper = wilson_interval(x, n, z)
        clear = np.minimum(np.abs(x / n - lower), np.abs(x / n - upper)) > 1e-9
        assert ((x / n > upper) == (wilson_lower > p0))[clear].all()
        assert ((x / n < lower) == (wilson_upper < p0))[clear].all()


def test_mean_funnel_limits_narrow_with_the_root_of_n() -> None:
    # 1.959964·15/√25 = 5.879892
    lower, upper = mean_funnel_limits(45, 15, 25, Z_95)
    assert (float(lower), float(upper)) == pytest.approx((39.120108, 50.879892))


@pytest.mark.parametrize(
    ("z", "freedom", "t"), [(Z_95, 1, 12.7062), (Z_95, 9, 2.2622), (Z_998, 30, 3.3852), (Z_998, 500, 3.1066)]
)
def test_an_estimated_spread_reaches_as_far_as_students_t(z: float, freedom: int, t: float) -> None:
    # two-sided 5 % and 0.2 % points of the usual table of t
    assert float(student_reach(z, freedom)) == pytest.approx(t, abs=2e-4)


def test_a_known_spread_reaches_as_far_as_the_normal_distribution() -> None:
    assert student_reach(Z_998, [np.nan, np.inf]).tolist() == [Z_998, Z_998]
