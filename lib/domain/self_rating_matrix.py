"""Schools' own levels laid against their measured results: one academic year, one standard or item."""

from dataclasses import dataclass

from lib.domain.assessments import LevelOfEducation, ReportedLevel
from lib.domain.measured import UNMEASURED_LABELS, Measured, Unmeasured
from lib.domain.periods import Period
from lib.domain.self_ratings import LinkedItem

__all__ = [
    "UNMEASURED_LABELS",
    "Agreement",
    "MatrixCellId",
    "Measured",
    "RatedItem",
    "RatedSchool",
    "Result",
    "SelfRatingMatrix",
    "Submitted",
    "Unmeasured",
]


@dataclass(frozen=True, slots=True)
class RatedItem:
    """What schools rate and some indicators of the catalogue measure; ``item`` empty for a whole standard."""

    level_of_education: LevelOfEducation
    standard: str
    item: str
    name: str
    indicator_ids: tuple[str, ...]

    @property
    def number(self) -> str:
        return self.item or self.standard

    @property
    def linked(self) -> LinkedItem:
        """The same as the ratings name it."""
        return LinkedItem(self.level_of_education, self.standard, self.item)


@dataclass(frozen=True, slots=True)
class Submitted:
    """How many schools stand behind a matrix.

    Attributes:
        n_schools / n_offering / n_submitted / n_confirmed: active schools, those that teach the level of
            education, those of them whose report covers it, those of these whose report is confirmed.
        n_other_standards: submitted after an older set, another scale or for a special centre; not compared.
    """

    academic_year_be: int
    n_schools: int
    n_offering: int
    n_submitted: int
    n_confirmed: int
    n_other_standards: int


@dataclass(frozen=True, slots=True)
class Result:
    """One school's result of one indicator beside the area's.

    Attributes:
        indicator / short: its name and its short name.
        unmeasured: why it is not compared; None where it is.
        value / n / x / comparator: figures as printed, ``comparator`` the area's value; None where unknown,
            and where a result among several lies on no side.
        own / against / apart: the school's figure, the area's and the distance in words; empty where unknown.
    """

    indicator_id: str
    indicator: str
    short: str
    period: Period
    measured: Measured
    unmeasured: Unmeasured | None = None
    value: float | None = None
    n: int | None = None
    x: int | None = None
    comparator: float | None = None
    own: str = ""
    against: str = ""
    apart: str = ""


@dataclass(frozen=True, slots=True)
class RatedSchool:
    """One school that sent a report: its own level and all that its results say.

    Attributes:
        level: 1–5; None where the report states none, or contradicts itself about it (``doubt`` says how).
        by_standard: the level is the whole standard's, because the report does not rate the item.
        measured: the results taken together (lib.analysis.self_rating_matrix says how).
        results: one per indicator of the matrix, in the order of the links.
        way / place / source: where the level stands in the report; ``place`` as printed (``หน้า 12``),
            ``source`` with the file before it.
    """

    school_id: str
    name: str
    cluster: str
    level: int | None
    level_label: str
    doubt: str
    by_standard: bool
    confirmed: bool
    measured: Measured
    results: tuple[Result, ...]
    way: ReportedLevel | None
    place: str
    source: str

    def telling(self, measured: Measured) -> tuple[Result, ...]:
        """Its results of one kind: those that put it where it stands."""
        return tuple(result for result in self.results if result.measured is measured)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Among schools rated high or low whose results lie on one side beyond chance: do the two point alike?

    Attributes:
        pct: ``n_same`` of ``n``, two decimals half up; None without a school.
    """

    n: int
    n_same: int
    n_apart: int
    pct: float | None


@dataclass(frozen=True, slots=True)
class SelfRatingMatrix:
    """Own level × measured result; every rated school stands in exactly one cell.

    Attributes:
        indicator_id: the one indicator looked at; empty for all that speak to ``about``.
        indicator_ids: the indicators laid against the levels.
        schools: by cluster and name, never by size of a difference.
        with_drafts: reports that nobody has confirmed are counted too.
        high_from / low_to: levels taken for a high and a low one.
        expected_overrated / expected_underrated: fewer schools than this would stand in the two lists if no
            school differed in truth.
    """

    about: RatedItem
    indicator_id: str
    indicator_ids: tuple[str, ...]
    schools: tuple[RatedSchool, ...]
    submitted: Submitted
    with_drafts: bool
    high_from: int
    low_to: int
    expected_overrated: int
    expected_underrated: int
    agreement: Agreement

    def cell(self, level: int | None, measured: Measured) -> tuple[RatedSchool, ...]:
        """The schools of one cell; ``level`` None for those without a level that can be used."""
        return tuple(one for one in self.schools if one.level == level and one.measured is measured)

    @property
    def overrated(self) -> tuple[RatedSchool, ...]:
        """Rated high while results are low beyond chance: a question to ask, no verdict."""
        return tuple(one for one in self.schools if self.is_high(one.level) and one.measured is Measured.LOW)

    @property
    def underrated(self) -> tuple[RatedSchool, ...]:
        """Rated low while results are high beyond chance."""
        return tuple(one for one in self.schools if self.is_low(one.level) and one.measured is Measured.HIGH)

    def is_high(self, level: int | None) -> bool:
        return level is not None and level >= self.high_from

    def is_low(self, level: int | None) -> bool:
        return level is not None and level <= self.low_to


@dataclass(frozen=True, slots=True)
class MatrixCellId:
    """Names one cell of a matrix, so that its schools can be found.

    Attributes:
        indicator_id: empty for all indicators together.
        level: None for schools without a usable level.
    """

    academic_year_be: int
    about: LinkedItem
    indicator_id: str
    with_drafts: bool
    level: int | None
    measured: Measured
