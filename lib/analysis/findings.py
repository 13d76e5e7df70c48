"""Every strength, area for development and doubt that the figures of a period support."""

from collections.abc import Callable, Sequence

import numpy as np

from lib.analysis.area_rules import area_findings
from lib.analysis.change_rules import area_change_findings, school_change_findings
from lib.analysis.cluster_rules import cluster_findings
from lib.analysis.comparison import measurable
from lib.analysis.data_rules import data_findings, usable_indicators
from lib.analysis.examination import Examination
from lib.analysis.median_rules import median_findings
from lib.analysis.school_flags import flag_schools
from lib.analysis.school_rules import school_findings
from lib.analysis.school_topics import topic_findings
from lib.analysis.self_contradictions import contradiction_findings
from lib.analysis.self_ratings import self_rating_findings
from lib.analysis.sentences import make_wording, whole_number
from lib.analysis.summary import summarize_all
from lib.domain.findings import Finding, LookedAt
from lib.domain.indicators import Catalogue, Direction, Indicator
from lib.domain.self_ratings import CheckedReport, SelfRating

_SCOPES = ("area", "cluster", "schools", "school")
_KINDS = ("strength", "improvement_area", "watch", "data_quality")
_TIERS = (1, 2, 0)


def key_indicators(catalogue: Catalogue) -> tuple[Indicator, ...]:
    """The indicators that may yield findings."""
    return tuple(indicator for indicator in catalogue.indicators if indicator.key_indicator)


def findings_of(
    found: Examination,
    catalogue: Catalogue,
    self_ratings: Sequence[SelfRating] = (),
    reports: Sequence[CheckedReport] = (),
) -> tuple[Finding, ...]:
    """Findings of the area, its clusters, matters schools share and single schools, in that order.

    The same input gives the same bytes.

    Args:
        self_ratings: schools' own levels, for R7.
        reports: confirmed self-assessments with what does not add up in them, for R8.
    """
    wording = make_wording(found.rules)
    findings: list[Finding] = []
    usable = usable_indicators(found)
    for place, summary in enumerate(summarize_all(found, catalogue.scales)):
        findings.extend(data_findings(found, summary, wording))
        if usable[place] or summary.aggregation == "stated":
            findings.extend(area_findings(found, summary, wording))
    findings.extend(area_change_findings(found, usable, wording))
    findings.extend(cluster_findings(found, usable, wording))
    flags = flag_schools(found, usable)
    findings.extend(school_findings(found, flags, wording))
    findings.extend(median_findings(found, flags, wording))
    findings.extend(school_change_findings(found, usable, wording))
    findings.extend(contradiction_findings(found, reports, tuple(findings), wording))
    findings.extend(self_rating_findings(found, self_ratings, tuple(findings), wording))
    findings.extend(topic_findings(found, tuple(findings), wording))
    return tuple(sorted(findings, key=_order(catalogue)))


def looked_at(found: Examination, findings: Sequence[Finding]) -> tuple[LookedAt, ...]:
    """Indicators with figures that gave no finding, so that silence is not mistaken for neglect."""
    wording = make_wording(found.rules)
    spoken = {finding.indicator_id for finding in findings}
    enough = measurable(found.cube, found.rules.thresholds)
    quiet = []
    for place, indicator in enumerate(found.cube.indicators):
        n_schools = int(np.isfinite(found.cube.value[place, -1]).sum())
        if indicator.id in spoken or n_schools == 0 or indicator.direction is Direction.CONTEXT:
            continue
        period = found.cube.periods[place]
        sentence = wording.sentence(
            "looked_at" if enough[place] else "looked_at_doubtful",
            {"indicator": indicator.name, "period": period.label, "n_schools": whole_number(n_schools)},
        )
        quiet.append(LookedAt(indicator.id, period, n_schools, sentence))
    return tuple(quiet)


def _order(catalogue: Catalogue) -> Callable[[Finding], tuple[int | str, ...]]:
    domains = {area.id: area.order for area in catalogue.domains}
    places = {indicator.id: place for place, indicator in enumerate(catalogue.indicators)}

    def key(finding: Finding) -> tuple[int | str, ...]:
        return (
            _SCOPES.index(finding.scope),
            domains.get(finding.domain, len(domains)),
            _KINDS.index(finding.kind),
            _TIERS.index(finding.tier),
            places[finding.indicator_id],
            finding.scope_id,
            finding.rule_id,
        )

    return key
