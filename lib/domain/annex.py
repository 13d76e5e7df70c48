"""The data annex of the committee report: every figure of the schools, and the area's made from them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lib.domain.documents import Table
from lib.domain.periods import Period

Way = Literal["weighted_mean", "sum", "median", "stated"]


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """One school's figure of one indicator and period.

    Attributes:
        numerator / n: as the file states them; None where it has none.
        weight: the n that weighs the figure in the area's; None where it has none or it is not believed.
        level: word of the indicator's scale; empty without one.
        sheet / cell: where it stands in the file; the sheet is empty for a csv.
    """

    school_id: str
    school_name: str
    cluster: str
    numerator: float | None
    n: float | None
    value: float
    weight: float | None
    level: str
    source_file: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Goal:
    """A target as a reader tests it: ``low`` ≤ value ≤ ``high``, an open end None."""

    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class AreaLine:
    """The area's figure of one indicator and period, with what a reader recomputes.

    Attributes:
        value: exact; printed with ``decimals``.
        n: people or things behind it; None where nothing is counted.
        n_meeting: schools that reach the goal, of those with a figure; None where schools are not judged.
        change: from ``since_be``, of the two figures as printed; None without an earlier comparable year.
        printed: as the report prints it, in ``figure_id``; empty where the report does not show it.
    """

    indicator_id: str
    name: str
    unit: str
    period: Period
    way: Way
    value: float
    decimals: int
    n: float | None
    n_schools: int
    goal: Goal | None
    n_meeting: int | None
    change: float | None
    since_be: int
    figure_id: str
    printed: str


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """One indicator in one period; no schools where only a file states the area's figure."""

    domain_id: str
    area: AreaLine
    levels: tuple[str, ...]
    schools: tuple[SchoolLine, ...]


@dataclass(frozen=True, slots=True)
class AnnexSheet:
    """A sheet of words and plain numbers; ``widths`` in letters."""

    name: str
    title: str
    about: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str | float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class AnnexContent:
    """Everything of the annex but the figures of the schools.

    Attributes:
        tables: of the report, as it prints them, each with its number.
        domains: (domain id, short name) of the sheets of school figures, in the office's order.
        sheets: dictionary, method, sources and what else is told in rows.
    """

    title: str
    office: str
    made_on: date
    academic_year_be: int | None
    fiscal_year_be: int | None
    is_draft: bool
    tables: tuple[tuple[str, Table], ...]
    domains: tuple[tuple[str, str], ...]
    sheets: tuple[AnnexSheet, ...]
