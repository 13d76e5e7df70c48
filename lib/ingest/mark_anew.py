"""A marked workbook made anew from sheets as read, row by row; runs in the reader child only."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Final

from openpyxl import Workbook as Book
from openpyxl.cell.cell import Cell, WriteOnlyCell
from openpyxl.worksheet.cell_range import CellRange

from lib.domain.issues import Issue
from lib.domain.sheets import FOUND_SHEET, CellValue, DateCell, ErrorCell, FormulaCell, Sheet, column_letter
from lib.ingest.mark_cells import SheetMarking, move_to_shown, place_marks
from lib.ingest.mark_list import lay_out_stream, sheet_title
from lib.ingest.mark_styles import FILLS, make_comment, plain, put_text
from lib.ingest.memory_xlsx import open_stream, save_in_memory

_LONGEST_TITLE: Final = 31
_NO_TITLE: Final = str.maketrans("[]:*?/\\", "()-----")
_ROWS_MEASURED: Final = 100
_NARROWEST: Final = 9
_WIDEST: Final = 40
_MERGED_KEPT: Final = 2_000
# A remark may stand just below the last filled row.
_ROWS_BELOW: Final = 100
_UNMARKED: Final = SheetMarking()


def make_book_anew(
    sheets: Sequence[Sheet], issues: Sequence[Issue], write_list: Callable[[Any], None]
) -> bytes:
    """The sheets at their addresses with marks and comments, the list first.

    Args:
        sheets: as read; an earlier list of findings among them is left out.
        issues: what was found.
        write_list: writes the list to its open sheet.
    """
    book = Book(write_only=True)
    first = book.create_sheet(FOUND_SHEET)
    lay_out_stream(first, issues)
    open_stream(first)
    write_list(first)
    marks = place_marks(issues)
    for sheet in sheets:
        if sheet.name == FOUND_SHEET:
            continue
        page = book.create_sheet(_make_title(sheet.name, book.sheetnames))
        if sheet.hidden:
            page.sheet_state = "hidden"
        merged = sheet.merged[:_MERGED_KEPT]
        page.merged_cells.ranges.update(CellRange(one.address) for one in merged)
        for column, width in enumerate(_find_widths(sheet)):
            page.column_dimensions[column_letter(column)].width = width
        open_stream(page)
        _write_rows(page, sheet, move_to_shown(marks.get(sheet.name, _UNMARKED), merged))
    return save_in_memory(book)


def _make_title(name: str, taken: Sequence[str]) -> str:
    """The tab's name as Excel allows it; another kind of file may call it anything."""
    title = plain(sheet_title(name)).translate(_NO_TITLE).strip("'")[:_LONGEST_TITLE] or sheet_title("")
    known = {one.casefold() for one in taken}
    number = 2
    unique = title
    while unique.casefold() in known:
        ending = f" ({number})"
        unique = title[: _LONGEST_TITLE - len(ending)] + ending
        number += 1
    return unique


def _find_widths(sheet: Sheet) -> list[int]:
    """Of each column by its first rows; a title beside blanks may run over them."""
    widths: list[int] = []
    for row in sheet.rows[:_ROWS_MEASURED]:
        widths.extend([_NARROWEST] * (len(row) - len(widths)))
        if sum(value is not None for value in row) > 1:
            for column, value in enumerate(row):
                widths[column] = max(widths[column], min(len(str(value)) + 2, _WIDEST))
    return widths


def _write_rows(page: Any, sheet: Sheet, marking: SheetMarking) -> None:
    formed: dict[int, set[int]] = {}
    for place in (*sheet.percent_cells, *marking.severities, *marking.comments):
        formed.setdefault(place[0], set()).add(place[1])
    n_rows = min(max(formed, default=-1) + 1, len(sheet.rows) + _ROWS_BELOW)
    for number in range(max(len(sheet.rows), n_rows)):
        row = sheet.rows[number] if number < len(sheet.rows) else ()
        cells = [_make_value(page, value) for value in row]
        for column in sorted(formed.get(number, ())):
            cells.extend([None] * (column + 1 - len(cells)))
            cells[column] = _make_cell(page, sheet, marking, (number, column), cells[column])
        page.append(cells)


def _make_cell(page: Any, sheet: Sheet, marking: SheetMarking, place: tuple[int, int], value: Any) -> Any:
    if isinstance(value, Cell):
        cell = value
    else:
        cell = WriteOnlyCell(page)
        cell.value = value
    if place in sheet.percent_cells:
        cell.number_format = "0.00%"
    if place in marking.severities:
        cell.fill = FILLS[marking.severities[place]]
    if place in marking.comments:
        cell.comment = make_comment(marking.comments[place], None)
    return cell


def _make_value(page: Any, value: CellValue) -> Any:
    """What openpyxl takes as it is, or a cell where it would see something else in a text."""
    if isinstance(value, str):
        if value[0] not in "=#":
            return value
        cell = WriteOnlyCell(page)
        put_text(cell, value)
        return cell
    if isinstance(value, DateCell):
        return _make_date(value.iso)
    if isinstance(value, ErrorCell):
        return value.code
    if isinstance(value, FormulaCell):
        cell = WriteOnlyCell(page)
        put_text(cell, f"={value.formula}" if value.formula else "")
        return cell
    return value


def _make_date(iso: str) -> date | str:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return moment.replace(tzinfo=None) if "T" in iso else moment.date()
