"""One workbook file to a written result; runs in the reader child only."""

import zipfile
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import Final

from python_calamine import CalamineError

from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellRange
from lib.ingest.file_kind import FileKind, has_old_password
from lib.ingest.limits import EMPTY_STYLED_ROWS_NOTED_FROM, WORKBOOK_CELLS_MAX
from lib.ingest.open_document import read_open_sheets
from lib.ingest.plain_text import PlainText
from lib.ingest.read_grid import GridReader, StoredRows, make_rows
from lib.ingest.refusals import make_refusal
from lib.ingest.sheet_geometry import SheetGeometry, read_sheet_geometry
from lib.ingest.sheet_marks import SheetMarks, read_sheet_marks
from lib.ingest.sheet_names import tidy_sheet_names
from lib.ingest.transfer import ResultWriter
from lib.ingest.workbook_parts import SheetPart, WorkbookParts, read_workbook_parts

_NO_MARKS: Final = SheetMarks()


def write_xlsx(content: bytes, kind: FileKind, writer: ResultWriter) -> None:
    """Read an xlsx or xlsm: geometry first, then the grid, then the marks that the geometry asks for.

    Raises:
        RefusedFile: F03, F08, F11, S01, S02, S04, S05, S07, S17 or S18.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = read_workbook_parts(archive)
        listed = [sheet for sheet in parts.sheets if sheet.part]
        names, renamed = tidy_sheet_names(sheet.name for sheet in listed)
        shown = [replace(sheet, name=name) for sheet, name in zip(listed, names, strict=True)]
        sheets = [(sheet, _read_geometry(archive, sheet, parts)) for sheet in shown]
        _check_totals([geometry for _, geometry in sheets])
        reader = _open_grid(content)
        text, issues = PlainText(), [*renamed, *_note_sheets(sheets, parts)]
        writer.write_header("workbook", kind=kind.value)
        for (sheet, geometry), own in zip(sheets, listed, strict=True):
            grid = _read_grid(reader, own.name, geometry)
            marks = _NO_MARKS
            if geometry.needs_marks or grid is None:
                with archive.open(sheet.part) as stream:
                    marks = read_sheet_marks(stream, sheet.name, parts.percent_styles)
            rows, merged = grid or (_read_slowly(content, own.name, geometry), tuple(marks.merged))
            writer.write_sheet(
                sheet.name,
                make_rows(rows, marks.cells, sheet.name, text, issues),
                merged=merged,
                percents=marks.percents,
                hidden=sheet.hidden,
                hidden_rows={row for row in geometry.hidden_rows if row < geometry.last_row},
                hidden_columns={one for one in geometry.hidden_columns if one < geometry.last_column},
            )
    writer.write_end((*issues, *text.issues), encoding="", delimiter="")


def _read_geometry(archive: zipfile.ZipFile, sheet: SheetPart, parts: WorkbookParts) -> SheetGeometry:
    with archive.open(sheet.part) as stream:
        return read_sheet_geometry(stream, sheet.name, parts.percent_styles)


def _check_totals(geometries: list[SheetGeometry]) -> None:
    n_cells = sum(geometry.n_cells for geometry in geometries)
    if n_cells > WORKBOOK_CELLS_MAX:
        raise make_refusal("S02", sheet="ทุกชีต", cells=n_cells, limit=WORKBOOK_CELLS_MAX)
    if not any(geometry.last_row or geometry.has_formulas for geometry in geometries):
        raise make_refusal("S04")


def _open_grid(content: bytes) -> GridReader | None:
    try:
        return GridReader(content)
    except CalamineError:
        return None


def _read_grid(
    reader: GridReader | None, name: str, geometry: SheetGeometry
) -> tuple[StoredRows, tuple[CellRange, ...]] | None:
    """The fast reader's grid; None when it fails or comes back short, as it does for a UTF-16 part."""
    if reader is None:
        return None
    try:
        grid = reader.read_sheet(name)
    except CalamineError:
        return None
    return grid if len(grid[0]) >= geometry.last_row else None


def _read_slowly(content: bytes, name: str, geometry: SheetGeometry) -> StoredRows:
    from lib.ingest.read_openpyxl import read_rows_slowly

    rows = list(read_rows_slowly(content, name))
    if len(rows) < geometry.last_row:
        raise make_refusal("S18", sheet=name, read=len(rows), counted=geometry.last_row)
    return rows


