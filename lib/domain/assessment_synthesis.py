"""What the self-assessment reports of one year say together."""

from dataclasses import dataclass

from lib.domain.assessments import LevelOfEducation, ReportStatus, SelfAssessment, StatementKind


@dataclass(frozen=True, slots=True)
class SchoolReport:
    """One school of the register with its report of the year, if it sent one."""

    school_id: str
    name: str
    cluster: str
    offers: tuple[LevelOfEducation, ...]
    status: ReportStatus | None = None
    assessment: SelfAssessment | None = None


@dataclass(frozen=True, slots=True)
class LevelCount:
    """Schools at one level; ``pct`` of those submitted for the level of education, two decimals half up."""

    level: int
    word: str
    n: int
    pct: float


@dataclass(frozen=True, slots=True)
class StandardSummary:
    """One row of the synthesis table: counts + ``n_without_level`` + ``n_other_scale`` = ``n_submitted``.

    Attributes:
        counts: five levels, lowest first.
        n_rated: schools counted in ``counts``.
        n_without_level: submitted, but no readable level of this standard.
        n_other_scale: rated on an older scale, whose levels do not compare.
        n_recomputed: of ``n_rated``, those whose level is the mean of their items because none was stated.
        mean: of the levels, two decimals half up; None where nobody is rated.
    """

    level_of_education: LevelOfEducation
    standard: str
    name: str
    counts: tuple[LevelCount, ...]
    n_rated: int
    n_submitted: int
    n_without_level: int
    n_other_scale: int
    n_recomputed: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class LevelSynthesis:
    """One level of education with its three Ns; per cents rest on ``n_submitted``."""

    level_of_education: LevelOfEducation
    n_schools: int
    n_offering: int
    n_submitted: int
    standards: tuple[StandardSummary, ...]
    items: tuple[StandardSummary, ...]


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """One cluster's submissions and levels of one standard."""

    cluster: str
    level_of_education: LevelOfEducation
    standard: str
    n_offering: int
    n_submitted: int
    n_rated: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class ReportedCount:
    """Names one cell of the synthesis table: the schools at these levels; none of them, those without one."""

    academic_year_be: int
    level_of_education: LevelOfEducation
    standard: str
    levels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StatementCount:
    """A statement in one wording and the schools that make it."""

    kind: StatementKind
    text: str
    n_schools: int
    school_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SarSynthesis:
    """The whole synthesis of one academic year.

    Attributes:
        n_schools: active schools of the register.
        n_reports / n_confirmed: schools with a report, and those whose report a person has confirmed.
        not_submitted: schools without a report, in the order of the register.
    """

    academic_year_be: int
    n_schools: int
    n_reports: int
    n_confirmed: int
    levels: tuple[LevelSynthesis, ...]
    clusters: tuple[ClusterRow, ...]
    statements: tuple[StatementCount, ...]
    not_submitted: tuple[SchoolReport, ...]
