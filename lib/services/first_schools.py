"""Which schools to look at first when visits are planned; a list by cluster, no ranking."""

from dataclasses import dataclass

from lib.domain.findings import Finding
from lib.domain.indicators import Catalogue, Indicator
from lib.domain.schools import School
from lib.services.analysis import OfficeData
from lib.services.findings import ReviewedFinding
from lib.thai.text import sort_key


@dataclass(frozen=True, slots=True)
class DomainMatters:
    """A school's matters of one domain.

    Attributes:
        finding_ids: the findings counted.
        words: families and indicators, with a sign where it is no low result.
    """

    domain: str
    finding_ids: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class FirstSchool:
    """A school with a certain low result, a rating that results contradict, or a doubtful figure.

    Attributes:
        pupils: of the register, None where it does not tell.
        matters: per domain with any, in the order of the catalogue.
        n_families: groups of indicators concerned; nine subjects of one test are one.
        n_small: how many of the findings rest on a year with few people.
    """

    school_id: str
    name: str
    cluster: str
    pupils: int | None
    matters: tuple[DomainMatters, ...]
    n_families: int
    n_small: int

    @property
    def finding_ids(self) -> tuple[str, ...]:
        return tuple(one for each in self.matters for one in each.finding_ids)


def first_schools(
    findings: tuple[ReviewedFinding, ...],
    data: OfficeData,
    *,
    domain: str = "",
    cluster: str = "",
    least: int = 1,
) -> tuple[FirstSchool, ...]:
    """Schools by cluster and name; ``domain`` and ``cluster`` empty mean all.

    Args:
        least: families that a school must at least be concerned by.
    """
    own: dict[str, list[Finding]] = {}
    for each in findings:
        if _counts(each.finding) and domain in ("", each.finding.domain):
            own.setdefault(each.finding.scope_id, []).append(each.finding)
    chosen = [
        school for school in data.schools if school.school_id in own and cluster in ("", school.cluster)
    ]
    chosen.sort(key=lambda one: (sort_key(one.cluster), sort_key(one.name), one.school_id))
    made = (_make(school, own[school.school_id], data.catalogue) for school in chosen)
    return tuple(each for each in made if each.n_families >= least)


_SIGNS = {"R7": "◆ ประเมินตนเองต่างจากผล: ", "R8": "– ข้อมูลน่าสงสัย: "}


def _make(school: School, own: list[Finding], catalogue: Catalogue) -> FirstSchool:
    by_domain = ((area.id, [one for one in own if one.domain == area.id]) for area in catalogue.domains)
    return FirstSchool(
        school.school_id,
        school.name,
        school.cluster,
        school.pupils,
        tuple(
            DomainMatters(domain, tuple(one.id for one in mine), _words(mine, catalogue))
            for domain, mine in by_domain
            if mine
        ),
        len({(one.domain, catalogue.by_id[one.indicator_id].group) for one in own}),
        sum(_is_small(one, catalogue.by_id[one.indicator_id].min_n) for one in own),
    )


def _words(findings: list[Finding], catalogue: Catalogue) -> str:
    """Each family once, with how many of its indicators; one alone by its own name."""
    families: dict[tuple[str, str], list[Indicator]] = {}
    for one in findings:
        indicator = catalogue.by_id[one.indicator_id]
        families.setdefault((_SIGNS.get(one.rule_id, ""), indicator.group_name), []).append(indicator)
    return ", ".join(
        sign + (alike[0].short_name if len(alike) == 1 else f"{name} ({len(alike)})")
        for (sign, name), alike in families.items()
    )


def _counts(finding: Finding) -> bool:
    return finding.scope == "school" and (
        (finding.tier == 1 and finding.kind == "improvement_area") or finding.rule_id in _SIGNS
    )


def _is_small(finding: Finding, least: int) -> bool:
    n = dict(finding.numbers).get("n")
    return n is not None and float(n) < least
