"""Rows that must not be read although they seem to be a school's: no period, a total's label, moved cells."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lib.domain.columns import Column, Role
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellRange, CellValue, Sheet, address
from lib.ingest.cells import cell_text, value_at
from lib.ingest.row_years import RowYears
from lib.ingest.rows import Row, RowKind

_FIGURES = (Role.VALUE, Role.N, Role.NUMERATOR, Role.SD, Role.PUPILS)
#: Long enough for a name; units such as คน and บาท are not worth a look-up.
_WORD = re.compile("[ก-๎A-Za-z]{4}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row is turned away; ``reason`` is the short form counted per row."""

    issue: Issue
    reason: str


def refuse_rows(
    rows: Iterable[Row],
    sheet: Sheet,
    columns: tuple[Column, ...],
    years: RowYears,
    is_school_name: Callable[[str], bool],
) -> dict[int, Refusal]:
    """Row index → refusal, each row once.

    Args:
        is_school_name: whether a text is the name of a school of the register.
    """
    rows = tuple(rows)
    dated = [row.index for row in rows if row.kind in (RowKind.SCHOOL, RowKind.BENCHMARK)]
    refused = {row: Refusal(issue, "อ่านปีหรือภาคเรียนไม่ได้") for row, issue in years.check(dated).items()}
    refused |= _longer_lines(rows, sheet, columns)
    figures = [column.index for column in columns if column.role in _FIGURES]
    for row in rows:
        if row.kind is RowKind.CODED_TOTAL:
            refused[row.index] = Refusal(_coded_total(row, sheet, columns), "แถวรวมที่มีรหัสโรงเรียน")
        elif row.kind is RowKind.SCHOOL:
            for place in _names_among_figures(sheet.rows[row.index], figures, is_school_name):
                refused[row.index] = Refusal(_moved(row, sheet, place), "ข้อมูลในแถวเลื่อนคอลัมน์")
    return refused


def _longer_lines(rows: tuple[Row, ...], sheet: Sheet, columns: tuple[Column, ...]) -> dict[int, Refusal]:
    """Lines of a csv with more fields than its header: an unquoted 1,080 moves every field behind it."""
    if sheet.name or not columns:
        return {}
    width = max(column.index for column in columns) + 1
    of_data = [row for row in rows if row.kind in (RowKind.SCHOOL, RowKind.BENCHMARK)]
    longer = [row for row in of_data if any(map(cell_text, sheet.rows[row.index][width:]))]
    # Where most lines are longer, a column merely has no header.
    if len(longer) * 2 > len(of_data):
        return {}
    return {row.index: Refusal(_longer(row, sheet, width), "จำนวนช่องไม่ตรงกับหัวตาราง") for row in longer}


def _longer(row: Row, sheet: Sheet, width: int) -> Issue:
    n = max(place for place, cell in enumerate(sheet.rows[row.index]) if cell_text(cell)) + 1
    return Issue(
        Severity.ERROR,
        "C03",
        f"บรรทัด {row.index + 1} มี {n} ช่อง แต่หัวตารางมี {width} ช่อง ค่าอาจเลื่อนคอลัมน์ จึงไม่นำเข้าบรรทัดนี้",
        "ถ้ามีจุลภาคในตัวเลข เช่น 1,080 ให้ลบออกหรือใส่เครื่องหมายคำพูดคร่อม แล้วนำเข้าใหม่",
        sheet=sheet.name,
        cell=CellRange(row.index, 0, row.index, n - 1).address,
    )


def _coded_total(row: Row, sheet: Sheet, columns: tuple[Column, ...]) -> Issue:
    places = [column.index for column in columns if column.role.identifies]
    return Issue(
        Severity.ERROR,
        "S16",
        f"แถว {row.index + 1} มีรหัสโรงเรียน {row.code} แต่ชื่อ “{row.name}” เป็นแถวรวมหรือค่าเฉลี่ย จึงไม่นับเป็นโรงเรียน",
        "ถ้าเป็นแถวรวมให้ลบรหัสออก ถ้าเป็นโรงเรียนให้แก้ชื่อ แล้วนำเข้าใหม่",
        sheet=sheet.name,
        cell=CellRange(row.index, min(places), row.index, max(places)).address,
        value=row.name,
    )


def _names_among_figures(
    cells: tuple[CellValue, ...], figures: Iterable[int], is_school_name: Callable[[str], bool]
) -> Iterator[int]:
    for column in figures:
        cell = cells[column] if column < len(cells) else None
        if type(cell) is str and _WORD.search(cell) and is_school_name(cell_text(cell)):
            yield column
            return


def _moved(row: Row, sheet: Sheet, column: int) -> Issue:
    shown = cell_text(value_at(sheet, row.index, column))
    return Issue(
        Severity.ERROR,
        "S30",
        f"พบชื่อโรงเรียน “{shown}” ในคอลัมน์ของตัวเลข ข้อมูลในแถว {row.index + 1} น่าจะเลื่อนคอลัมน์ จึงไม่นำเข้าแถวนี้",
        "จัดเซลล์ในแถวให้ตรงคอลัมน์ในไฟล์ต้นฉบับ แล้วนำเข้าใหม่",
        sheet=sheet.name,
        cell=address(row.index, column),
        value=shown,
    )
