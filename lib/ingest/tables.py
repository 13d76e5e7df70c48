"""Find the tables of a sheet: title rows, a header one to three rows deep, the rows beneath."""

from collections.abc import Callable
from dataclasses import dataclass

from lib.domain.sheets import CellValue, Sheet
from lib.ingest.cells import cell_text, is_number, is_year, value_at

_DEEPEST_HEADER = 3
_LEAST_HITS = 2
_SEARCHED_ROWS = 40


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet, rows and columns zero-based.

    Attributes:
        title: texts above the header, top down.
        header_rows: consecutive rows of the header.
        headers: column → header texts from the top row down, without repeats; columns without any are absent.
        data_rows: non-empty rows beneath, in order.
    """

    sheet: Sheet
    title: tuple[str, ...]
    header_rows: tuple[int, ...]
    headers: dict[int, tuple[str, ...]]
    data_rows: tuple[int, ...]


def find_tables(sheet: Sheet, known: Callable[[str], bool]) -> tuple[Table, ...]:
    """Every table of the sheet.

    Args:
        known: whether a header text is one that offices use for a school, a year or an indicator.

    Returns:
        Tables top down; empty when no row looks like a header. A header that is repeated word for word
        further down stays among the data rows of its table, where it is passed over.
    """
    tops = _header_tops(sheet, known)
    tables: list[Table] = []
    for position, top in enumerate(tops):
        end = tops[position + 1] if position + 1 < len(tops) else len(sheet.rows)
        start = tables[-1].data_rows[-1] + 1 if tables and tables[-1].data_rows else 0
        tables.append(_table(sheet, known, start, top, end))
    return _without_title_rows_of_the_next(tables)


def _header_tops(sheet: Sheet, known: Callable[[str], bool]) -> list[int]:
    """First rows of the headers; a later one counts only when its words differ from the one before."""
    tops: list[int] = []
    words: set[str] = set()
    for row in range(len(sheet.rows)):
        if not tops and row > _SEARCHED_ROWS:
            break
        texts = [cell_text(cell) for cell in sheet.rows[row] if isinstance(cell, str)]
        hits = {text for text in texts if text and known(text)}
        if len(hits) < _LEAST_HITS or len(hits) * 2 < sum(is_number(cell) for cell in sheet.rows[row]):
            continue
        if tops and (row - tops[-1] < _DEEPEST_HEADER or hits <= words):
            continue
        tops.append(row)
        words |= hits
    return tops


def _table(sheet: Sheet, known: Callable[[str], bool], start: int, top: int, end: int) -> Table:
    identity = _identity_columns(sheet, top, known)
    first = _parents_above(sheet, start, top)
    last = top
    while last + 1 < end and last - first + 1 < _DEEPEST_HEADER and _is_sub_header(sheet, last + 1, identity):
        last += 1
    header_rows = tuple(range(first, last + 1))
    title = tuple(
        dict.fromkeys(
            text for row in range(start, first) for cell in sheet.rows[row] if (text := cell_text(cell))
        )
    )
    data_rows = tuple(row for row in range(last + 1, end) if any(cell_text(cell) for cell in sheet.rows[row]))
    return Table(sheet, title, header_rows, _header_paths(sheet, header_rows), data_rows)


def _identity_columns(sheet: Sheet, top: int, known: Callable[[str], bool]) -> set[int]:
    """Columns of the header's first row that are known words and not the start of a horizontal merge."""
    wide = {
        (merged.first_row, merged.first_column)
        for merged in sheet.merged
        if merged.last_column > merged.first_column
    }
    return {
        column
        for column, cell in enumerate(sheet.rows[top])
        if isinstance(cell, str) and known(cell_text(cell)) and (top, column) not in wide
    }


