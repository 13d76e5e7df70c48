"""Rules about the area as a whole: level (R1) and spread of its schools (R6)."""

from collections.abc import Iterator
from typing import Literal

from lib.analysis.area_level import benchmark_findings, level_finding
from lib.analysis.area_parts import (
    counted_schools,
    counted_x,
    own_of_area,
    schools_part,
    target_numbers,
    target_words,
    unweighed,
)
from lib.analysis.examination import Examination
from lib.analysis.school_rules import spread_words
from lib.analysis.sentences import AREA, Wording, make_finding, two_decimals
from lib.analysis.standing import is_ceiling
from lib.analysis.summary import IndicatorSummary
from lib.analysis.zero_targets import occurrence_finding
from lib.domain.findings import Finding
from lib.domain.indicators import Direction, Indicator


def area_findings(found: Examination, summary: IndicatorSummary, wording: Wording) -> Iterator[Finding]:
    """Level against target or benchmark, and spread of the schools; at most one of each."""
    indicator = found.cube.indicators[found.place(summary.indicator_id)]
    if indicator.direction is Direction.CONTEXT or summary.value is None:
        return
    estimate = spread_words(found, found.place(indicator.id), wording)
    spread = _spread_side(found, summary)
    if indicator.sums and indicator.target == 0:
        if spread is not None:
            yield occurrence_finding(found, indicator, summary, wording, good=spread == "high")
        return
    if summary.step is None:
        yield from benchmark_findings(indicator, summary, wording, spread=estimate)
        return
    if is_ceiling(indicator) and summary.step >= 4 and spread != "low":
        return
    told = summary.step <= 2 or (summary.step >= 4 and spread != "low")
    level = level_finding(indicator, summary, wording, spread=estimate) if told else None
    if level is not None:
        yield level
    elif spread is not None:
        yield _spread(indicator, summary, wording, spread)


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
    schools, numbers = schools_part(summary, wording, below=side == "low")
    pupils = ""
    classifier = wording.rules.classifier(indicator.denominator)
    if side == "low" and summary.pupils_below_pct is not None and classifier != "แห่ง":
        pupils = wording.phrase(
            "pupils_below",
            denominator=wording.counted_words(indicator)["denominator"],
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
            "target": target_words(indicator, wording),
            "pupils": pupils,
            "certainty": counted_schools(summary, wording),
        },
        numbers={
            "value": summary.value,
            **target_numbers(indicator),
            "n": summary.n_total,
            "x": counted_x(indicator, summary, wording),
            "n_expected": summary.n_expected,
            "n_unweighed": unweighed(summary),
            **numbers,
        },
    )
