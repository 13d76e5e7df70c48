"""Parts of sentences about the area: its value, its schools, its comparators."""

from lib.analysis.areas import Aggregation
from lib.analysis.benchmarks import preferred
from lib.analysis.sentences import Wording, printed_gap, two_decimals, whole_number
from lib.analysis.standing import is_ceiling
from lib.analysis.summary import IndicatorSummary
from lib.domain.findings import Number
from lib.domain.indicators import Compare, Direction, Indicator

_BAHT = "บาท"


def own_of_area(indicator: Indicator, summary: IndicatorSummary, wording: Wording) -> str:
    """The area's value in words, saying how it was made."""
    return area_figure(
        indicator,
        summary.aggregation,
        summary.value or 0.0,
        summary.n_total or 0,
        wording,
        x=counted_x(indicator, summary, wording),
    )


def counted_x(indicator: Indicator, summary: IndicatorSummary, wording: Wording) -> int | None:
    """x of "x of n"; money is not spoken of as so many baht of baht."""
    return None if wording.rules.classifier(indicator.denominator) == _BAHT else summary.x_total


def area_figure(
    indicator: Indicator,
    aggregation: Aggregation,
    value: float,
    n: float,
    wording: Wording,
    *,
    x: int | None = None,
) -> str:
    """A figure of the area in the words of how it was made, with the n that weighs it, as x of n if known."""
    counted = wording.counted_words(indicator)
    if x is not None:
        return wording.own(indicator, value, n, x)
    if aggregation == "weighted_mean":
        return wording.phrase(
            "area_mean",
            value=wording.value(indicator, value),
            n=whole_number(n),
            **counted,
        )
    key = {"sum": "sum_of", "median": "median_of"}.get(aggregation, "stated")
    return wording.phrase(key, value=wording.value(indicator, value))


def area_gap_n(indicator: Indicator, aggregation: Aggregation, gap: float, n: float) -> float:
    """How many pupils, or what else n counts, a gap of a share is; 0 where it is no number of anything."""
    if aggregation != "weighted_mean" or indicator.compare is not Compare.PROPORTION:
        return 0.0
    return abs(gap) * n / 100


def target_words(indicator: Indicator, wording: Wording) -> str:
    """The target as printed; a band names both its ends, a ceiling only itself."""
    low, high = indicator.target or 0.0, indicator.target_high
    if high is None or high == low:
        return wording.value(indicator, low)
    if is_ceiling(indicator):
        return wording.phrase("at_most", high=wording.value(indicator, high))
    return wording.in_unit(indicator, wording.phrase("band", low=two_decimals(low), high=two_decimals(high)))


def target_numbers(indicator: Indicator) -> dict[str, Number | None]:
    """The ends of the target that ``target_words`` prints."""
    high = indicator.target_high
    if high is None or high == indicator.target:
        return {"target": indicator.target}
    return (
        {"target_high": high} if is_ceiling(indicator) else {"target": indicator.target, "target_high": high}
    )


def nearest_target(indicator: Indicator, summary: IndicatorSummary) -> float:
    """The end of a target band that the value has to reach, the target itself otherwise."""
    low, value = indicator.target or 0.0, summary.value or 0.0
    high = indicator.target_high
    return high if indicator.direction is Direction.BAND and high is not None and value > high else low


def benchmark_part(
    indicator: Indicator, summary: IndicatorSummary, wording: Wording
) -> tuple[str, dict[str, Number | None]]:
    benchmark = preferred(tuple(row.benchmark for row in summary.benchmarks), summary.period.year_be)
    if benchmark is None or summary.value is None:
        return "", {}
    difference = printed_gap(summary.value, benchmark.value)
    words = wording.phrase(
        "against_benchmark",
        relation=wording.relation(difference),
        benchmark_name=benchmark.name,
        benchmark=wording.value(indicator, benchmark.value),
        gap=wording.gap(indicator, difference),
    )
    return words, {
        "benchmark": benchmark.value,
        "benchmark_gap": abs(difference),
        "benchmark_name": benchmark.name,
    }


def schools_part(
    summary: IndicatorSummary, wording: Wording, *, below: bool
) -> tuple[str, dict[str, Number | None]]:
    if summary.n_judged is None or summary.n_meeting is None or summary.meeting_pct is None:
        return "", {}
    of = whole_number(summary.n_judged)
    if below:
        n_below, share = summary.n_judged - summary.n_meeting, 100 - summary.meeting_pct
        words = wording.phrase(
            "schools_below", n_below=whole_number(n_below), n_schools=of, below_pct=two_decimals(share)
        )
        return words, {"n_below": n_below, "n_schools": summary.n_judged, "below_pct": share}
    words = wording.phrase(
        "schools_reached",
        n_reached=whole_number(summary.n_meeting),
        n_schools=of,
        reached_pct=two_decimals(summary.meeting_pct),
    )
    return words, {
        "n_reached": summary.n_meeting,
        "n_schools": summary.n_judged,
        "reached_pct": summary.meeting_pct,
    }


def counted_schools(summary: IndicatorSummary, wording: Wording) -> str:
    """How many schools the figure comes from, and how many of them could not be weighed into it."""
    if summary.aggregation == "stated":
        return ""
    words = wording.phrase(
        "complete_count",
        n_schools=whole_number(summary.n_schools),
        n_expected=whole_number(summary.n_expected),
    )
    n_unweighed = unweighed(summary)
    if n_unweighed is None:
        return words
    return f"{words} {wording.phrase('not_weighed', n_unweighed=whole_number(n_unweighed))}"


def unweighed(summary: IndicatorSummary) -> int | None:
    """Schools with a value that a weighted figure is without, their n being unusable; None for none."""
    return (summary.n_without_n or None) if summary.aggregation == "weighted_mean" else None
