"""Cells of a workbook by their place."""

from typing import BinaryIO

import openpyxl


def sheet_values(file: BinaryIO) -> tuple[dict[str, str], dict[str, float]]:
    """Texts and numbers as ``sheet!cell``, formulas by the result they were saved with."""
    texts: dict[str, str] = {}
    values: dict[str, float] = {}
    book = openpyxl.load_workbook(file, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                place = f"{sheet.title}!{cell.coordinate}"
                if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
                    values[place] = float(cell.value)
                elif cell.value is not None:
                    texts[place] = str(cell.value)
    return texts, values
