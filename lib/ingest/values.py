"""One cell under an indicator's column becomes a number, a blank, or an issue at its place."""

import math
from dataclasses import dataclass
from functools import lru_cache

from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellValue, DateCell, ErrorCell, FormulaCell
from lib.ingest.column_units import SHARES, Holds
from lib.ingest.date_readings import date_readings
from lib.thai.dates import BE_OFFSET
from lib.thai.number_readings import number_readings
from lib.thai.numerals import ParsedNumber, Unit, parse_number

#: Beyond any amount of an area office in baht.
LARGEST = 1e12
#: As the year of a real date: somebody typed พ.ศ. where Excel counts ค.ศ.
_BUDDHIST_YEARS = range(2400, 2651)
#: The reading of a cell that holds no value after all.
MISSING = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell cannot be used, and what it may be read as."""

    code: str
    message: str
    hint: str
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says.

    Attributes:
        value: None when blank or unusable.
        count: a head count that stood before the per cent in the same cell.
        converted: Thai digits, commas or units were read away.
        missing: a mark for "no value" such as ``-`` stands in the cell.
        fault: set when the cell cannot be used.
    """

    value: float | None = None
    count: float | None = None
    converted: bool = False
    missing: bool = False
    fault: Fault | None = None


#: An empty cell.
BLANK = Reading()
_TEXT_FAULTS = {
    "V02": ("เป็นค่าผิดพลาดของสูตร", "แก้สูตรในไฟล์ต้นฉบับ หรือยืนยันว่าไม่มีข้อมูล"),
    "V03": ("เป็นข้อความ ไม่ใช่ตัวเลข", "แก้เป็นตัวเลข หรือเว้นว่างถ้าไม่มีข้อมูล"),
    "V05": ("มีเครื่องหมายจุลภาคที่ตีความได้สองแบบ", "พิมพ์ทศนิยมด้วยจุด เช่น 81.5"),
    "V09": ("ไม่ใช่จำนวนที่ใช้ได้", "แก้เป็นตัวเลขปกติ"),
}


def read_value(cell: CellValue, holds: Holds = SHARES, *, shown_as_percent: bool = False) -> Reading:
    """Read one cell; ``shown_as_percent`` when Excel shows 0.755 as 75.5%."""
    if cell is None:
        return BLANK
    if isinstance(cell, bool):
        return _text_fault("V03", (MISSING,))
    if isinstance(cell, int | float):
        return _number(float(cell), holds, shown_as_percent=shown_as_percent)
    if isinstance(cell, str):
        return _text(cell, holds)
    if isinstance(cell, ErrorCell):
        what, hint = f"แสดงค่าผิดพลาด {cell.code}", "แก้สูตรในไฟล์ต้นฉบับ หรือยืนยันว่าไม่มีข้อมูล"
        return Reading(fault=Fault("V02", what, hint, (MISSING,)))
    if isinstance(cell, FormulaCell):
        hint = "เปิดไฟล์ใน Excel กดบันทึก แล้วนำเข้าใหม่"
        return Reading(fault=Fault("V01", "เป็นสูตรที่ยังไม่คำนวณ", hint, (MISSING,)))
    return _date_fault(cell)


def _number(value: float, holds: Holds, *, shown_as_percent: bool) -> Reading:
    plain = _plain_number(value)
    if plain.fault or not shown_as_percent:
        return plain
    percent = shown_percent(value)
    if Unit.PERCENT not in holds.units:
        what = f"แสดงใน Excel เป็น {percent:g}% แต่คอลัมน์นี้ไม่ใช่ร้อยละ"
        return _unit_fault(what, (f"{value:.10g}", f"{percent:.10g}"))
    return Reading(percent)


def shown_percent(value: float) -> float:
    """What Excel shows of a number formatted as a percentage.

    0.57 * 100 is 56.99999999999999 in binary; ten places are more than any file states.
    """
    return round(value * 100, 10)


