"""What an office sees of external assessment: outcomes counted, recommendations followed, schools due."""

from dataclasses import dataclass
from datetime import date

from lib.domain.assessments import Place, ReportedLevel
from lib.domain.external_assessments import ExternalDue, ExternalStatement, FollowUp, FollowUpStatus
from lib.domain.external_figures import ExternalOutcome
from lib.domain.external_rounds import StepState


@dataclass(frozen=True, slots=True)
class WordCount:
    """Schools judged with one word; ``pct`` of the schools with a result, None without any."""

    word: str
    n: int
    pct: float | None


@dataclass(frozen=True, slots=True)
class StandardCounts:
    """One standard over the schools assessed; ``name`` is ready to print."""

    standard: str
    name: str
    n_judged: int
    counts: tuple[WordCount, ...]


@dataclass(frozen=True, slots=True)
class PhaseCounts:
    """Results of one phase of a round for one level of education.

    Attributes:
        n_schools / n_offering / n_assessed: all schools, those offering this level, those with an outcome.
        words: of the scale from the lowest; in an open round those met, in the order of their letters.
    """

    round_id: str
    round_name: str
    phase: str
    phase_name: str
    level_of_education: str
    level_name: str
    n_schools: int
    n_offering: int
    n_assessed: int
    words: tuple[str, ...]
    standards: tuple[StandardCounts, ...]


@dataclass(frozen=True, slots=True)
class ToldResult:
    """One result ready to print."""

    standard: str
    standard_name: str
    result: str
    way: ExternalOutcome


@dataclass(frozen=True, slots=True)
class SchoolOutcome:
    """One outcome of one school, ready to print.

    Attributes:
        is_latest: of the latest round and phase this school has for this level of education.
        n_open: its recommendations that are not done.
    """

    assessment_id: int
    school_id: str
    school_name: str
    cluster: str
    round_id: str
    round_name: str
    phase_name: str
    level_name: str
    assessed_on: date | None
    results: tuple[ToldResult, ...]
    n_recommendations: int
    n_open: int
    file_name: str
    is_latest: bool

    @property
    def told(self) -> str:
        """``รอบสี่ ระยะที่ 2 ตรวจเยี่ยม``."""
        return f"{self.round_name} {self.phase_name}".strip()


@dataclass(frozen=True, slots=True)
class FollowedRecommendation:
    """One recommendation with what was done about it.

    Attributes:
        level_names: levels of education that were told the same.
        days_overdue: days past its due day, 0 where it is done or has none.
    """

    school_id: str
    school_name: str
    cluster: str
    round_id: str
    round_name: str
    level_names: str
    statement: ExternalStatement
    file_name: str
    assessment_id: int
    follow_up: FollowUp
    days_overdue: int

    @property
    def is_open(self) -> bool:
        return self.follow_up.status is not FollowUpStatus.DONE

    @property
    def place(self) -> Place:
        return self.statement.place


@dataclass(frozen=True, slots=True)
class InternalExternal:
    """What a school says of a standard beside what the assessors said; the scales differ.

    Attributes:
        internal: word of the school's own level, empty where it has none; of ``sar_year_be``.
        external: word of the assessors.
    """

    school_id: str
    school_name: str
    cluster: str
    level_of_education: str
    level_name: str
    standard: str
    standard_name: str
    internal: str
    sar_year_be: int | None
    sar_confirmed: bool
    internal_way: ReportedLevel | None
    external: str
    external_round: str
    external_way: ExternalOutcome | None


@dataclass(frozen=True, slots=True)
class SchoolDue:
    """A school due in a round.

    Attributes:
        days_left: to its day; negative once gone by, None without a day.
        assessed: it already has an outcome of this round.
    """

    school_id: str
    school_name: str
    cluster: str
    due: ExternalDue
    days_left: int | None
    steps: tuple[StepState, ...]
    last_round: str
    open_recommendations: tuple[str, ...]
    assessed: bool

    @property
    def n_done(self) -> int:
        return sum(step.done for step in self.steps)

    @property
    def is_ready(self) -> bool:
        return self.n_done == len(self.steps)


@dataclass(frozen=True, slots=True)
class ExternalBoard:
    """Everything about external assessment on one day, in the order of clusters and names.

    Attributes:
        due_round_name: the round whose schools due are listed; empty where no round is left.
    """

    today: date
    n_schools: int
    counts: tuple[PhaseCounts, ...]
    outcomes: tuple[SchoolOutcome, ...]
    recommendations: tuple[FollowedRecommendation, ...]
    compared: tuple[InternalExternal, ...]
    due_round_id: str
    due_round_name: str
    dues: tuple[SchoolDue, ...]

    @property
    def n_assessed(self) -> int:
        """Schools with any outcome."""
        return len({each.school_id for each in self.outcomes})
