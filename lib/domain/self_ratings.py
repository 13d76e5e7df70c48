"""Schools' own levels as they are held against results, and where their reports contradict themselves."""

from dataclasses import dataclass

from lib.domain.assessments import LevelOfEducation, ReportedLevel


@dataclass(frozen=True, slots=True)
class LinkedItem:
    """The standard or item that indicators are linked to; ``item`` empty for the standard itself."""

    level_of_education: LevelOfEducation
    standard: str
    item: str


@dataclass(frozen=True, slots=True)
class SelfRating:
    """A school's own level for one standard or item, with the indicators that speak to it.

    Attributes:
        year_be: academic year the report is about.
        item: the standard or item that bears the level, as the announcement names it.
        level: place of the level on its scale of five, 5 the highest; None where no level can be used.
        level_label: the level's word.
        indicator_ids: indicators of the catalogue that measure the same thing.
        source: file of the report and place in it, as printed.
        about: what the indicators are linked to; ``by_standard``: the level is its whole standard's.
        doubt: how the report contradicts itself about the level; the level is then not used.
        confirmed: a person has compared the report with its text.
        way / place: where the level stands; ``place`` as printed.
    """

    school_id: str
    year_be: int
    item: str
    level: int | None
    level_label: str
    indicator_ids: tuple[str, ...]
    source: str
    about: LinkedItem | None = None
    by_standard: bool = False
    doubt: str = ""
    confirmed: bool = True
    way: ReportedLevel | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """What a confirmed report says against itself about its levels, for R8.

    Attributes:
        says: each contradiction in words with its two places, in its order; empty where none.
        source: file of the report.
    """

    school_id: str
    year_be: int
    says: tuple[str, ...]
    source: str