@lru_cache(maxsize=65536)
def _plain_number(value: float) -> Reading:
    """Scores repeat: a sheet of a million cells has some thousand different ones."""
    if not math.isfinite(value) or abs(value) > LARGEST:
        return _text_fault("V09", (MISSING,))
    return Reading(value)


def _text(text: str, holds: Holds) -> Reading:
    parsed = parse_number(text)
    if parsed.fault:
        readings = number_readings(text) if parsed.fault in ("V03", "V05") else ()
        return _text_fault(parsed.fault, (*readings, MISSING))
    if parsed.value is None:
        return Reading(missing=bool(text.strip()))
    if parsed.count is not None:
        return _count_and_percent(parsed, parsed.count, holds)
    if parsed.unit and parsed.unit not in holds.units:
        return _other_unit(parsed)
    return Reading(parsed.value, converted=parsed.converted)


def _count_and_percent(parsed: ParsedNumber, count: float, holds: Holds) -> Reading:
    if holds.shares:
        return Reading(parsed.value, count, converted=True)
    if holds.counts:
        return Reading(count, converted=True)
    readings = (f"{parsed.value:.10g}", f"{count:.10g}")
    return _unit_fault("มีตัวเลขสองจำนวนในเซลล์เดียว", readings)


def _other_unit(parsed: ParsedNumber) -> Reading:
    """A per cent among head counts, people among per cents: the number is not what the column holds."""
    number = f"{parsed.value:.10g}"
    if parsed.in_parentheses and not number.startswith("-"):
        return _unit_fault("อยู่ในวงเล็บ อาจเป็นค่าลบหรือร้อยละ", (f"-{number}", number))
    return _unit_fault("มีหน่วยที่ไม่ตรงกับคอลัมน์นี้", (number,))


def _unit_fault(what: str, readings: tuple[str, ...]) -> Reading:
    return Reading(fault=Fault("V03", what, "เลือกค่าที่ถูกต้อง หรือแก้ในไฟล์ต้นฉบับ", (*readings, MISSING)))


def _text_fault(code: str, readings: tuple[str, ...]) -> Reading:
    return Reading(fault=Fault(code, *_TEXT_FAULTS[code], readings))


def _date_fault(cell: DateCell) -> Reading:
    readings = (*date_readings(cell.iso), MISSING)
    year = cell.iso[:4]
    if year.isdigit() and int(year) in _BUDDHIST_YEARS:
        what = f"เป็นวันที่ที่ใช้ปี พ.ศ. {year} เป็นปี ค.ศ. ไม่ใช่ตัวเลข"
        hint = f"แก้ปีเป็น ค.ศ. {int(year) - BE_OFFSET} หรือพิมพ์ตัวเลขแทนวันที่ แล้วนำเข้าใหม่"
        return Reading(fault=Fault("V12", what, hint, readings))
    what = f"เป็นวันที่ ({cell.iso[:10]}) ไม่ใช่ตัวเลข"
    hint = "ตรวจรูปแบบเซลล์ใน Excel: ค่าเช่น 1/2 มักถูกเปลี่ยนเป็นวันที่เอง"
    return Reading(fault=Fault("V13", what, hint, readings))


def cell_issue(sheet: str, cell: str, shown: str, fault: Fault, kept_without: str = "") -> Issue:
    """The issue of one cell that cannot be used; the cell is left out, the row's other cells are kept.

    Args:
        kept_without: what the value of the row is kept without, empty where the cell is the value itself.
    """
    outcome = f"จึงนำเข้าค่าของแถวนี้โดยไม่มี{kept_without}" if kept_without else "จึงไม่นำเข้าเซลล์นี้"
    return Issue(
        Severity.WARNING if kept_without else Severity.ERROR,
        fault.code,
        f"ค่า “{shown}” {fault.message} {outcome}",
        fault.hint,
        sheet=sheet,
        cell=cell,
        value=shown,
        readings=fault.readings,
    )
