"""Recurring themes of schools' statements and why a statement belongs to one."""

from dataclasses import dataclass
from datetime import datetime

from lib.domain.assessments import LevelOfEducation


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme of the taxonomy.

    Attributes:
        items: sub-items it speaks to, by level of education; it is used for no other level.
        words: wordings that tell it; each is one or more parts that must all occur.
    """

    id: str
    name: str
    items: dict[LevelOfEducation, tuple[str, ...]]
    words: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ThemeMatch:
    """A theme of one statement.

    Attributes:
        words: wordings found in the statement, as the taxonomy writes them, the weightiest first.
        weight: letters of the statement that the wordings cover; decides between themes.
    """

    theme_id: str
    words: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """Where a person put a wording; it counts for the same wording in every school and year.

    Attributes:
        statement_key: of the wording and its level of education.
        text: the statement as it read when it was moved.
        theme_id: empty where the person said that it belongs to no theme of the taxonomy.
        version: handed back when the choice is changed or taken back.
    """

    statement_key: str
    text: str
    theme_id: str
    version: int
    saved_at: datetime
    saved_by: str
