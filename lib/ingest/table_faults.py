"""What keeps a whole table, or a row without a name, from being read."""

from dataclasses import dataclass

from lib.domain.columns import CODE_ROLES, Column, Role
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import address
from lib.ingest.count_columns import Figure


@dataclass(frozen=True, slots=True)
class TableFault:
    """Why no row of a table can be read; ``reason`` is the short form counted per row."""

    issue: Issue
    reason: str


def table_fault(
    columns: tuple[Column, ...], figures: tuple[Figure, ...], sheet: str, row: int
) -> TableFault | None:
    """The fault of a table whose columns name no indicator or no school; ``row``: its header, zero-based."""
    if not figures:
        what = "ไม่พบคอลัมน์ของตัวชี้วัดใดในตารางนี้ จึงไม่มีค่าให้นำเข้า"
        hint = "เลือกตัวชี้วัดให้คอลัมน์ที่ต้องการ หรือใช้แบบเก็บข้อมูลเปล่าจากหน้าพจนานุกรมตัวชี้วัด"
        reason = "ตารางไม่มีคอลัมน์ของตัวชี้วัด"
    elif not any(column.role in (*CODE_ROLES, Role.SCHOOL_NAME) for column in columns):
        what = "ไม่พบคอลัมน์รหัสโรงเรียนหรือชื่อโรงเรียน จึงไม่รู้ว่าแต่ละแถวเป็นของโรงเรียนใด"
        hint = "เติมหัวคอลัมน์ “รหัสโรงเรียน” หรือ “ชื่อโรงเรียน” แล้วนำเข้าใหม่"
        reason = "ตารางไม่มีรหัสหรือชื่อโรงเรียน"
    else:
        return None
    return TableFault(Issue(Severity.ERROR, "S12", what, hint, sheet=sheet, cell=address(row, 0)), reason)


def empty_table(sheet: str, row: int) -> Issue:
    """A header without a row beneath, such as a template not filled in; ``row`` zero-based."""
    return Issue(
        Severity.INFO,
        "S27",
        "พบหัวตาราง แต่ยังไม่มีแถวข้อมูลใต้หัวตาราง จึงไม่มีค่าให้นำเข้า",
        "กรอกข้อมูลใต้หัวตาราง บันทึก แล้วนำเข้าใหม่",
        sheet=sheet,
        cell=address(row, 0),
    )


def nameless_row(sheet: str, row: int, label: str) -> Issue:
    """A row with figures that names no school; ``row`` zero-based."""
    return Issue(
        Severity.ERROR,
        "S19",
        f"แถว {row + 1} มีตัวเลขแต่ไม่มีรหัสและชื่อโรงเรียน จึงไม่นำเข้าแถวนี้",
        "เติมรหัสหรือชื่อโรงเรียน หรือลบแถวถ้าเป็นแถวรวมของกลุ่ม",
        sheet=sheet,
        cell=address(row, 0),
        value=label,
    )
