"""The figures of a table read a column at a time: plain numbers together, any other cell one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.domain.sheets import CellValue, Sheet, column_letter
from lib.ingest.column_units import POINTS, Holds
from lib.ingest.count_columns import Figure
from lib.ingest.figure_values import FigureReader, reference
from lib.ingest.values import LARGEST, shown_percent
from lib.thai.numerals import Unit

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Places = npt.NDArray[np.intp]

_PLAIN = frozenset({float, int, type(None)})


@dataclass(frozen=True, slots=True)
class _Numbers:
    """A column's numbers, NaN for blanks; ``plain`` is False where a cell must be looked at by itself."""

    values: Floats
    plain: Flags


class FigureColumns:
    """Reads figures of the same rows of one sheet.

    Args:
        rows: zero-based, top down.
        of_school: per row; a row of an area or nation states no count, and that is no fault.
        reader: reads single cells and collects what was wrong or repaired.
    """

    def __init__(self, sheet: Sheet, rows: Sequence[int], of_school: Flags, reader: FigureReader) -> None:
        self._sheet = sheet
        self._rows = rows
        self._of_school = of_school
        self._reader = reader
        self._cells = [sheet.rows[row] for row in rows]
        self._row_numbers = [str(row + 1) for row in rows]
        self._percents = {column for _, column in sheet.percent_cells}
        self._known: dict[tuple[int, bool], _Numbers] = {}
        self._none = _Numbers(np.full(len(rows), np.nan), np.ones(len(rows), bool))

    def read(self, figure: Figure) -> pd.DataFrame:
        """One figure of every row that has it.

        Returns:
            ``place`` among the rows, and what ``FigureValue`` has, NaN where the file has none.
        """
        holds, counts, has_n = self._reader.holds(figure.indicator)
        value, sd = self._numbers(figure.value, holds), self._numbers(figure.sd, POINTS)
        n, numerator = self._numbers(figure.n, counts), self._numbers(figure.numerator, counts)
        blank = np.isnan(value.values)
        # A share may follow from its counts, and a zero may stand for no result: one by one as well.
        plain = value.plain & n.plain & numerator.plain & sd.plain
        plain &= ~blank | np.isnan(numerator.values)
        if has_n:
            plain &= blank | (n.values != 0)
        if figure.indicator.zero_is_missing:
            plain &= value.values != 0
        found = plain & ~blank
        if figure.n is not None:
            uncounted = np.flatnonzero(found & np.isnan(n.values) & self._of_school).tolist()
            self._reader.note_uncounted([self._rows[place] for place in uncounted], figure)
        parts = {"value": value, "numerator": numerator, "n": n, "sd": sd}
        numbers = {name: part.values.copy() for name, part in parts.items()}
        refs: dict[int, str] = {}
        for place in np.flatnonzero(~plain).tolist():
            one = self._reader.read(figure, self._rows[place], of_school=bool(self._of_school[place]))
            if one is not None:
                found[place], refs[place] = True, one.source_ref
                for number, stated in zip(numbers.values(), one[:4], strict=True):
                    number[place] = np.nan if stated is None else stated
        places = np.flatnonzero(found)
        return pd.DataFrame(
            {
                "place": places,
                **{name: number[places] for name, number in numbers.items()},
                "source_ref": self._references(figure.value, places, refs),
                "n_cell": self._addresses(figure.n, places),
            }
        )

    def _references(self, column: int | None, places: Places, refs: dict[int, str]) -> "pd.Series[str]":
        found = self._addresses(column, places, reference(self._sheet.name, ""))
        if not refs:
            return found
        own = zip(places.tolist(), found, strict=True)
        return pd.Series([refs.get(place, ref) for place, ref in own], dtype="str")

    def _addresses(self, column: int | None, places: Places, before: str = "") -> "pd.Series[str]":
        """Excel's addresses down a column; empty texts where there is no column."""
        if column is None:
            return pd.Series([""] * len(places), dtype="str")
        start, numbers = before + column_letter(column), self._row_numbers
        return pd.Series([start + numbers[place] for place in places.tolist()], dtype="str")

    def _numbers(self, column: int | None, holds: Holds) -> _Numbers:
        """A column that several figures share is looked through once."""
        if column is None:
            return self._none
        key = column, Unit.PERCENT in holds.units
        if key not in self._known:
            self._known[key] = self._look(*key)
        return self._known[key]

    def _look(self, column: int, holds_percents: bool) -> _Numbers:
        cells: list[CellValue] = [row[column] if column < len(row) else None for row in self._cells]
        plain = np.ones(len(cells), bool)
        if not _PLAIN.issuperset(map(type, cells)):
            plain = np.array([type(cell) in _PLAIN for cell in cells], bool)
            cells = [cell if is_plain else None for cell, is_plain in zip(cells, plain, strict=True)]
        values = np.array(cells, "float64")
        beyond = ~(np.abs(values) <= LARGEST)
        for place in np.flatnonzero(beyond).tolist():
            plain[place] &= cells[place] is None
        if column in self._percents:
            for place, row in enumerate(self._rows):
                if (row, column) in self._sheet.percent_cells and plain[place]:
                    plain[place] = holds_percents
                    values[place] = shown_percent(float(values[place]))
        return _Numbers(values, plain)
