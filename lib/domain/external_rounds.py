"""The rounds of external assessment: standards, words of their scales, steps of getting ready."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class ResultWord:
    """One word of a scale; words are listed from the lowest.

    Attributes:
        points: (least, most) criteria met that give this word; None where nothing is counted.
    """

    word: str
    aliases: tuple[str, ...] = ()
    points: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ExternalPhase:
    """A part of a round with a scale of its own; ``id`` is empty in a round without phases.

    ``titles`` are words on the cover of its reports that tell it from all others.
    """

    id: str
    name: str
    words: tuple[ResultWord, ...]
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    def word_of_points(self, points: int) -> str | None:
        """The word that so many criteria met stand for, None where the scale counts none or not so many."""
        return next(
            (each.word for each in self.words if each.points and each.points[0] <= points <= each.points[1]),
            None,
        )


@dataclass(frozen=True, slots=True)
class ExternalStandard:
    """One standard or indicator of a round."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ExternalEducation:
    """A level of education that a round judges by itself; no standards where none are published."""

    id: str
    name: str
    standards: tuple[ExternalStandard, ...]
    aliases: tuple[str, ...] = ()

    def standard(self, standard_id: str) -> ExternalStandard | None:
        return next((each for each in self.standards if each.id == standard_id), None)


@dataclass(frozen=True, slots=True)
class ExternalRound:
    """One round.

    Attributes:
        first_year_be / last_year_be: fiscal years, พ.ศ.
        standard_word: what it calls its parts (มาตรฐานที่, ตัวบ่งชี้ที่).
        open: its structure is not published, so any standard, level and word is kept as written.
        note: what a reader must know of it, such as that the structure awaits confirmation.
        numbers: its results may be scores, kept as written beside the words.
        compares_with_sar: its standards bear the numbers of those schools assess themselves by.
    """

    id: str
    name: str
    first_year_be: int
    last_year_be: int
    standard_word: str
    phases: tuple[ExternalPhase, ...]
    levels: tuple[ExternalEducation, ...]
    open: bool = False
    note: str = ""
    aliases: tuple[str, ...] = ()
    compares_with_sar: bool = False
    numbers: bool = False

    @property
    def years(self) -> str:
        return f"ปีงบประมาณ {self.first_year_be}–{self.last_year_be}"

    def phase(self, phase_id: str) -> ExternalPhase | None:
        return next((each for each in self.phases if each.id == phase_id), None)

    def level(self, level_id: str) -> ExternalEducation | None:
        return next((each for each in self.levels if each.id == level_id), None)

    def level_name(self, level_id: str) -> str:
        found = self.level(level_id)
        return found.name if found else level_id

    def phase_name(self, phase_id: str) -> str:
        found = self.phase(phase_id)
        return found.name if found else phase_id

    def standard_name(self, level_id: str, standard_id: str) -> str:
        """``มาตรฐานที่ 1 คุณภาพของผู้เรียน``; a standard of an open round as written."""
        if not standard_id:
            return "ภาพรวม"
        level = self.level(level_id)
        found = level.standard(standard_id) if level else None
        number = f"{self.standard_word} {standard_id}" if standard_id[0].isdigit() else standard_id
        return f"{number} {found.name}" if found else number


class StepSource(StrEnum):
    """Who says that a step of getting ready is done."""

    PERSON = "person"
    SAR = "sar"
    RECOMMENDATIONS = "recommendations"


@dataclass(frozen=True, slots=True)
class ReadinessStep:
    """One thing a school has ready before the assessors come; some are known from the data."""

    id: str
    name: str
    source: StepSource = StepSource.PERSON


@dataclass(frozen=True, slots=True)
class StepState:
    """One step of getting ready; ``automatic`` where the data says so and nobody ticks it."""

    step_id: str
    name: str
    done: bool
    automatic: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ExternalRounds:
    """Everything an office may edit about external assessment; rounds stand oldest first."""

    rounds: tuple[ExternalRound, ...]
    steps: tuple[ReadinessStep, ...]
    roles: tuple[str, ...]

    @property
    def by_id(self) -> dict[str, ExternalRound]:
        return {each.id: each for each in self.rounds}

    def before(self, round_id: str) -> tuple[ExternalRound, ...]:
        """The earlier rounds, the latest first."""
        place = [each.id for each in self.rounds].index(round_id)
        return tuple(reversed(self.rounds[:place]))


@dataclass(frozen=True, slots=True)
class ExternalWords:
    """How offices and สมศ. name the columns and headings of results, as written (not folded).

    Attributes:
        columns: role of a column → headers.
        titles: what a report of an external assessment calls itself.
        statements: kind of statement → headings.
        sections: headings that end a list of statements.
        result_labels: words before a result in a report.
        nothing: what stands where nothing is said.
    """

    columns: dict[str, tuple[str, ...]]
    titles: tuple[str, ...]
    statements: dict[str, tuple[str, ...]]
    sections: tuple[str, ...]
    result_labels: tuple[str, ...]
