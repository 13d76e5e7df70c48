"""A page of a PDF as a picture, drawn in the reader child."""

import json
from dataclasses import replace
from typing import Final

from lib.ingest.child import run_reader
from lib.ingest.file_kind import FileKind, find_kind
from lib.ingest.guards import check_document_file
from lib.ingest.limits import PICTURE_CAPS, ReaderCaps
from lib.ingest.reading_progress import OnProgress, tell_nobody
from lib.ingest.receive import read_file_result
from lib.ingest.refusals import make_refusal

DRAW_JOB: Final = "draw"
SCREEN_DPI: Final = 110


def has_pages_to_draw(content: bytes) -> bool:
    """True for a PDF, by its bytes; a Word file or workbook has its text only."""
    return find_kind(content) is FileKind.PDF


def draw_page(
    content: bytes,
    page: int,
    *,
    dpi: int = SCREEN_DPI,
    on_progress: OnProgress | None = None,
    caps: ReaderCaps = PICTURE_CAPS,
    person: str = "",
) -> bytes:
    """One page as a PNG; a page larger than any paper is drawn smaller.

    Args:
        content: the whole PDF.
        page: from 1.
        dpi: dots per inch; 110 makes A4 910 × 1,287.
        on_progress: as of ``read_document``.
        person: whose file it is, for the queue.

    Raises:
        RefusedFile: it is no PDF (F12), cannot be opened (F09–F11), has no such page or one that cannot be
            drawn (S04), or takes too long (F19).
    """
    checked = replace(check_document_file(content, ""), issues=())
    if checked.kind is not FileKind.PDF:
        raise make_refusal("F12")
    given = json.dumps({"page": page, "dpi": dpi}).encode() + b"\n" + content
    return run_reader(
        given, checked, caps, on_progress or tell_nobody, read_file_result, job=DRAW_JOB, person=person
    )
