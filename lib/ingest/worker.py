"""The reader child: ``python -m lib.ingest.worker`` reads one file from its standard input under hard limits.

Nothing heavy is imported before the limits stand, and then only the reader of the kind at hand. The answer
goes to the standard output; from the first byte of the file on, nothing can be written to a disk.
"""

import contextlib
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import PurePath
from typing import IO

from lib.errors import RefusedFile
from lib.ingest.file_kind import FileKind
from lib.ingest.transfer import ResultWriter

Reader = Callable[[bytes, ResultWriter], None]


def set_limits(cpu_seconds: int, memory_bytes: int) -> None:
    """Cap this process where the system can; Windows has no such limits and the watchdog stands alone."""
    _limit("RLIMIT_AS", memory_bytes)
    _limit("RLIMIT_CPU", cpu_seconds)
    _limit("RLIMIT_CORE", 0)


def _limit(name: str, value: int) -> None:
    try:
        import resource
    except ImportError:
        return
    # macOS refuses an address space limit.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(getattr(resource, name), (value, value))


def load_reader(kind: FileKind, encoding: str) -> Reader:
    """Import the reader of a kind."""
    if kind is FileKind.CSV:
        from lib.ingest.read_text_file import write_csv

        return lambda content, writer: write_csv(content, writer, encoding)
    if kind is FileKind.HTML:
        from lib.ingest.read_text_file import write_html

        return lambda content, writer: write_html(content, writer, encoding)
    if kind is FileKind.DOCX:
        from lib.ingest.read_docx import write_docx

        return write_docx
    if kind is FileKind.PDF:
        from lib.ingest.read_pdf import write_pdf

        return write_pdf
    if kind in (FileKind.XLSX, FileKind.XLSM):
        from lib.ingest.read_workbook_file import write_xlsx

        return lambda content, writer: write_xlsx(content, kind, writer)
    if kind is FileKind.ODS:
        from lib.ingest.read_workbook_file import write_ods

        return write_ods
    from lib.ingest.read_workbook_file import write_binary_workbook

    return lambda content, writer: write_binary_workbook(content, kind, writer)


def load_marker(kind: FileKind, encoding: str, *, anew: bool) -> Reader:
    """Import what hands a file back with marks; it gets the list of issues before the file."""
    from lib.ingest.mark_file import write_marked

    read = load_reader(kind, encoding)
    return lambda given, writer: write_marked(given, kind, read, writer, anew=anew)


def load_job(job: str, kind: FileKind, encoding: str) -> Reader:
    """Import what a job needs: ``read``, ``draw``, ``mark`` or ``mark-anew``."""
    if job == "read":
        return load_reader(kind, encoding)
    if job == "draw":
        from lib.ingest.draw_pdf import write_picture

        return write_picture
    return load_marker(kind, encoding, anew=job == "mark-anew")


def main(arguments: list[str]) -> int:
    """Run with: job, kind, CPU seconds, bytes of memory, encoding; the file on the standard input."""
    job, kind, cpu_seconds, memory_bytes, encoding = arguments
    set_limits(int(cpu_seconds), int(memory_bytes))
    with _take_output() as stream:
        writer = ResultWriter(stream)
        try:
            run = load_job(job, FileKind(kind), encoding)
            # After the imports, which may keep their compiled form.
            _limit("RLIMIT_FSIZE", 0)
            run(sys.stdin.buffer.read(), writer)
        except RefusedFile as refused:
            writer.write_refusal(refused)
        # A panic of a Rust reader is a BaseException; the server learns only a fault's class and place.
        except BaseException as error:
            place = traceback.extract_tb(error.__traceback__)[-1:]
            where = "".join(f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in place)
            writer.write_failure(f"{type(error).__name__} {where}")
    return 0


def _take_output() -> IO[bytes]:
    """The standard output for the result alone; whatever a library prints goes where errors go."""
    stream = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return stream


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
