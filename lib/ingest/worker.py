"""The reader child: ``python -m lib.ingest.worker`` reads one file under hard limits and writes the result.

Nothing heavy is imported before the limits stand, and then only the reader of the kind at hand.
"""

import contextlib
import sys
import traceback
from pathlib import Path
from typing import IO

from lib.errors import RefusedFile
from lib.ingest.file_kind import FileKind
from lib.ingest.limits import RESULT_BYTES_MAX
from lib.ingest.transfer import ResultWriter


def set_limits(cpu_seconds: int, memory_bytes: int) -> None:
    """Cap this process where the system can; Windows has no such limits and the watchdog stands alone."""
    try:
        import resource
    except ImportError:
        return
    for limit, value in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, RESULT_BYTES_MAX),
        (resource.RLIMIT_CORE, 0),
    ):
        # macOS refuses an address space limit.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value, value))


def write_result(kind: FileKind, source: Path, stream: IO[str]) -> None:
    """Read the file as the kind says.

    Raises:
        RefusedFile: by the reader of the kind.
    """
    writer = ResultWriter(stream)
    if kind is FileKind.CSV:
        from lib.ingest.read_text_file import write_csv

        write_csv(source, writer)
    elif kind is FileKind.HTML:
        from lib.ingest.read_text_file import write_html

        write_html(source, writer)
    elif kind is FileKind.DOCX:
        from lib.ingest.read_docx import write_docx

        write_docx(source, writer)
    elif kind in (FileKind.XLSX, FileKind.XLSM):
        from lib.ingest.read_workbook_file import write_xlsx

        write_xlsx(source, kind, writer)
    elif kind is FileKind.ODS:
        from lib.ingest.read_workbook_file import write_ods

        write_ods(source, writer)
    else:
        from lib.ingest.read_workbook_file import write_binary_workbook

        write_binary_workbook(source, kind, writer)


def main(arguments: list[str]) -> int:
    """Run with: kind, file to read, file to write, CPU seconds, bytes of memory."""
    kind, source, target, cpu_seconds, memory_bytes = arguments
    set_limits(int(cpu_seconds), int(memory_bytes))
    with Path(target).open("w", encoding="utf-8", newline="\n") as stream:
        try:
            write_result(FileKind(kind), Path(source), stream)
        except RefusedFile as refused:
            _start_over(stream).write_header(
                "refused", code=refused.code, message=refused.message, hint=refused.hint
            )
        # A panic of a Rust reader is a BaseException; the server learns only a fault's class and place.
        except BaseException as error:
            place = traceback.extract_tb(error.__traceback__)[-1:]
            where = "".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in place)
            _start_over(stream).write_header("failed", error=f"{type(error).__name__} {where}")
    return 0


def _start_over(stream: IO[str]) -> ResultWriter:
    stream.seek(0)
    stream.truncate()
    return ResultWriter(stream)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
