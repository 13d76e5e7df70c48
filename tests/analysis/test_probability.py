import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from lib.analysis.probability import (
    benjamini_hochberg,
    fit_beta_binomial,
    fit_normal_prior,
    mid_p_binomial,
    normal_p,
    normal_posterior,
    posterior_below,
    student_p,
)
from lib.analysis.robust import robust_distance


def test_mid_p_of_2_of_5_at_one_half() -> None:
    # P(X<2) = 6/32, P(X=2) = 10/32; 2·(6/32 + 5/32) = 22/32
    assert float(mid_p_binomial(2, 5, 0.5)) == pytest.approx(0.6875)


def test_mid_p_of_none_of_4_at_one_half() -> None:
    # 2·½·(1/16)
    assert float(mid_p_binomial(0, 4, 0.5)) == pytest.approx(0.0625)


def test_mid_p_is_one_when_nothing_else_can_happen() -> None:
    assert float(mid_p_binomial(7, 7, 1.0)) == pytest.approx(1.0)


@pytest.mark.parametrize(("freedom", "p_value"), [(9, 0.05), (float("nan"), 0.023688)])
def test_a_distance_of_2_262_is_less_surprising_where_its_unit_was_estimated(
    freedom: float, p_value: float
) -> None:
    # two-sided 5 % point of t with 9 degrees of freedom is 2.26216; of the normal distribution 2·Φ(−2.26216)
    assert float(student_p(2.26216, freedom)) == pytest.approx(p_value, abs=1e-5)


def test_mid_p_is_missing_where_n_is() -> None:
    assert np.isnan(mid_p_binomial([3.0, np.nan], [np.nan, 5.0], 0.5)).all()


@settings(deadline=None)
@given(n=st.integers(1, 300), share=st.floats(0, 1), p0=st.floats(0.01, 0.99))
def test_mid_p_agrees_with_the_sum_of_the_binomial_distribution(n: int, share: float, p0: float) -> None:
    x = round(share * n)
    below, exactly = binom.cdf(x - 1, n, p0), binom.pmf(x, n, p0)
    expected = min(2 * min(below + exactly / 2, binom.sf(x, n, p0) + exactly / 2), 1)
    assert float(mid_p_binomial(x, n, p0)) == pytest.approx(expected, abs=1e-9)


def test_normal_p_at_the_95_per_cent_limit() -> None:
    assert float(normal_p(-1.959964)) == pytest.approx(0.05, abs=1e-7)


def test_benjamini_hochberg_steps_up_past_a_failing_middle() -> None:
    # limits at 5 %: .01 .02 .03 .04 .05; .021 fails its own .02 but .029 passes .03
    found = benjamini_hochberg([0.21, 0.001, 0.021, 0.029, 0.9], 0.05)
    assert found.tolist() == [False, True, True, True, False]


def test_missing_cells_do_not_count_in_the_round() -> None:
    assert benjamini_hochberg([np.nan, 0.04, np.nan], 0.05).tolist() == [False, True, False]


def test_the_prior_finds_the_spread_it_was_drawn_from() -> None:
    rng = np.random.default_rng(1)
    n = np.full((1, 4000), 40)
    x = rng.binomial(n, rng.beta(0.7 * 20, 0.3 * 20, n.shape))
    mean, weight = fit_beta_binomial(x, n)
    assert mean[0] == pytest.approx(0.7, abs=0.01)
    assert weight[0] == pytest.approx(20, rel=0.12)


def test_the_fitted_weight_is_the_likeliest_one() -> None:
    from scipy.optimize import minimize
    from scipy.stats import betabinom

    x, n = np.array([2, 9, 15, 8, 30, 4, 11, 19]), np.array([12, 10, 20, 16, 34, 15, 13, 20])

    def loss(at: np.ndarray) -> float:
        mean, weight = 1 / (1 + np.exp(-at[0])), np.exp(at[1])
        return -float(betabinom.logpmf(x, n, mean * weight, (1 - mean) * weight).sum())

    best = minimize(loss, [0.0, 2.0], method="Nelder-Mead")
    mean, weight = fit_beta_binomial(x[None, :], n[None, :])
    ours = loss(np.array([np.log(mean[0] / (1 - mean[0])), np.log(weight[0])]))
    assert ours == pytest.approx(best.fun, abs=0.05)


def test_schools_that_differ_no_more_than_chance_get_an_infinite_weight() -> None:
    _, weight = fit_beta_binomial([[7, 8, 6, 7, 9]], [[10, 10, 10, 10, 10]])
    assert np.isposinf(weight[0])


def test_posterior_of_a_flat_prior_after_one_pass_of_one() -> None:
    # Beta(2, 1): P(θ < ½) = ¼
    assert float(posterior_below(1, 1, 0.5, 2.0, 0.5)) == pytest.approx(0.25)


def test_schools_not_known_to_differ_lie_on_neither_side() -> None:
    assert float(posterior_below(1, 20, 0.7, np.inf, 0.7)) == 0.5


def test_a_school_mean_is_drawn_halfway_when_its_own_variance_equals_the_schools() -> None:
    estimate, sd = normal_posterior(
        np.array([[60.0]]), np.array([[4.0]]), mean=np.array([50.0]), between=np.array([4.0])
    )
    assert estimate[0, 0] == pytest.approx(55.0)
    assert sd[0, 0] == pytest.approx(np.sqrt(2.0))


def test_between_school_variance_of_two_far_means() -> None:
    # weights 1 and 1, mean 50, Q = 200, df 1, Σw − Σw²/Σw = 1: τ² = 199
    mean, between = fit_normal_prior(np.array([[40.0, 60.0]]), np.array([[1.0, 1.0]]))
    assert (mean[0], between[0]) == pytest.approx((50.0, 199.0))


def test_between_school_variance_is_none_when_means_differ_by_chance() -> None:
    _, between = fit_normal_prior(np.array([[49.0, 51.0]]), np.array([[1.0, 1.0]]))
    assert between[0] == 0.0


def test_robust_distance_uses_the_median_and_mad() -> None:
    # median 3, deviations 2 1 0 1 97, MAD 1: (100 − 3) / 1.4826
    distance = robust_distance([1.0, 2.0, 3.0, 4.0, 100.0])
    assert distance[-1] == pytest.approx(97 / 1.4826)


def test_robust_distance_falls_back_on_the_mean_deviation_when_most_are_equal() -> None:
    # deviations 0 0 0 0 10, mean 2: 10 / (1.2533·2)
    assert robust_distance([5.0, 5.0, 5.0, 5.0, 15.0])[-1] == pytest.approx(10 / 2.5066)


def test_equal_values_have_no_distance_and_missing_stays_missing() -> None:
    distance = robust_distance([4.0, 4.0, np.nan])
    assert distance[:2].tolist() == [0.0, 0.0]
    assert np.isnan(distance[2])
