"""Sheets of xlsx, xlsm, xlsb, xls and ods by calamine; runs in the reader child only."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite
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

    def __init__(self, content: bytes) -> None:
        try:
            self._workbook = CalamineWorkbook.from_filelike(BytesIO(content))
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
        cells: list[CellValue] = []
        for value in stored:
            if isinstance(value, str):
                cells.append((text.clean(value) or None) if value else None)
            elif isinstance(value, float):
                if not isfinite(value):
                    issues.append(_make_number_issue(sheet, number, len(cells), value))
                    cells.append(None)
                elif value.is_integer() and -_EXACT_INT_MAX < value < _EXACT_INT_MAX:
                    cells.append(int(value))
                else:
                    cells.append(value)
            else:
                cells.append(_make_cell(value))
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


def _make_cell(value: int | bool | date | time | timedelta | None) -> CellValue:
    if isinstance(value, timedelta):
        return DateCell(f"PT{value.total_seconds():g}S")
    if isinstance(value, date | time):
        return DateCell(value.isoformat())
    return value


def _make_number_issue(sheet: str, row: int, column: int, value: float) -> Issue:
    place = address(row, column)
    message = f"ค่าที่ {place} ไม่ใช่จำนวนที่ใช้ได้ ({value}) จึงไม่อ่านเซลล์นี้"
    return Issue(Severity.ERROR, "V09", message, "แก้ค่าในเซลล์นั้น แล้วเลือกไฟล์ใหม่", sheet, place, str(value))