def _note_sheets(sheets: Iterable[tuple[SheetPart, SheetGeometry]], parts: WorkbookParts) -> list[Issue]:
    issues = []
    hidden = [sheet.name for sheet, geometry in sheets if sheet.hidden and geometry.last_row]
    if hidden:
        issues.append(make_hidden_issue(hidden))
    for sheet, geometry in sheets:
        if geometry.last_written_row - geometry.last_row >= EMPTY_STYLED_ROWS_NOTED_FROM:
            message = f'ชีต "{sheet.name}" จัดรูปแบบแถวว่างไว้ถึงแถว {geometry.last_written_row:,} ระบบข้ามแถวว่างให้'
            hint = "หากต้องการให้เปิดไฟล์เร็วขึ้น ให้ลบแถวว่างท้ายตาราง"
            issues.append(Issue(Severity.WARNING, "S03", message, hint, sheet.name))
        if parts.recalculates_on_load and geometry.has_formulas and not geometry.has_bare_formulas:
            message = f'ชีต "{sheet.name}" มีสูตรที่โปรแกรมผู้สร้างไฟล์อาจยังไม่ได้คำนวณ ค่าที่อ่านได้อาจเป็น 0'
            hint = "เปิดไฟล์ใน Excel บันทึกหนึ่งครั้ง แล้วเลือกไฟล์ใหม่"
            issues.append(Issue(Severity.WARNING, "V01", message, hint, sheet.name))
    return issues


def make_hidden_issue(names: list[str]) -> Issue:
    """Ask whether hidden sheets (S06) are wanted."""
    return Issue(
        Severity.QUESTION,
        "S06",
        f"พบชีตซ่อน {len(names)} ชีต ({', '.join(names[:5])})",
        "เลือกว่าจะนำเข้าชีตซ่อนด้วยหรือไม่ ค่าเริ่มต้นคือไม่นำเข้า",
    )


def write_ods(content: bytes, writer: ResultWriter) -> None:
    """Read an ods; formats, merges and hidden rows come from its own content part.

    Raises:
        RefusedFile: F03, F11, S01, S02, S04, S07 or S18.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        counted = read_open_sheets(archive)
    if not any(sheet.last_row for sheet in counted):
        raise make_refusal("S04")
    reader = GridReader(content)
    text = PlainText()
    names, renamed = tidy_sheet_names(sheet.name for sheet in counted)
    issues = list(renamed)
    hidden = [name for name, sheet in zip(names, counted, strict=True) if sheet.hidden and sheet.last_row]
    if hidden:
        issues.append(make_hidden_issue(hidden))
    writer.write_header("workbook", kind=FileKind.ODS.value)
    for name, sheet in zip(names, counted, strict=True):
        rows, _ = reader.read_sheet(sheet.name)
        lowest = max((row + 1 for row, _ in sheet.marks.cells), default=0)
        if max(len(rows), lowest) < sheet.last_row:
            raise make_refusal("S18", sheet=name, read=len(rows), counted=sheet.last_row)
        writer.write_sheet(
            name,
            make_rows(rows, sheet.marks.cells, name, text, issues),
            merged=sheet.merged,
            percents=sheet.marks.percents,
            hidden=sheet.hidden,
            hidden_rows=sheet.hidden_rows,
            hidden_columns=sheet.hidden_columns,
        )
    writer.write_end((*issues, *text.issues), encoding="", delimiter="")


def write_binary_workbook(content: bytes, kind: FileKind, writer: ResultWriter) -> None:
    """Read an xls or xlsb: values, hidden tabs and, for xls, merged ranges.

    Raises:
        RefusedFile: F03, F08, S04 or S07.
    """
    try:
        reader = GridReader(content)
    except CalamineError as error:
        if has_old_password(content):
            raise make_refusal("F08") from error
        raise
    names, renamed = tidy_sheet_names(sheet.name for sheet in reader.sheets)
    issues = list(renamed)
    text = PlainText()
    n_rows = 0
    hidden = []
    writer.write_header("workbook", kind=kind.value)
    for name, sheet in zip(names, reader.sheets, strict=True):
        rows, merged = reader.read_sheet(sheet.name)
        n_rows += len(rows)
        if sheet.hidden and rows:
            hidden.append(name)
        writer.write_sheet(
            name,
            make_rows(rows, {}, name, text, issues),
            merged=merged,
            hidden=sheet.hidden,
        )
    if not n_rows:
        raise make_refusal("S04")
    if hidden:
        issues.append(make_hidden_issue(hidden))
    writer.write_end((*issues, *text.issues), encoding="", delimiter="")
