"""What stands above each column of a header several rows deep."""

from lib.domain.sheets import CellValue, Sheet
from lib.ingest.cells import cell_text, value_at


def header_paths(sheet: Sheet, header_rows: tuple[int, ...]) -> dict[int, tuple[str, ...]]:
    """Column → header texts from the top row down, a text spread over several rows once."""
    width = max((len(sheet.rows[row]) for row in header_rows), default=0)
    filled = {row: _filled_row(sheet, row, header_rows, width) for row in header_rows}
    paths = {}
    for column in range(width):
        path: list[str] = []
        for above, row in zip((None, *header_rows), header_rows, strict=False):
            text = cell_text(filled[row][column])
            # รวม beneath a รวม that spans several columns is a word of its own; a text spread down is not.
            if text and (
                not path or text != path[-1] or (above is not None and _spans(filled[above], column))
            ):
                path.append(text)
        if path:
            paths[column] = tuple(path)
    return paths


def _spans(cells: list[CellValue], column: int) -> bool:
    """Whether a parent's text stands over a neighbouring column too."""
    return cells[column] in (*cells[max(column - 1, 0) : column], *cells[column + 1 : column + 2])


def _filled_row(sheet: Sheet, row: int, header_rows: tuple[int, ...], width: int) -> list[CellValue]:
    """A header row with merged cells spread out; in files without merges a parent reaches to its right."""
    cells = [value_at(sheet, row, column) for column in range(width)]
    for merged in (merged for merged in sheet.merged if merged.first_row == row):
        text = value_at(sheet, row, merged.first_column)
        for column in range(merged.first_column, min(merged.last_column + 1, width)):
            cells[column] = text
    wide = (m for m in sheet.merged if m.first_row in header_rows and m.last_column > m.first_column)
    if any(wide) or row == header_rows[-1]:
        return cells
    below = [value_at(sheet, header_rows[-1], column) for column in range(width)]
    for column in range(1, width):
        if not cell_text(cells[column]) and cell_text(below[column]) and cell_text(below[column - 1]):
            cells[column] = cells[column - 1]
    return cells
