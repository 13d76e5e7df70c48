"""Sheets of xlsx, xlsm, xlsb, xls and ods by calamine; runs in the reader child only."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellRange, CellValue, DateCell, ErrorCell, FormulaCell, address
from lib.ingest.limits import MERGED_RANGES_MAX, SHEETS_MAX
from lib.ingest.plain_text import PlainText
from lib.ingest.refusals import make_refusal

# Whole numbers beyond this have lost digits in the file's own floating point.
_EXACT_INT_MAX: Final = 2**53

StoredValue = str | int | float | bool | date | datetime | time | timedelta | None
StoredRows = Sequence[Sequence[StoredValue]]
Overrides = Mapping[tuple[int, int], ErrorCell | FormulaCell]


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """A worksheet of the list of sheets."""

    name: str
    hidden: bool


class GridReader:
    """An open file; sheets are read one after another so that one grid is in memory at a time.

    Raises:
        RefusedFile: F08 for a password, S07 for too many sheets.
        CalamineError: the file is not one it can open.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._workbook = CalamineWorkbook.from_path(path)
        except PasswordError as error:
            raise make_refusal("F08") from error
        self.sheets = tuple(
            ListedSheet(sheet.name, sheet.visible is not SheetVisibleEnum.Visible)
            for sheet in self._workbook.sheets_metadata
            if sheet.typ is SheetTypeEnum.WorkSheet
        )
        if len(self.sheets) > SHEETS_MAX:
            raise make_refusal("S07", sheets=len(self.sheets), limit=SHEETS_MAX)

    def read_sheet(self, name: str) -> tuple[StoredRows, tuple[CellRange, ...]]:
        """Rows from A1, and merged ranges where the format keeps them readable (xlsx, xls).

        Raises:
            CalamineError: for example an error value newer than the reader (``#SPILL!``).
        """
        sheet: CalamineSheet = self._workbook.get_sheet_by_name(name)
        rows: StoredRows = sheet.to_python(skip_empty_area=False)
        ranges = sheet.merged_cell_ranges or []
        return rows, tuple(CellRange(*first, *last) for first, last in ranges[:MERGED_RANGES_MAX])


def make_rows(
    rows: Iterable[Sequence[StoredValue]],
    overrides: Overrides,
    sheet: str,
    text: PlainText,
    issues: list[Issue],
) -> Iterator[list[CellValue]]:
    """Turn stored values into cells, row by row, without the empty cells after the last value.

    Args:
        rows: stored values from A1.
        overrides: cells that the grid reader gave as blank.
        sheet: name, for the remarks.
        text: cleans texts.
        issues: numbers that are none (V09) are added here.

    Yields:
        One list a row.
    """
    by_row: dict[int, dict[int, ErrorCell | FormulaCell]] = {}
    for (row, column), mark in overrides.items():
        by_row.setdefault(row, {})[column] = mark
    number = -1
    for number, stored in enumerate(rows):
        cells = [text.clean(value) or None if type(value) is str else _make_cell(value) for value in stored]
        for column, value in enumerate(stored):
            if type(value) is float and not math.isfinite(value):
                cells[column] = None
                issues.append(_make_number_issue(sheet, number, column, value))
        if by_row:
            _place(cells, by_row.pop(number, {}))
        while cells and cells[-1] is None:
            cells.pop()
        yield cells
    # Trailing rows may hold nothing but formulas that were never computed.
    for later in range(number + 1, max(by_row, default=-1) + 1):
        cells = []
        _place(cells, by_row.get(later, {}))
        yield cells


def _place(cells: list[CellValue], values: Mapping[int, ErrorCell | FormulaCell]) -> None:
    for column, value in values.items():
        cells.extend([None] * (column + 1 - len(cells)))
        cells[column] = value


def _make_cell(value: StoredValue) -> CellValue:
    if type(value) is float:
        return int(value) if value.is_integer() and abs(value) < _EXACT_INT_MAX else value
    if isinstance(value, timedelta):
        return DateCell(f"PT{value.total_seconds():g}S")
    if isinstance(value, date | time):
        return DateCell(value.isoformat())
    return value


def _make_number_issue(sheet: str, row: int, column: int, value: float) -> Issue:
    return Issue(
        Severity.ERROR,
        "V09",
        f"ค่าที่ {address(row, column)} ไม่ใช่จำนวนที่ใช้ได้ ({value}) จึงไม่อ่านเซลล์นี้",
        "แก้ค่าในเซลล์นั้น แล้วเลือกไฟล์ใหม่",
        sheet,
        address(row, column),
        str(value),
    )
