"""Grids as the bytes of workbooks, csv and HTML tables; a second run gives the same bytes."""

import csv
import html
import io
import zipfile
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter

from sample_data.grids import Cell, Grid, Percent

MADE_AT = datetime(2026, 5, 18, 9, 30)
_ROW_POINTS = 21  # Thai letters with marks above and below need more than the default
_ENTRY_DATE = (2026, 5, 18, 9, 30, 0)


def workbook_bytes(grids: Sequence[Grid]) -> bytes:
    """An xlsx of several sheets."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"author": "สำนักงานตัวอย่าง", "created": MADE_AT})
    font = {"font_name": "TH Sarabun New", "font_size": 14}
    formats = {
        "title": book.add_format(font | {"bold": True, "align": "center"}),
        "head": book.add_format(
            font
            | {
                "bold": True,
                "align": "center",
                "valign": "vcenter",
                "border": 1,
                "text_wrap": True,
                "bg_color": "#E7EEF5",
            }
        ),
        "body": book.add_format(font | {"border": 1}),
        "percent": book.add_format(font | {"border": 1, "num_format": "0.00%"}),
    }
    for grid in grids:
        _write_sheet(book.add_worksheet(grid.name), grid, formats)
    book.close()
    return settled_archive(out.getvalue())


def _write_sheet(sheet: xlsxwriter.worksheet.Worksheet, grid: Grid, formats: dict[str, object]) -> None:
    first_body = grid.n_titles + grid.n_headers
    sheet.set_default_row(_ROW_POINTS)
    for row in range(grid.n_titles, first_body):
        sheet.set_row(row, 2 * _ROW_POINTS)
    for row, cells in enumerate(grid.rows):
        kind = "title" if row < grid.n_titles else "head" if row < first_body else "body"
        for column, cell in enumerate(cells):
            if isinstance(cell, Percent):
                sheet.write_number(row, column, cell.share, formats["percent"])
            elif cell is None:
                sheet.write_blank(row, column, None, formats[kind])
            elif isinstance(cell, str):
                if cell.startswith("="):
                    sheet.write_formula(row, column, cell, formats[kind], "#DIV/0!")
                else:
                    sheet.write_string(row, column, cell, formats[kind])
            else:
                sheet.write_number(row, column, cell, formats[kind])
    for top, left, bottom, right in grid.merged:
        kind = "title" if top < grid.n_titles else "head"
        sheet.merge_range(top, left, bottom, right, grid.rows[top][left], formats[kind])
    names = max((len(row) for row in grid.rows[grid.n_titles :]), default=1)
    sheet.set_column(0, names, 11)
    for column, cell in enumerate(grid.rows[grid.n_titles] if grid.rows else ()):
        if isinstance(cell, str) and "ชื่อ" in cell:
            sheet.set_column(column, column, 34)
    sheet.freeze_panes(first_body, 0)


def csv_bytes(grid: Grid, *, encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    for row in grid.rows:
        writer.writerow([plain_text(cell) for cell in row])
    return out.getvalue().encode(encoding)


def html_bytes(grid: Grid) -> bytes:
    """A table as school systems export it, to be saved with the ending xls."""
    covered = {
        (row, column)
        for top, left, bottom, right in grid.merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (row, column) != (top, left)
    }
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in grid.merged}
    lines = ['<html><head><meta charset="utf-8"></head><body><table border="1">']
    for row, cells in enumerate(grid.rows):
        parts = []
        for column, cell in enumerate(cells):
            if (row, column) in covered:
                continue
            down, across = spans.get((row, column), (1, 1))
            attributes = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
            parts.append(f"<td{attributes}>{html.escape(plain_text(cell))}</td>")
        lines.append(f"<tr>{''.join(parts)}</tr>")
    lines.append("</table></body></html>")
    return "\n".join(lines).encode()


def plain_text(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell.share * 100:.2f}%" if isinstance(cell, Percent) else str(cell)


def settled_archive(content: bytes) -> bytes:
    """The same parts under one fixed date, in the order of their names after the list of contents."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        names = sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            entry = zipfile.ZipInfo(name, _ENTRY_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, source.read(name), compresslevel=9)
    return out.getvalue()
