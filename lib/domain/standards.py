"""Education standards that schools assess themselves against, and the words for their levels."""

from dataclasses import dataclass

from lib.domain.assessments import LevelOfEducation


@dataclass(frozen=True, slots=True)
class StandardItem:
    """One ประเด็นพิจารณา; ``id`` is ``"1.1"``."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Standard:
    """One standard; ``aliases`` are shorter wordings that schools print instead of its name."""

    id: str
    name: str
    aliases: tuple[str, ...]
    items: tuple[StandardItem, ...]


@dataclass(frozen=True, slots=True)
class StandardSet:
    """The standards of one announcement for one level of education.

    Attributes:
        scale: its level vocabulary.
        until_year_be: last academic year it was in force; None for a set still in force.
        signs: kinds of institution it is for, as their names and headings begin; empty for every school.
    """

    id: str
    name: str
    level_of_education: LevelOfEducation
    scale: str
    current: bool
    standards: tuple[Standard, ...]
    until_year_be: int | None = None
    signs: tuple[str, ...] = ()

    def standard(self, standard_id: str) -> Standard | None:
        return next((standard for standard in self.standards if standard.id == standard_id), None)


@dataclass(frozen=True, slots=True)
class StandardLink:
    """The indicators that speak to one item of a current set, or to the standard itself (``item`` empty)."""

    level_of_education: LevelOfEducation
    standard: str
    item: str
    indicator_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelVocabulary:
    """Words of a five-level scale; ``words[0]`` are the spellings of level 1, the usual one first."""

    scale: str
    words: tuple[tuple[str, ...], ...]

    def word(self, level: int) -> str:
        return self.words[level - 1][0]


@dataclass(frozen=True, slots=True)
class PercentBands:
    """Lowest per cent of levels 1–5, used only where a report gives a per cent and no level."""

    scale: str
    lower: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class StandardsCatalogue:
    """Every known set, vocabulary and the bands of per cents; the current sets come first."""

    sets: tuple[StandardSet, ...]
    vocabularies: tuple[LevelVocabulary, ...]
    percent_bands: PercentBands

    def current(self, level: LevelOfEducation) -> StandardSet:
        return next(s for s in self.sets if s.current and s.level_of_education is level)

    def by_id(self, set_id: str) -> StandardSet | None:
        return next((s for s in self.sets if s.id == set_id), None)

    def vocabulary(self, scale: str) -> LevelVocabulary | None:
        return next((v for v in self.vocabularies if v.scale == scale), None)


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Heading variants and labels found in schools' reports, as written (not folded).

    Attributes:
        statements: kind value of lib.domain.assessments.StatementKind → heading wordings.
        statement_tails / statement_leads: words that may follow, or stand before, such a wording within the
            heading.
        sections: headings that end a list of statements.
        parts: headings of a new part of the book, which also end the current standard.
        titles: what a self-assessment report calls itself.
        other_titles: kind of another document → how its title begins.
        rating_labels / expected_labels: words before a level reached, and before a target.
        other_sources: words of levels that somebody else gave, not the school itself.
        overall_words: words that speak of all standards together.
        nothing: what schools write where they have nothing to state.
        columns: role → wordings of a table's header.
    """

    statements: dict[str, tuple[str, ...]]
    statement_tails: tuple[str, ...]
    statement_leads: tuple[str, ...]
    sections: tuple[str, ...]
    parts: tuple[str, ...]
    titles: tuple[str, ...]
    other_titles: dict[str, tuple[str, ...]]
    rating_labels: tuple[str, ...]
    expected_labels: tuple[str, ...]
    other_sources: tuple[str, ...]
    overall_words: tuple[str, ...]
    nothing: tuple[str, ...]
    columns: dict[str, tuple[str, ...]]
