"""A KPI evidence form as its file describes it: items, blanks, rounds, milestones."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lib.domain.schools import OfficeType

BE_OFFSET = 543
FISCAL_YEAR_STARTS_IN = 10

#: Stands in the place of an item id for the results of past years, whose fields are ``<row id>:<year>``.
BASELINE_ITEM = "baseline"


class FieldType(StrEnum):
    """What may be written in an evidence field."""

    TEXT = "text"
    NUMBER = "number"
    DATE_BE = "date_be"
    PAGE = "page"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class EvidenceField:
    """One blank to fill in; a value is kept as text, a date as ``YYYY-MM-DD`` of the common era.

    Attributes:
        required: an empty one keeps the item from counting.
        choices: the allowed texts of a choice.
        blank_lines: dotted lines printed while it is empty.
    """

    id: str
    label: str
    type: FieldType
    required: bool = True
    choices: tuple[str, ...] = ()
    blank_lines: int = 1


@dataclass(frozen=True, slots=True)
class SubCriterion:
    """One line of โดยพิจารณา, numbered as on the form."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class FormItem:
    """One row of the form.

    Attributes:
        number: as printed.
        level: the milestone it stands for.
        round_id: the round in which it is first reported.
        lines: the third column as printed; ``{id}`` is a field, ``{id.day}``, ``{id.month}``, ``{id.year}``
            are parts of a date.
        min_files: accepted files needed.
    """

    id: str
    number: int
    level: int
    round_id: str
    title: str
    lines: tuple[str, ...]
    fields: tuple[EvidenceField, ...] = ()
    sub_criteria: tuple[SubCriterion, ...] = ()
    min_files: int = 0


@dataclass(frozen=True, slots=True)
class FormRound:
    """One reporting round.

    Attributes:
        mark: the asterisks printed before its items.
        legend: what the mark means, as printed.
        cap: the highest level this round can give.
        due_day / due_month: last day, in the fiscal year the form is used for.
    """

    id: str
    name: str
    mark: str
    legend: str
    cap: int
    due_day: int
    due_month: int


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """One kind of evidence the form lists under แหล่งข้อมูล."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class BaselineRow:
    """One row of the table of past results; ``from_level`` takes the level of a year's frozen last round."""

    id: str
    label: str
    unit: str
    from_level: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceForm:
    """A KPI evidence form, used for one fiscal year.

    Attributes:
        edition_year_be: fiscal year of the copy of the form.
        fiscal_year_be: fiscal year it is used for; due dates and baseline years follow it.
        weight_pct: weight of the indicator, per cent.
        points_per_level: score of one level.
        reference_line: ``{fiscal_year}`` is replaced.
        office_lines: by kind of office; ``{area_name}`` and ``{district_no}`` are blanks.
        milestones: wording of level 1, 2, …
        roles: people to be named by hand on the printed form.
    """

    id: str
    code: str
    edition_year_be: int
    fiscal_year_be: int
    heading: str
    indicator_label: str
    indicator_name: str
    unit: str
    weight_pct: float
    points_per_level: float
    scoring_note: str
    milestone_note: str
    instruction: str
    reference_line: str
    office_lines: Mapping[OfficeType, str]
    milestones: tuple[str, ...]
    items: tuple[FormItem, ...]
    rounds: tuple[FormRound, ...]
    kinds: tuple[EvidenceKind, ...]
    baseline: tuple[BaselineRow, ...]
    n_baseline_years: int
    roles: tuple[str, ...]

    @property
    def baseline_years(self) -> tuple[int, ...]:
        """The fiscal years up to the form's own, oldest first."""
        return tuple(range(self.fiscal_year_be - self.n_baseline_years + 1, self.fiscal_year_be + 1))

    def item(self, item_id: str) -> FormItem | None:
        return next((item for item in self.items if item.id == item_id), None)

    def round(self, round_id: str) -> FormRound | None:
        return next((each for each in self.rounds if each.id == round_id), None)

    def due_date(self, form_round: FormRound) -> date:
        """Last day of a round; a day the month does not have becomes its last one."""
        year = self.fiscal_year_be - BE_OFFSET - (1 if form_round.due_month >= FISCAL_YEAR_STARTS_IN else 0)
        return date(
            year, form_round.due_month, min(form_round.due_day, monthrange(year, form_round.due_month)[1])
        )

    def round_on(self, day: date) -> FormRound:
        """The round being prepared on a day: the first one not yet due, after all of them the last."""
        return next((each for each in self.rounds if day <= self.due_date(each)), self.rounds[-1])
