"""Which school findings share a matter: one indicator, one side, one way of comparing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lib.analysis.examination import Examination
from lib.domain.findings import Finding
from lib.domain.indicators import Compare, Indicator
from lib.thai.text import sort_key

Side = Literal["low", "high"]
#: Which sentence speaks: tested against chance, an estimated chance only, the median, a change, own ratings.
Manner = Literal["R2_schools", "R2_schools_likely", "R2_schools_median", "R3_schools", "R7_schools"]

#: One school is a matter of its own only where chance speaks for it; elsewhere its own sentence says it all.
_FEWEST_ALIKE = 2


@dataclass(frozen=True, slots=True)
class Matter:
    """School findings of one indicator and side.

    Attributes:
        i: place of the indicator in the cube.
        told: those that are counted, by cluster and name of the school, never by value.
        likely: of further schools, likely but not certain.
    """

    i: int
    side: Side
    manner: Manner
    told: tuple[Finding, ...]
    likely: tuple[Finding, ...] = ()


def matters_of(found: Examination, findings: Sequence[Finding]) -> Iterator[Matter]:
    """Matters that schools share.

    One tested against chance is told from one school beyond chance on; where chance had to be estimated,
    and for medians, changes and own ratings, from two schools on.

    Args:
        findings: of any scope; those of schools are gathered.
    """
    places = {indicator.id: i for i, indicator in enumerate(found.cube.indicators)}
    order = _school_order(found)
    shared: dict[tuple[int, Manner, Side], list[Finding]] = {}
    for finding in findings:
        if finding.scope == "school" and finding.kind != "data_quality":
            i = places[finding.indicator_id]
            key = i, _manner(finding, found.cube.indicators[i]), _side(finding)
            shared.setdefault(key, []).append(finding)
    for (i, manner, side), alike in shared.items():
        matter = _matter(found, i, manner, side, sorted(alike, key=lambda one: order[one.scope_id]))
        if matter is not None:
            yield matter


def _school_order(found: Examination) -> dict[str, int]:
    listed = sorted(
        found.cube.schools, key=lambda one: (sort_key(one.cluster), sort_key(one.name), one.school_id)
    )
    return {school.school_id: place for place, school in enumerate(listed)}


def _manner(finding: Finding, indicator: Indicator) -> Manner:
    if finding.rule_id == "R3":
        return "R3_schools"
    if finding.rule_id == "R7":
        return "R7_schools"
    return "R2_schools_median" if indicator.compare is Compare.ROBUST else "R2_schools"


def _side(finding: Finding) -> Side:
    figures = dict(finding.numbers)
    against = figures["earlier" if finding.rule_id == "R3" else "comparator"]
    return "low" if float(figures["value"]) < float(against) else "high"


def _matter(
    found: Examination, i: int, manner: Manner, side: Side, alike: Sequence[Finding]
) -> Matter | None:
    if manner != "R2_schools":
        told = _first_of_each(alike)
        return Matter(i, side, manner, told) if len(told) >= _FEWEST_ALIKE else None
    told = _first_of_each([one for one in alike if one.tier == 1])
    if not told and found.is_estimated(i):
        told = _first_of_each([one for one in alike if one.rule_id == "R2"])
        if len(told) < _FEWEST_ALIKE:
            return None
        manner = "R2_schools_likely"
    if not told:
        return None
    spoken = {one.scope_id for one in told}
    return Matter(i, side, manner, told, _first_of_each([one for one in alike if one.scope_id not in spoken]))


def _first_of_each(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """One finding per school."""
    return tuple({one.scope_id: one for one in reversed(findings)}.values())[::-1]
