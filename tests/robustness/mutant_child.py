"""Reads many damaged files in one process with the reader child's own functions and limits.

``python -m tests.robustness.mutant_child KIND FIRST END`` says ``NUMBER`` before and an outcome after each
one, so that the one at which the process dies is known.
"""

import io
import sys

from lib.errors import RefusedFile
from lib.ingest.file_kind import FileKind
from lib.ingest.guards import check_document_file, check_workbook_file
from lib.ingest.limits import READER_CAPS
from lib.ingest.receive import ReaderFailed, read_workbook_result
from lib.ingest.receive_document import read_document_result
from lib.ingest.transfer import ResultWriter
from lib.ingest.worker import load_reader, set_limits
from tests.robustness.mutants import mutant

READ, REFUSED, FAILED, BROKEN = "read", "refused", "failed", "broken"


def outcome_of(kind: FileKind, content: bytes) -> str:
    """``read``, ``refused <code>``, ``failed`` for a reader's fault, ``broken`` for one in the server."""
    is_document = kind is FileKind.DOCX
    try:
        checked = (check_document_file if is_document else check_workbook_file)(content, f"ก.{kind.value}")
        stream = io.BytesIO()
        try:
            load_reader(checked.kind, "")(content, ResultWriter(stream))
        except RefusedFile:
            raise
        except BaseException as error:
            return f"{FAILED} {type(error).__name__}"
        stream.seek(0)
        (read_document_result if is_document else read_workbook_result)(stream, ())
    except RefusedFile as refusal:
        return f"{REFUSED} {refusal.code}"
    except ReaderFailed:
        return FAILED
    except BaseException as error:
        return f"{BROKEN} {type(error).__name__}: {error}"
    return READ


def main(arguments: list[str]) -> None:
    """Read the mutants FIRST … END - 1 of a kind."""
    kind, first, end = FileKind(arguments[0]), int(arguments[1]), int(arguments[2])
    set_limits(10**6, READER_CAPS.memory_bytes)
    for number in range(first, end):
        content = mutant(kind, number)
        print(number, flush=True)
        print(outcome_of(kind, content), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
