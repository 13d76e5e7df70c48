"""A cut-out of the sheet that a figure stands in, with the letters and numbers that Excel shows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from lib.domain.sheets import Sheet, Workbook, address, column_letter
from lib.domain.source_refs import SourceRef
from lib.errors import WorkbenchError
from lib.ingest.cells import cell_text, value_at
from lib.ingest.child import read_workbook
from lib.ingest.figure_place import FigurePlace
from lib.ingest.reading_progress import OnProgress, tell_nobody
from lib.services.originals import Kept, original_of
from lib.storage.engine import Store

Mark = Literal["", "header", "value", "n", "x"]
#: Gives the workbook of a kept original; a page hands in one that remembers.
ReadOriginal = Callable[[Store, Kept, str], Workbook]

_ROWS_AROUND, _COLUMNS_AROUND = 4, 3
_MOST_IDENTITY, _MOST_ROWS, _MOST_HEADER_ROWS = 4, 40, 6


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell as a person reads it."""

    text: str
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One row; ``number`` is Excel's, 0 where rows are left out."""

    number: int
    cells: tuple[SheetCell, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SheetView:
    """The surroundings of a figure.

    Attributes:
        sheet: name as on the tab; empty for a csv.
        hidden: the tab is hidden.
        columns: Excel's letters; empty where columns are left out.
        values: address of the figure's cells as stored.
        n / x: of its number of people and of those counted among them; empty where no cell says it.
    """

    sheet: str
    hidden: bool
    columns: tuple[str, ...]
    lines: tuple[SheetLine, ...]
    values: str
    n: str
    x: str


def read_original(
    store: Store, load: Kept, encoding: str = "", on_progress: OnProgress = tell_nobody
) -> Workbook:
    """The kept original of a load, its bytes compared with their hash.

    Raises:
        WorkbenchError: the file is gone, is no longer what was stored, or cannot be read.
    """
    return read_workbook(original_of(store, load), load.file_name, on_progress, encoding=encoding)


def find_sheet(workbook: Workbook, reference: SourceRef) -> Sheet:
    """The sheet that a reference names; the only one of a csv.

    Raises:
        WorkbenchError: the file has no such sheet.
    """
    for sheet in workbook.sheets:
        if sheet.name == reference.sheet or (not reference.sheet and len(workbook.sheets) == 1):
            return sheet
    raise WorkbenchError(
        f"ไฟล์ต้นฉบับไม่มีชีต “{reference.sheet}” ที่ตัวเลขนี้อ้างถึง ตัวเลขที่เก็บไว้ไม่เปลี่ยนแปลง",
        "กู้ไฟล์ต้นฉบับจากชุดสำรอง หรือนำเข้าไฟล์นี้ใหม่",
    )


def cut_out(sheet: Sheet, reference: SourceRef, place: FigurePlace) -> SheetView:
    """Header rows, the figure's rows with four on either side, who each row is, and three columns around."""
    values = {
        (row, column)
        for cells in reference.cells
        for row in range(cells.first_row, min(cells.last_row, cells.first_row + _MOST_ROWS) + 1)
        for column in range(cells.first_column, cells.last_column + 1)
    }
    row = reference.first_row
    companions: tuple[tuple[Mark, int | None], ...] = (("n", place.n), ("x", place.numerator))
    counted = {
        mark: (row, column)
        for mark, column in companions
        if column is not None and (row, column) not in values
    }
    rows = _rows(sheet, place.header_rows, {each for each, _ in values})
    columns = _columns(sheet, place.identity, {each for _, each in (*values, *counted.values())})
    marks: dict[tuple[int, int], Mark] = {
        **{(each, column): "header" for each in place.header_rows for column in columns},
        **{cell: mark for mark, cell in counted.items()},
        **dict.fromkeys(values, "value"),
    }
    merged = _merged_texts(sheet, place.header_rows)
    letters: list[str] = []
    shown: list[int | None] = []
    for before, column in pairwise((columns[0], *columns)):
        if column > before + 1:
            letters.append("")
            shown.append(None)
        letters.append(column_letter(column))
        shown.append(column)
    lines: list[SheetLine] = []
    for before, each in pairwise((rows[0], *rows)):
        if each > before + 1:
            lines.append(SheetLine(0, tuple(SheetCell("") for _ in shown)))
        cells = tuple(
            SheetCell("")
            if column is None
            else SheetCell(
                merged.get((each, column), shown_text(sheet, each, column)), marks.get((each, column), "")
            )
            for column in shown
        )
        lines.append(SheetLine(each + 1, cells, each in sheet.hidden_rows))
    told = ",".join(cells.address for cells in reference.cells)
    n, x = (address(*counted[mark]) if mark in counted else "" for mark, _ in companions)
    return SheetView(sheet.name, sheet.hidden, tuple(letters), tuple(lines), told, n, x)


def shown_text(sheet: Sheet, row: int, column: int) -> str:
    """The cell as Excel shows it, as far as the file says so; a percentage with its sign."""
    if row >= len(sheet.rows):
        return ""
    cell = value_at(sheet, row, column)
    if (row, column) in sheet.percent_cells and isinstance(cell, int | float):
        return f"{round(cell * 100, 10):g}%"
    return cell_text(cell)


def _rows(sheet: Sheet, header_rows: tuple[int, ...], marked: set[int]) -> list[int]:
    near = {
        each
        for row in marked
        for each in range(row - _ROWS_AROUND, row + _ROWS_AROUND + 1)
        if 0 <= each < max(len(sheet.rows), max(marked) + 1)
    }
    return sorted({*header_rows[:_MOST_HEADER_ROWS], *near})


def _columns(sheet: Sheet, identity: tuple[int, ...], marked: set[int]) -> list[int]:
    width = max((len(cells) for cells in sheet.rows), default=1)
    near = {
        each
        for column in marked
        for each in range(column - _COLUMNS_AROUND, column + _COLUMNS_AROUND + 1)
        if 0 <= each < max(width, max(marked) + 1)
    }
    return sorted({*identity[:_MOST_IDENTITY], *near})


def _merged_texts(sheet: Sheet, rows: Iterable[int]) -> dict[tuple[int, int], str]:
    """The text of a merged header in every cell it reaches over, since its first cell may be cut off."""
    wanted = set(rows)
    return {
        (row, column): shown_text(sheet, merged.first_row, merged.first_column)
        for merged in sheet.merged
        for row in range(merged.first_row, merged.last_row + 1)
        if row in wanted and merged.first_row in wanted
        for column in range(merged.first_column, merged.last_column + 1)
    }
