"""R7: where a school's own rating and its results disagree."""

from collections.abc import Iterator, Sequence

from lib.analysis.sentences import Subject, Wording, make_finding
from lib.catalog.rules import RuleSet
from lib.domain.findings import Finding, SelfRating
from lib.domain.indicators import Catalogue


def self_rating_findings(
    ratings: Sequence[SelfRating],
    findings: Sequence[Finding],
    catalogue: Catalogue,
    rules: RuleSet,
    wording: Wording,
) -> Iterator[Finding]:
    """A high rating beside a result that is low beyond chance (tier 1), or a low one beside a high result.

    Args:
        ratings: the schools' own levels, each with the indicators that speak to it.
        findings: the school findings of the same period, from which tier 1 of R2 is read.
    """
    results = {
        (finding.scope_id, finding.indicator_id): finding
        for finding in findings
        if finding.scope == "school" and finding.rule_id == "R2" and finding.tier == 1
    }
    spoken: set[tuple[str, str]] = set()
    for rating in sorted(ratings, key=lambda r: (r.school_id, r.item, r.level, r.indicator_ids)):
        for indicator_id in rating.indicator_ids:
            result = results.get((rating.school_id, indicator_id))
            if result is None or (rating.school_id, indicator_id) in spoken:
                continue
            too_high = rating.level >= rules.thresholds.high_self_rating and result.kind == "improvement_area"
            too_low = rating.level <= rules.thresholds.low_self_rating and result.kind == "strength"
            if too_high or too_low:
                spoken.add((rating.school_id, indicator_id))
                yield _disagreement(rating, result, catalogue, wording, too_high=too_high)


def _disagreement(
    rating: SelfRating, result: Finding, catalogue: Catalogue, wording: Wording, *, too_high: bool
) -> Finding:
    indicator = catalogue.by_id[result.indicator_id]
    figures = dict(result.numbers)
    value, n, x = (figures.get(name) for name in ("value", "n", "x"))
    return make_finding(
        wording,
        Subject("school", result.scope_id, result.scope_name),
        indicator,
        result.period,
        kind="watch",
        tier=1,
        rule_id="R7",
        template="R7_high" if too_high else "R7_low",
        words={
            "item": rating.item,
            "level": rating.level_label,
            "own": wording.own(indicator, float(value or 0), _number(n), _number(x)),
        },
        numbers={name: figures.get(name) for name in ("value", "n", "x", "comparator")}
        | {"item": rating.item, "level": rating.level},
        sources=result.sources,
    )


def _number(value: float | int | str | None) -> float | None:
    return None if value is None else float(value)
