"""The second reader of xlsx sheets, for those the grid reader refuses or loses; in the reader child only."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO

from lib.ingest.read_grid import StoredValue


def read_rows_slowly(content: bytes, sheet: str) -> Iterator[list[StoredValue]]:
    """Stored values of one sheet from A1, formulas as their saved results, by openpyxl in read-only mode.

    Args:
        content: the xlsx file.
        sheet: tab name.

    Yields:
        One list a row; an error cell is its text.
    """
    from openpyxl import load_workbook

    workbook = load_workbook(BytesIO(content), read_only=True, data_only=True)
    try:
        worksheet = workbook[sheet]
        # A stated dimension may be wrong; without it the rows tell.
        worksheet.reset_dimensions()
        for row in worksheet.iter_rows(values_only=True):
            yield [_make_stored(value) for value in row]
    finally:
        workbook.close()


def _make_stored(value: object) -> StoredValue:
    if value is None or isinstance(value, str | int | float | date | datetime | time | timedelta):
        return value
    return str(value)
