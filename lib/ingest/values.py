"""One cell under an indicator's column becomes a number, a blank, or an issue at its place."""

import math
from dataclasses import dataclass

from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellValue, DateCell, ErrorCell, FormulaCell
from lib.thai.numerals import parse_number

_LARGEST = 1e12


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says.

    Attributes:
        value: None when blank or unusable.
        count: a head count that stood before the per cent in the same cell.
        converted: Thai digits, commas or units were read away.
        missing: a mark for "no value" such as ``-`` stands in the cell.
        fault: (code, message, hint) when the cell cannot be used.
    """

    value: float | None = None
    count: float | None = None
    converted: bool = False
    missing: bool = False
    fault: tuple[str, str, str] | None = None


#: An empty cell.
BLANK = Reading()
_TEXT_FAULTS = {
    "V03": ("เป็นข้อความ ไม่ใช่ตัวเลข", "แก้เป็นตัวเลข หรือเว้นว่างถ้าไม่มีข้อมูล"),
    "V05": ("มีเครื่องหมายจุลภาคที่ตีความได้สองแบบ", "พิมพ์ทศนิยมด้วยจุด เช่น 81.5"),
    "V09": ("ไม่ใช่จำนวนที่ใช้ได้", "แก้เป็นตัวเลขปกติ"),
}


def read_value(cell: CellValue, *, shown_as_percent: bool = False) -> Reading:
    """Read one cell; ``shown_as_percent`` when Excel shows 0.755 as 75.5%."""
    if cell is None:
        return BLANK
    if isinstance(cell, bool):
        return _fault("V03", *_TEXT_FAULTS["V03"])
    if isinstance(cell, int | float):
        value = float(cell)
        if not math.isfinite(value) or abs(value) > _LARGEST:
            return _fault("V09", *_TEXT_FAULTS["V09"])
        # 0.57 * 100 is 56.99999999999999 in binary; ten places are more than any file states.
        return Reading(round(value * 100, 10) if shown_as_percent else value)
    if isinstance(cell, str):
        parsed = parse_number(cell)
        if parsed.fault:
            return _fault(parsed.fault, *_TEXT_FAULTS[parsed.fault])
        return Reading(parsed.value, parsed.count, parsed.converted, parsed.missing and bool(cell.strip()))
    if isinstance(cell, ErrorCell):
        return _fault("V02", f"แสดงค่าผิดพลาด {cell.code}", "แก้สูตรในไฟล์ต้นฉบับ แล้วบันทึกใหม่")
    if isinstance(cell, FormulaCell):
        return _fault("V01", "เป็นสูตรที่ยังไม่คำนวณ", "เปิดไฟล์ใน Excel กดบันทึก แล้วนำเข้าใหม่")
    return _date_fault(cell)


def _fault(code: str, message: str, hint: str) -> Reading:
    return Reading(fault=(code, message, hint))


def _date_fault(cell: DateCell) -> Reading:
    return _fault(
        "V13", f"เป็นวันที่ ({cell.iso[:10]}) ไม่ใช่ตัวเลข", "ตรวจรูปแบบเซลล์ใน Excel: ค่าเช่น 1/2 มักถูกเปลี่ยนเป็นวันที่เอง"
    )


def cell_issue(
    sheet: str, cell: str, shown: str, fault: tuple[str, str, str], kept_without: str = ""
) -> Issue:
    """The issue of one cell that cannot be used; the cell is left out, the row's other cells are kept.

    Args:
        kept_without: what the value of the row is kept without, empty where the cell is the value itself.
    """
    code, message, hint = fault
    outcome = f"จึงนำเข้าค่าของแถวนี้โดยไม่มี{kept_without}" if kept_without else "จึงไม่นำเข้าเซลล์นี้"
    return Issue(
        Severity.WARNING if kept_without else Severity.ERROR,
        code,
        f"ค่า “{shown}” {message} {outcome}",
        hint,
        sheet=sheet,
        cell=cell,
        value=shown,
    )
