"""Tables that stand beside each other, each with a school column of its own."""

from dataclasses import replace
from itertools import pairwise

from lib.domain.columns import Role
from lib.domain.sheets import CellValue, Sheet
from lib.ingest.cells import cell_text, value_at
from lib.ingest.school_words import identifies, role_of


def side_by_side(sheet: Sheet, header_rows: tuple[int, ...], end: int) -> tuple[range, ...]:
    """The columns of each table under one header; one span where the header is one table's.

    Args:
        end: row behind the last row of data.
    """
    width = max((len(cells) for cells in sheet.rows[header_rows[0] : end]), default=0)
    for row in header_rows:
        starts = _starts(sheet, row, header_rows)
        if starts:
            ends = [*starts, width]
            return (range(starts[0]), *(range(first, last) for first, last in pairwise(ends)))
    return (range(width),)


def within(sheet: Sheet, span: range, titles: range) -> Sheet:
    """The sheet with nothing outside the span but titles that stand alone in their row."""
    width = max((len(cells) for cells in sheet.rows), default=0)
    if span.start == 0 and span.stop >= width:
        return sheet
    own_title = any(cell_text(value_at(sheet, row, column)) for row in titles for column in span)
    rows: list[tuple[CellValue, ...]] = []
    for row, cells in enumerate(sheet.rows):
        kept = tuple(cell if column in span else None for column, cell in enumerate(cells))
        filled = [column for column, cell in enumerate(cells) if cell_text(cell)]
        lone = row in titles and len(filled) == 1 and filled[0] not in span
        rows.append(cells if lone and (not own_title or _reaches(sheet, row, filled[0], span)) else kept)
    merged = tuple(one for one in sheet.merged if one.first_column in span)
    return replace(sheet, rows=tuple(rows), merged=merged)


def _starts(sheet: Sheet, row: int, header_rows: tuple[int, ...]) -> list[int]:
    """Where the second and further tables begin; empty when the words for school are one table's."""
    cells = sheet.rows[row]
    roles = [role_of(cell_text(cell)) for cell in cells]
    named = [column for column, role in enumerate(roles) if role is Role.SCHOOL_NAME]
    if len(named) < 2:
        codes = [column for column, role in enumerate(roles) if role is not None]
        named = [column for column in codes if codes and roles[column] is roles[codes[0]]]
    starts: list[int] = []
    for before, column in pairwise(named):
        start = column
        while start - 1 > before and identifies(cell_text(cells[start - 1])):
            start -= 1
        if not _has_figures(sheet, header_rows, before + 1, start):
            return []
        starts.append(start)
    if starts and not _has_figures(sheet, header_rows, named[-1] + 1, len(cells)):
        return []
    return starts


def _has_figures(sheet: Sheet, header_rows: tuple[int, ...], first: int, last: int) -> bool:
    """Whether a header word that names no school, group or row number stands in these columns."""
    texts = (cell_text(value_at(sheet, row, column)) for row in header_rows for column in range(first, last))
    return any(text and not identifies(text) for text in texts)


def _reaches(sheet: Sheet, row: int, column: int, span: range) -> bool:
    """Whether a title is merged across the span."""
    return any(
        one.first_row == row and one.first_column == column and one.last_column >= span.start
        for one in sheet.merged
    )
