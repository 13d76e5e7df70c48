"""The reader child's result on its way to the server, written as counted lines of JSON."""

import json
from collections.abc import Iterable, Sequence
from typing import IO, Final

from lib.domain.document_text import TableBlock, TextBlock
from lib.domain.issues import Issue
from lib.domain.sheets import CellRange, CellValue, DateCell, ErrorCell, FormulaCell
from lib.errors import RefusedFile
from lib.ingest.limits import MEGABYTE, RESULT_BYTES_MAX
from lib.ingest.refusals import make_refusal

SCHEMA_VERSION: Final = 1
#: Asks the child to read file after file.
KEEP_JOB: Final = "keep"
#: Ends the answer of a child that goes on to the next file; no line of an answer is blank.
TURN_END: Final = b"\n"
_ROWS_PER_LINE: Final = 500
# A refusal must still fit under the cap.
_ROOM_FOR_LAST_LINE: Final = 64 * 1024


class ResultWriter:
    """Writes one result; every line is counted so that a cut answer is noticed."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._n_lines = 0
        self._n_bytes = 0

    def write(self, value: object) -> None:
        """One JSON line.

        Raises:
            RefusedFile: F03 when the result outgrows its cap.
        """
        line = json.dumps(
            value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_encode_cell
        ).encode()
        self._n_bytes += len(line) + 1
        if self._n_bytes > RESULT_BYTES_MAX - _ROOM_FOR_LAST_LINE:
            raise make_refusal("F03", megabytes=self._n_bytes // MEGABYTE)
        self._write_line(line)

    def _write_line(self, line: bytes) -> None:
        self._stream.write(line + b"\n")
        self._n_lines += 1

    def write_header(self, result: str, **facts: str | int) -> None:
        self.write({"schema": SCHEMA_VERSION, "result": result, **facts})

    def write_bytes(self, content: bytes) -> None:
        """A whole file after a header that states its length.

        Raises:
            RefusedFile: F03 when it outgrows the result's cap.
        """
        if len(content) > RESULT_BYTES_MAX - _ROOM_FOR_LAST_LINE:
            raise make_refusal("F03", megabytes=len(content) // MEGABYTE)
        self._stream.write(content)

    def write_refusal(self, refused: RefusedFile) -> None:
        """Instead of all that was written or would have been."""
        about = {"refused": refused.code, "message": refused.message, "hint": refused.hint}
        self._write_line(json.dumps(about, ensure_ascii=False).encode())

    def write_failure(self, fault: str) -> None:
        """The reader's fault by its class, instead of all that was written."""
        self._write_line(json.dumps({"failed": fault}).encode())

    def write_sheet(
        self,
        name: str,
        rows: Iterable[Sequence[CellValue]],
        *,
        merged: Iterable[CellRange] = (),
        percents: Iterable[tuple[int, int]] = (),
        hidden: bool = False,
        hidden_rows: Iterable[int] = (),
        hidden_columns: Iterable[int] = (),
    ) -> None:
        """One sheet: a line about it, then its rows in blocks."""
        self.write(
            {
                "sheet": name,
                "hidden": hidden,
                "hidden_rows": sorted(hidden_rows),
                "hidden_columns": sorted(hidden_columns),
                "merged": [
                    (one.first_row, one.first_column, one.last_row, one.last_column) for one in merged
                ],
                "percents": [number for place in percents for number in place],
            }
        )
        block: list[Sequence[CellValue]] = []
        for row in rows:
            block.append(row)
            if len(block) == _ROWS_PER_LINE:
                self.write(block)
                block = []
        if block:
            self.write(block)

    def write_block(self, block: TextBlock | TableBlock) -> None:
        if isinstance(block, TextBlock):
            self.write(
                {
                    "text": block.text,
                    "style": block.style,
                    "page": block.page,
                    "heading": block.is_heading,
                    "continues": block.continues,
                }
            )
        else:
            self.write({"table": block.rows, "page": block.page, "continues": block.continues})

    def write_end(self, issues: Iterable[Issue] = (), **facts: str | int | list[str]) -> None:
        """The last line; without it the result does not count."""
        rows = [
            (one.severity.value, one.code, one.message, one.hint, one.sheet, one.cell, one.value)
            for one in issues
        ]
        self.write({"end": self._n_lines, "issues": rows, **facts})


def _encode_cell(value: object) -> dict[str, str]:
    if isinstance(value, DateCell):
        return {"d": value.iso}
    if isinstance(value, ErrorCell):
        return {"e": value.code}
    if isinstance(value, FormulaCell):
        return {"f": value.formula}
    raise TypeError(type(value).__name__)
