"""Reads foreign files: judged at the door, parsed in a capped child process, rebuilt here as plain values."""

import logging
import threading
import time
import uuid
from collections.abc import Callable, Iterable
from contextlib import closing
from typing import Final, TypeVar

from lib.domain.document_text import DocumentText
from lib.domain.issues import Issue
from lib.domain.sheets import Workbook
from lib.errors import RefusedFile
from lib.ingest.file_kind import FileKind
from lib.ingest.guards import CheckedFile, check_document_file, check_workbook_file
from lib.ingest.kept_children import KeptChildren
from lib.ingest.limits import READER_CAPS, READERS_AT_ONCE, ReaderCaps
from lib.ingest.reader_queue import ReaderQueue
from lib.ingest.reading_progress import OnProgress, ReadingProgress, ReadingStage, tell_nobody
from lib.ingest.receive import GarbledResult, ReaderFailed, read_workbook_result
from lib.ingest.receive_document import read_document_result, read_pages_result
from lib.ingest.refusals import make_refusal
from lib.ingest.watchdog import ChildStopped, read_capped

_log: Final = logging.getLogger(__name__)
_queue: Final = ReaderQueue(READERS_AT_ONCE)
_OUT_OF_MEMORY_FAULTS: Final = ("MemoryError", "RecursionError")
_TELL_EVERY_SECONDS: Final = 0.5

Rebuilt = TypeVar("Rebuilt")
Rebuild = Callable[[Iterable[bytes], tuple[Issue, ...]], Rebuilt]


def read_workbook(
    content: bytes,
    file_name: str,
    on_progress: OnProgress | None = None,
    *,
    caps: ReaderCaps = READER_CAPS,
    encoding: str = "",
    person: str = "",
    children: KeptChildren | None = None,
) -> Workbook:
    """Read a table file: xlsx, xlsm, xlsb, xls, ods, csv, tsv, or an HTML table named as one.

    Args:
        content: the whole file.
        file_name: as the person named it; never used as a path.
        on_progress: called at each step and about twice a second, in the caller's thread; what it raises
            ends the reading.
        caps: what the reader may use.
        encoding: of a csv or HTML file as picked, one of ``TEXT_ENCODINGS``; empty for what is detected.
        person: whose file it is, so that many files of one person take turns with others'.
        children: of the batch that the file belongs to; their caps hold instead.

    Returns:
        Every sheet with each cell at its true address, and the remarks made while reading.

    Raises:
        RefusedFile: the file cannot be read or must not be; the code says why (F.., S.., C..).
    """
    tell = on_progress or tell_nobody
    tell(ReadingProgress(ReadingStage.CHECKING))
    checked = check_workbook_file(content, file_name)
    return run_reader(
        content,
        checked,
        caps,
        tell,
        read_workbook_result,
        encoding=encoding,
        person=person,
        children=children,
    )


def read_document(
    content: bytes,
    file_name: str,
    on_progress: OnProgress | None = None,
    *,
    caps: ReaderCaps = READER_CAPS,
    children: KeptChildren | None = None,
) -> DocumentText:
    """Read a docx or pdf as paragraphs and tables in reading order; arguments and faults as of a workbook.

    Args:
        children: of the batch that the file belongs to; their caps hold instead.
    """
    tell = on_progress or tell_nobody
    tell(ReadingProgress(ReadingStage.CHECKING))
    checked = check_document_file(content, file_name)
    if checked.kind is FileKind.PDF:
        from lib.ingest.pdf_pages import settle_pages

        return settle_pages(run_reader(content, checked, caps, tell, read_pages_result, children=children))
    return run_reader(content, checked, caps, tell, read_document_result, children=children)


def run_reader(
    content: bytes,
    checked: CheckedFile,
    caps: ReaderCaps,
    tell: OnProgress,
    rebuild: Rebuild[Rebuilt],
    *,
    job: str = "read",
    encoding: str = "",
    person: str = "",
    children: KeptChildren | None = None,
) -> Rebuilt:
    """Wait for a turn, run the child on the content and rebuild its answer while it comes.

    Args:
        children: a batch's, which read; without them a child of its own is started.

    Raises:
        RefusedFile: by the child, F11 for a reader's fault, F19 for a child that was ended or crashed.
    """
    arguments = (
        "-m",
        "lib.ingest.worker",
        job,
        checked.kind.value,
        str(caps.cpu_seconds),
        str(caps.memory_bytes),
        encoding,
    )
    whose = person or f"thread {threading.get_ident()}"
    with _queue.turn(whose, lambda place: tell(ReadingProgress(ReadingStage.WAITING, place))):
        tell(ReadingProgress(ReadingStage.READING))
        on_look = _tell_sometimes(tell)
        answer = (
            read_capped(arguments, content, caps, on_look)
            if children is None
            else children.read(content, checked.kind, encoding, on_look)
        )
        with closing(answer) as lines:
            try:
                return rebuild(lines, checked.issues)
            except ReaderFailed as error:
                raise _make_fault(checked.kind, str(error)) from error
            except (ChildStopped, GarbledResult) as error:
                raise _make_stop(checked.kind, f"{type(error).__name__} {error}") from error


def _tell_sometimes(tell: OnProgress) -> Callable[[], None]:
    told = time.monotonic()

    def on_look() -> None:
        nonlocal told
        if time.monotonic() - told >= _TELL_EVERY_SECONDS:
            told = time.monotonic()
            tell(ReadingProgress(ReadingStage.READING))

    return on_look


def _make_fault(kind: FileKind, fault: str) -> RefusedFile:
    if fault.startswith(_OUT_OF_MEMORY_FAULTS):
        return _make_stop(kind, fault)
    _log.warning("reader of %s failed: %s", kind.value, fault)
    return make_refusal("F11", part=f"เนื้อหา ({kind.value})")


def _make_stop(kind: FileKind, fault: str) -> RefusedFile:
    """F19 with an id that the log has too; the log never holds a value of the file."""
    fault_id = uuid.uuid4().hex[:8]
    _log.error("reader %s of %s stopped: %s", fault_id, kind.value, fault)
    return make_refusal("F19", id=fault_id)
