"""Tables about single persons are turned away; a lone number of a person is taken out of its cell."""

from collections.abc import Collection
from dataclasses import replace

from lib.domain.issues import Issue, Severity
from lib.domain.persons import PersonColumn, PersonsFound
from lib.domain.sheets import CellValue, Sheet, Workbook, address, column_letter
from lib.errors import RefusedFile
from lib.ingest.personal_cells import number_in
from lib.ingest.personal_columns import find_persons

#: Stands where a cell held a number of a person.
WITHHELD = "(ปิดข้อมูลบุคคล)"


def withhold_persons(workbook: Workbook, file_name: str = "", *, signed: bool = False) -> Workbook:
    """The workbook without anything about single persons, hidden sheets included.

    Args:
        file_name: looked at too, because it is kept and shown.
        signed: a school's own report, which names its staff, its winners and its telephone; only citizen ids
            and pupils' codes count.

    Returns:
        The very same workbook where there is nothing of the kind; else one whose issues (V17) name every cell
        and column that was emptied, never what stood there.

    Raises:
        RefusedFile: V17; a sheet is a list of persons, or the file's or a sheet's name holds a number of one.
    """
    if number_in(file_name.rsplit(".", 1)[0]):
        raise _refusal("ชื่อไฟล์มีเลขประจำตัวหรือหมายเลขโทรศัพท์ของบุคคล จึงไม่รับไฟล์นี้", "ตั้งชื่อไฟล์ใหม่ แล้วนำเข้าอีกครั้ง")
    sheets: list[Sheet] = []
    issues: list[Issue] = []
    for place, sheet in enumerate(workbook.sheets, start=1):
        if number_in(sheet.name):
            raise _refusal(
                f"ชื่อของชีตที่ {place:,} มีเลขประจำตัวหรือหมายเลขโทรศัพท์ของบุคคล จึงไม่รับไฟล์นี้", "เปลี่ยนชื่อชีต แล้วนำเข้าอีกครั้ง"
            )
        found = find_persons(sheet)
        if signed:
            found = found.only_numbers()
        if found.is_list_of_persons:
            raise _list_refusal(sheet, found)
        columns = found.columns
        sheets.append(_emptied(sheet, columns, found) if columns or found.cells else sheet)
        issues += [_column_issue(sheet, column) for column in columns]
        issues += [_cell_issue(sheet, cell.row, cell.column, cell.sort.label) for cell in found.cells]
    if not issues:
        return workbook
    return replace(workbook, sheets=tuple(sheets), issues=(*workbook.issues, *issues))


def _emptied(sheet: Sheet, columns: Collection[PersonColumn], found: PersonsFound) -> Sheet:
    """Columns are emptied with their header, so that nobody is asked what they mean."""
    cells = {(cell.row, cell.column) for cell in found.cells}
    first_row = {column.column: max(column.header_row, 0) for column in columns}

    def kept(row: int, column: int, value: CellValue) -> CellValue:
        if (row, column) in cells:
            return WITHHELD
        return None if column in first_row and row >= first_row[column] else value

    touched = {row for row, _ in cells}
    rows = tuple(
        tuple(kept(row, column, value) for column, value in enumerate(values))
        if first_row or row in touched
        else values
        for row, values in enumerate(sheet.rows)
    )
    return replace(sheet, rows=rows)


def _column_issue(sheet: Sheet, column: PersonColumn) -> Issue:
    named = f" “{column.header}”" if column.header else ""
    return Issue(
        Severity.WARNING,
        "V17",
        f"คอลัมน์ {column_letter(column.column)}{named} เป็น{column.sort.label} จึงเว้นทั้งคอลัมน์ "
        "ไม่อ่านและไม่เก็บ ส่วนอื่นอ่านตามปกติ",
        "ไม่ต้องทำอะไร โปรแกรมเก็บเฉพาะข้อมูลระดับโรงเรียน",
        sheet=sheet.name,
        cell=address(max(column.header_row, 0), column.column),
    )


def _cell_issue(sheet: Sheet, row: int, column: int, what: str) -> Issue:
    return Issue(
        Severity.WARNING,
        "V17",
        f"พบ{what}ในช่องนี้ จึงไม่อ่านและไม่เก็บข้อความในช่อง ส่วนอื่นของไฟล์อ่านตามปกติ",
        "ถ้าต้องการข้อความในช่องนี้ ให้ลบเลขออกในไฟล์ต้นฉบับ แล้วนำเข้าใหม่",
        sheet=sheet.name,
        cell=address(row, column),
    )


def _list_refusal(sheet: Sheet, found: PersonsFound) -> RefusedFile:
    column = max(found.columns, key=lambda each: (each.sort.proves, -each.column))
    where = f"ชีต “{sheet.name}” " if sheet.name else ""
    hidden = "ที่ซ่อนไว้ " if sheet.hidden else ""
    return _refusal(
        f"{where}{hidden}คอลัมน์ {column_letter(column.column)} เป็น{column.sort.label} "
        "ตารางนี้เป็นรายบุคคล โปรแกรมนี้เก็บเฉพาะข้อมูลระดับโรงเรียน จึงไม่รับไฟล์นี้",
        "สรุปเป็นจำนวนหรือร้อยละรายโรงเรียนก่อน แล้วนำเข้าใหม่",
    )


def _refusal(message: str, hint: str) -> RefusedFile:
    return RefusedFile("V17", f"{message} ยังไม่มีข้อมูลใดถูกบันทึก", hint)
