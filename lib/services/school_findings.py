"""What the rules found about one school: one line per indicator, the surest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.domain.findings import KIND_LABELS, Finding
from lib.services.findings import ReviewedFinding

_TIERS = {1: "ต่างเกินความผันผวน", 2: "น่าจะต่าง ยังไม่แน่นอน"}
#: Of equal certainty the rule that compares with the area speaks before those that follow from it.
_RULES = ("R2", "R7", "R3", "R5", "R4", "R8")
_KINDS = ("improvement_area", "strength", "watch", "data_quality")


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One matter of a school in a sentence.

    Attributes:
        sentence: without the school's name, which stands above it.
        certainty: how sure it is, in words.
        others: ids of further rules that say the same of the same indicator.
    """

    each: ReviewedFinding
    sentence: str
    certainty: str
    others: tuple[str, ...]

    @property
    def finding(self) -> Finding:
        return self.each.finding


def finding_lines(school_name: str, own: Sequence[ReviewedFinding]) -> tuple[FindingLine, ...]:
    """One line per indicator and kind: beyond chance first, then likely ones, then no matter of chance."""
    alike: dict[tuple[str, str], list[ReviewedFinding]] = {}
    for each in sorted(own, key=_order):
        alike.setdefault((each.finding.indicator_id, each.finding.kind), []).append(each)
    return tuple(
        FindingLine(
            first,
            first.sentence.removeprefix(f"โรงเรียน{school_name}").strip(),
            _TIERS.get(first.finding.tier, KIND_LABELS[first.finding.kind]),
            tuple(dict.fromkeys(each.finding.rule_id for each in rest)),
        )
        for first, *rest in alike.values()
    )


def surest_by_indicator(lines: Sequence[FindingLine]) -> dict[str, Finding]:
    """Indicator id → the most certain finding about it."""
    surest: dict[str, Finding] = {}
    for line in lines:
        surest.setdefault(line.finding.indicator_id, line.finding)
    return surest


def _order(each: ReviewedFinding) -> tuple[int, int, int]:
    finding = each.finding
    rule = _RULES.index(finding.rule_id) if finding.rule_id in _RULES else len(_RULES)
    return finding.tier or 3, _KINDS.index(finding.kind), rule
