"""Comma, semicolon or tab separated text to rows of texts."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lib.domain.issues import Issue, Severity
from lib.domain.sheets import address
from lib.ingest.limits import FILE_BYTES_MAX, SHEET_COLUMNS_MAX, WORKBOOK_CELLS_MAX
from lib.ingest.refusals import make_refusal

_DELIMITERS: Final = (",", ";", "\t")
_DELIMITER_NAMES: Final = {",": "จุลภาค (,)", ";": "อัฒภาค (;)", "\t": "แท็บ"}
_SAMPLE_CHARACTERS: Final = 64 * 1024
_SAMPLE_RECORDS: Final = 100
_RAGGED_ISSUES_MAX: Final = 20
_TWO_COLUMNS: Final = 2


@dataclass(frozen=True, slots=True)
class DelimitedTable:
    """Rows of texts; an empty line is an empty row, as in Excel."""

    rows: list[list[str]]
    delimiter: str
    issues: tuple[Issue, ...]


def read_delimited(text: str) -> DelimitedTable:
    """Split a text file into records.

    Args:
        text: decoded, without a byte order mark.

    Raises:
        RefusedFile: S02 for too many cells, S04 for nothing but blanks, C03 for a quote that swallows lines.
    """
    # A field may be as long as a file; the limit is the process's, so it must not depend on this one.
    csv.field_size_limit(FILE_BYTES_MAX)
    wrapped = _unwrap_records(text)
    delimiter = ";" if wrapped is not None else find_delimiter(text)
    source = text if wrapped is None else wrapped
    rows = []
    n_cells = 0
    lines = csv.reader(io.StringIO(source, newline=""), delimiter=delimiter)
    first_line = 1
    widths: Counter[int] = Counter()
    swallowing: list[tuple[int, list[str]]] = []
    try:
        for row in lines:
            n_cells += len(row)
            if n_cells > WORKBOOK_CELLS_MAX or len(row) > SHEET_COLUMNS_MAX:
                raise make_refusal("S02", sheet="csv", cells=n_cells, limit=WORKBOOK_CELLS_MAX)
            widths[len(row)] += 1
            if lines.line_num > first_line:
                swallowing.append((first_line, row))
            rows.append(row)
            first_line = lines.line_num + 1
    except csv.Error as error:
        raise make_refusal("C03", line=first_line) from error
    if not any(field.strip() for row in rows for field in row):
        raise make_refusal("S04")
    width = _usual_width(widths)
    for line, row in swallowing:
        _check_swallowed(row, line, width, delimiter)
    _check_last_quote(source, delimiter, first_line)
    issues = [*_note_delimiter(delimiter), *_note_ragged(rows, width)]
    return DelimitedTable(rows, delimiter, tuple(issues))


def find_delimiter(text: str) -> str:
    """The separator under which most of the first records have one same number of fields."""
    sample = text[:_SAMPLE_CHARACTERS]
    if len(text) > len(sample):
        sample = sample[: sample.rfind("\n") + 1] or sample
    best, best_score = ",", (0.0, 0)
    for delimiter in _DELIMITERS:
        counts: Counter[int] = Counter()
        for number, row in enumerate(_read_loosely(sample, delimiter)):
            if number >= _SAMPLE_RECORDS:
                break
            if row:
                counts[len(row)] += 1
        width = _usual_width(counts)
        if width < _TWO_COLUMNS:
            continue
        score = (counts[width] / counts.total(), width)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _read_loosely(text: str, delimiter: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:
        return


def _usual_width(widths: Counter[int]) -> int:
    """The commonest number of fields above one, 1 when every record has one."""
    several = [(count, width) for width, count in widths.items() if width >= _TWO_COLUMNS]
    return max(several)[1] if several else 1


def _unwrap_records(text: str) -> str | None:
    """The DMC raw shape, each record quoted as a whole with its own quotes doubled, as plain ``;`` text."""
    lines = text.splitlines()
    filled = [line.strip() for line in lines if line.strip()]
    if not filled or not all(
        line.startswith('"') and line.endswith('"') and ';""' in line for line in filled
    ):
        return None
    return "\n".join(line.strip()[1:-1].replace('""', '"') for line in lines)


def _check_swallowed(row: list[str], line: int, width: int, delimiter: str) -> None:
    # A real field of several lines is an address or a remark; one whose lines each look like a record is not.
    wanted = 1 if width > _TWO_COLUMNS else 3
    for field in row:
        inner = field.split("\n")[1:]
        alike = sum(1 for one in inner if width > 1 and one.count(delimiter) >= max(1, width - 1))
        if alike >= wanted:
            raise make_refusal("C03", line=line)


def _check_last_quote(text: str, delimiter: str, line: int) -> None:
    """Refuse a quote that is still open at the end of the file."""
    if text.count('"') % 2 == 0:
        return
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        if "end of data" in str(error):
            raise make_refusal("C03", line=line - 1) from error


def _note_delimiter(delimiter: str) -> tuple[Issue, ...]:
    if delimiter == ",":
        return ()
    message = f"ใช้{_DELIMITER_NAMES[delimiter]}เป็นตัวคั่นคอลัมน์"
    return (Issue(Severity.INFO, "C04", message, "ตรวจตัวอย่างข้อมูลว่าแบ่งคอลัมน์ถูกต้อง"),)


def _note_ragged(rows: list[list[str]], width: int) -> Iterator[Issue]:
    """Rows with a filled field beyond the usual width: their columns have probably shifted."""
    n_found = 0
    for number, row in enumerate(rows):
        if len(row) > width and any(field.strip() for field in row[width:]):
            n_found += 1
            if n_found > _RAGGED_ISSUES_MAX:
                return
            yield Issue(
                Severity.ERROR,
                "C03",
                f"แถว {number + 1:,} มี {len(row):,} ช่อง แต่แถวส่วนใหญ่มี {width:,} ช่อง",
                "ตรวจตัวคั่นหรือเครื่องหมายคำพูดในแถวนั้น แล้วเลือกไฟล์ใหม่",
                cell=address(number, 0),
            )
