"""What of a report's reading a person compares with the report, one item at a time, and the answer."""

from dataclasses import dataclass
from enum import IntEnum

from lib.domain.assessments import LevelOfEducation, Place, Rating, Statement
from lib.domain.contradictions import Contradiction
from lib.domain.issues import Issue

#: A level, a statement, or a remark on the report as a whole.
Subject = Rating | Statement | Issue


class Urgency(IntEnum):
    """Which items come first; ``CERTAIN`` ones wait folded up."""

    ERROR = 0
    CONTRADICTION = 1
    UNCERTAIN = 2
    CERTAIN = 3


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One thing to compare.

    Attributes:
        key: names it within its report as long as nobody changes it.
        subject: as read; for a standard that the report gives no level of, a rating without a level.
        reasons: why it is uncertain, in plain words, the gravest first.
        issues: open issues that end with its answer.
        contradictions: places of the report that say otherwise.
        is_missing: the reading has no such rating yet.
        page: the first that a remark names.
    """

    key: str
    subject: Subject
    urgency: Urgency
    reasons: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    is_missing: bool = False
    page: int | None = None

    @property
    def is_open(self) -> bool:
        return self.urgency is not Urgency.CERTAIN

    @property
    def level_of_education(self) -> LevelOfEducation | None:
        return None if isinstance(self.subject, Issue) else self.subject.level_of_education

    @property
    def standard(self) -> str:
        return "" if isinstance(self.subject, Issue) else self.subject.standard

    @property
    def places(self) -> tuple[tuple[Place, str], ...]:
        """Where it stands in the report with the words there: its own place first, then the others."""
        subject = self.subject
        if isinstance(subject, Issue):
            place = Place(self.page, None, subject.sheet, subject.cell if subject.sheet else "")
            return () if place == Place() else ((place, subject.value),)
        own = (subject.place, subject.quote if isinstance(subject, Rating) else subject.text)
        sides = [
            (side.place, side.quote) for each in self.contradictions for side in (each.first, each.second)
        ]
        told = dict.fromkeys(place for place in (own, *sides) if place[0] != Place())
        return tuple(told)


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """A person's answer about one item.

    Attributes:
        seen: what the person had before them; None for something the reading had missed.
        becomes: the same where it was right, another where it was corrected, None where it is to go.
    """

    seen: Subject | None
    becomes: Subject | None


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One report in the queue of reports to check.

    Attributes:
        version: of the row, so that its counts can be remembered.
        n_errors / n_contradictions / n_uncertain: open items of each urgency.
    """

    report_id: int
    school_id: str
    version: int
    confirmed: bool
    n_errors: int = 0
    n_contradictions: int = 0
    n_uncertain: int = 0

    @property
    def n_open(self) -> int:
        return self.n_errors + self.n_contradictions + self.n_uncertain
