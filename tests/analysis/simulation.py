"""Invented districts with a fixed seed: grades of log-normal size, three years, known truth."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib.domain.indicators import Indicator, Kind
from lib.domain.schools import School
from tests.analysis.builders import dense_table, indicator, schools


@dataclass(frozen=True, slots=True, eq=False)
class District:
    """One simulated district; ``truth`` (a share, or points) and ``planted`` are ``[indicator, school]``."""

    table: pd.DataFrame
    indicators: tuple[Indicator, ...]
    schools: tuple[School, ...]
    truth: np.ndarray
    area: np.ndarray
    planted: np.ndarray


def simulate_means(
    seed: int,
    *,
    n_schools: int = 120,
    n_indicators: int = 12,
    stated: bool = True,
    spread: float = 0.0,
    planted_share: float = 0.0,
    planted_points: float = 0.0,
) -> District:
    """Mean scores of one grade, pupils spreading by 15 points around their school's own mean.

    Args:
        stated: whether the files state each school's standard deviation.
        spread: standard deviation of schools' true means, in points.
        planted_share / planted_points: share of cells that are moved, and how far.
    """
    rng = np.random.default_rng(seed)
    pupils = np.clip(np.exp(rng.normal(np.log(110), 0.75, n_schools)), 5, 900).astype(int)
    in_schools = schools(n_schools, clusters=10, pupils=[int(p) for p in pupils])
    indicators = tuple(indicator(f"score{k:02d}", Kind.MEAN) for k in range(n_indicators))
    shape = (n_indicators, n_schools)
    planted = rng.random(shape) < planted_share
    truth = np.linspace(35, 65, n_indicators)[:, None] + rng.normal(0, 1, shape) * spread
    truth = truth + planted * planted_points
    n = np.maximum(rng.poisson(np.broadcast_to(np.maximum(pupils / 7, 1), (n_indicators, 3, n_schools))), 1)
    value = truth[:, None, :] + rng.normal(0, 1, n.shape) * 15 / np.sqrt(n)
    freedom = np.maximum(n - 1, 1)
    sd = np.where(n > 1, 15 * np.sqrt(rng.chisquare(freedom) / freedom), 0.0) if stated else None
    area = (truth * n[:, -1]).sum(axis=1) / n[:, -1].sum(axis=1)
    table = dense_table(indicators, in_schools, np.clip(value, 0, 100), n.astype(float), None, sd)
    return District(table, indicators, in_schools, truth, area, planted)


def simulate(
    seed: int,
    *,
    n_schools: int = 120,
    n_indicators: int = 12,
    spread: float = 0.0,
    planted_share: float = 0.0,
    planted_logit: float = 0.0,
    shares: tuple[float, float] = (0.6, 0.9),
) -> District:
    """Counts of pupils who pass, binomial around each school's own share.

    Args:
        spread: standard deviation of schools' logits around their indicator's.
        shares: the lowest and the highest indicator's share.
        planted_share / planted_logit: share of cells that are moved, and how far on the logit scale.
    """
    rng = np.random.default_rng(seed)
    pupils = np.clip(np.exp(rng.normal(np.log(110), 0.75, n_schools)), 5, 900).astype(int)
    in_schools = schools(n_schools, clusters=10, pupils=[int(p) for p in pupils])
    indicators = tuple(indicator(f"pass{k:02d}") for k in range(n_indicators))
    level = np.linspace(*shares, n_indicators)
    base = np.log(level / (1 - level))
    shape = (n_indicators, n_schools)
    planted = rng.random(shape) < planted_share
    logit = base[:, None] + rng.normal(0, 1, shape) * spread + planted * planted_logit
    truth = 1 / (1 + np.exp(-logit))
    # every third indicator counts the whole school, the others one grade of seven
    one_grade = np.maximum(pupils / 7, 1)
    mean_n = np.where((np.arange(n_indicators) % 3 == 0)[:, None], pupils, one_grade)
    n = np.maximum(rng.poisson(np.repeat(mean_n[:, None, :], 3, axis=1)), 1)
    x = rng.binomial(n, truth[:, None, :])
    area = (truth * n[:, -1]).sum(axis=1) / n[:, -1].sum(axis=1)
    table = dense_table(indicators, in_schools, 100 * x / n, n.astype(float), x.astype(float))
    return District(table, indicators, in_schools, truth, area, planted)
