"""Columns of numbers in a workbook, whatever they mean: for looking at a file that is not loaded."""

import re
from collections.abc import Sequence

from lib.domain.plain_tables import PlainColumn, PlainTable
from lib.domain.sheets import CellValue, Sheet, Workbook, address
from lib.ingest.cells import cell_text, is_note, is_number, is_year, value_at
from lib.ingest.header_paths import header_paths
from lib.ingest.row_scopes import is_statistic, scope_of_label
from lib.ingest.values import shown_percent
from lib.thai.numerals import parse_number
from lib.thai.text import fold_key

_SEARCHED_ROWS = 40
_DEEPEST_HEADER = 3
_LEAST_TEXTS, _LEAST_VALUES = 2, 2
_SHARE_OF_NUMBERS = 0.6
#: How a row of a group or of all rows begins; a school may be called รวมไทยพัฒนา or รวมมิตร.
_TOTAL = re.compile("(?:ยอด)?รวม(?!ไทย|มิตร|ใจ|ราษฎร์|ญาติ|พัฒนา|ศรัทธา)|(?:ค่า)?เฉลี่ย|total|average")
#: Running numbers and codes are numbers that say nothing.
_NO_FIGURE = re.compile(r"^(ที่|ลำดับ|ลำดับที่|เลขที่|no\.?|id)$|รหัส|เลขประจำตัว|โทร|code", re.IGNORECASE)


def plain_tables(workbook: Workbook) -> tuple[PlainTable, ...]:
    """The first table of every visible sheet that has labels and a column of numbers."""
    found = (_table_of(sheet) for sheet in workbook.sheets if not sheet.hidden)
    return tuple(table for table in found if table is not None)


def _table_of(sheet: Sheet) -> PlainTable | None:
    header = _header_rows(sheet)
    if not header:
        return None
    headers = header_paths(sheet, header)
    rows = [row for row in range(header[-1] + 1, len(sheet.rows)) if _holds_number(sheet.rows[row])]
    label_column = _label_column(sheet, rows, headers)
    if label_column is None:
        return None
    labels = {row: cell_text(value_at(sheet, row, label_column)) for row in rows}
    told = [row for row in rows if labels[row] and not is_note(labels[row])]
    kept = [row for row in told if not _speaks_for_many(labels[row])]
    columns = tuple(
        _column(sheet, header, kept, column, " › ".join(texts))
        for column, texts in headers.items()
        if column != label_column and not _NO_FIGURE.search(texts[-1]) and _is_figures(sheet, kept, column)
    )
    if not columns:
        return None
    name = " › ".join(headers.get(label_column, ()))
    return PlainTable(sheet.name, name, tuple(labels[row] for row in kept), columns, len(told) - len(kept))


def _header_rows(sheet: Sheet) -> tuple[int, ...]:
    """From the first row of at least two texts as far as such rows follow, where figures come soon after."""
    for top, cells in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        if not _is_header_row(cells):
            continue
        end = top + 1
        while end < len(sheet.rows) and end < top + _DEEPEST_HEADER and _is_header_row(sheet.rows[end]):
            end += 1
        if any(map(_holds_number, sheet.rows[end : end + _DEEPEST_HEADER])):
            return tuple(range(top, end))
    return ()


def _is_header_row(cells: Sequence[CellValue]) -> bool:
    return sum(map(_is_heading, cells)) >= _LEAST_TEXTS and not _holds_number(cells)


def _label_column(sheet: Sheet, rows: list[int], headers: dict[int, tuple[str, ...]]) -> int | None:
    """The column whose cells name the rows: most different texts, the leftmost of equals."""
    texts = {
        column: len(
            {
                cell_text(cell)
                for row in rows
                if isinstance(cell := value_at(sheet, row, column), str) and not is_number(cell)
            }
            - {""}
        )
        for column in headers
    }
    best = max(texts.values(), default=0)
    return next((column for column, count in texts.items() if count == best and best), None)


def _is_figures(sheet: Sheet, rows: list[int], column: int) -> bool:
    cells = [cell for row in rows if cell_text(cell := value_at(sheet, row, column))]
    numbers = sum(is_number(cell) and not is_year(cell) for cell in cells)
    return numbers >= _LEAST_VALUES and numbers >= _SHARE_OF_NUMBERS * len(cells)


def _column(sheet: Sheet, header: tuple[int, ...], rows: list[int], column: int, name: str) -> PlainColumn:
    lowest = max(row for row in header if cell_text(value_at(sheet, row, column)) or row == header[0])
    at = address(lowest, column)
    return PlainColumn(
        f"{sheet.name}!{at}" if sheet.name else at,
        name,
        tuple(
            _figure(value_at(sheet, row, column), percent=(row, column) in sheet.percent_cells)
            for row in rows
        ),
        tuple(address(row, column) for row in rows),
    )


def _figure(cell: CellValue, *, percent: bool) -> float | None:
    if isinstance(cell, bool) or not is_number(cell):
        return None
    if isinstance(cell, int | float):
        return shown_percent(float(cell)) if percent else float(cell)
    return parse_number(str(cell)).value


def _speaks_for_many(label: str) -> bool:
    key = fold_key(label)
    return bool(_TOTAL.match(key)) or is_statistic(label) or scope_of_label(label) is not None


def _is_heading(cell: CellValue) -> bool:
    return bool(cell_text(cell)) and (not is_number(cell) or is_year(cell))


def _holds_number(cells: Sequence[CellValue]) -> bool:
    return any(is_number(cell) and not is_year(cell) for cell in cells)
