"""A workbook as plain values: every cell where Excel shows it, nothing interpreted yet."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from lib.domain.issues import Issue

Cell = str | int | float | bool | None

#: The sheet of a blank workbook that is written for people; it is never read as data.
EXPLANATION_SHEET = "คำอธิบาย"
#: The sheet of a counted-up list with counts that no indicator takes; it is never read as data.
COUNTED_WORDS_SHEET = "นับแยกตามคำ"
#: The first sheet of a marked copy: the list of what was found; never read as data either.
FOUND_SHEET = "รายการที่พบ"


@dataclass(frozen=True, slots=True)
class DateCell:
    """A date, time or duration, in ISO form with the year exactly as stored (it may be a Buddhist year)."""

    iso: str


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell that shows a spreadsheet error such as ``#REF!``."""

    code: str


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """A formula saved without its result; ``formula`` has no leading ``=`` and may be empty."""

    formula: str


CellValue = Cell | DateCell | ErrorCell | FormulaCell


@lru_cache(maxsize=16384)
def column_letter(index: int) -> str:
    """Excel's letters of a zero-based column: 0 is ``A``, 26 is ``AA``."""
    letters = ""
    number = index + 1
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """Excel's address of a zero-based row and column: (11, 4) is ``E12``."""
    return f"{column_letter(column)}{row + 1}"


_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_MOST_CELLS = 100_000
_MOST_PARTS = 200


def cells_of(text: str) -> tuple[tuple[int, int], ...]:
    """Zero-based (row, column) of ``E12``, ``A3:A9`` or ``B2,B7``; empty for a place that names no cell."""
    found: list[tuple[int, int]] = []
    for part in text.split(","):
        ends = [_CELL.fullmatch(end.strip()) for end in part.split(":")]
        corners = [(int(end[2]) - 1, column_index(end[1])) for end in ends if end]
        if len(corners) != len(ends) or len(corners) > 2:
            return ()
        (top, left), (bottom, right) = min(corners), max(corners)
        left, right = min(left, right), max(left, right)
        if (bottom - top + 1) * (right - left + 1) > _MOST_CELLS:
            return ()
        found += [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
    return tuple(found)


def cells_text(places: Iterable[tuple[int, int]]) -> str:
    """Zero-based cells as Excel writes them, runs down a column joined: ``D4:D9, E7``."""
    parts: list[str] = []
    first: tuple[int, int] | None = None
    last = (0, 0)
    for row, column in sorted(set(places), key=lambda place: (place[1], place[0])):
        if first is None or (row, column) != (last[0] + 1, last[1]):
            if first is not None:
                parts.append(CellRange(*first, *last).address)
            first = (row, column)
        last = (row, column)
    if first is not None:
        parts.append(CellRange(*first, *last).address)
    return ", ".join(parts[:_MOST_PARTS])


def column_index(letters: str) -> int:
    """Zero-based column of Excel's letters: ``A`` is 0, ``AA`` is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


@dataclass(frozen=True, slots=True)
class CellRange:
    """A rectangle of cells, zero-based, both ends inside."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def address(self) -> str:
        """As Excel writes it: ``A7:C9``, or ``A7`` for one cell."""
        first = address(self.first_row, self.first_column)
        last = address(self.last_row, self.last_column)
        return first if first == last else f"{first}:{last}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, cells at their true addresses.

    Attributes:
        name: as on the tab; empty for a csv.
        rows: row 0 is Excel's row 1 and every row starts at column A; rows may differ in length.
        merged: merged ranges; only the first cell of a range holds the value.
        percent_cells: zero-based (row, column) of numbers shown as a percentage, so 0.755 reads 75.5%.
            Always empty for xls and xlsb, whose formats are not read.
        hidden: the tab is hidden.
        hidden_rows: zero-based rows that Excel does not show.
        hidden_columns: zero-based columns that Excel does not show; always empty for xls and xlsb.
    """

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    merged: tuple[CellRange, ...] = ()
    percent_cells: frozenset[tuple[int, int]] = frozenset()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file's sheets in tab order.

    Attributes:
        kind: what the bytes are, whatever the name says: xlsx, xlsm, xlsb, xls, ods, csv or html.
        sheets: worksheets; chart sheets are left out.
        issues: what was noticed while reading.
        encoding: of a csv or html file, such as ``utf-8-sig`` or ``cp874``; empty otherwise.
        delimiter: of a csv; empty otherwise.
        other_encodings: what else a csv or html file whose letters look wrong may be read as, the likeliest
            first; empty while its letters look sound.
    """

    kind: str
    sheets: tuple[Sheet, ...]
    issues: tuple[Issue, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    other_encodings: tuple[str, ...] = ()
