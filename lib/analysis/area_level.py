"""R1: the area's level against its target, or against an outside value where it has none."""

from collections.abc import Iterator

from lib.analysis.area_parts import (
    area_gap_n,
    benchmark_part,
    counted_schools,
    counted_x,
    nearest_target,
    own_of_area,
    schools_part,
    target_numbers,
    target_words,
    unweighed,
)
from lib.analysis.benchmarks import preferred
from lib.analysis.sentences import AREA, Wording, make_finding, printed_gap, whole_gap_number
from lib.analysis.standing import scale_width
from lib.analysis.summary import IndicatorSummary
from lib.domain.findings import Finding, FindingKind, Tier
from lib.domain.indicators import Direction, Indicator

Certainty = tuple[FindingKind, Tier, str]


def level_finding(
    indicator: Indicator, summary: IndicatorSummary, wording: Wording, *, spread: str
) -> Finding | None:
    """The area against its target; None where it is reached, but by no more than chance.

    Args:
        spread: says that the width of chance had to be estimated; empty where it is known.
    """
    target = nearest_target(indicator, summary)
    kind, tier, doubt = _certainty(
        summary, target, good=(summary.step or 0) >= 4, wording=wording, estimated=bool(spread)
    )
    if kind == "strength" and doubt:
        return None
    said = _said(wording, tier, doubt, spread)
    benchmark, benchmark_numbers = benchmark_part(indicator, summary, wording)
    schools, school_numbers = schools_part(summary, wording, below=kind != "strength")
    value = summary.value or 0.0
    gap = printed_gap(value, target)
    gap_n = area_gap_n(indicator, summary.aggregation, value - target, summary.n_total or 0)
    return make_finding(
        wording,
        AREA,
        indicator,
        summary.period,
        kind=kind,
        tier=tier,
        rule_id="R1",
        template="R1_inside" if _inside_band(indicator, summary) else "R1_target" if gap else "R1_equal",
        words={
            "own": own_of_area(indicator, summary, wording),
            "relation": wording.relation(gap),
            "target": target_words(indicator, wording),
            "gap": wording.gap(indicator, gap),
            "whole_gap": wording.whole_gap(indicator, gap_n),
            "step": summary.status,
            "level": wording.phrase("level", level=summary.level) if summary.level else "",
            "schools": schools,
            "benchmark": benchmark,
            "certainty": " ".join(part for part in (said, counted_schools(summary, wording)) if part),
        },
        numbers={
            "value": value,
            **target_numbers(indicator),
            "gap": abs(gap) or None,
            "gap_n": whole_gap_number(gap_n),
            "n": summary.n_total,
            "x": counted_x(indicator, summary, wording),
            "n_schools": summary.n_schools,
            "n_expected": summary.n_expected,
            "n_unweighed": unweighed(summary),
            "step": summary.step,
            **benchmark_numbers,
            **school_numbers,
        },
    )


def _inside_band(indicator: Indicator, summary: IndicatorSummary) -> bool:
    """A value within a target band is neither above nor below its target."""
    wide = indicator.target_high is not None and indicator.target_high != indicator.target
    return indicator.direction is Direction.BAND and wide and summary.target_gap == 0


def benchmark_findings(
    indicator: Indicator, summary: IndicatorSummary, wording: Wording, *, spread: str
) -> Iterator[Finding]:
    """The area against an outside value, where they differ by more than a trifle; ``spread`` as above."""
    benchmark = preferred(tuple(row.benchmark for row in summary.benchmarks), summary.period.year_be)
    if benchmark is None or summary.value is None or indicator.direction is Direction.BAND:
        return
    difference = summary.value - benchmark.value
    base = scale_width(indicator) if indicator.valid_max is not None else abs(benchmark.value)
    if abs(difference) < wording.rules.thresholds.min_benchmark_gap_pct * base / 100:
        return
    good = (difference > 0) is (indicator.direction is Direction.HIGHER)
    kind, tier, doubt = _certainty(
        summary, benchmark.value, good=good, wording=wording, estimated=bool(spread)
    )
    if kind == "strength" and doubt:
        return
    said = _said(wording, tier, doubt, spread)
    part, numbers = benchmark_part(indicator, summary, wording)
    gap_n = area_gap_n(indicator, summary.aggregation, difference, summary.n_total or 0)
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
            "whole_gap": wording.whole_gap(indicator, gap_n),
            "certainty": " ".join(part for part in (said, counted_schools(summary, wording)) if part),
        },
        numbers={
            "value": summary.value,
            "n": summary.n_total,
            "x": counted_x(indicator, summary, wording),
            "gap_n": whole_gap_number(gap_n),
            "n_schools": summary.n_schools,
            "n_expected": summary.n_expected,
            "n_unweighed": unweighed(summary),
            **numbers,
        },
    )


def _certainty(
    summary: IndicatorSummary, against: float, *, good: bool, wording: Wording, estimated: bool
) -> Certainty:
    """Kind, tier and words of doubt: an interval that holds the comparator makes it a matter to watch.

    A value at the comparator itself, such as all of all, is no matter of chance.
    """
    kind: FindingKind = "strength" if good else "improvement_area"
    if summary.lower is None or summary.upper is None or printed_gap(summary.value or 0.0, against) == 0:
        return kind, 0, ""
    if summary.lower <= against <= summary.upper:
        return (kind if good else "watch"), 2, wording.phrase("not_distinguishable")
    return kind, 2 if estimated else 1, ""


def _said(wording: Wording, tier: Tier, doubt: str, spread: str) -> str:
    """The certainty phrase; empty where the value is a complete count."""
    if tier == 0:
        return ""
    if tier == 1:
        return wording.phrase("beyond_interval")
    return f"{doubt or wording.phrase('beyond_estimated')} {spread}".strip()
