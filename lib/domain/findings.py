"""Findings: one sentence the data support, and what people decided about it."""

import hashlib
from dataclasses import dataclass
from typing import Literal, get_args

from lib.domain.periods import Period

FindingScope = Literal["area", "cluster", "schools", "school"]
FindingKind = Literal["strength", "improvement_area", "watch", "data_quality"]
Tier = Literal[0, 1, 2]
ReviewStatus = Literal["new", "accepted", "edited", "rejected"]
Recipient = Literal["สถานศึกษา", "สพท.", "ก.ต.ป.น.", "สพฐ."]
Number = float | int | str

#: The order in which a report names them; last those without a recipient.
RECIPIENTS: tuple[Recipient | Literal[""], ...] = (*get_args(Recipient), "")

KIND_LABELS: dict[FindingKind, str] = {
    "strength": "จุดเด่น",
    "improvement_area": "จุดที่ควรพัฒนา",
    "watch": "เฝ้าระวัง",
    "data_quality": "ข้อมูลไม่พอ",
}
STATUS_LABELS: dict[ReviewStatus, str] = {
    "new": "ยังไม่พิจารณา",
    "accepted": "รับแล้ว",
    "edited": "รับโดยแก้ข้อความ",
    "rejected": "ไม่รับ",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One จุดเด่น, จุดที่ควรพัฒนา, matter to watch or doubt about the data.

    Attributes:
        id: stays the same while scope, indicator, kind, rule and period do, whatever the figures become.
        scope / scope_id / scope_name: whom it is about; the area's own have an empty ``scope_id``. One about
            the ``schools`` that share a matter has the side they are on (``low``, ``high``) for an id.
        tier: 1 is beyond chance, 2 is likely but not certain, 0 is no matter of chance (counts, data faults).
        sentence: the whole statement in Thai, ending in the rule's id.
        numbers: the figures of the sentence by name, as printed (two decimals, half up), sorted by name.
        sources: the (school, period) cells it rests on; empty means every school of the period.
        members: ids of the school findings that one about ``schools`` stands for, those it counts first;
            its sources are their schools in the same order.
    """

    id: str
    scope: FindingScope
    scope_id: str
    scope_name: str
    domain: str
    indicator_id: str
    kind: FindingKind
    tier: Tier
    rule_id: str
    period: Period
    sentence: str
    numbers: tuple[tuple[str, Number], ...]
    sources: tuple[tuple[str, Period], ...] = ()
    members: tuple[str, ...] = ()

    @property
    def numbers_hash(self) -> str:
        """Changes exactly when a figure of the sentence changes."""
        return short_hash(*(f"{name}={number!r}" for name, number in self.numbers))


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What is recommended to one recipient; ``to`` is empty where none was named."""

    to: Recipient | Literal[""]
    text: str

    @property
    def addressed(self) -> str:
        """The text with whom it is for."""
        return f"{self.text} (เสนอต่อ {self.to})" if self.to else self.text


@dataclass(frozen=True, slots=True)
class Review:
    """What a person decided about a finding.

    Attributes:
        sentence_text: the sentence as edited, with places for its figures (lib.domain.finding_text); empty
            keeps the finding's own.
        reason: why it was rejected; a rejection without one is refused where it is saved.
        recommendations: one per recipient, in the order of :data:`RECIPIENTS`.
        order: place among the accepted findings of its domain, from 1; 0 behind those that have one.
        numbers_hash / numbers: the figures as they were when the decision was made; rows older than the
            column have no ``numbers``, and their ``sentence_text`` has no places.
        version: counts the saves, so that two people cannot overwrite each other unseen.
        at: ISO date and time.
    """

    finding_id: str
    status: ReviewStatus = "new"
    sentence_text: str = ""
    reason: str = ""
    recommendations: tuple[Recommendation, ...] = ()
    note: str = ""
    order: int = 0
    numbers_hash: str = ""
    numbers: tuple[tuple[str, Number], ...] = ()
    version: int = 0
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class LookedAt:
    """An indicator that was examined and gave no finding; the sentence says so."""

    indicator_id: str
    period: Period
    n_schools: int
    sentence: str


#: Why a school's figure gave no sentence: its n cannot be right, the area's data do not suffice, nothing to
#: compare it with, too few pupils, a sure but trifling difference, as most schools, unlike most schools in a
#: matter without a good side (money, a small count), or within chance.
Uncompared = Literal["doubted", "data", "no_comparator", "few"]
Silence = Literal[Uncompared, "small_gap", "near_median", "not_judged", "chance"]


@dataclass(frozen=True, slots=True)
class LookedAtCell:
    """A school's figure that was examined and gave no finding; the sentence says so and why.

    Attributes:
        n: as it weighs in comparisons; None where the figure has none or it is not believed.
    """

    indicator_id: str
    period: Period
    value: float
    n: int | None
    reason: Silence
    sentence: str


def finding_id(
    scope: FindingScope, scope_id: str, indicator_id: str, kind: FindingKind, rule_id: str, period: Period
) -> str:
    """The stable key of a finding; figures are no part of it."""
    when = f"{period.kind}:{period.year_be}:{period.term or 0}"
    return short_hash(scope, scope_id, indicator_id, kind, rule_id, when)


def short_hash(*parts: str) -> str:
    """Sixteen hexadecimal digits that depend on every part and its place."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
