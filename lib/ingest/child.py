"""Reads foreign files: judged at the door, parsed in a capped child process, rebuilt here as plain values."""

import logging
import tempfile
import threading
import uuid
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from lib.domain.document_text import DocumentText
from lib.domain.issues import Issue
from lib.domain.sheets import Workbook
from lib.errors import RefusedFile
from lib.ingest.file_kind import FileKind
from lib.ingest.guards import CheckedFile, check_document_file, check_workbook_file
from lib.ingest.limits import READER_CAPS, READERS_AT_ONCE, ReaderCaps
from lib.ingest.receive import GarbledResult, ReaderFailed, read_document_result, read_workbook_result
from lib.ingest.refusals import make_refusal
from lib.ingest.watchdog import ChildEnd, run_capped

_log: Final = logging.getLogger(__name__)
_turns: Final = threading.BoundedSemaphore(READERS_AT_ONCE)
_OUT_OF_MEMORY_FAULTS: Final = ("MemoryError", "RecursionError")

Rebuilt = TypeVar("Rebuilt")
Rebuild = Callable[[Iterable[str], tuple[Issue, ...]], Rebuilt]


class ReadingStage(StrEnum):
    """Where a reading stands, in words for the person who waits."""

    CHECKING = "กำลังตรวจไฟล์"
    WAITING = "มีการอ่านไฟล์อื่นอยู่ กำลังรอคิว"
    READING = "กำลังอ่านไฟล์"
    RECEIVING = "กำลังรับข้อมูลที่อ่านได้"


OnProgress = Callable[[ReadingStage], None]


def read_workbook(
    content: bytes, file_name: str, on_progress: OnProgress | None = None, *, caps: ReaderCaps = READER_CAPS
) -> Workbook:
    """Read a table file: xlsx, xlsm, xlsb, xls, ods, csv, tsv, or an HTML table named as one.

    Args:
        content: the whole file.
        file_name: as the person named it; never used as a path.
        on_progress: called at each stage, in the caller's thread.
        caps: what the reader may use.

    Returns:
        Every sheet with each cell at its true address, and the remarks made while reading.

    Raises:
        RefusedFile: the file cannot be read or must not be; the code says why (F.., S.., C..).
    """
    tell = on_progress or _tell_nobody
    tell(ReadingStage.CHECKING)
    checked = check_workbook_file(content, file_name)
    return _read(content, checked, caps, tell, read_workbook_result)


def read_document(
    content: bytes, file_name: str, on_progress: OnProgress | None = None, *, caps: ReaderCaps = READER_CAPS
) -> DocumentText:
    """Read a docx as paragraphs and tables in reading order; arguments and refusals as for a workbook."""
    tell = on_progress or _tell_nobody
    tell(ReadingStage.CHECKING)
    checked = check_document_file(content, file_name)
    return _read(content, checked, caps, tell, read_document_result)


def _tell_nobody(stage: ReadingStage) -> None:
    del stage


def _read(
    content: bytes, checked: CheckedFile, caps: ReaderCaps, tell: OnProgress, rebuild: Rebuild[Rebuilt]
) -> Rebuilt:
    if not _turns.acquire(blocking=False):
        tell(ReadingStage.WAITING)
        _turns.acquire()
    try:
        # Windows may hold a file of a child that was just ended; the folder is then left to the system.
        with tempfile.TemporaryDirectory(prefix="reader-", ignore_cleanup_errors=True) as folder:
            source = Path(folder) / f"source.{checked.kind.value}"
            result = Path(folder) / "result.jsonl"
            source.write_bytes(content)
            tell(ReadingStage.READING)
            _run_reader(checked.kind, source, result, caps)
            tell(ReadingStage.RECEIVING)
            return _receive(result, checked, rebuild)
    finally:
        _turns.release()


def _run_reader(kind: FileKind, source: Path, result: Path, caps: ReaderCaps) -> None:
    report = run_capped(
        (
            "-m",
            "lib.ingest.worker",
            kind.value,
            str(source),
            str(result),
            str(caps.cpu_seconds),
            str(caps.memory_bytes),
        ),
        caps,
        source.parent,
    )
    if report.end is not ChildEnd.FINISHED:
        raise _make_stop(kind, f"{report.end.value} {report.exit_code}")


def _receive(result: Path, checked: CheckedFile, rebuild: Rebuild[Rebuilt]) -> Rebuilt:
    try:
        with result.open(encoding="utf-8", newline="\n") as lines:
            return rebuild(lines, checked.issues)
    except RefusedFile:
        raise
    except ReaderFailed as error:
        fault = str(error)
        if fault.startswith(_OUT_OF_MEMORY_FAULTS):
            raise _make_stop(checked.kind, fault) from error
        _log.warning("reader of %s failed: %s", checked.kind.value, fault)
        raise make_refusal("F11", part=f"เนื้อหา ({checked.kind.value})") from error
    except (GarbledResult, OSError, UnicodeDecodeError) as error:
        raise _make_stop(checked.kind, f"result {error}") from error


def _make_stop(kind: FileKind, fault: str) -> RefusedFile:
    """F19 with an id that the log has too; the log never holds a value of the file."""
    fault_id = uuid.uuid4().hex[:8]
    _log.error("reader %s of %s stopped: %s", fault_id, kind.value, fault)
    return make_refusal("F19", id=fault_id)
