"""What an office answered in a KPI form, the evidence it attached, and the level that follows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
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
        sub_answers: number of a sub-criterion → the same for it; those never answered are absent.
    """

    answer: AnswerChoice = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    version: int = 0
    sub_answers: Mapping[str, AnswerChoice] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EarlierFile:
    """A file that stood in an evidence row before its present one; ``number`` from 1, the oldest first."""

    number: int
    sha256: str
    file_name: str
    reason: str
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class EvidenceFile:
    """One piece of evidence of one item: a stored file, or a link or a binder on a shelf.

    Attributes:
        sha256: content hash; the bytes are kept once under it. Empty without a file.
        kind: id of an EvidenceKind.
        accepted: whether it counts; without a file it never does.
        dated_on: the day the document bears.
        held_at: where the paper stands.
        earlier: files it had before.
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
    dated_on: date | None = None
    link: str = ""
    held_at: str = ""
    earlier: tuple[EarlierFile, ...] = ()

    @property
    def counts(self) -> bool:
        """Accepted, and there to be handed in."""
        return self.accepted and bool(self.sha256)


@dataclass(frozen=True, slots=True)
class MissingEvidence:
    """What one item still lacks, in Thai phrases; ``level`` is 0 in a checklist."""

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
        reasons: Thai sentences, level by level, then the cap, the next step, the arithmetic.
        missing: items that could still raise the level of this round.
        next_step: what the next level needs, as one of the reasons; empty in rounds older than the field.
    """

    round_id: str
    level: int
    cap: int
    uncapped_level: int
    score: float
    weighted_score: float
    reasons: tuple[str, ...]
    missing: tuple[MissingEvidence, ...]
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """The saved state of one edition of a round.

    Attributes:
        result: the level as submitted; None while open.
        counted_items: ids of the items that counted when it was submitted.
        edition: from 1; a frozen one is corrected by the next.
        reason: why a correction was opened.
        claimed_level: what the office says the level is; None where it says nothing.
        saved_at / saved_by: who brought it into this state, and when.
    """

    round_id: str
    status: RoundStatus = RoundStatus.OPEN
    result: LevelResult | None = None
    counted_items: frozenset[str] = frozenset()
    version: int = 0
    edition: int = 1
    reason: str = ""
    claimed_level: int | None = None
    claimed_reason: str = ""
    saved_at: datetime | None = None
    saved_by: str = ""


@dataclass(frozen=True, slots=True)
class RoundSnapshot:
    """What a round said when it was handed in: item id → answer, and the evidence of then."""

    answers: Mapping[str, Answer]
    files: tuple[EvidenceFile, ...]
