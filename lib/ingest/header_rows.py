"""How deep a header is: parents above its first telling row, sub-headers beneath; where it stands again."""

import re
from collections.abc import Callable, Sequence

from lib.domain.columns import Column
from lib.domain.sheets import CellValue, Sheet
from lib.ingest.cells import cell_text, is_number, is_year
from lib.ingest.school_words import role_of

DEEPEST_HEADER = 3
_CHRISTIAN_YEAR = re.compile(r"20[0-4]\d")


def header_rows_at(
    sheet: Sheet, known: Callable[[str], bool], start: int, top: int, end: int
) -> tuple[int, ...]:
    """Rows of the header whose first row of known words is ``top``, between ``start`` and ``end``."""
    identity = _identity_columns(sheet, top, known)
    first, last = _parents_above(sheet, start, top), top
    while last + 1 < end and last - first + 1 < DEEPEST_HEADER and _is_sub_header(sheet, last + 1, identity):
        last += 1
    return tuple(range(first, last + 1))


def _identity_columns(sheet: Sheet, top: int, known: Callable[[str], bool]) -> set[int]:
    """Columns of the header's first row that are known words and not a parent reaching to its right."""
    wide = {
        (merged.first_row, merged.first_column)
        for merged in sheet.merged
        if merged.last_column > merged.first_column
    }
    cells = sheet.rows[top]
    return {
        column
        for column, cell in enumerate(cells)
        if isinstance(cell, str)
        and known(cell_text(cell))
        and (top, column) not in wide
        and not _reaches_right(sheet, top, column)
    }


def _reaches_right(sheet: Sheet, top: int, column: int) -> bool:
    """Whether a word may be the parent of the blank columns beside it; a row ends at its last filled cell."""
    cells = sheet.rows[top]
    if column + 1 < len(cells):
        return not cell_text(cells[column + 1])
    below = sheet.rows[top + 1] if top + 1 < len(sheet.rows) else ()
    return any(cell_text(cell) for cell in below[column + 1 :])


def _parents_above(sheet: Sheet, start: int, top: int) -> int:
    """The row above belongs to the header when it holds several group titles, not one across the table."""
    first = top
    schools = {column for column, cell in enumerate(sheet.rows[top]) if role_of(cell_text(cell)) is not None}
    while first > start and top - first < DEEPEST_HEADER - 1:
        filled = [column for column, cell in enumerate(sheet.rows[first - 1]) if cell_text(cell)]
        width = sum(1 for cell in sheet.rows[top] if cell_text(cell))
        spans = [
            merged
            for merged in sheet.merged
            if merged.first_row == first - 1 and 0 < merged.last_column - merged.first_column < width - 1
        ]
        bands = {merged.first_column for merged in spans}
        # Nothing but a title stands unmerged above the word for school, wherever else words stand beside it.
        if schools & (set(filled) - bands):
            break
        starts_late = bool(filled) and filled[0] > 0
        if not filled or any(is_number(cell) and not is_year(cell) for cell in sheet.rows[first - 1]):
            break
        if not (len(filled) >= 2 or (spans and starts_late)):
            break
        first -= 1
    return first


def _is_any_year(cell: CellValue) -> bool:
    """A bare year of either calendar; no school stands in a row of them, so they are no figures."""
    return is_year(cell) or bool(_CHRISTIAN_YEAR.fullmatch(cell_text(cell)))


def _is_sub_header(sheet: Sheet, row: int, identity: set[int]) -> bool:
    """A second or third header row: words only, and nothing under columns that already have their word."""
    cells = sheet.rows[row]
    filled = {column for column, cell in enumerate(cells) if cell_text(cell)}
    if not filled or filled & identity:
        return False
    numbers = [column for column in filled if is_number(cells[column]) and not _is_any_year(cells[column])]
    # A rating table counts answers under the bare heads 5 4 3 2 1.
    scale = {cell_text(cells[column]) for column in numbers} <= set("54321")
    return not numbers or (scale and len(numbers) >= 3)


def repeats_header(cells: Sequence[CellValue], columns: Sequence[Column]) -> bool:
    """Whether a row says the words of the header again above the same columns."""
    # Nearly every row is data with hardly a text.
    if sum(type(cell) is str for cell in cells) * 2 < len(columns):
        return False
    same = sum(
        type(cells[column.index]) is str and cell_text(cells[column.index]) in column.header
        for column in columns
        if column.index < len(cells)
    )
    return same >= 2 and same * 2 >= len(columns)
