"""openpyxl's writer without its temporary files: a foreign file's content stays in memory."""

import zipfile
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class _MemoryWriter(ExcelWriter):
    _archive: zipfile.ZipFile

    # openpyxl writes each sheet to a named temporary file first; only where the XML goes is changed here.
    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()
        if self.workbook.write_only:
            if not ws.closed:
                ws.close()
            writer = ws._writer
        else:
            ws._drawing.charts = ws._charts
            ws._drawing.images = ws._images
            writer = WorksheetWriter(ws, BytesIO())
            writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], writer.out.getbuffer())
        self.manifest.append(ws)


def open_stream(sheet: Any) -> None:
    """Let a write-only sheet write to memory; call it after its widths are set and before its first row."""
    sheet._writer = WorksheetWriter(sheet, BytesIO())
    sheet._writer.write_top()


def save_in_memory(book: Workbook) -> bytes:
    """The workbook's bytes."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        _MemoryWriter(book, archive).write_data()
    return target.getvalue()
