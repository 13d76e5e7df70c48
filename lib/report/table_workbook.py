"""One table as a workbook that reads well on paper: title, header, rows, nothing to calculate."""

import io
from collections.abc import Sequence

import xlsxwriter

from lib.report.blank_formats import make_formats
from lib.report.characters import printable

_NARROWEST, _WIDEST = 8, 60


def make_table_workbook(
    sheet: str, title: Sequence[str], header: Sequence[str], rows: Sequence[Sequence[str | float | None]]
) -> bytes:
    """The table below its title lines, A4 across, the header on every page."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": "TH Sarabun New", "font_size": 16},
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        page = book.add_worksheet(sheet)
        formats = make_formats(book)
        for line, text in enumerate(title):
            page.write_string(line, 0, printable(text), formats.title if line == 0 else formats.note)
        top = len(title) + 1
        for column, text in enumerate(header):
            longest = max((len(str(row[column] or "")) for row in rows), default=0)
            page.set_column(column, column, min(max(longest, len(text), _NARROWEST) + 2, _WIDEST))
            page.write_string(top, column, printable(text), formats.head)
        for line, row in enumerate(rows, start=top + 1):
            for column, value in enumerate(row):
                if isinstance(value, int | float):
                    page.write_number(line, column, value, formats.text)
                else:
                    page.write_string(line, column, printable(value or ""), formats.text)
        page.freeze_panes(top + 1, 0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(top)
    return buffer.getvalue()
