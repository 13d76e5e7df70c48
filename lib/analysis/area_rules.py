"""Rules about the area as a whole: level (R1), spread (R6), too few data (R8)."""

from collections.abc import Iterator
from typing import Literal

import numpy as np

from lib.analysis.benchmarks import preferred
from lib.analysis.examination import Examination
from lib.analysis.sentences import AREA, Wording, make_finding, printed_gap, two_decimals, whole_number
from lib.analysis.standing import scale_width
from lib.analysis.summary import IndicatorSummary
from lib.domain.findings import Finding, FindingKind, Number, Tier
from lib.domain.indicators import Direction, Indicator

Certainty = tuple[FindingKind, Tier, str]


def area_findings(found: Examination, summary: IndicatorSummary, wording: Wording) -> Iterator[Finding]:
    """Level against target or benchmark, and spread of the schools; at most one of each."""
    indicator = found.cube.indicators[found.place(summary.indicator_id)]
    if indicator.direction is Direction.CONTEXT or summary.value is None:
        return
    if summary.step is None:
        yield from _against_benchmark(indicator, summary, wording)
        return
    spread = _spread_side(found, summary)
    if summary.step <= 2 or (summary.step >= 4 and spread != "low"):
        yield _against_target(indicator, summary, wording)
    elif spread is not None:
        yield _spread(indicator, summary, wording, spread)


def coverage_finding(found: Examination, summary: IndicatorSummary, wording: Wording) -> Finding | None:
    """R8 where too few schools have a figure; None where coverage suffices or the indicator is not in use."""
    place = found.place(summary.indicator_id)
    needed = found.rules.thresholds.min_coverage_pct
    coverage = summary.coverage_pct
    never_used = not np.isfinite(found.cube.value[place]).any()
    if coverage is None or coverage >= needed or never_used:
        return None
    return make_finding(
        wording,
        AREA,
        found.cube.indicators[place],
        summary.period,
        kind="data_quality",
        tier=0,
        rule_id="R8",
        template="R8_coverage",
        words={
            "n_schools": whole_number(summary.n_schools),
            "n_expected": whole_number(summary.n_expected),
            "coverage_pct": two_decimals(coverage),
            "needed_pct": f"{needed:g}",
        },
        numbers={
            "coverage_pct": coverage,
            "n_expected": summary.n_expected,
            "n_schools": summary.n_schools,
            "needed_pct": needed,
        },
    )


def _against_target(indicator: Indicator, summary: IndicatorSummary, wording: Wording) -> Finding:
    target = _nearest_target(indicator, summary)
    kind, tier, doubt = _certainty(summary, target, good=(summary.step or 0) >= 4, wording=wording)
    benchmark, benchmark_numbers = _benchmark_part(indicator, summary, wording)
    schools, school_numbers = _schools_part(summary, wording, below=kind != "strength")
    value = summary.value or 0.0
    gap = printed_gap(value, target)
    return make_finding(
        wording,
        AREA,
        indicator,
        summary.period,
        kind=kind,
        tier=tier,
        rule_id="R1",
        template="R1_target",
        words={
            "own": own_of_area(indicator, summary, wording),
            "relation": wording.relation(gap),
            "target": wording.value(indicator, target),
            "gap": wording.gap(indicator, gap),
            "step": summary.status,
            "level": wording.phrase("level", level=summary.level) if summary.level else "",
            "schools": schools,
            "benchmark": benchmark,
            "certainty": " ".join(part for part in (doubt, _counted(summary, wording)) if part),
        },
        numbers={
            "value": value,
            "target": target,
            "gap": abs(gap),
            "n": summary.n_total,
            "n_schools": summary.n_schools,
            "n_expected": summary.n_expected,
            "step": summary.step,
            **benchmark_numbers,
            **school_numbers,
        },
    )


def _nearest_target(indicator: Indicator, summary: IndicatorSummary) -> float:
    """The end of a target band that the value has to reach, the target itself otherwise."""
    low, value = indicator.target or 0.0, summary.value or 0.0
    high = indicator.target_high
    return high if indicator.direction is Direction.BAND and high is not None and value > high else low


def _certainty(summary: IndicatorSummary, against: float, *, good: bool, wording: Wording) -> Certainty:
    """Kind, tier and words of doubt: an interval that holds the comparator makes it a matter to watch."""
    kind: FindingKind = "strength" if good else "improvement_area"
    if summary.lower is None or summary.upper is None:
        return kind, 0, ""
    if summary.lower <= against <= summary.upper:
        return (kind if good else "watch"), 2, wording.phrase("not_distinguishable")
    return kind, 1, ""


