"""What the self-assessment reports of one year say together."""

from dataclasses import dataclass
from enum import StrEnum

from lib.domain.assessments import LevelOfEducation, ReportStatus, SelfAssessment


class GroupKind(StrEnum):
    """By what schools are put together."""

    CLUSTER = "cluster"
    SIZE = "size"
    DISTRICT = "district"

    @property
    def label(self) -> str:
        return {
            GroupKind.CLUSTER: "กลุ่มโรงเรียน",
            GroupKind.SIZE: "ขนาดโรงเรียน",
            GroupKind.DISTRICT: "อำเภอ",
        }[self]


@dataclass(frozen=True, slots=True)
class SchoolReport:
    """One school of the register with its report of the year, if it sent one.

    Attributes:
        offers: levels of education that the register says it teaches.
        size: name of its size in the office's scheme; empty while its head count is unknown.
    """

    school_id: str
    name: str
    cluster: str
    offers: tuple[LevelOfEducation, ...]
    status: ReportStatus | None = None
    assessment: SelfAssessment | None = None
    district: str = ""
    size: str = ""

    def group(self, kind: GroupKind) -> str:
        """Its group of a kind; empty where the register does not say."""
        return {
            GroupKind.CLUSTER: self.cluster,
            GroupKind.SIZE: self.size,
            GroupKind.DISTRICT: self.district,
        }[kind]


@dataclass(frozen=True, slots=True)
class LevelCount:
    """Schools at one level; ``pct`` of those counted for the level of education, two decimals half up."""

    level: int
    word: str
    n: int
    pct: float


@dataclass(frozen=True, slots=True)
class StandardSummary:
    """One row of the synthesis table: counts + ``n_without_level`` + ``n_apart`` = ``n_counted``.

    Attributes:
        item: ``"1.1"``; empty for the standard itself.
        counts: five levels, lowest first.
        n_rated: schools counted in ``counts``.
        n_counted: reports the per cents rest on.
        n_without_level: counted, but no readable level of this standard.
        n_apart: counted, but by another set of standards or an older scale, whose levels do not compare.
        n_recomputed: of ``n_rated``, those whose level is the mean of their items because none was stated.
        mean: of the levels, two decimals half up; None where nobody is rated.
    """

    level_of_education: LevelOfEducation
    standard: str
    item: str
    name: str
    counts: tuple[LevelCount, ...]
    n_rated: int
    n_counted: int
    n_without_level: int
    n_apart: int
    n_recomputed: int
    mean: float | None
    pct_without_level: float
    pct_apart: float

    @property
    def number(self) -> str:
        """``1`` or ``1.1`` as reports print it."""
        return self.item or self.standard


@dataclass(frozen=True, slots=True)
class ApartReports:
    """Reports that are counted as submitted but follow another set of standards.

    Attributes:
        name: of that set.
        reason: why their levels do not stand in the table.
    """

    name: str
    reason: str
    schools: tuple[SchoolReport, ...]


@dataclass(frozen=True, slots=True)
class LevelSynthesis:
    """One level of education of all schools or of one group; per cents rest on ``n_counted``.

    ``n_counted`` ≤ ``n_submitted`` ≤ ``n_offering`` ≤ ``n_schools``;
    ``n_offering`` = ``n_submitted`` + ``without_part`` + schools without any report.

    Attributes:
        n_submitted: schools that offer the level and sent a report that covers it.
        n_confirmed: of these, reports a person has compared with their text.
        n_counted: of these, reports in the table: all, or only the confirmed ones.
        standards / items: rows in the order of the set.
        apart: reports of other sets among the counted.
        without_part: schools that offer the level and sent a report in which it was not found.
        not_offered: schools whose report covers the level although the register says they do not offer it;
            in no count.
    """

    level_of_education: LevelOfEducation
    n_schools: int
    n_offering: int
    n_submitted: int
    n_confirmed: int
    n_counted: int
    standards: tuple[StandardSummary, ...]
    items: tuple[StandardSummary, ...]
    apart: tuple[ApartReports, ...]
    without_part: tuple[SchoolReport, ...]
    not_offered: tuple[SchoolReport, ...]


@dataclass(frozen=True, slots=True)
class SynthesisGroup:
    """One cluster, size or district with its own three Ns.

    Attributes:
        name: empty for the schools of which the register does not say it.
        levels: one per level of education.
    """

    kind: GroupKind
    name: str
    levels: tuple[LevelSynthesis, ...]

    @property
    def label(self) -> str:
        return self.name or f"ไม่ระบุ{self.kind.label}"


@dataclass(frozen=True, slots=True)
class SarSynthesis:
    """The whole synthesis of one academic year.

    Attributes:
        n_schools: active schools of the register.
        n_reports / n_confirmed: schools with a report, and those whose report a person has confirmed.
        confirmed_only: whether drafts are left out of the tables; they stay in ``n_reports``.
        groups: every kind with more than one group, in the order of names, sizes from small to large.
        not_submitted: schools without a report, in the order of the register.
    """

    academic_year_be: int
    n_schools: int
    n_reports: int
    n_confirmed: int
    confirmed_only: bool
    levels: tuple[LevelSynthesis, ...]
    groups: tuple[SynthesisGroup, ...]
    not_submitted: tuple[SchoolReport, ...]


@dataclass(frozen=True, slots=True)
class YearSynthesis:
    """One level of education in one academic year, beside others of the same set of standards."""

    academic_year_be: int
    level: LevelSynthesis