def _parents_above(sheet: Sheet, start: int, top: int) -> int:
    """The row above belongs to the header when it holds several group titles, not one title across the table."""
    first = top
    while first > start and top - first < _DEEPEST_HEADER - 1:
        filled = [column for column, cell in enumerate(sheet.rows[first - 1]) if cell_text(cell)]
        width = sum(1 for cell in sheet.rows[top] if cell_text(cell))
        spans = [
            merged
            for merged in sheet.merged
            if merged.first_row == first - 1 and 0 < merged.last_column - merged.first_column < width - 1
        ]
        starts_late = bool(filled) and filled[0] > 0
        if not filled or any(is_number(cell) and not is_year(cell) for cell in sheet.rows[first - 1]):
            break
        if not (len(filled) >= 2 or (spans and starts_late)):
            break
        first -= 1
    return first


def _is_sub_header(sheet: Sheet, row: int, identity: set[int]) -> bool:
    """A second or third header row: words only, and nothing under the columns that already have their word."""
    cells = sheet.rows[row]
    filled = {column for column, cell in enumerate(cells) if cell_text(cell)}
    if not filled or filled & identity:
        return False
    numbers = [column for column in filled if is_number(cells[column]) and not is_year(cells[column])]
    # A rating table counts answers under the bare heads 5 4 3 2 1.
    scale = {cell_text(cells[column]) for column in numbers} <= set("54321")
    return (
        (not numbers or (scale and len(numbers) >= 3))
        and len(filled) >= 2
        or (not numbers and len(filled) == 1)
    )


def _header_paths(sheet: Sheet, header_rows: tuple[int, ...]) -> dict[int, tuple[str, ...]]:
    width = max((len(sheet.rows[row]) for row in header_rows), default=0)
    filled = {row: _filled_row(sheet, row, header_rows, width) for row in header_rows}
    paths = {}
    for column in range(width):
        texts = [text for row in header_rows if (text := cell_text(filled[row][column]))]
        path = tuple(text for place, text in enumerate(texts) if place == 0 or text != texts[place - 1])
        if path:
            paths[column] = path
    return paths


def _filled_row(sheet: Sheet, row: int, header_rows: tuple[int, ...], width: int) -> list[CellValue]:
    """A header row with merged cells spread out; where a file keeps no merges, a parent reaches to its right."""
    cells = [value_at(sheet, row, column) for column in range(width)]
    spans = [merged for merged in sheet.merged if merged.first_row <= row <= merged.last_row]
    for merged in spans:
        if merged.first_row not in header_rows:
            continue
        text = value_at(sheet, merged.first_row, merged.first_column)
        for column in range(merged.first_column, min(merged.last_column + 1, width)):
            cells[column] = text
    if any(merged.first_row in header_rows for merged in sheet.merged) or row == header_rows[-1]:
        return cells
    below = [value_at(sheet, header_rows[-1], column) for column in range(width)]
    for column in range(1, width):
        if not cell_text(cells[column]) and cell_text(below[column]) and cell_text(below[column - 1]):
            cells[column] = cells[column - 1]
    return cells


def _without_title_rows_of_the_next(tables: list[Table]) -> tuple[Table, ...]:
    """Rows between two tables that carry no number are the next table's titles, not this one's data."""
    mended: list[Table] = []
    for position, table in enumerate(tables):
        if position + 1 < len(tables):
            rows = list(table.data_rows)
            while rows and not any(is_number(cell) for cell in table.sheet.rows[rows[-1]]):
                rows.pop()
            table = Table(table.sheet, table.title, table.header_rows, table.headers, tuple(rows))
        if mended:
            before = mended[-1].data_rows[-1] + 1 if mended[-1].data_rows else mended[-1].header_rows[-1] + 1
            title = tuple(
                text
                for row in range(before, table.header_rows[0])
                for cell in table.sheet.rows[row]
                if (text := cell_text(cell))
            )
            table = Table(
                table.sheet, title or table.title, table.header_rows, table.headers, table.data_rows
            )
        mended.append(table)
    return tuple(mended)