def _against_benchmark(
    indicator: Indicator, summary: IndicatorSummary, wording: Wording
) -> Iterator[Finding]:
    benchmark = preferred(tuple(row.benchmark for row in summary.benchmarks))
    if benchmark is None or summary.value is None or indicator.direction is Direction.BAND:
        return
    difference = summary.value - benchmark.value
    base = scale_width(indicator) if indicator.valid_max is not None else abs(benchmark.value)
    if abs(difference) < wording.rules.thresholds.min_benchmark_gap_pct * base / 100:
        return
    good = (difference > 0) is (indicator.direction is Direction.HIGHER)
    kind, tier, doubt = _certainty(summary, benchmark.value, good=good, wording=wording)
    if doubt and good:
        return
    part, numbers = _benchmark_part(indicator, summary, wording)
    yield make_finding(
        wording,
        AREA,
        indicator,
        summary.period,
        kind=kind,
        tier=tier,
        rule_id="R1",
        template="R1_benchmark",
        words={
            "own": own_of_area(indicator, summary, wording),
            "level": wording.phrase("level", level=summary.level) if summary.level else "",
            "benchmark": part,
            "certainty": " ".join(part for part in (doubt, _counted(summary, wording)) if part),
        },
        numbers={
            "value": summary.value,
            "n": summary.n_total,
            "n_schools": summary.n_schools,
            "n_expected": summary.n_expected,
            **numbers,
        },
    )


def _benchmark_part(
    indicator: Indicator, summary: IndicatorSummary, wording: Wording
) -> tuple[str, dict[str, Number | None]]:
    benchmark = preferred(tuple(row.benchmark for row in summary.benchmarks))
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


def _spread_side(found: Examination, summary: IndicatorSummary) -> Literal["low", "high"] | None:
    """R6: many schools, or many pupils, below target; or nearly all schools at it. Counts, no tests."""
    limits = found.rules.thresholds
    if summary.meeting_pct is None or summary.n_schools < limits.min_schools:
        return None
    below, pupils = 100 - summary.meeting_pct, summary.pupils_below_pct or 0.0
    if below >= limits.spread_schools_pct or pupils >= limits.spread_pupils_pct:
        return "low"
    return "high" if summary.meeting_pct >= limits.reached_schools_pct else None


def _spread(
    indicator: Indicator, summary: IndicatorSummary, wording: Wording, side: Literal["low", "high"]
) -> Finding:
    schools, numbers = _schools_part(summary, wording, below=side == "low")
    pupils = ""
    if side == "low" and summary.pupils_below_pct is not None:
        pupils = wording.phrase(
            "pupils_below",
            denominator=indicator.denominator,
            pupils_below_pct=two_decimals(summary.pupils_below_pct),
        )
        numbers["pupils_below_pct"] = summary.pupils_below_pct
    return make_finding(
        wording,
        AREA,
        indicator,
        summary.period,
        kind="improvement_area" if side == "low" else "strength",
        tier=0,
        rule_id="R6",
        template="R6",
        words={
            "own": own_of_area(indicator, summary, wording),
            "schools": schools,
            "target": wording.value(indicator, _nearest_target(indicator, summary)),
            "pupils": pupils,
            "certainty": _counted(summary, wording),
        },
        numbers={
            "value": summary.value,
            "target": summary.target,
            "n": summary.n_total,
            "n_expected": summary.n_expected,
            **numbers,
        },
    )


def _schools_part(
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


def own_of_area(indicator: Indicator, summary: IndicatorSummary, wording: Wording) -> str:
    """The area's value in words, saying how it was made."""
    value = summary.value or 0.0
    if summary.aggregation == "weighted_mean":
        return wording.phrase(
            "area_mean",
            value=wording.value(indicator, value),
            denominator=indicator.denominator,
            n=whole_number(summary.n_total or 0),
            classifier=wording.rules.classifier(indicator.denominator),
        )
    key = {"sum": "sum_of", "median": "median_of"}.get(summary.aggregation, "stated")
    return wording.phrase(key, value=wording.value(indicator, value))


def _counted(summary: IndicatorSummary, wording: Wording) -> str:
    if summary.aggregation == "stated":
        return ""
    return wording.phrase(
        "complete_count",
        n_schools=whole_number(summary.n_schools),
        n_expected=whole_number(summary.n_expected),
    )
