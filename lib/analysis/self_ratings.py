"""R7: where a school's own rating and its results disagree."""

from collections.abc import Iterator, Sequence

from lib.analysis.sentences import Subject, Wording, make_finding
from lib.catalog.rules import RuleSet
from lib.domain.findings import Finding, SelfRating
from lib.domain.indicators import Catalogue
from lib.domain.periods import PeriodKind


def self_rating_findings(
    ratings: Sequence[SelfRating],
    findings: Sequence[Finding],
    catalogue: Catalogue,
    rules: RuleSet,
    wording: Wording,
) -> Iterator[Finding]:
    """A high rating beside a result that is low beyond chance (tier 1), or a low one beside a high result.

    Args:
        ratings: the schools' own levels, each with the indicators that speak to it; of any year, those of the
            year of a result count.
        findings: the school findings of the same period, from which tier 1 of R2 is read.
    """
    results = {
        (finding.scope_id, finding.indicator_id, finding.period.year_be): finding
        for finding in findings
        if finding.scope == "school"
        and finding.rule_id == "R2"
        and finding.tier == 1
        and finding.period.kind is PeriodKind.ACADEMIC_YEAR
    }
    spoken: set[tuple[str, str]] = set()
    for rating in sorted(ratings, key=lambda r: (r.school_id, r.year_be, r.item, r.level, r.source)):
        for indicator_id in rating.indicator_ids:
            result = results.get((rating.school_id, indicator_id, rating.year_be))
            if result is None or (rating.school_id, indicator_id) in spoken:
                continue
            too_high = rating.level >= rules.thresholds.high_self_rating and result.kind == "improvement_area"
            too_low = rating.level <= rules.thresholds.low_self_rating and result.kind == "strength"
            if too_high or too_low:
                spoken.add((rating.school_id, indicator_id))
                yield _disagreement(rating, result, catalogue, wording)


def _disagreement(rating: SelfRating, result: Finding, catalogue: Catalogue, wording: Wording) -> Finding:
    indicator = catalogue.by_id[result.indicator_id]
    figures = dict(result.numbers)
    value, comparator, gap = (float(figures[name]) for name in ("value", "comparator", "gap"))
    n, x, gap_n = (_number(figures.get(name)) for name in ("n", "x", "gap_n"))
    return make_finding(
        wording,
        Subject("school", result.scope_id, result.scope_name),
        indicator,
        result.period,
        kind="watch",
        tier=1,
        rule_id="R7",
        template="R7",
        words={
            "item": rating.item,
            "level": rating.level_label,
            "report": rating.source,
            "own": wording.own(indicator, value, n, x),
            "relation": wording.relation(value - comparator),
            "comparator": wording.value(indicator, comparator),
            "gap": wording.gap(indicator, gap),
            "whole_gap": wording.whole_gap(indicator, gap_n or 0.0),
        },
        numbers={name: figures.get(name) for name in ("value", "n", "x", "comparator", "gap", "gap_n")}
        | {"item": rating.item, "level": rating.level},
        sources=result.sources,
    )


def _number(value: float | int | str | None) -> float | None:
    return None if value is None else float(value)
