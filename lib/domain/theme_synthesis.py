"""Statements of schools' reports put to themes, and the themes of one year counted by schools."""

from dataclasses import dataclass
from enum import StrEnum

from lib.domain.assessments import LevelOfEducation, Place, StatementKind


class ThemeBasis(StrEnum):
    """What put a statement where it is; the first that applies, in this order."""

    PERSON = "person"
    WORDS = "words"
    SIMILAR = "similar"
    NONE = "none"

    @property
    def label(self) -> str:
        return {
            ThemeBasis.PERSON: "ผู้ใช้จัดไว้",
            ThemeBasis.WORDS: "คำที่พบ",
            ThemeBasis.SIMILAR: "ข้อความใกล้เคียง",
            ThemeBasis.NONE: "ยังไม่จัดเข้าเรื่อง",
        }[self]


@dataclass(frozen=True, slots=True)
class ThemedStatement:
    """One statement of one school with its theme, at most one.

    Attributes:
        level_of_education: None where the report covers both levels and does not say which one it means.
        key: of its wording, under which a person's choice is kept.
        theme_id: empty where it has no theme.
        why: reasons in the field's words, the weightiest first, such as ``พบคำว่า “อ่านออก”``.
    """

    report_id: int
    school_id: str
    school_name: str
    cluster: str
    kind: StatementKind
    level_of_education: LevelOfEducation | None
    standard: str
    text: str
    place: Place
    key: str
    theme_id: str
    basis: ThemeBasis
    why: tuple[str, ...]

    @property
    def by_person(self) -> bool:
        return self.basis is ThemeBasis.PERSON


@dataclass(frozen=True, slots=True)
class ClusterCount:
    """Schools of one cluster that speak of a theme, of those of the cluster that sent a report."""

    cluster: str
    n_schools: int
    n_submitted: int


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The same theme, kind and level of education in the year before."""

    academic_year_be: int
    n_schools: int
    n_submitted: int


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """How many schools speak of one theme under one heading; a school counts once however often it says it.

    Attributes:
        level_of_education: None for statements whose level of education the reports leave open.
        items: sub-items of the level of education that the theme speaks to.
        n_submitted: schools that sent a report covering the level; the per cent rests on it.
        pct: two decimals, half up.
        n_both: of ``n_schools``, those that name the theme both as a strength and as an area for development;
            0 for plans and suggestions.
        clusters: in the order of the alphabet, only those with a report.
        before: None where no report of the year before is there.
        quotes: every statement counted, by cluster and name of the school.
    """

    theme_id: str
    name: str
    kind: StatementKind
    level_of_education: LevelOfEducation | None
    items: tuple[str, ...]
    n_schools: int
    n_submitted: int
    pct: float
    n_statements: int
    n_both: int
    clusters: tuple[ClusterCount, ...]
    before: YearBefore | None
    quotes: tuple[ThemedStatement, ...]


@dataclass(frozen=True, slots=True)
class ThemeFigure:
    """Names one count: the statements of a theme under one heading, and so its schools.

    Attributes:
        theme_id: empty for statements without a theme.
        clusters: none for every cluster.
        both_sides: only schools that name the theme under both headings.
    """

    academic_year_be: int
    kind: StatementKind
    level_of_education: LevelOfEducation | None
    theme_id: str
    clusters: tuple[str, ...] = ()
    both_sides: bool = False
    confirmed_only: bool = False


@dataclass(frozen=True, slots=True)
class SaidInReport:
    """Names one statement of one report."""

    report_id: int
    kind: StatementKind
    text: str


@dataclass(frozen=True, slots=True)
class SimilarGroup:
    """Statements without a theme that speak alike; one alone where nothing is like it."""

    kind: StatementKind
    level_of_education: LevelOfEducation | None
    n_schools: int
    quotes: tuple[ThemedStatement, ...]


@dataclass(frozen=True, slots=True)
class SubmittedReport:
    """A school that sent a report of the year, and the levels of education it covers."""

    school_id: str
    cluster: str
    levels: tuple[LevelOfEducation, ...]


@dataclass(frozen=True, slots=True)
class ThemedYear:
    """The reports of one academic year with every statement put to its theme.

    Attributes:
        reports: of the active schools, in the order of the register.
        statements: in the order of the register and of their report.
        unthemed: statements without a theme, the largest groups first.
    """

    academic_year_be: int
    n_schools: int
    reports: tuple[SubmittedReport, ...]
    statements: tuple[ThemedStatement, ...]
    unthemed: tuple[SimilarGroup, ...]


@dataclass(frozen=True, slots=True)
class ThemeSynthesis:
    """The themes of one academic year.

    Attributes:
        n_schools: active schools of the register, or of the clusters it was narrowed to.
        reports / statements / unthemed: as in :class:`ThemedYear`.
        counts: by kind, level of education and number of schools, most first; themes nobody names are absent.
    """

    academic_year_be: int
    n_schools: int
    reports: tuple[SubmittedReport, ...]
    statements: tuple[ThemedStatement, ...]
    counts: tuple[ThemeCount, ...]
    unthemed: tuple[SimilarGroup, ...]

    def of(self, kind: StatementKind, level: LevelOfEducation | None) -> tuple[ThemeCount, ...]:
        """Themes under one heading of one level of education, those of most schools first."""
        return tuple(each for each in self.counts if (each.kind, each.level_of_education) == (kind, level))

    def n_submitted(self, level: LevelOfEducation | None = None) -> int:
        """Schools that sent a report, of one level of education or at all."""
        return sum(level is None or level in report.levels for report in self.reports)
