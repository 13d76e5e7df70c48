"""Figures in words: two decimals half up, points for differences of per cents, whole people with commas."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from lib.catalog.rules import RuleSet
from lib.domain.findings import Finding, FindingKind, FindingScope, Number, Tier, finding_id
from lib.domain.indicators import Indicator, Kind
from lib.domain.periods import Period
from lib.thai.numerals import round_half_up

_BLANKS = re.compile(r" {2,}")
_ALMOST_SURE = 0.99


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a sentence is about; ``id`` and ``name`` are empty for the area."""

    scope: FindingScope
    id: str = ""
    name: str = ""


AREA = Subject("area")


@dataclass(frozen=True, slots=True)
class Wording:
    """Fills the templates of a rule set."""

    rules: RuleSet
    phrases: Mapping[str, str]
    sentences: Mapping[str, str]

    def phrase(self, key: str, **words: str) -> str:
        return self.phrases[key].format(**words)

    def sentence(self, key: str, words: Mapping[str, str]) -> str:
        """The sentence with its empty parts closed up."""
        return _BLANKS.sub(" ", self.sentences[key].format(**words)).replace("( ", "(").strip()

    def who(self, subject: Subject) -> str:
        if subject.scope in ("area", "schools"):
            return self.phrase("area")
        return self.phrase("school", name=subject.name) if subject.scope == "school" else subject.name

    def relation(self, difference: float) -> str:
        rounded = round_half_up(difference)
        return self.phrase("higher" if rounded > 0 else "lower" if rounded < 0 else "equal")

    def value(self, indicator: Indicator, value: float) -> str:
        """A figure with its unit: ร้อยละ 62.10, 41.25 คะแนน, 12 เรื่อง."""
        whole = indicator.kind is Kind.COUNT and float(value).is_integer()
        return self.in_unit(indicator, whole_number(value) if whole else two_decimals(value))

    def in_unit(self, indicator: Indicator, printed: str) -> str:
        """Printed digits with their unit."""
        if is_per_cent(indicator):
            return self.phrase("per_cent", value=printed)
        return self.phrase("in_unit", value=printed, unit=indicator.unit)

    def gap(self, indicator: Indicator, difference: float) -> str:
        """The size of a difference; of per cents in points, never in per cent."""
        if is_per_cent(indicator):
            return self.phrase("points", value=two_decimals(abs(difference)))
        return self.value(indicator, abs(difference))

    def own(self, indicator: Indicator, value: float, n: float | None, x: float | None) -> str:
        """The value with the pupils behind it, as far as they are known."""
        if n is None or not np.isfinite(n) or not indicator.has_n:
            return self.phrase("value_of", value=self.value(indicator, value))
        words = self._counted(indicator, n)
        if x is not None and np.isfinite(x):
            return self.phrase("share_of", x=whole_number(x), value=two_decimals(value), **words)
        return self.phrase("mean_of", value=self.value(indicator, value), **words)

    def pooled(self, indicator: Indicator, value: float, n: float, x: float, n_years: float) -> str:
        words = self._counted(indicator, n) | {"n_years": whole_number(n_years)}
        if np.isfinite(x):
            return self.phrase("pooled_share", x=whole_number(x), value=two_decimals(value), **words)
        return self.phrase("pooled_mean", value=self.value(indicator, value), **words)

    def _counted(self, indicator: Indicator, n: float) -> dict[str, str]:
        return {"n": whole_number(n), **self.counted_words(indicator)}

    def counted_words(self, indicator: Indicator) -> dict[str, str]:
        """What n counts and its counting word; ``บาทของงบประมาณ`` is spoken of as งบประมาณ."""
        classifier = self.rules.classifier(indicator.denominator)
        return {
            "classifier": classifier,
            "denominator": indicator.denominator.removeprefix(f"{classifier}ของ"),
        }

    def whole_gap(self, indicator: Indicator, gap_n: float) -> str:
        """A gap in whole pupils (or what else n counts); empty below one half."""
        if gap_n < 0.5:
            return ""
        classifier = self.rules.classifier(indicator.denominator)
        return self.phrase("whole_gap", gap_n=whole_number(gap_n), classifier=classifier)

    def chance(self, probability: float) -> str:
        """A probability in words; one that would print as 1 is not called certain."""
        key = "chance_most" if probability > _ALMOST_SURE else "chance"
        return self.phrase(key, probability=two_decimals(min(probability, _ALMOST_SURE)))

    def small_year(self, indicator: Indicator, n: float) -> str:
        return self.phrase("small_year", **self._counted(indicator, n))


def told_probability(probability: float) -> float:
    """A probability as kept among the figures, the one that its words print."""
    return min(probability, _ALMOST_SURE)


def whole_gap_number(gap_n: float) -> int | None:
    """A gap in whole pupils as kept among the figures; None below one half."""
    return int(np.floor(gap_n + 0.5)) if gap_n >= 0.5 else None


def make_wording(rules: RuleSet) -> Wording:
    """The templates of a rule set, ready to be filled."""
    return Wording(rules, dict(rules.phrases), dict(rules.sentences))


def is_per_cent(indicator: Indicator) -> bool:
    return indicator.unit.startswith("ร้อยละ") or indicator.unit == "%"


def printed_gap(value: float, other: float) -> float:
    """Difference of the two figures as printed, so that a reader who subtracts them finds the same."""
    return round_half_up(round_half_up(value) - round_half_up(other))


def two_decimals(value: float) -> str:
    return f"{round_half_up(value):,.2f}"


def whole_number(value: float) -> str:
    return f"{int(round_half_up(value, 0)):,}"


def make_finding(
    wording: Wording,
    subject: Subject,
    indicator: Indicator,
    period: Period,
    *,
    kind: FindingKind,
    tier: Tier,
    rule_id: str,
    template: str,
    words: Mapping[str, str],
    numbers: Mapping[str, Number | None],
    sources: tuple[tuple[str, Period], ...] = (),
    members: tuple[str, ...] = (),
) -> Finding:
    """Put a finding together; figures are kept as printed, unknown ones are left out.

    Args:
        words: what the template needs beyond who, indicator and period; anything it does not name is ignored.
    """
    subject_words = {"who": wording.who(subject), "indicator": indicator.name, "period": period.label}
    printed = (
        (name, round_half_up(value) if isinstance(value, float) else value)
        for name, value in numbers.items()
        if value is not None and not (isinstance(value, float) and not np.isfinite(value))
    )
    return Finding(
        id=finding_id(subject.scope, subject.id, indicator.id, kind, rule_id, period),
        scope=subject.scope,
        scope_id=subject.id,
        scope_name=subject.name,
        domain=indicator.domain,
        indicator_id=indicator.id,
        kind=kind,
        tier=tier,
        rule_id=rule_id,
        period=period,
        sentence=wording.sentence(template, subject_words | dict(words)),
        numbers=tuple(sorted(printed)),
        sources=sources,
        members=members,
    )
