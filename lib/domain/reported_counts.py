"""Counts of the synthesis of self-assessments, named so that their schools can be found."""

from dataclasses import dataclass
from enum import StrEnum

from lib.domain.assessment_synthesis import GroupKind
from lib.domain.assessments import LevelOfEducation


class CountPart(StrEnum):
    """Which schools of a table's row a count is of."""

    LEVELS = "levels"
    WITHOUT_LEVEL = "without_level"
    APART = "apart"
    MOVES = "moves"


@dataclass(frozen=True, slots=True)
class ReportedCount:
    """Names one count of the synthesis, so that its schools can be found.

    Attributes:
        levels: with ``part`` LEVELS, those counted.
        item: empty for the standard itself.
        group / group_name: only schools of this group; None for all.
        before_year_be / moves: with ``part`` MOVES, the year before and the (before, now) pairs counted.
        confirmed_only: drafts left out.
    """

    academic_year_be: int
    level_of_education: LevelOfEducation
    standard: str
    levels: tuple[int, ...] = ()
    part: CountPart = CountPart.LEVELS
    item: str = ""
    group: GroupKind | None = None
    group_name: str = ""
    before_year_be: int | None = None
    moves: tuple[tuple[int, int], ...] = ()
    confirmed_only: bool = False
