"""Matters that schools share: drawn together by family, each with its schools one by one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from lib.analysis.examination import Examination
from lib.domain.findings import Finding, FindingKind
from lib.domain.indicators import Catalogue, Compare
from lib.domain.topics import Family, TopicSchool
from lib.services.findings import ReviewedFinding
from lib.services.indicator_words import IndicatorWords, make_words


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Matters of one family on one side, in the catalogue's order.

    Attributes:
        n_schools: schools that at least one of the matters counts.
    """

    domain: str
    family: Family
    kind: FindingKind
    topics: tuple[ReviewedFinding, ...]
    n_schools: int

    @property
    def key(self) -> str:
        return f"{self.family.key}-{self.kind}"


def group_topics(findings: Iterable[ReviewedFinding], catalogue: Catalogue) -> tuple[TopicGroup, ...]:
    """The matters among findings by domain and family, strengths before areas for development."""
    grouped: dict[tuple[str, str], dict[FindingKind, list[ReviewedFinding]]] = {}
    shared = (each for each in findings if each.finding.scope == "schools")
    places = {indicator.id: place for place, indicator in enumerate(catalogue.indicators)}
    for each in sorted(shared, key=lambda one: (places[one.finding.indicator_id], one.finding.tier)):
        family = family_of(each.finding, catalogue)
        kinds = grouped.setdefault((each.finding.domain, family.key), {})
        kinds.setdefault(each.finding.kind, []).append(each)
    order = [area.id for area in catalogue.domains]
    return tuple(
        TopicGroup(
            domain,
            family_of(topics[0].finding, catalogue),
            kind,
            tuple(topics),
            len({school for each in topics for school in told_schools(each.finding)}),
        )
        for (domain, _), kinds in sorted(grouped.items(), key=lambda item: order.index(item[0][0]))
        for kind, topics in sorted(kinds.items(), key=lambda item: _KINDS.index(item[0]))
    )


_KINDS: tuple[FindingKind, ...] = ("strength", "improvement_area", "watch", "data_quality")


def family_of(finding: Finding, catalogue: Catalogue) -> Family:
    """The group of the catalogue that a finding's indicator belongs to."""
    indicator = catalogue.by_id[finding.indicator_id]
    return Family(f"{indicator.domain}.{indicator.group}", indicator.group_name)


def told_schools(topic: Finding) -> tuple[str, ...]:
    """Ids of the schools a matter counts; those that are only likely are left out."""
    return tuple(school for school, _ in topic.sources[: int(dict(topic.numbers)["n_told"])])


def topic_schools(
    topic: Finding, by_id: Mapping[str, Finding], found: Examination
) -> tuple[TopicSchool, ...]:
    """The schools of a matter: those counted, then the likely ones; each by cluster and name.

    Args:
        by_id: the findings of the same round, for the members.
    """
    i = found.place(topic.indicator_id)
    words = make_words(found.cube.indicators[i], found.rules)
    places = {school.school_id: s for s, school in enumerate(found.cube.schools)}
    n_told = len(told_schools(topic))
    return tuple(
        _school(by_id[member], found, i, places[by_id[member].scope_id], words, likely=place >= n_told)
        for place, member in enumerate(topic.members)
    )


def _school(
    finding: Finding, found: Examination, i: int, s: int, words: IndicatorWords, *, likely: bool
) -> TopicSchool:
    cube, pooled = found.cube, found.comparison.pooled
    school, indicator, n = cube.schools[s], cube.indicators[i], float(cube.n[i, -1, s])
    several = bool(pooled.n_years[i, s] > 1) and indicator.compare is not Compare.ROBUST
    return TopicSchool(
        school.school_id,
        school.name,
        school.cluster,
        indicator.id,
        indicator.short_name,
        _counted(words, float(cube.value[i, -1, s]), n, float(cube.numerator[i, -1, s])),
        _counted(words, *(float(part[i, s]) for part in (pooled.value, pooled.n, pooled.x)))
        if several
        else "",
        *_certainty(finding, indicator.compare),
        bool(np.isfinite(n) and n < indicator.min_n and indicator.has_n),
        likely,
        finding.id,
    )


def _counted(words: IndicatorWords, value: float, n: float, x: float) -> str:
    """``5/12 (41.67)``, ``41.25 (n 12)``, or the value alone where nothing is counted."""
    if not np.isfinite(n) or not words.indicator.has_n:
        return words.short(value)
    if np.isfinite(x):
        return f"{x:,.0f}/{n:,.0f} ({words.bare(value)})"
    return f"{words.bare(value)} (n {n:,.0f})"


def _certainty(finding: Finding, compare: Compare) -> tuple[str, str]:
    """Why a school is listed: in a few words, and in two or three."""
    numbers = dict(finding.numbers)
    if finding.rule_id == "R3":
        since = f"จากปี {numbers['earlier_year_be']}"
        return f"เปลี่ยน{since} เกินความผันผวน", since
    if finding.rule_id == "R4":
        return f"น่าจะต่าง ด้านเดิม {numbers['years_same_side']} ปี", "น่าจะต่าง"
    if finding.rule_id == "R5":
        return f"ต่างจากโรงเรียนใกล้เคียง {numbers['n_peers']} แห่ง", "ใกล้เคียง"
    if finding.rule_id == "R7":
        return f"ประเมินตนเองระดับ {numbers['level']} จาก 5", f"ระดับ {numbers['level']}"
    if compare is Compare.ROBUST:
        return "ห่างจากค่ากลางมากกว่าปกติ", "ค่ากลาง"
    if finding.tier == 1:
        years = numbers.get("pooled_years")
        basis = f"{years} ปี" if years else "ปีเดียว"
        return f"เกินความผันผวน ({'รวม ' if years else ''}{basis})", basis
    return "น่าจะต่าง", "น่าจะต่าง"
