"""R7: where a school's own rating and its results disagree."""

from collections.abc import Iterator, Sequence

from lib.analysis.examination import Examination
from lib.analysis.school_certainty import PooledPart, pooled_part, speaks_alone
from lib.analysis.sentences import Subject, Wording, make_finding
from lib.domain.findings import Finding
from lib.domain.periods import PeriodKind
from lib.domain.self_ratings import SelfRating


def self_rating_findings(
    found: Examination, ratings: Sequence[SelfRating], findings: Sequence[Finding], wording: Wording
) -> Iterator[Finding]:
    """A high rating beside a result that is low beyond chance (tier 1), or a low one beside a high result.

    One finding per rating: the first of its indicators that disagrees speaks, and says how many more do.
    Where another of them is beyond chance on the side of the rating, nothing is said:
    lib.analysis.self_rating_matrix says why, and lists the same schools.

    Args:
        ratings: the schools' own levels, each with the indicators that speak to it, the best evidence first;
            of any year, those of the year of a result count. One without a usable level says nothing.
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
    limits = found.rules.thresholds
    usable = [rating for rating in ratings if rating.level is not None]
    for rating in sorted(usable, key=lambda r: (r.school_id, r.year_be, r.item, r.level, r.source)):
        level = rating.level or 0
        unlike = "improvement_area" if level >= limits.high_self_rating else "strength"
        if limits.low_self_rating < level < limits.high_self_rating:
            continue
        told = [
            result
            for indicator_id in rating.indicator_ids
            if (result := results.get((rating.school_id, indicator_id, rating.year_be))) is not None
        ]
        if told and all(result.kind == unlike for result in told):
            yield _disagreement(found, rating, told[0], len(told) - 1, wording)


def _disagreement(
    found: Examination, rating: SelfRating, result: Finding, n_others: int, wording: Wording
) -> Finding:
    """One rating beside one result, as sure as the result is."""
    cube, i = found.cube, found.place(result.indicator_id)
    s = [school.school_id for school in cube.schools].index(result.scope_id)
    indicator = cube.indicators[i]
    alone = speaks_alone(found, i, s)
    pooled = PooledPart("", {}) if alone else pooled_part(found, wording, i, s)
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
            "pooled": pooled.words,
            "certainty": wording.phrase("beyond_year" if alone else "beyond_pooled"),
            "others": wording.phrase("others_alike", n_others=str(n_others)) if n_others else "",
        },
        numbers={name: figures.get(name) for name in ("value", "n", "x", "comparator", "gap", "gap_n")}
        | pooled.numbers
        | {"item": rating.item, "level": rating.level, "n_others": n_others or None},
        sources=result.sources,
    )


def _number(value: float | int | str | None) -> float | None:
    return None if value is None else float(value)
