"""The report's tables as sheets: the same captions and figures, numbers as numbers, sums as formulas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from lib.domain.bound_cells import cell_ids
from lib.domain.bound_figures import BoundFigure, PlacedFigure, printed_value
from lib.domain.documents import Table
from lib.report.annex_book import AnnexBook
from lib.report.annex_numbers import printed_number
from lib.thai.numerals import round_half_up

_WIDTH_PER_CM, _NARROWEST = 5.0, 10.0
_SHARE = "ร้อยละ"


@dataclass(frozen=True, slots=True)
class _Sums:
    """The row of totals of a table, and where its rows begin."""

    top: int
    row: int
    columns: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a table: its place there, and its row on the sheet."""

    table: Table
    place: int
    column: int
    row: int

    @property
    def text(self) -> str:
        return self.table.rows[self.place][self.column]

    @property
    def is_figure(self) -> bool:
        """Figures stand to the right; a running number or a code does not."""
        return self.table.columns[self.column].align == "right"

    @property
    def names_a_part(self) -> bool:
        """Whether the row only names the years of the rows below it."""
        return self.column == 0 and not any(self.table.rows[self.place][1:])


def write_table(
    book: AnnexBook, page: Worksheet, label: str, table: Table, area: Mapping[str, str]
) -> list[PlacedFigure]:
    """One table of the report.

    Args:
        label: ``ตารางที่ 3``.
        area: figure id → cell of the sheet of area figures, where the formula leads that shows it here.

    Returns:
        Its figures with their cells.
    """
    titles = [" ".join(filter(None, (column.group, column.title))) for column in table.columns]
    widths = [max(column.width_cm * _WIDTH_PER_CM, _NARROWEST) for column in table.columns]
    title = f"{label} {table.caption}".strip()
    top = book.begin(page, (title, table.note) if table.note else (title,), titles, widths) + 1
    ids, sums = cell_ids(table), _sums(table, top)
    placed = []
    for place, row in enumerate(table.rows):
        at = top + place
        book.grow(page, at, row, widths)
        for column, text in enumerate(row):
            cell = _Cell(table, place, column, at)
            _write(book, page, cell, sums, area.get(ids[place][column], ""))
            if ids[place][column]:
                bound = BoundFigure(ids[place][column], text, printed_value(text))
                address = xl_rowcol_to_cell(at, column)
                placed.append(PlacedFigure(f"{page.get_name()}!{address}", bound))
    if table.rows and not table.bold_rows:
        page.autofilter(top - 1, 0, top + len(table.rows) - 1, len(titles) - 1)
    return placed


def _write(book: AnnexBook, page: Worksheet, cell: _Cell, sums: _Sums | None, area: str) -> None:
    bold = sums is not None and cell.row == sums.row
    number = printed_number(cell.text) if cell.is_figure else None
    if number is None:
        book.text(page, cell.row, cell.column, cell.text, bold=bold or cell.names_a_part)
        return
    value, numbers = number
    formula = f"={area}" if area else _sum_formula(cell, sums)
    if formula:
        book.formula(page, cell.row, cell.column, formula, value, numbers, bold=bold)
    else:
        page.write_number(cell.row, cell.column, value, book.look(numbers, bold=bold))


def _sums(table: Table, top: int) -> _Sums | None:
    """The last row as a total, with the columns in which it is the sum of those above."""
    last = len(table.rows) - 1
    if last < 2 or last not in table.bold_rows or len(table.bold_rows) > 1:
        return None
    columns = frozenset(
        column
        for column in range(1, len(table.columns))
        if (numbers := _numbers(table, column)) is not None
        and round_half_up(sum(numbers[:-1]), 2) == numbers[-1]
    )
    return _Sums(top, top + last, columns) if columns else None


def _numbers(table: Table, column: int) -> Sequence[float] | None:
    """All figures of a column; None where one is no number."""
    found = [printed_number(row[column]) for row in table.rows]
    return [each[0] for each in found if each] if all(found) else None


def _sum_formula(cell: _Cell, sums: _Sums | None) -> str:
    """A total as a sum, a share as its count over the total; empty where the figure stands alone."""
    if sums is None:
        return ""
    before = cell.column - 1
    if cell.table.columns[cell.column].title == _SHARE and before in sums.columns:
        counts, number = _numbers(cell.table, before), printed_number(cell.text)
        if counts and counts[-1] and number:
            share = round_half_up(100 * counts[cell.place] / counts[-1])
            if number[0] == share:
                total = xl_rowcol_to_cell(sums.row, before, row_abs=True)
                return f"=ROUND(100*{xl_rowcol_to_cell(cell.row, before)}/{total},2)"
    if cell.row == sums.row and cell.column in sums.columns:
        first = xl_rowcol_to_cell(sums.top, cell.column)
        return f"=SUM({first}:{xl_rowcol_to_cell(sums.row - 1, cell.column)})"
    return ""
