"""Small questions about a cell that every step of reading asks."""

import re

from lib.domain.sheets import CellValue, DateCell, ErrorCell, FormulaCell, Sheet
from lib.thai.numerals import parse_number
from lib.thai.text import clean_text

_YEAR = re.compile(r"(24|25|26)\d\d")
_NOTE = re.compile(r"^(หมายเหตุ|ที่มา|แหล่งข้อมูล|ข้อมูล\s*ณ|\*|ผู้รายงาน|ผู้รับรอง|ลงชื่อ|จัดทำโดย|คำชี้แจง|คำอธิบาย)")


def cell_text(value: CellValue) -> str:
    """The cell as a person reads it; an integral number has no fraction, a blank is empty."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, DateCell):
        return value.iso
    if isinstance(value, ErrorCell):
        return value.code
    if isinstance(value, FormulaCell):
        return f"={value.formula}"
    return str(value)


def is_number(value: CellValue) -> bool:
    """Whether a cell holds, or spells, a number."""
    if isinstance(value, bool):
        return False
    if isinstance(value, int | float):
        return True
    return isinstance(value, str) and bool(value.strip()) and parse_number(value).value is not None


def is_year(value: CellValue) -> bool:
    """Whether a cell is a bare Buddhist year, which is a header and not a figure."""
    return bool(_YEAR.fullmatch(cell_text(value)))


def is_note(text: str) -> bool:
    """Whether a text opens a remark beneath a table."""
    return bool(_NOTE.match(text))


def value_at(sheet: Sheet, row: int, column: int) -> CellValue:
    """The cell, None beyond the end of a short row."""
    cells = sheet.rows[row]
    return cells[column] if column < len(cells) else None
