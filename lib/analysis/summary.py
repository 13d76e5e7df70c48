"""One indicator in one period: what the area has, against target, benchmarks and the year before."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lib.analysis.areas import Aggregation, aggregation_of, is_netted
from lib.analysis.benchmarks import Benchmark, benchmarks_of, stated_area_value
from lib.analysis.changes import Change
from lib.analysis.examination import Examination
from lib.analysis.intervals import Z_95, Array, wilson_interval
from lib.analysis.standing import good_gap, level_of, reaches_target, step_of
from lib.domain.indicators import Compare, RatingScale
from lib.domain.periods import Period
from lib.thai.numerals import round_half_up


@dataclass(frozen=True, slots=True)
class ComparedBenchmark:
    """A stated figure and the area's value minus it, in the indicator's unit (points for per cents)."""

    benchmark: Benchmark
    difference: float | None


@dataclass(frozen=True, slots=True)
class IndicatorSummary:
    """The area's standing on one indicator; None is "not known", never 0.

    Attributes:
        aggregation: how ``value`` was made; ``stated`` when only an area row of a file gives it.
        value: weighted by n for shares, means and ratios, summed for counts and money, else the median;
            never a total in which excess and want cancel, not even one that a file states.
        lower / upper: 95 % interval where the indicator has a sampling n.
        n_schools / n_expected: schools with a value, and schools that ought to have one.
        n_total: pupils, test takers … behind the value.
        x_total: pupils counted among ``n_total``, for shares whose files tell them to the printed decimals.
        n_without_n: schools with a value that could not be weighed and are not in a weighted ``value``.
        n_small: schools whose n is below the indicator's minimum.
        target_gap: distance to the target, positive once reached; ``step`` 1–5 and its words ``status``.
        n_meeting / n_judged: schools that reach the target, of those with a value; None without a target.
        pupils_below_pct: share of n in schools below the target.
        change_all / change_same: since the last comparable year, over all schools, and those in both years.
        quantiles: lowest, quarter, middle, three quarters, highest of the schools' values; may be empty.
        level: word of the indicator's scale.
    """

    indicator_id: str
    period: Period
    aggregation: Aggregation
    value: float | None
    lower: float | None
    upper: float | None
    n_schools: int
    n_expected: int
    n_total: int | None
    x_total: int | None
    n_without_n: int
    n_small: int
    target: float | None
    target_gap: float | None
    step: int | None
    status: str
    benchmarks: tuple[ComparedBenchmark, ...]
    change_all: Change | None
    change_same: Change | None
    n_judged: int | None
    n_meeting: int | None
    meeting_pct: float | None
    pupils_below_pct: float | None
    quantiles: tuple[float, ...]
    level: str

    @property
    def coverage_pct(self) -> float | None:
        """Schools with a value among those expected."""
        return 100 * self.n_schools / self.n_expected if self.n_expected else None


def summarize_all(found: Examination, scales: Sequence[RatingScale]) -> tuple[IndicatorSummary, ...]:
    """One summary per indicator of the examination, in its order."""
    by_id = {scale.id: scale for scale in scales}
    return tuple(
        summarize_place(found, place, by_id.get(indicator.scale))
        for place, indicator in enumerate(found.cube.indicators)
    )


def summarize_place(found: Examination, place: int, scale: RatingScale | None = None) -> IndicatorSummary:
    """The summary of the indicator at a place of the examination."""
    cube, rules = found.cube, found.rules
    indicator, period = cube.indicators[place], cube.periods[place]
    values, n = cube.value[place, -1], cube.n[place, -1]
    has = np.isfinite(values)
    weighed = has & np.isfinite(n)
    rows = () if is_netted(indicator) else benchmarks_of(found.benchmarks, indicator, period)
    aggregation: Aggregation = aggregation_of(indicator, any_n=bool(weighed.any())) if has.any() else "none"
    value = _known(found.area[place, -1])
    if value is None and (stated := stated_area_value(rows)) is not None:
        aggregation, value = "stated", stated
    n_total = round(float(n[weighed].sum())) if weighed.any() else None
    lower, upper = area_interval(found, place, value, n_total if aggregation == "weighted_mean" else None)
    # a target of a sum is the area's own, unless it is 0 and therefore every school's
    judged = indicator.target is not None and (not indicator.sums or indicator.target == 0)
    reached = reaches_target(indicator, values[has]) if judged and has.any() else None
    step = None if value is None else step_of(indicator, value, rules)
    return IndicatorSummary(
        indicator_id=indicator.id,
        period=period,
        aggregation=aggregation,
        value=value,
        lower=lower,
        upper=upper,
        n_schools=int(has.sum()),
        n_expected=int(cube.expected[place].sum()),
        n_total=n_total,
        x_total=counted_among(cube.numerator[place, -1, weighed], value, n_total)
        if aggregation == "weighted_mean"
        else None,
        n_without_n=int((has & ~weighed).sum()) if indicator.has_n else 0,
        n_small=int((weighed & (n < indicator.min_n)).sum()) if indicator.has_n else 0,
        target=indicator.target,
        target_gap=None if value is None else good_gap(indicator, value),
        step=step,
        status="" if step is None else rules.step_labels[step - 1],
        benchmarks=tuple(
            ComparedBenchmark(row, None if value is None else value - row.value) for row in rows
        ),
        change_all=found.change_all[place],
        change_same=found.change_same[place],
        n_judged=None if reached is None else len(reached),
        n_meeting=None if reached is None else int(reached.sum()),
        meeting_pct=None if reached is None else 100 * float(reached.mean()),
        pupils_below_pct=None if reached is None else _share_below(n[has], reached),
        quantiles=tuple(float(q) for q in np.quantile(values[has], (0, 0.25, 0.5, 0.75, 1)))
        if has.any()
        else (),
        level="" if value is None else level_of(scale, value),
    )


def counted_among(numerators: Array, value: float | None, n_total: int | None) -> int | None:
    """The numerators' sum; None where it does not give the printed value, having been worked out from it."""
    x = float(numerators.sum())
    if value is None or not n_total or not np.isfinite(x):
        return None
    return int(x) if round_half_up(100 * x / n_total) == round_half_up(value) else None


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def area_interval(
    found: Examination, place: int, value: float | None, n_total: int | None, z: float = Z_95
) -> tuple[float | None, float | None]:
    """Limits of the area's value from all its pupils; None without a value or a sampling n."""
    if value is None or not n_total:
        return None, None
    compare, spread = found.cube.indicators[place].compare, found.comparison.spread
    if compare is Compare.PROPORTION:
        lower, upper = wilson_interval(value / 100 * n_total, n_total, z)
        return 100 * float(lower), 100 * float(upper)
    if compare is Compare.MEAN and np.isfinite(spread.sd[place]):
        half = float(spread.reach(z)[place] * spread.sd[place]) / n_total**0.5
        return value - half, value + half
    return None, None


def _share_below(n: Array, reached: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> float | None:
    """Share of pupils in schools below target, over the schools whose n is known."""
    total = float(np.nansum(n))
    return 100 * float(np.nansum(n[~reached])) / total if total > 0 else None
