"""Tables as a workbook that reads well on paper: title, header, rows, nothing to calculate."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from unicodedata import category

import xlsxwriter
from xlsxwriter.workbook import Workbook

from lib.report.blank_formats import BlankFormats, make_formats
from lib.report.characters import printable
from lib.thai.text import safe_text

_NARROWEST, _WIDEST = 8, 60
_LINE, _TITLE_LINE, _TALLEST_PT = 1.45, 2.0, 409.0  # Thai marks need room above and below
_MOST_LETTERS = 32_000  # a cell holds no more
#: The bytes depend on the tables alone.
_CREATED = datetime(2000, 1, 1)

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One table below its title lines.

    Attributes:
        widths: of the columns, in letters; empty lets the cells decide.
        n_frozen: columns that stay in sight.
    """

    name: str
    title: Sequence[str]
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float] = ()
    n_frozen: int = 0


def make_table_workbook(
    sheet: str, title: Sequence[str], header: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> bytes:
    """One table, A4 across, the header on every page."""
    return make_workbook([TableSheet(sheet, title, header, rows)])


def make_workbook(sheets: Sequence[TableSheet], *, font_pt: int = 16) -> bytes:
    """The tables sheet by sheet, each A4 across with its header on every page; same tables, same bytes.

    Text that a spreadsheet could take for a formula is marked as text, so that it stays one when edited.
    """
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": "TH Sarabun New", "font_size": font_pt},
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": _CREATED})
        formats = make_formats(book)
        for sheet in sheets:
            _write(book, sheet, formats, font_pt)
    return buffer.getvalue()


def _write(book: Workbook, sheet: TableSheet, formats: BlankFormats, font_pt: int) -> None:
    page = book.add_worksheet(sheet.name)
    for line, text in enumerate(sheet.title):
        page.write_string(line, 0, printable(text), formats.title if line == 0 else formats.note)
    top = len(sheet.title) + 1
    widths = [sheet.widths[i] if sheet.widths else _guessed(sheet, i) for i in range(len(sheet.header))]
    for line in range(len(sheet.title)):
        page.set_row(line, _height((), (), font_pt) if line else font_pt * _TITLE_LINE)
    page.set_row(top, _height(sheet.header, widths, font_pt))
    for column, text in enumerate(sheet.header):
        page.set_column(column, column, widths[column])
        page.write_string(top, column, printable(text), formats.head)
    for line, row in enumerate(sheet.rows, start=top + 1):
        page.set_row(line, _height(row, widths, font_pt))
        for column, value in enumerate(row):
            if isinstance(value, int | float):
                page.write_number(line, column, value, formats.text)
            elif not value:
                page.write_blank(line, column, None, formats.text)
            else:
                text = printable(value)[:_MOST_LETTERS]
                look = formats.text if safe_text(text) == text else formats.marked
                page.write_string(line, column, text, look)
    page.freeze_panes(top + 1, sheet.n_frozen)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    page.set_footer("&C&P / &N")


def _guessed(sheet: TableSheet, column: int) -> float:
    longest = max((len(str(row[column] or "")) for row in sheet.rows), default=0)
    return min(max(longest, len(sheet.header[column]), _NARROWEST) + 2, _WIDEST)


def _height(row: Sequence[Cell], widths: Sequence[float], font_pt: int) -> float:
    """Room for the wrapped lines of a row; not every program finds it out by itself."""
    n_lines = 1
    for value, width in zip(row, widths, strict=True):
        if isinstance(value, str):
            own = (sum(category(sign) != "Mn" for sign in line) for line in value.split("\n"))
            n_lines = max(n_lines, sum(max(1, ceil(letters / (width * 0.8))) for letters in own))
    return min(n_lines * font_pt * _LINE, _TALLEST_PT)
