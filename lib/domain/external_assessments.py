"""External assessment (สมศ.) of schools: outcomes, follow-up of recommendations, and schools due."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from lib.domain.assessments import Place
from lib.domain.document_hash import hash_words

NO_PLACE = Place()


class ExternalStatementKind(StrEnum):
    """What the assessors say of a school in words."""

    STRENGTH = "strength"
    IMPROVEMENT_AREA = "improvement_area"
    RECOMMENDATION = "recommendation"
    SUMMARY = "summary"

    @property
    def label(self) -> str:
        return {
            ExternalStatementKind.STRENGTH: "จุดเด่น",
            ExternalStatementKind.IMPROVEMENT_AREA: "จุดที่ควรพัฒนา",
            ExternalStatementKind.RECOMMENDATION: "ข้อเสนอแนะ",
            ExternalStatementKind.SUMMARY: "สรุปผล",
        }[self]


@dataclass(frozen=True, slots=True)
class ExternalResult:
    """What the assessors judged one standard as.

    Attributes:
        standard: as the round numbers it, ``"1"``; empty for the whole level of education.
        result: the word of the round's scale, or in an open round whatever is written.
        points: criteria met, where the report counts them.
        written: the cell or line as it stands, where it is more than ``result``.
    """

    standard: str
    result: str
    points: int | None = None
    place: Place = NO_PLACE
    written: str = ""


@dataclass(frozen=True, slots=True)
class ExternalStatement:
    """One statement of the assessors, word for word."""

    kind: ExternalStatementKind
    text: str
    standard: str = ""
    place: Place = NO_PLACE

    @property
    def key(self) -> str:
        """The same for the same words, whatever their spaces; a follow-up is kept under it."""
        return hash_words(self.text)


@dataclass(frozen=True, slots=True)
class ExternalExtra:
    """A column nobody described, kept as written."""

    name: str
    text: str
    place: Place = NO_PLACE


@dataclass(frozen=True, slots=True)
class ExternalReading:
    """Everything that one outcome says; nothing of it is bound to the structure of a round."""

    results: tuple[ExternalResult, ...] = ()
    statements: tuple[ExternalStatement, ...] = ()
    extras: tuple[ExternalExtra, ...] = ()

    @property
    def recommendations(self) -> tuple[ExternalStatement, ...]:
        return tuple(each for each in self.statements if each.kind is ExternalStatementKind.RECOMMENDATION)

    def result_of(self, standard: str) -> ExternalResult | None:
        return next((each for each in self.results if each.standard == standard), None)


@dataclass(frozen=True, slots=True)
class OutcomeKey:
    """Names the one outcome that a school may have.

    Attributes:
        phase: id of the round's phase; empty for a round without phases.
        level_of_education: id of the catalogue, or in an open round whatever is written.
    """

    school_id: str
    round_id: str
    phase: str
    level_of_education: str


@dataclass(frozen=True, slots=True)
class ExternalAssessment:
    """One outcome, saved or about to be.

    Attributes:
        sha256 / file_name: the file it was read from; empty for an entry by hand.
        version: 0 while it has not been saved.
    """

    key: OutcomeKey
    reading: ExternalReading
    assessed_on: date | None = None
    sha256: str = ""
    file_name: str = ""
    assessment_id: int = 0
    version: int = 0
    saved_at: datetime | None = None
    saved_by: str = ""


class FollowUpStatus(StrEnum):
    """How far a school has come with a recommendation."""

    NOT_STARTED = "not_started"
    DOING = "doing"
    DONE = "done"

    @property
    def label(self) -> str:
        return {
            FollowUpStatus.NOT_STARTED: "ยังไม่เริ่ม",
            FollowUpStatus.DOING: "กำลังทำ",
            FollowUpStatus.DONE: "เสร็จแล้ว",
        }[self]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What was done about one recommendation.

    Attributes:
        by_role: who sees to it, as a role and never as a name.
        version: 0 while nobody has saved it.
    """

    school_id: str
    round_id: str
    recommendation_key: str
    status: FollowUpStatus = FollowUpStatus.NOT_STARTED
    action: str = ""
    by_role: str = ""
    due_on: date | None = None
    done_on: date | None = None
    note: str = ""
    version: int = 0

    def days_overdue(self, today: date) -> int:
        """Days past its day while it is not done; 0 otherwise."""
        if self.status is FollowUpStatus.DONE or self.due_on is None:
            return 0
        return max(0, (today - self.due_on).days)


@dataclass(frozen=True, slots=True)
class ExternalDue:
    """When a school is due in a round, and which steps of getting ready a person ticked."""

    school_id: str
    round_id: str
    due_on: date | None = None
    steps: tuple[str, ...] = ()
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class ExternalLoad:
    """A file of outcomes taken in, as the history tells it; ``undone`` where it was taken back."""

    load_id: int
    file_name: str
    sha256: str
    n_new: int
    n_changed: int
    loaded_at: datetime
    loaded_by: str
    undone: bool = False
