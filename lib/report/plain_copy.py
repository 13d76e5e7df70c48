"""A table file written anew from its plain sheets: every cell at its address, nothing else."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lib.domain.sheets import CellValue, DateCell, ErrorCell, FormulaCell, Sheet
from lib.report.characters import printable

#: The bytes depend on the sheets alone, so that the same file is known again by its hash.
_CREATED = datetime(2000, 1, 1)


def write_plain_copy(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an xlsx, or as a csv where there is a single sheet without a name.

    Dates and spreadsheet errors stand as their texts, formulas as empty cells.
    """
    if len(sheets) == 1 and not sheets[0].name:
        return _write_csv(sheets[0])
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": _CREATED})
        percent = book.add_format({"num_format": "0.00%"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            _write_sheet(page, sheet, percent)
            if sheet.hidden and len(sheets) > 1:
                page.hide()
    return buffer.getvalue()


def _write_sheet(page: Worksheet, sheet: Sheet, percent: Format) -> None:
    for row, cells in enumerate(sheet.rows):
        for column in range(len(cells)):
            _write_cell(page, sheet, row, column, percent)
    for merged in sheet.merged:
        first, last = (merged.first_row, merged.first_column), (merged.last_row, merged.last_column)
        if first != last:
            page.merge_range(*first, *last, "")
            _write_cell(page, sheet, *first, percent)


def _write_cell(page: Worksheet, sheet: Sheet, row: int, column: int, percent: Format) -> None:
    inside = row < len(sheet.rows) and column < len(sheet.rows[row])
    plain = _plain(sheet.rows[row][column]) if inside else None
    if isinstance(plain, bool):
        page.write_boolean(row, column, plain)
    elif isinstance(plain, int | float):
        page.write_number(row, column, plain, percent if (row, column) in sheet.percent_cells else None)
    elif plain is not None:
        page.write_string(row, column, printable(plain))


def _write_csv(sheet: Sheet) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for cells in sheet.rows:
        writer.writerow(["" if (plain := _plain(value)) is None else plain for value in cells])
    return text.getvalue().encode("utf-8-sig")


def _plain(value: CellValue) -> str | int | float | bool | None:
    if isinstance(value, DateCell):
        return value.iso
    if isinstance(value, ErrorCell):
        return value.code
    return None if isinstance(value, FormulaCell) else value
