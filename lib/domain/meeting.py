"""A question asked in a meeting, and an answer that was pinned to its minutes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from lib.domain.periods import PeriodKind


class TermKind(StrEnum):
    """What one thing a person may type is."""

    INDICATOR = "indicator"
    SCHOOL = "school"
    CLUSTER = "cluster"
    SIZE = "size"
    REST = "rest"  # all schools but those of another term
    YEAR = "year"
    LOOK = "look"
    DOMAIN = "domain"
    COLUMN = "column"  # of a workbook that is only looked at


class Look(StrEnum):
    """How an indicator is looked at."""

    LEVEL = "level"
    SCHOOLS = "schools"
    TREND = "trend"
    SIZES = "sizes"


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """One part of a question, such as ``cluster:กลุ่มโรงเรียนสายน้ำ``.

    Attributes:
        id: indicator, school or domain id, name of a cluster, ``0-120`` pupils of a size (the upper end may
            be missing), ``fiscal_year-2568``, a :class:`Look`, or the key of the term left out.
    """

    kind: TermKind
    id: str

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def groups(self) -> bool:
        """Whether it names schools."""
        return self.kind in (TermKind.SCHOOL, TermKind.CLUSTER, TermKind.SIZE, TermKind.REST)


def read_term(key: str) -> Term:
    """The term of a key.

    Raises:
        ValueError: it is none.
    """
    kind, _, name = key.partition(":")
    return Term(TermKind(kind), name)


def pupil_range(size_id: str) -> tuple[int, int | None]:
    """Fewest and most pupils of a size term; None where the top is open."""
    low, _, high = size_id.partition("-")
    return int(low), int(high) if high else None


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked.

    Attributes:
        who: schools, clusters and sizes, in the order asked; none means the whole area.
        domain: of a school's own figures; empty for all four.
        years: (calendar, year) looked at.
        column: place of a column in a workbook that is only looked at, such as ``ข้อมูล!E4``.
    """

    indicator_id: str
    who: tuple[Term, ...]
    look: Look
    domain: str
    years: tuple[tuple[PeriodKind, int], ...]
    column: str = ""

    @property
    def terms(self) -> tuple[str, ...]:
        """Keys that ask the same again, years aside."""
        own = [Term(TermKind.INDICATOR, self.indicator_id)] if self.indicator_id else []
        own += self.who
        if self.look is not Look.LEVEL:
            own.append(Term(TermKind.LOOK, self.look))
        if self.domain:
            own.append(Term(TermKind.DOMAIN, self.domain))
        if self.column:
            own.append(Term(TermKind.COLUMN, self.column))
        return tuple(term.key for term in own)


def read_question(terms: tuple[str, ...], years: dict[PeriodKind, int]) -> Question:
    """Put terms together; of an indicator, a look, a domain and a calendar's year the last one holds.

    Args:
        years: looked at where no term names a year.
    """
    parts = [read_term(key) for key in terms]
    last = {part.kind: part.id for part in parts if not part.groups}
    asked = dict(years)
    for part in parts:
        if part.kind is TermKind.YEAR:
            kind, _, year = part.id.partition("-")
            asked[PeriodKind(kind)] = int(year)
    return Question(
        last.get(TermKind.INDICATOR, ""),
        tuple(dict.fromkeys(part for part in parts if part.groups)),
        Look(last.get(TermKind.LOOK, Look.LEVEL)),
        last.get(TermKind.DOMAIN, ""),
        tuple(sorted(asked.items())),
        last.get(TermKind.COLUMN, ""),
    )


@dataclass(frozen=True, slots=True)
class PinnedTable:
    """The figures of a pinned answer as they were printed."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Pin:
    """An answer kept with its data.

    Attributes:
        title: what was asked, in words.
        sources: names of the files behind the figures.
        data_version: of the figures when it was pinned.
        unloaded_file: name of a file that was only looked at and whose figures are in no database.
    """

    pin_id: int
    question: Question
    title: str
    sentence: str
    table: PinnedTable
    sources: tuple[str, ...]
    data_version: int
    unloaded_file: str
    pinned_at: datetime
    pinned_by: str
