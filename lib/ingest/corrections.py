"""Readings that a person confirmed take the place of what stands in their cells; the file stays as it is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellValue, Sheet, Workbook, cells_of
from lib.ingest.cells import cell_text, value_at

#: ((sheet, cell or cells as Excel writes them), text to be read; empty for a missing value).
Corrections = Iterable[tuple[tuple[str, str], str]]

_INTEGER = re.compile("-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile("-?(0|[1-9][0-9]{0,14})[.][0-9]+")


def apply_corrections(workbook: Workbook, corrections: Corrections) -> Workbook:
    """The workbook as a person confirmed it is to be read.

    Args:
        corrections: a cell may also be a range or a list of cells, which all take the one reading.

    Returns:
        A further workbook; its issues name every correction with the old and the new reading.
    """
    by_sheet: dict[str, dict[str, str]] = defaultdict(dict)
    for (sheet, cells), text in corrections:
        by_sheet[sheet][cells] = text
    if not by_sheet:
        return workbook
    sheets = tuple(
        _corrected(sheet, by_sheet[sheet.name]) if sheet.name in by_sheet else sheet
        for sheet in workbook.sheets
    )
    said = [issue for sheet in workbook.sheets for issue in _said(sheet, by_sheet.get(sheet.name, {}))]
    names = {sheet.name for sheet in workbook.sheets}
    lost = [_lost(name, cells) for name in by_sheet if name not in names for cells in by_sheet[name]]
    return replace(workbook, sheets=sheets, issues=(*workbook.issues, *said, *lost))


def confirmed_cells(corrections: Corrections) -> frozenset[tuple[str, int, int]]:
    """(sheet, zero-based row, column) of every cell whose reading a person confirmed."""
    return frozenset(
        (sheet, row, column) for (sheet, cells), _ in corrections for row, column in cells_of(cells)
    )


def _corrected(sheet: Sheet, readings: Mapping[str, str]) -> Sheet:
    rows = [list(row) for row in sheet.rows]
    touched = set()
    for cells, text in readings.items():
        for row, column in cells_of(cells):
            if row < len(rows):
                rows[row] += [None] * (column + 1 - len(rows[row]))
                rows[row][column] = _as_cell(text)
                touched.add((row, column))
    return replace(sheet, rows=tuple(map(tuple, rows)), percent_cells=sheet.percent_cells - touched)


def _as_cell(text: str) -> CellValue:
    """A plain number is a number as Excel would hold it; a code with a leading zero stays text."""
    text = text.strip()
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text or None


def _said(sheet: Sheet, readings: Mapping[str, str]) -> Iterator[Issue]:
    for cells, text in readings.items():
        places = cells_of(cells)
        row, column = places[0] if places else (len(sheet.rows), 0)
        if row >= len(sheet.rows):
            yield _lost(sheet.name, cells)
            continue
        old = cell_text(value_at(sheet, row, column))
        read = text or "ไม่มีข้อมูล"
        instead = f"แทน {old or 'ช่องว่าง'} " if len(places) == 1 else ""
        said = f"เซลล์ {cells} ใช้ {read} {instead}ตามที่ผู้ใช้ยืนยัน"
        yield Issue(Severity.INFO, "V25", said, sheet=sheet.name, cell=cells, value=old)


def _lost(sheet: str, cells: str) -> Issue:
    return Issue(
        Severity.WARNING,
        "V25",
        f"ไม่พบเซลล์ {cells} ที่เคยยืนยันค่าไว้ จึงไม่ได้ใช้ค่านั้น",
        "ตรวจว่าเป็นไฟล์เดิม แล้วยืนยันค่าใหม่ถ้ายังต้องการ",
        sheet=sheet,
        cell=cells,
    )
