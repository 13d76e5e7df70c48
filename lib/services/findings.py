"""Findings with what people decided about them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from lib.analysis.examination import Examination, examine
from lib.analysis.findings import findings_of, key_indicators, looked_at
from lib.domain.finding_figures import shown_sentence
from lib.domain.findings import Finding, LookedAt, Review
from lib.services.analysis import OfficeData, Periods
from lib.storage.engine import Store, reading
from lib.storage.reviews import load_reviews


@dataclass(frozen=True, slots=True)
class ReviewedFinding:
    """A finding beside the decision about it.

    Attributes:
        stale: the decision was made on figures that have changed since.
    """

    finding: Finding
    review: Review
    stale: bool

    @property
    def sentence(self) -> str:
        """The sentence that counts, with today's figures: the person's, else the rule's."""
        return shown_sentence(self.finding, self.review)

    @property
    def waits(self) -> bool:
        """Nobody has decided, or the figures have changed since."""
        return self.review.status == "new" or self.stale

    @property
    def enters_report(self) -> bool:
        """Only accepted findings whose figures still hold."""
        return self.review.status in ("accepted", "edited") and not self.stale


@dataclass(frozen=True, slots=True)
class FindingsResult:
    """Every finding of a round in its order, and the indicators that gave none."""

    findings: tuple[ReviewedFinding, ...]
    quiet: tuple[LookedAt, ...]

    @property
    def asked(self) -> tuple[ReviewedFinding, ...]:
        """What people are asked to read: of the area, its clusters, and matters that schools share.

        The sentences of single schools are the evidence of those matters; a person may take one singly.
        """
        return asked(self.findings)


def report_place(each: ReviewedFinding) -> tuple[bool, int]:
    """Sorts accepted findings of a domain as people put them in order, the others behind."""
    return (each.review.order == 0, each.review.order)


def asked(findings: tuple[ReviewedFinding, ...]) -> tuple[ReviewedFinding, ...]:
    """Findings that people are asked to decide about (see :attr:`FindingsResult.asked`)."""
    return tuple(each for each in findings if each.finding.scope != "school")


Filter = Literal["all", "open", "in", "rejected"]


def matches(each: ReviewedFinding, wanted: Filter) -> bool:
    """Whether a finding is of the state asked for."""
    return (
        wanted == "all"
        or (wanted == "open" and each.waits)
        or (wanted == "in" and each.enters_report)
        or (wanted == "rejected" and each.review.status == "rejected")
    )


def narrow(
    findings: Iterable[ReviewedFinding], *, scopes: Collection[str], domain: str, wanted: Filter
) -> tuple[ReviewedFinding, ...]:
    """Findings of some scopes, those beyond chance first; an empty ``domain`` means all."""
    kept = (
        each
        for each in findings
        if each.finding.scope in scopes and domain in ("", each.finding.domain) and matches(each, wanted)
    )
    return tuple(sorted(kept, key=lambda each: each.finding.tier or 3))


def standing_alone(findings: tuple[ReviewedFinding, ...]) -> tuple[ReviewedFinding, ...]:
    """Findings of single schools that no shared matter stands for."""
    spoken = {member for each in findings for member in each.finding.members}
    return tuple(
        each for each in findings if each.finding.scope == "school" and each.finding.id not in spoken
    )


def compute_findings(data: OfficeData, periods: Periods) -> tuple[tuple[Finding, ...], tuple[LookedAt, ...]]:
    """Findings from the figures alone, the same for the same data and rules."""
    found: Examination = examine(
        data.observations,
        data.benchmarks,
        key_indicators(data.catalogue),
        data.register,
        periods,
        data.rules,
        data.peer_basis,
    )
    findings = findings_of(found, data.catalogue, data.self_ratings, data.checked_reports)
    return findings, looked_at(found, findings)


def join_reviews(store: Store, findings: tuple[Finding, ...], quiet: tuple[LookedAt, ...]) -> FindingsResult:
    """Lay the decisions over the findings."""
    with reading(store) as session:
        reviews = load_reviews(session)
    joined = []
    for finding in findings:
        review = reviews.get(finding.id, Review(finding.id))
        stale = bool(review.version) and review.numbers_hash != finding.numbers_hash
        joined.append(ReviewedFinding(finding, review, stale))
    return FindingsResult(tuple(joined), quiet)


def finding_as_json(each: ReviewedFinding) -> dict[str, object]:
    """One finding as the command line prints it."""
    finding = each.finding
    return {
        "id": finding.id,
        "scope": finding.scope,
        "school_id": finding.scope_id if finding.scope == "school" else None,
        "scope_name": finding.scope_name,
        "domain": finding.domain,
        "indicator_id": finding.indicator_id,
        "kind": finding.kind,
        "tier": finding.tier,
        "rule_id": finding.rule_id,
        "period": finding.period.label,
        "sentence": each.sentence,
        "numbers": dict(finding.numbers),
        "members": list(finding.members),
        "status": each.review.status,
        "stale": each.stale,
        "recommendations": [{"to": advice.to, "text": advice.text} for advice in each.review.recommendations],
    }
