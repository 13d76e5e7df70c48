"""What an office answered in a KPI form, the evidence it attached, and the level that follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal

AnswerChoice = Literal["yes", "no", ""]


class RoundStatus(StrEnum):
    """How far the report of one round has gone; a frozen round never changes again."""

    OPEN = "open"
    SUBMITTED = "submitted"
    FROZEN = "frozen"

    @property
    def label(self) -> str:
        return {"open": "เปิดอยู่", "submitted": "ส่งแล้ว", "frozen": "ปิดรอบแล้ว"}[self.value]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the office wrote in one row of the form.

    Attributes:
        answer: ``yes`` for มี, ``no`` for ไม่มี, empty while open.
        fields: field id → text.
        version: the saved version, 0 when never saved.
    """

    answer: AnswerChoice = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    version: int = 0


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """One stored file that proves one item.

    Attributes:
        sha256: content hash; the bytes are kept once under it.
        kind: id of an EvidenceKind.
        accepted: whether it counts.
    """

    evidence_id: int
    item_id: str
    sha256: str
    file_name: str
    title: str
    kind: str
    page: str = ""
    note: str = ""
    accepted: bool = True
    version: int = 1
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MissingEvidence:
    """What one item still lacks, in Thai phrases."""

    item_id: str
    number: int
    level: int
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelResult:
    """The level of one round, with its reasons.

    Attributes:
        level: what counts in this round.
        uncapped_level: what the evidence would give without the cap of the round.
        score / weighted_score: score, and score × weight ÷ 100.
        reasons: Thai sentences, level by level, then the cap, then the arithmetic.
        missing: items up to the cap that do not count yet.
    """

    round_id: str
    level: int
    cap: int
    uncapped_level: int
    score: float
    weighted_score: float
    reasons: tuple[str, ...]
    missing: tuple[MissingEvidence, ...]


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """The saved state of one round.

    Attributes:
        result: the level as submitted; None while open.
        counted_items: ids of the items that counted when it was submitted.
    """

    round_id: str
    status: RoundStatus = RoundStatus.OPEN
    result: LevelResult | None = None
    counted_items: frozenset[str] = frozenset()
    version: int = 0
