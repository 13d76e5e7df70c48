"""A KPI evidence form as its file describes it: items, blanks, rounds, levels."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lib.domain.evidence_items import FormItem
from lib.domain.schools import OfficeType

BE_OFFSET = 543
FISCAL_YEAR_STARTS_IN = 10

#: Stands in the place of an item id for the results of past years, whose fields are ``<row id>:<year>``.
BASELINE_ITEM = "baseline"
#: Stands in the place of an item id for the people in the form's roles.
CONTACTS_ITEM = "contacts"


class Scoring(StrEnum):
    """How complete items become a level.

    ``milestones``: level n needs every item of levels 1 to n. ``checklist``: a level needs a number of items.
    """

    MILESTONES = "milestones"
    CHECKLIST = "checklist"


@dataclass(frozen=True, slots=True)
class FormLevel:
    """One level of a form.

    Attributes:
        text: what it asks for, as printed.
        points: score at this level.
        name: its word, such as ดีมาก; empty where levels have numbers only.
        min_items: complete items it needs; of a checklist only.
    """

    level: int
    text: str
    points: float
    name: str = ""
    min_items: int = 0

    @property
    def label(self) -> str:
        return f"ระดับ {self.level} {self.name}".rstrip()


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
        reference_line: ``{fiscal_year}`` is replaced.
        office_lines: by kind of office; ``{area_name}`` and ``{district_no}`` are blanks.
        levels: level 1, 2, …
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
    scoring_note: str
    milestone_note: str
    instruction: str
    reference_line: str
    office_lines: Mapping[OfficeType, str]
    scoring: Scoring
    levels: tuple[FormLevel, ...]
    items: tuple[FormItem, ...]
    rounds: tuple[FormRound, ...]
    kinds: tuple[EvidenceKind, ...]
    baseline: tuple[BaselineRow, ...]
    n_baseline_years: int
    roles: tuple[str, ...]

    @property
    def short_name(self) -> str:
        """Label of the indicator and code of the form, once where they are the same words."""
        words = (self.indicator_label, self.code)
        return " · ".join(dict.fromkeys(words))

    @property
    def baseline_years(self) -> tuple[int, ...]:
        """The fiscal years up to the form's own, oldest first."""
        return tuple(range(self.fiscal_year_be - self.n_baseline_years + 1, self.fiscal_year_be + 1))

    def label_of(self, level: int) -> str:
        """``ระดับ 3 ดีมาก``; without a word for 0 and for a level that an earlier copy of the form had."""
        return self.levels[level - 1].label if 0 < level <= len(self.levels) else f"ระดับ {level}"

    def reported_in(self, form_round: FormRound) -> tuple[FormItem, ...]:
        """Items that a round reports on: its own and those of earlier rounds."""
        so_far = {each.id for each in self.rounds[: self.rounds.index(form_round) + 1]}
        return tuple(item for item in self.items if item.round_id in so_far)

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
