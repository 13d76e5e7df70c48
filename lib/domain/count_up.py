"""A list of persons counted up by school: what is offered, and the tables that come of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of the list by its place and its own header, and what becomes of it in words."""

    sheet: str
    letter: str
    header: str
    use: str


@dataclass(frozen=True, slots=True)
class CountUpOffer:
    """What counting up would give; nothing of a person is in it.

    Attributes:
        n_rows: persons listed; ``n_schools`` named schools they belong to.
        n_other: rows that name nobody, such as totals and notes.
        no_school / no_grade / no_sex: persons whose school, grade or sex is not told.
        is_partial: titles or columns speak of a group, so that not everyone of a school may be listed.
    """

    period: str
    n_rows: int
    n_schools: int
    n_other: int
    no_school: int
    no_grade: int
    no_sex: int
    is_partial: bool
    used: tuple[ListColumn, ...]
    left_out: tuple[ListColumn, ...]


@dataclass(frozen=True, slots=True)
class CountTable:
    """One table of counts by school; a None is a blank cell, never a 0."""

    name: str
    title: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str | int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class CountedUp:
    """The offer with its tables: of indicators, and of words that make no indicator."""

    offer: CountUpOffer
    figures: tuple[CountTable, ...]
    words: CountTable | None
