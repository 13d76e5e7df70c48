"""How far an xlsx sheet reaches and what it holds, counted from its bytes before a reader makes cells of it.

The counting keeps no cell and looks only at the last valued cell of each row, so it takes about as long as
unpacking. A file built to mislead it is stopped by the child's caps; an honest one gets a plain answer.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO, Final

from lib.domain.sheets import address, column_letter
from lib.ingest.limits import (
    ROW_BYTES_MAX,
    SHEET_BOX_CELLS_MAX,
    SHEET_COLUMNS_MAX,
    SHEET_ROWS_MAX,
    WORKBOOK_CELLS_MAX,
)
from lib.ingest.refusals import make_refusal
from lib.ingest.sheet_bytes import SheetTokens, read_utf8

_ROW_NUMBER: Final = re.compile(rb"\br\s*=\s*[\"'](\d{1,12})")
_COLUMN: Final = re.compile(rb"<(?:[\w.-]+:)?col\s[^>]*>")
_FIRST_COLUMN: Final = re.compile(rb"\bmin\s*=\s*[\"'](\d{1,6})")
_LAST_COLUMN: Final = re.compile(rb"\bmax\s*=\s*[\"'](\d{1,6})")
_HIDDEN: Final = re.compile(rb"\bhidden\s*=\s*[\"'](?:1|true)[\"']")
_CELL_PLACE: Final = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,8})(\d{1,12})")
_AFTER_NAME: Final = b" >/\t\r\n"
# Past this column a lone cell is the stray one; before it a lone row is.
_WIDE_COLUMN: Final = 300


@dataclass(slots=True)
class SheetGeometry:
    """Counts of one sheet, rows and columns from 1.

    Attributes:
        last_row / last_column: the rectangle of valued cells; 0 for an empty sheet.
        widest_row: first row that reaches the last column.
        last_row_end: column of the last row's last value.
        last_written_row: the last row present at all, styled or not.
        n_cells: elements that hold a value.
        hidden_rows / hidden_columns: zero-based.
        has_errors / has_formulas / has_bare_formulas / has_percents: worth a second, slower look; may say
            True for a sheet that turns out to have none, never False for one that has some.
    """

    last_row: int = 0
    last_column: int = 0
    widest_row: int = 0
    last_row_end: int = 0
    last_written_row: int = 0
    n_cells: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    has_errors: bool = False
    has_formulas: bool = False
    has_bare_formulas: bool = False
    has_percents: bool = False

    @property
    def needs_marks(self) -> bool:
        return self.has_errors or self.has_bare_formulas or self.has_percents


def read_sheet_geometry(stream: IO[bytes], sheet: str, percent_styles: frozenset[str]) -> SheetGeometry:
    """Count one sheet part.

    Args:
        stream: the unpacked XML.
        sheet: its name, for the refusal.
        percent_styles: style numbers that show a percentage.

    Raises:
        RefusedFile: F11, S01 for a stray far cell, S02 for too many cells, S17 for rows out of order.
    """
    chunks = read_utf8(stream)
    head = next(chunks, b"")
    tokens = SheetTokens(head, percent_styles)
    geometry = SheetGeometry(hidden_columns=_find_hidden_columns(head.partition(tokens.row)[0]))
    rest = head
    for chunk in chunks:
        # Everything before the last row start is complete.
        cut = rest.rfind(tokens.row)
        if cut > 0:
            _count_rows(rest[:cut], tokens, geometry, sheet)
            rest = rest[cut:]
        if len(rest) > ROW_BYTES_MAX:
            raise make_refusal("F11", part=sheet)
        rest += chunk
    _count_rows(rest, tokens, geometry, sheet)
    if geometry.last_row * geometry.last_column > SHEET_BOX_CELLS_MAX:
        stray = address(geometry.last_row - 1, geometry.last_row_end - 1)
        if geometry.last_column > _WIDE_COLUMN:
            stray = address(geometry.widest_row - 1, geometry.last_column - 1)
        raise make_refusal("S01", sheet=sheet, cell=stray)
    return geometry


def _find_hidden_columns(before_rows: bytes) -> set[int]:
    hidden: set[int] = set()
    for element in _COLUMN.findall(before_rows):
        ends = [_FIRST_COLUMN.search(element), _LAST_COLUMN.search(element)]
        first, last = (int(end[1]) if end else 0 for end in ends)
        if _HIDDEN.search(element) and first:
            hidden.update(range(first - 1, min(last, SHEET_COLUMNS_MAX)))
    return hidden


def _count_rows(block: bytes, tokens: SheetTokens, geometry: SheetGeometry, sheet: str) -> None:
    # Rules and filters after the cells have elements whose names begin alike.
    block = block.partition(tokens.end)[0]
    geometry.n_cells += sum(block.count(token) for token in tokens.values)
    if geometry.n_cells > WORKBOOK_CELLS_MAX:
        raise make_refusal("S02", sheet=sheet, cells=geometry.n_cells, limit=WORKBOOK_CELLS_MAX)
    _note_marks(block, tokens, geometry)
    pieces = block.split(tokens.row)
    for piece in pieces[1:]:
        if piece[:1] in _AFTER_NAME:
            _count_row(piece, tokens, geometry, sheet)


def _note_marks(block: bytes, tokens: SheetTokens, geometry: SheetGeometry) -> None:
    if not geometry.has_errors:
        geometry.has_errors = any(token in block for token in tokens.errors)
    if tokens.formula in block:
        geometry.has_formulas = True
        if not geometry.has_bare_formulas:
            geometry.has_bare_formulas = tokens.bare_formula.search(block) is not None
    if not geometry.has_percents:
        geometry.has_percents = tokens.assume_percents or any(needle in block for needle in tokens.percents)


def _count_row(piece: bytes, tokens: SheetTokens, geometry: SheetGeometry, sheet: str) -> None:
    attributes = piece[: piece.find(b">") + 1]
    stated = _ROW_NUMBER.search(attributes)
    row = int(stated[1]) if stated else geometry.last_written_row + 1
    if row <= geometry.last_written_row:
        raise make_refusal("S17", sheet=sheet, row=row)
    if row > SHEET_ROWS_MAX:
        raise make_refusal("S01", sheet=sheet, cell=f"A{row}")
    geometry.last_written_row = row
    if b"hidden" in attributes and _HIDDEN.search(attributes):
        geometry.hidden_rows.add(row - 1)
    value_at = _find_last_value(piece, tokens)
    if value_at < 0:
        return
    column = _find_column(piece, value_at, tokens, row, sheet)
    geometry.last_row = row
    geometry.last_row_end = column
    if column > geometry.last_column:
        geometry.last_column = column
        geometry.widest_row = row


def _find_last_value(piece: bytes, tokens: SheetTokens) -> int:
    """Where the row's last element with a value stands; an empty ``<v></v>`` is none."""
    end = len(piece)
    while True:
        found = max(piece.rfind(tokens.values[0], 0, end), piece.rfind(tokens.values[1], 0, end))
        if found < 0:
            return -1
        opened = piece.find(b">", found)
        if not piece.startswith(b"</", opened + 1) and piece[opened - 1 : opened] != b"/":
            return found
        end = found


def _find_column(piece: bytes, value_at: int, tokens: SheetTokens, row: int, sheet: str) -> int:
    """Column, from 1, of the cell that holds the value."""
    cell_at = max(piece.rfind(tokens.cell, 0, value_at), 0)
    place = _CELL_PLACE.search(piece, cell_at, piece.find(b">", cell_at) + 1)
    if place is None:
        return piece.count(tokens.cell, 0, value_at)
    if int(place[2]) != row:
        raise make_refusal("S17", sheet=sheet, row=row)
    column = _find_number(place[1])
    if column > SHEET_COLUMNS_MAX:
        raise make_refusal("S01", sheet=sheet, cell=f"{column_letter(column - 1)}{row}")
    return column


@lru_cache(maxsize=SHEET_COLUMNS_MAX)
def _find_number(letters: bytes) -> int:
    """The number of a column, from 1, of its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
