"""Bytes of the files that offices send, made from rows of cells."""

import csv
import html
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import openpyxl
from openpyxl.utils import column_index_from_string

from tests.ingest.bad_files import ods as ods_book

Cell = str | int | float | None
Rows = Sequence[Sequence[object]]


@dataclass(frozen=True)
class Grid:
    """One sheet; addresses as Excel writes them.

    Attributes:
        formats: cell → number format, such as ``0.0%``.
        hidden_columns: letters, ``hidden_rows`` as Excel shows them.
    """

    rows: Rows
    merged: Sequence[str] = ()
    hidden: bool = False
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[str] = ()
    formats: Mapping[str, str] = field(default_factory=dict)

    def at(self, cell: str) -> object:
        """The cell's value, None beyond the rows."""
        letters = cell.rstrip("0123456789")
        row, column = int(cell[len(letters) :]) - 1, column_index_from_string(letters) - 1
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else None


def xlsx(sheets: Mapping[str, Grid]) -> bytes:
    """A workbook as Excel saves it."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, grid in sheets.items():
        sheet = book.create_sheet(name)
        for row, cells in enumerate(grid.rows, start=1):
            for column, cell in enumerate(cells, start=1):
                if cell is not None:
                    sheet.cell(row, column, cell)
        for merged in grid.merged:
            sheet.merge_cells(merged)
        for row in grid.hidden_rows:
            sheet.row_dimensions[row].hidden = True
        for letter in grid.hidden_columns:
            sheet.column_dimensions[letter].hidden = True
        for cell, number_format in grid.formats.items():
            sheet[cell].number_format = number_format
        sheet.sheet_state = "hidden" if grid.hidden else "visible"
    return _bytes(book.save)


def delimited(rows: Rows, encoding: str = "utf-8-sig", delimiter: str = ",") -> bytes:
    """A csv or tsv in an encoding; ``utf-16`` brings its mark along."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(
        [["" if cell is None else cell for cell in cells] for cells in rows]
    )
    return stream.getvalue().encode(encoding)


def html_table(grid: Grid, encoding: str = "utf-8") -> bytes:
    """A web page saved as .xls, merged cells as spans."""
    spans, covered = {}, set()
    for merged in grid.merged:
        first, last = (openpyxl.utils.cell.coordinate_to_tuple(end) for end in merged.split(":"))
        spans[first] = (last[0] - first[0] + 1, last[1] - first[1] + 1)
        covered |= {
            (row, column) for row in range(first[0], last[0] + 1) for column in range(first[1], last[1] + 1)
        } - {first}
    lines = []
    for row, cells in enumerate(grid.rows, start=1):
        texts = []
        for column, cell in enumerate(cells, start=1):
            if (row, column) not in covered:
                down, right = spans.get((row, column), (1, 1))
                text = html.escape("" if cell is None else str(cell)).replace("\n", "<br>")
                texts.append(f'<td rowspan="{down}" colspan="{right}">{text}</td>')
        lines.append(f"<tr>{''.join(texts)}</tr>")
    page = (
        f'<html><head><meta charset="{encoding}"></head><body><table>{"".join(lines)}</table></body></html>'
    )
    return page.encode(encoding)


def ods(name: str, rows: Rows) -> bytes:
    """An OpenDocument sheet of texts and numbers."""
    lines = []
    for cells in rows:
        texts = []
        for cell in cells:
            if cell is None:
                texts.append("<table:table-cell/>")
            elif isinstance(cell, int | float):
                texts.append(
                    f'<table:table-cell office:value-type="float" office:value="{cell!r}">'
                    f"<text:p>{cell}</text:p></table:table-cell>"
                )
            else:
                texts.append(
                    '<table:table-cell office:value-type="string">'
                    f"<text:p>{html.escape(str(cell))}</text:p></table:table-cell>"
                )
        lines.append(f"<table:table-row>{''.join(texts)}</table:table-row>")
    return ods_book(f'<table:table table:name="{name}">{"".join(lines)}</table:table>')


def _bytes(save: object) -> bytes:
    stream = io.BytesIO()
    save(stream)  # type: ignore[operator]
    return stream.getvalue()
