"""What the rules found about one school: one line per indicator, the surest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lib.analysis.sentences import whole_number
from lib.catalog.rules import RuleSet
from lib.domain.findings import Finding
from lib.domain.indicators import Indicator
from lib.services.findings import ReviewedFinding
from lib.services.indicator_words import make_words

#: Tier → how sure it is, in words.
CERTAINTY = {1: "ต่างเกินความผันผวน", 2: "น่าจะต่าง แต่ยังไม่แน่นอน", 0: "ไม่ใช่เรื่องของความผันผวน"}
#: Of equal certainty the rule that compares with the area speaks before those that follow from it.
_RULES = ("R2", "R7", "R3", "R5", "R4", "R8")
_KINDS = ("improvement_area", "strength", "watch", "data_quality")


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One matter of a school.

    Attributes:
        short: indicator, value and what it is held against, for a line of a list.
        sentence: the whole sentence without the school's name, which stands above it.
        others: ids of further rules that say the same of the same indicator.
    """

    each: ReviewedFinding
    short: str
    sentence: str
    others: tuple[str, ...]

    @property
    def finding(self) -> Finding:
        return self.each.finding

    @property
    def certainty(self) -> str:
        return CERTAINTY[self.finding.tier]


def finding_lines(
    school_name: str,
    own: Sequence[ReviewedFinding],
    indicators: Mapping[str, Indicator],
    rules: RuleSet,
) -> tuple[FindingLine, ...]:
    """One line per indicator and kind: beyond chance first, then likely ones, then no matter of chance."""
    alike: dict[tuple[str, str], list[ReviewedFinding]] = {}
    for each in sorted(own, key=_order):
        alike.setdefault((each.finding.indicator_id, each.finding.kind), []).append(each)
    return tuple(
        FindingLine(
            first,
            _short(first.finding, indicators[first.finding.indicator_id], rules),
            first.sentence.removeprefix(f"โรงเรียน{school_name}").strip(),
            tuple(dict.fromkeys(each.finding.rule_id for each in rest)),
        )
        for first, *rest in alike.values()
    )


def lines_in_sight(lines: Sequence[FindingLine], most: int) -> tuple[FindingLine, ...]:
    """The surest strengths and the surest others, half of the places for each as far as there are so many."""
    sides: tuple[list[FindingLine], list[FindingLine]] = ([], [])
    for line in lines:
        sides[line.finding.kind != "strength"].append(line)
    good, other = sides
    n_good = min(len(good), max(most // 2, most - len(other)))
    return (*good[:n_good], *other[: most - n_good])


def surest_by_indicator(lines: Sequence[FindingLine]) -> dict[str, Finding]:
    """Indicator id → the most certain finding about it."""
    surest: dict[str, Finding] = {}
    for line in lines:
        surest.setdefault(line.finding.indicator_id, line.finding)
    return surest


_AGAINST = {"R2": "เขต", "R4": "เขต", "R7": "เขต", "R5": "โรงเรียนใกล้เคียง", "R8": "ค่ากลาง"}


def _short(finding: Finding, indicator: Indicator, rules: RuleSet) -> str:
    numbers, words = dict(finding.numbers), make_words(indicator, rules)
    value = numbers.get("value")
    parts = [indicator.short_name]
    if value is not None:
        parts.append(words.short(float(value)))
    n = numbers.get("n")
    if n is not None:
        counted = whole_number(float(n))
        x = numbers.get("x")
        few = " น้อย" if indicator.has_n and float(n) < indicator.min_n else ""
        told = f"{whole_number(float(x))} จาก {counted}" if x is not None else f"n = {counted}"
        parts.append(f"({told}{few})")
    for name, against in (("comparator", _AGAINST.get(finding.rule_id, "")), ("earlier", "เดิม")):
        other = numbers.get(name)
        if other is not None:
            parts.append(f"· {against} {words.short(float(other))}")
    if finding.rule_id == "R7":
        parts.append("· ไม่ตรงกับ SAR")
    return " ".join(parts)


def _order(each: ReviewedFinding) -> tuple[int, int, int]:
    finding = each.finding
    rule = _RULES.index(finding.rule_id) if finding.rule_id in _RULES else len(_RULES)
    return finding.tier or 3, _KINDS.index(finding.kind), rule
