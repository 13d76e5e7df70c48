"""Many reports at once: a folder, a zip or a handful of files, two at a time, each on its own."""

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from lib.domain.issues import Issue, Severity
from lib.ingest.kept_children import KeptChildren
from lib.ingest.limits import READERS_AT_ONCE
from lib.ingest.report_archive import ReportFile, is_report_name, split_archive
from lib.services.report_reading import ReportReader, ReportReading, make_same_text, make_unread
from lib.storage.engine import Store

__all__ = ["ReportFile", "gather_files", "is_report_name", "read_each"]

_log = logging.getLogger(__name__)


def gather_files(files: Iterable[ReportFile]) -> tuple[ReportFile, ...]:
    """The files with those inside a zip in the place of the zip; one that cannot be opened refuses later."""
    return tuple(inner for file in files for inner in _inside(file))


def read_each(
    store: Store, files: Sequence[ReportFile], *, skip_saved: bool = False
) -> Iterator[ReportReading]:
    """Read files in their order, several at a time; a file that fails stops nobody else.

    Only the files at work are held in memory: what is done with a reading is up to the caller.

    Args:
        skip_saved: a file that is saved already is not read again; its reading is what was saved.

    Yields:
        One reading per file. A report that came before under another name says so.
    """
    children = KeptChildren()
    reader = ReportReader(store, children, skip_saved=skip_saved)
    first_names: dict[str, str] = {}
    waiting = iter(files)
    at_work: deque[Future[ReportReading]] = deque()
    pool = ThreadPoolExecutor(READERS_AT_ONCE, thread_name_prefix="report")
    try:
        for _ in files:
            # One more than can be read at a time, so that no reader waits for the caller.
            while len(at_work) <= READERS_AT_ONCE and (file := next(waiting, None)) is not None:
                at_work.append(pool.submit(_read, reader, file))
            yield _with_double(at_work.popleft().result(), first_names)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        children.end()


def _inside(file: ReportFile) -> tuple[ReportFile, ...]:
    if not file.name.lower().endswith(".zip"):
        return (file,)
    try:
        return split_archive(file.name, file.load())
    except OSError:
        return (file,)


def _read(reader: ReportReader, file: ReportFile) -> ReportReading:
    try:
        return reader.read(file)
    except Exception:
        _log.exception("a report could not be read")
        issue = Issue(
            Severity.ERROR,
            "F19",
            "อ่านไฟล์นี้ไม่สำเร็จเพราะข้อผิดพลาดของโปรแกรม ไฟล์อื่นไม่ได้รับผลกระทบ",
            "ลองอ่านไฟล์นี้อีกครั้ง หากยังไม่ได้ให้แจ้งผู้ดูแลระบบ ยังไม่มีข้อมูลใดถูกบันทึก",
        )
        return make_unread(file.name, b"", issue)


def _with_double(read: ReportReading, first_names: dict[str, str]) -> ReportReading:
    """The reading, with a remark where a file before it has the same text."""
    if not read.text_hash:
        return read
    first = first_names.setdefault(read.text_hash, read.file_name)
    if first == read.file_name:
        return read
    issues = (*read.assessment.issues, make_same_text(first))
    return replace(read, assessment=replace(read.assessment, issues=issues))
