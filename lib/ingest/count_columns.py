"""Bring together the columns of one figure: its value, the count it rests on, its numerator and spread."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lib.domain.columns import Column, Role
from lib.domain.indicators import Indicator, Kind

_PUPIL_WORDS = ("นักเรียน", "ผู้เรียน", "ผู้เข้าสอบ", "เด็ก")


@dataclass(frozen=True, slots=True)
class Figure:
    """Columns of one indicator in one year band of a table; None where the table has no such column.

    Attributes:
        year_be: year of the band above the columns, None where the table's own period holds.
        n_is_pupils: the head count of the school stands in for the number of people measured.
    """

    indicator: Indicator
    year_be: int | None
    value: int | None = None
    n: int | None = None
    numerator: int | None = None
    sd: int | None = None
    n_is_pupils: bool = False


def bind_figures(columns: Iterable[Column], by_id: Mapping[str, Indicator]) -> tuple[Figure, ...]:
    """Every figure of a table in the order of its first column.

    A count whose header names no indicator of its own belongs to the values under the same parent header,
    else to all values between it and the next such count. Where a table has no other count, the head count
    of the school is taken for indicators that measure pupils, and that is said.
    """
    columns = tuple(columns)
    figures: dict[tuple[str, int | None], Figure] = {}
    for column in columns:
        if column.role in (Role.VALUE, Role.NUMERATOR):
            for indicator_id in column.indicators:
                key = (indicator_id, column.year_be)
                figure = figures.get(key) or Figure(by_id[indicator_id], column.year_be)
                if column.role is Role.VALUE and figure.value is None:
                    figure = replace(figure, value=column.index)
                elif column.role is Role.NUMERATOR and figure.numerator is None:
                    figure = replace(figure, numerator=column.index)
                figures[key] = figure
    starts = {key: _start(figure) for key, figure in figures.items()}
    counts = [column for column in columns if column.role is Role.N]
    spreads = [column for column in columns if column.role is Role.SD]
    for key, figure in figures.items():
        n = _companion(figure, starts, counts, columns) if figure.indicator.has_n else None
        sd = _companion(figure, starts, spreads, columns)
        figures[key] = replace(figure, n=n.index if n else None, sd=sd.index if sd else None)
    pupils = next((column.index for column in columns if column.role is Role.PUPILS), None)
    return tuple(_with_pupils(figure, pupils) for figure in figures.values())


def _start(figure: Figure) -> int:
    return min(column for column in (figure.value, figure.numerator) if column is not None)


def _companion(
    figure: Figure,
    starts: Mapping[tuple[str, int | None], int],
    companions: list[Column],
    columns: tuple[Column, ...],
) -> Column | None:
    meant = [
        column
        for column in companions
        if figure.indicator.id in column.indicators and column.year_be in (None, figure.year_be)
    ]
    if len(meant) <= 1:
        return meant[0] if meant else None
    own = [column for column in meant if len(column.indicators) == 1]
    if len(own) == 1:
        return own[0]
    start = _start(figure)
    header = next(column.header for column in columns if column.index == start)
    siblings = [column for column in meant if len(header) > 1 and column.header[:-1] == header[:-1]]
    if siblings:
        return siblings[0]
    # Counts stand either before their values or after them throughout a table.
    before = meant[0].index < min(starts.values())
    side = [column for column in meant if (column.index < start if before else column.index > start)]
    return (side[-1] if before else side[0]) if side else None


def _with_pupils(figure: Figure, pupils: int | None) -> Figure:
    """A head count of pupils is no count of schools, projects, baht or teachers."""
    indicator = figure.indicator
    of_pupils = any(word in indicator.denominator for word in _PUPIL_WORDS)
    if (
        figure.n is None
        and pupils is not None
        and of_pupils
        and indicator.kind in (Kind.MEAN, Kind.PROPORTION)
    ):
        return replace(figure, n=pupils, n_is_pupils=True)
    return figure
