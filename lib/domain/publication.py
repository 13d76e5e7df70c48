"""What an office publishes: one figure per indicator, unit and year, hidden where it tells of few people."""

from dataclasses import dataclass
from typing import Literal

from lib.domain.periods import PeriodKind

UnitKind = Literal["area", "cluster", "district", "size", "school"]
SchoolNaming = Literal["named", "coded", "none"]
#: Why a figure is hidden: too few people, a count of few, all but few, nobody or everybody where the office
#: hides that too, an unknown number of people, or only to keep another figure hidden.
Reason = Literal["", "few_people", "small_count", "small_rest", "none_or_all", "unknown_n", "secondary"]

UNIT_LABELS: dict[UnitKind, str] = {
    "area": "เขตพื้นที่",
    "cluster": "กลุ่มโรงเรียน",
    "district": "อำเภอ",
    "size": "ขนาดโรงเรียน",
    "school": "โรงเรียน",
}
#: What outsiders are told: which figures are small would bound those hidden for their sake.
PUBLIC_REASONS: dict[str, str] = {
    "small_numbers": "ปกปิดเพราะคนน้อย หรือเพื่อไม่ให้คำนวณตัวเลขของคนจำนวนน้อยย้อนกลับได้",
    "unknown_n": "ปกปิดเพราะไม่ทราบจำนวนคน",
}
NAMING_LABELS: dict[SchoolNaming, str] = {
    "named": "แสดงชื่อโรงเรียน",
    "coded": "แทนชื่อด้วยรหัส",
    "none": "ไม่แสดงรายโรงเรียน",
}
REASON_LABELS: dict[Reason, str] = {
    "": "แสดง",
    "few_people": "คนในกลุ่มน้อยเกินไป",
    "small_count": "นับได้เพียงไม่กี่คน",
    "small_rest": "คนที่เหลือมีเพียงไม่กี่คน",
    "none_or_all": "ไม่มีเลยหรือทุกคน",
    "unknown_n": "ไม่ทราบจำนวนคน",
    "secondary": "ปิดเพิ่มเพื่อไม่ให้คำนวณย้อนกลับได้",
}


@dataclass(frozen=True, slots=True)
class PublicationSettings:
    """The office's choices for its public copy.

    Attributes:
        smallest_count: counts from 1 to one below it are hidden, and so is a rest as small.
        smallest_group: figures of fewer people than this are hidden; nobody and everybody among them too.
        show_zero: whether nobody and everybody are told of groups large enough.
        sections: ids of texts written by people that are released.
        with_sar / with_answers: whether the synthesis of self-assessments and pinned answers are published.
    """

    smallest_count: int = 5
    smallest_group: int = 10
    show_zero: bool = True
    schools: SchoolNaming = "coded"
    sections: tuple[str, ...] = ()
    with_sar: bool = True
    with_answers: bool = False


@dataclass(frozen=True, slots=True)
class PublishedUnit:
    """Whom a figure speaks for; ``name`` is a code where schools are not named, ``groups`` then empty."""

    kind: UnitKind
    id: str
    name: str
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One indicator of one unit in one year, as it is published.

    Attributes:
        numerator: people counted, None where the indicator counts none or it is hidden.
        denominator: people behind the value; may be told where numerator and value are hidden.
        value: rounded half up to two decimals.
        level: word of the step or of the scale; ``rule_id`` says by which rule.
        reason: empty for a figure that is shown.
    """

    indicator_id: str
    unit: PublishedUnit
    period_kind: PeriodKind
    year_be: int
    term: int
    numerator: int | None
    denominator: int | None
    value: float | None
    level: str
    rule_id: str
    reason: Reason

    @property
    def is_hidden(self) -> bool:
        return self.reason != ""

    @property
    def public_reason(self) -> str:
        """Key of :data:`PUBLIC_REASONS`; empty for a figure that is shown."""
        if not self.reason:
            return ""
        return "unknown_n" if self.reason == "unknown_n" else "small_numbers"

    @property
    def is_secondary(self) -> bool:
        return self.reason == "secondary"


@dataclass(frozen=True, slots=True)
class LevelRule:
    """One level of one indicator: reached from ``lower`` of the measure on, None for the lowest level.

    Attributes:
        measure: ``gap_share`` is the distance to the target in per cent of ``base``, ``value`` is itself.
        sign: 1 where more is good, -1 where less is, 0 for a target band from ``target`` to ``target_high``.
    """

    indicator_id: str
    rule_id: str
    measure: Literal["gap_share", "value"]
    sign: int
    target: float | None
    target_high: float | None
    base: float | None
    lower: float | None
    level: str


@dataclass(frozen=True, slots=True)
class HiddenCounts:
    """Figures of the public copy by what became of them."""

    n_published: int
    n_primary: int
    n_secondary: int


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything of the public copy that is counted.

    Attributes:
        figures: by domain order of the indicators, then year, then unit.
        rules: of every level that is published.
        data_version: of the data the figures were made from.
    """

    settings: PublicationSettings
    figures: tuple[PublishedFigure, ...]
    rules: tuple[LevelRule, ...]
    data_version: int

    @property
    def counts(self) -> HiddenCounts:
        """How many figures are shown, hidden for themselves, and hidden for others' sake."""
        hidden = sum(figure.is_hidden for figure in self.figures)
        secondary = sum(figure.is_secondary for figure in self.figures)
        return HiddenCounts(len(self.figures) - hidden, hidden - secondary, secondary)
