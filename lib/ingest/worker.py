"""The reader child: ``python -m lib.ingest.worker`` reads a file from its standard input under hard limits.

Nothing heavy is imported before the limits stand, and then only the reader of the kind at hand. The answer
goes to the standard output; from the first byte of the file on, nothing can be written to a disk.
"""

import contextlib
import json
import math
import os
import sys
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import PurePath
from typing import IO

from lib.errors import RefusedFile
from lib.ingest.file_kind import FileKind
from lib.ingest.transfer import KEEP_JOB, TURN_END, ResultWriter

Reader = Callable[[bytes, ResultWriter], None]


def set_limits(cpu_seconds: int, memory_bytes: int, *, keeps_on: bool = False) -> None:
    """Cap this process where the system can; Windows has no such limits and the watchdog stands alone.

    Args:
        keeps_on: it reads file after file, and its CPU time is allowed anew for each.
    """
    _limit("RLIMIT_AS", memory_bytes)
    _limit("RLIMIT_CORE", 0)
    if not keeps_on:
        _limit("RLIMIT_CPU", cpu_seconds)


def allow_cpu(seconds: int) -> None:
    """From now on this process may use so many seconds more."""
    try:
        import resource
    except ImportError:
        return
    used = math.ceil(time.process_time())
    # Only the soft limit: a hard one can never be raised again.
    with contextlib.suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, hard))


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
    """What a job needs: ``read``, ``draw``, ``template``, ``edited``, ``slides``, ``mark``, ``mark-anew``."""
    if job == "read":
        return load_reader(kind, encoding)
    if job == "draw":
        from lib.ingest.draw_pdf import write_picture

        return write_picture
    if job == "template":
        from lib.ingest.read_template import write_template_facts

        return write_template_facts
    if job == "edited":
        from lib.ingest.read_edited import write_edited

        return write_edited
    if job == "slides":
        from lib.ingest.read_slides import write_slide_parts

        return write_slide_parts
    return load_marker(kind, encoding, anew=job == "mark-anew")


def main(arguments: list[str]) -> int:
    """Run with: job, kind, CPU seconds, bytes of memory, encoding; the file on the standard input.

    The job ``keep`` takes file after file instead, each behind a line of JSON with its job, kind,
    encoding and length; a blank line ends each answer.
    """
    job, kind, cpu_seconds, memory_bytes, encoding = arguments
    set_limits(int(cpu_seconds), int(memory_bytes), keeps_on=job == KEEP_JOB)
    with _take_output() as stream:
        if job == KEEP_JOB:
            _answer_in_turn(stream, int(cpu_seconds))
        else:
            _answer(stream, job, FileKind(kind), encoding, sys.stdin.buffer.read)
    return 0


def _answer_in_turn(stream: IO[bytes], cpu_seconds: int) -> None:
    while line := sys.stdin.buffer.readline():
        about = json.loads(line)
        # A hung file must not use up what the next ones may take.
        allow_cpu(cpu_seconds)
        take = partial(sys.stdin.buffer.read, int(about["n_bytes"]))
        _answer(stream, str(about["job"]), FileKind(about["kind"]), str(about["encoding"]), take)
        stream.write(TURN_END)
        stream.flush()


def _answer(stream: IO[bytes], job: str, kind: FileKind, encoding: str, take: Callable[[], bytes]) -> None:
    writer = ResultWriter(stream)
    try:
        run = load_job(job, kind, encoding)
        # After the imports, which may keep their compiled form.
        _limit("RLIMIT_FSIZE", 0)
        run(take(), writer)
    except RefusedFile as refused:
        writer.write_refusal(refused)
    # A panic of a Rust reader is a BaseException; the server learns only a fault's class and place.
    except BaseException as error:
        place = traceback.extract_tb(error.__traceback__)[-1:]
        where = "".join(f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in place)
        writer.write_failure(f"{type(error).__name__} {where}")


def _take_output() -> IO[bytes]:
    """The standard output for the result alone; whatever a library prints goes where errors go."""
    stream = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return stream


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
