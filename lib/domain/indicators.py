"""What an indicator is: everything a reader, a rule or a chart must know about a figure, as data."""

from dataclasses import dataclass, field
from enum import StrEnum

from lib.domain.periods import PeriodKind

#: What ``n`` is called where several indicators that count different things share it.
ANY_N = "จำนวน (ตัวหาร)"


class Direction(StrEnum):
    """Which way is good."""

    HIGHER = "higher"
    LOWER = "lower"
    BAND = "band"
    CONTEXT = "context"  # describes, is never judged


class Kind(StrEnum):
    """What sort of number it is; decides aggregation, interval and wording."""

    PROPORTION = "proportion"  # per cent of n people or things
    MEAN = "mean"  # mean score of n test takers
    RATING = "rating"  # mean of a rating scale over n respondents
    SCORE = "score"  # one score per school, no sampling n
    COUNT = "count"
    AMOUNT = "amount"  # baht
    RATIO = "ratio"  # one count over another, such as pupils per teacher


class Compare(StrEnum):
    """How schools are told apart (statistics.md)."""

    PROPORTION = "proportion"  # funnel and binomial tests on x of n
    MEAN = "mean"  # funnel on the within-school spread and n
    ROBUST = "robust"  # median and MAD, no sampling n
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Band:
    """One class of a scale: values from ``lower`` (inclusive, after rounding) up to the next band."""

    lower: float
    label: str


@dataclass(frozen=True, slots=True)
class RatingScale:
    """A named scale; a level word means nothing without its scale id. Bands ascend."""

    id: str
    name: str
    bands: tuple[Band, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class DomainArea:
    """One of the four domains of the committee's work (ด้าน)."""

    id: str
    name: str
    short_name: str
    colour: str
    order: int
    owner: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One ตัวชี้วัด of the catalogue.

    Attributes:
        id: stable key ``domain.code``; never renamed.
        group: key shared by the indicators that one test or form yields together; its own code otherwise.
        group_name: words for that group, used as a sheet title of the blank workbook.
        row / column: position inside a grid family (grade and subject), empty otherwise.
        unit: as printed after a number (ร้อยละ, คะแนน, คน, บาท).
        denominator: whom or what ``n`` counts, in words; empty where there is no n.
        valid_min / valid_max: outside is a fault of the cell, None is open.
        target / target_high: the office's goal; with Direction.BAND the low and the high end of a range.
        benchmark / benchmark_label: outside comparator where no file brings one.
        scale: id of a rating scale that classifies the value, empty for none.
        aliases: column headers; ``n_aliases`` / ``numerator_aliases`` / ``sd_aliases`` their companions.
        context: phrases of which one must stand in title, sheet or file name before ``aliases`` count;
            the words of a phrase, joined by ``&``, may stand apart (``o-net & ป.6``). Empty means the
            aliases are telling by themselves (``full_aliases`` always are).
        min_n: below it a value is shown with the small-n mark and enters no finding of its own.
        min_gap: smallest difference, in the indicator's unit, worth a sentence that is only likely; None asks
            for a difference as wide as schools usually differ.
        zero_is_missing: a stored 0 means "not tested" and is read as missing.
        total_of: ids whose sum this value states; checked, and never summed again with its parts.
        break_years: first years of a new definition; a trend never crosses them.
        due_month: month (1–12) in which figures of a year are normally out, None where no calendar says.
    """

    id: str
    domain: str
    name: str
    short_name: str
    group: str
    group_name: str
    unit: str
    direction: Direction
    kind: Kind
    period_kind: PeriodKind
    compare: Compare
    denominator: str = ""
    row: str = ""
    column: str = ""
    valid_min: float | None = None
    valid_max: float | None = None
    target: float | None = None
    target_high: float | None = None
    benchmark: float | None = None
    benchmark_label: str = ""
    scale: str = ""
    aliases: tuple[str, ...] = ()
    full_aliases: tuple[str, ...] = ()
    n_aliases: tuple[str, ...] = ()
    numerator_aliases: tuple[str, ...] = ()
    sd_aliases: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    min_n: int = 10
    min_gap: float | None = None
    zero_is_missing: bool = False
    total_of: tuple[str, ...] = ()
    break_years: tuple[int, ...] = ()
    due_month: int | None = None
    key_indicator: bool = True
    source_system: str = ""
    owner: str = ""
    note: str = ""

    @property
    def has_n(self) -> bool:
        """Whether a value rests on a number of people or things that weighs it."""
        return self.kind in (Kind.PROPORTION, Kind.MEAN, Kind.RATING, Kind.RATIO)

    @property
    def n_words(self) -> str:
        """What ``n`` is called in a sentence: จำนวนผู้เข้าสอบ, จำนวนห้องเรียน."""
        return f"จำนวน{self.denominator}" if self.denominator else ANY_N

    @property
    def n_is_baht(self) -> bool:
        """Whether ``n`` is an amount of money, which need not be a whole number."""
        return self.denominator.startswith("บาท")

    @property
    def sums(self) -> bool:
        """Whether the area's figure is the sum of its schools."""
        return self.kind in (Kind.COUNT, Kind.AMOUNT)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything offices may edit about indicators: the TOML files with the office's own changes."""

    domains: tuple[DomainArea, ...]
    indicators: tuple[Indicator, ...]
    scales: tuple[RatingScale, ...]
    by_id: dict[str, Indicator] = field(repr=False, hash=False, compare=False)

    def of_domain(self, domain: str) -> tuple[Indicator, ...]:
        return tuple(indicator for indicator in self.indicators if indicator.domain == domain)

    def scale(self, scale_id: str) -> RatingScale:
        return next(scale for scale in self.scales if scale.id == scale_id)

    def domain(self, domain_id: str) -> DomainArea:
        return next(area for area in self.domains if area.id == domain_id)
