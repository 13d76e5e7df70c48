"""One file and what was found in it to a marked workbook; runs in the reader child only."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

from lib.domain.issues import Issue, Severity
from lib.ingest.collected_sheets import SheetCollector
from lib.ingest.file_kind import FileKind
from lib.ingest.limits import MARKED_MERGED_CELLS_MAX, MARKED_PARTS_BYTES_MAX
from lib.ingest.mark_anew import make_book_anew
from lib.ingest.mark_cells import mark_cells
from lib.ingest.mark_list import add_found_sheet, write_found_sheet
from lib.ingest.memory_xlsx import save_in_memory
from lib.ingest.sheet_geometry import read_sheet_geometry
from lib.ingest.sheet_marks import read_sheet_marks
from lib.ingest.transfer import ResultWriter
from lib.ingest.workbook_parts import read_workbook_parts

if TYPE_CHECKING:
    from openpyxl import Workbook as Book

Read = Callable[[bytes, ResultWriter], None]


def write_marked(given: bytes, kind: FileKind, read: Read, writer: ResultWriter, *, anew: bool) -> None:
    """Mark the same workbook where openpyxl can hold it, else one made anew from what ``read`` gives.

    Args:
        given: a line of JSON with the issues, then the file.
        read: the reader of the kind.
        anew: do not try the same workbook.

    Raises:
        RefusedFile: F25 for too many cells, or the reader's.
    """
    line, _, content = given.partition(b"\n")
    about = json.loads(line)
    issues = [Issue(Severity(one[0]), *one[1:]) for one in about["issues"]]
    n_issues = int(about["n_issues"])
    book = None
    if not anew and kind in (FileKind.XLSX, FileKind.XLSM) and _is_small(content):
        book = _open(content)
    if book is not None:
        mark_cells(book, issues)
        add_found_sheet(book, issues, n_issues, is_macro_lost=kind is FileKind.XLSM)
        copy = save_in_memory(book)
    else:
        collector = SheetCollector()
        read(content, collector)
        copy = make_book_anew(
            collector.sheets, issues, lambda sheet: write_found_sheet(sheet, issues, n_issues, kind)
        )
    writer.write_header("file", n_bytes=len(copy))
    writer.write_bytes(copy)


def _is_small(content: bytes) -> bool:
    """True when openpyxl can hold every cell, styled empty ones and merged ones too."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = read_workbook_parts(archive)
        listed = [sheet for sheet in parts.sheets if sheet.part]
        if sum(archive.getinfo(sheet.part).file_size for sheet in listed) > MARKED_PARTS_BYTES_MAX:
            return False
        n_merged = 0
        for sheet in listed:
            with archive.open(sheet.part) as stream:
                read_sheet_geometry(stream, sheet.name, frozenset())
            with archive.open(sheet.part) as stream:
                merged = read_sheet_marks(stream, sheet.name, frozenset()).merged
            n_merged += sum(
                (one.last_row - one.first_row + 1) * (one.last_column - one.first_column + 1)
                for one in merged
            )
    return n_merged <= MARKED_MERGED_CELLS_MAX


def _open(content: bytes) -> "Book | None":
    from openpyxl import load_workbook

    try:
        return load_workbook(BytesIO(content))
    # Whatever it cannot understand, the values as read can still be marked.
    except Exception:
        return None
