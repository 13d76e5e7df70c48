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
        hints: general words that tell it where nothing speaks more clearly.
    """

    id: str
    name: str
    items: dict[LevelOfEducation, tuple[str, ...]]
    words: tuple[tuple[str, ...], ...]
    hints: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a statement may be about: the words for them, and the standards that are about them."""

    words: tuple[str, ...]
    standards: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Taxonomy:
    """All themes, and what tells the weightier part of a statement.

    Attributes:
        aside: words after which a reason, a purpose or a result follows.
        subjects: the first of their words in a statement points to themes tied to their standards.
    """

    themes: tuple[Theme, ...]
    aside: tuple[str, ...] = ()
    subjects: tuple[Subject, ...] = ()

    def theme(self, theme_id: str) -> Theme | None:
        return next((theme for theme in self.themes if theme.id == theme_id), None)


@dataclass(frozen=True, slots=True)
class ThemeMatch:
    """A theme of one statement.

    Attributes:
        words: wordings found in the statement, as the taxonomy writes them, the weightiest first.
        weight: letters of the statement that the wordings cover, less where they are general or stand aside;
            decides between themes.
    """

    theme_id: str
    words: tuple[str, ...]
    weight: float


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
