"""A reader child's result rebuilt in the server: every value checked, nothing unpickled."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NoReturn, TypeVar

from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellRange, CellValue, DateCell, ErrorCell, FormulaCell, Sheet, Workbook
from lib.errors import RefusedFile
from lib.ingest.transfer import SCHEMA_VERSION

_Made = TypeVar("_Made")
_CELL_TYPES: Final = frozenset({str, int, float, bool, type(None), DateCell, ErrorCell, FormulaCell})


class ReaderFailed(Exception):
    """The child said that its reader failed; the text is the fault's class, never a value of the file."""


class GarbledResult(Exception):
    """The child's result is incomplete or not of this schema."""


def _decode_cell(pairs: list[tuple[str, object]]) -> CellValue:
    if len(pairs) == 1 and isinstance(pairs[0][1], str):
        key, text = pairs[0][0], pairs[0][1]
        if key == "d":
            return DateCell(text)
        if key == "e":
            return ErrorCell(text)
        if key == "f":
            return FormulaCell(text)
    raise GarbledResult("cell")


def _refuse_constant(name: str) -> NoReturn:
    raise GarbledResult(name)


def read_lines(stream: Iterable[bytes]) -> Iterator[object]:
    """Each line's value; a refusal or failure may stand after any of them."""
    for line in stream:
        text = line.decode()
        if text.startswith("["):
            yield json.loads(text, object_pairs_hook=_decode_cell, parse_constant=_refuse_constant)
            continue
        value = json.loads(text, parse_constant=_refuse_constant)
        if isinstance(value, dict):
            if "refused" in value:
                raise RefusedFile(str(value["refused"]), str(value["message"]), str(value["hint"]))
            if "failed" in value:
                raise ReaderFailed(str(value["failed"])[:200])
        yield value


def read_workbook_result(stream: Iterable[bytes], issues: tuple[Issue, ...]) -> Workbook:
    """Rebuild a workbook.

    Args:
        stream: the result's lines.
        issues: remarks from before the reading; they come first.

    Raises:
        RefusedFile: the child refused the file.
        ReaderFailed: the child's reader failed.
        GarbledResult: the result is cut or not of this schema.
    """
    try:
        lines = read_lines(stream)
        header = open_result(lines, "workbook")
        sheets: list[Sheet] = []
        about: dict[str, object] | None = None
        rows: list[tuple[CellValue, ...]] = []
        for number, line in enumerate(lines, start=1):
            if isinstance(line, list):
                rows.extend(_make_row(row) for row in line)
                continue
            if not isinstance(line, dict):
                raise GarbledResult("line")
            if about is not None:
                sheets.append(_make_sheet(about, rows))
            about, rows = line, []
            if "end" in line:
                check_end(line, number)
                found = issues + make_issues(line)
                return Workbook(
                    str(header["kind"]),
                    tuple(sheets),
                    found,
                    str(line["encoding"]),
                    str(line["delimiter"]),
                    tuple(str(name) for name in make_list(line.get("other_encodings", []))),
                )
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise GarbledResult(type(error).__name__) from error
    raise GarbledResult("no end")


def rebuild(
    stream: Iterable[bytes],
    expected: str,
    take: Callable[[dict[str, object]], None],
    finish: Callable[[dict[str, object]], _Made],
) -> _Made:
    """What ``finish`` makes of the last record once ``take`` had the others; faults as for a workbook."""
    try:
        lines = read_lines(stream)
        open_result(lines, expected)
        for number, line in enumerate(lines, start=1):
            if not isinstance(line, dict):
                raise GarbledResult("line")
            if "end" in line:
                check_end(line, number)
                return finish(line)
            take(line)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise GarbledResult(type(error).__name__) from error
    raise GarbledResult("no end")


def read_file_result(lines: Iterable[bytes], issues: tuple[Issue, ...] = ()) -> bytes:
    """Take a result that is itself a file.

    Raises:
        RefusedFile: the child refused the file.
        ReaderFailed: the child's reader failed.
        GarbledResult: the answer is not of this schema, or shorter or longer than it states.
    """
    del issues
    stream = iter(lines)
    try:
        n_bytes = make_ints([open_result(read_lines(stream), "file")["n_bytes"]])[0]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise GarbledResult(type(error).__name__) from error
    content = b"".join(stream)
    if len(content) != n_bytes:
        raise GarbledResult("length")
    return content


def open_result(lines: Iterator[object], expected: str) -> dict[str, object]:
    """The header of a result, checked to be of this kind and schema."""
    header = next(lines, None)
    if not isinstance(header, dict) or header.get("schema") != SCHEMA_VERSION:
        raise GarbledResult("schema")
    if header.get("result") != expected:
        raise GarbledResult("result")
    return header


def check_end(line: dict[str, object], number: int) -> None:
    """Raise ``GarbledResult`` where the last line counts other lines than came."""
    if line["end"] != number:
        raise GarbledResult("count")


def _make_row(row: object) -> tuple[CellValue, ...]:
    if not isinstance(row, list) or not _CELL_TYPES.issuperset(map(type, row)):
        raise GarbledResult("row")
    return tuple(row)


def _make_sheet(about: dict[str, object], rows: list[tuple[CellValue, ...]]) -> Sheet:
    percents = make_ints(about["percents"])
    return Sheet(
        name=str(about["sheet"]),
        rows=tuple(rows),
        merged=tuple(CellRange(*make_ints(one)) for one in make_list(about["merged"])),
        percent_cells=frozenset(zip(percents[0::2], percents[1::2], strict=True)),
        hidden=about["hidden"] is True,
        hidden_rows=frozenset(make_ints(about["hidden_rows"])),
        hidden_columns=frozenset(make_ints(about["hidden_columns"])),
    )


def make_list(value: object) -> list[object]:
    """A JSON list, or ``GarbledResult``."""
    if not isinstance(value, list):
        raise GarbledResult("list")
    return value


def make_ints(value: object) -> list[int]:
    """A JSON list of whole numbers, or ``GarbledResult``."""
    numbers = make_list(value)
    if not all(type(number) is int for number in numbers):
        raise GarbledResult("number")
    return [number for number in numbers if isinstance(number, int)]


def make_issues(line: dict[str, object]) -> tuple[Issue, ...]:
    """The remarks that the last line carries."""
    issues = []
    for row in make_list(line["issues"]):
        severity, code, message, hint, sheet, cell, value = (str(text) for text in make_list(row))
        issues.append(Issue(Severity(severity), code, message, hint, sheet, cell, value))
    return tuple(issues)
