"""Rows that must not be read although they seem to be a school's: no period, a total's label, moved cells."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lib.domain.columns import Column, Role
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellRange, Sheet, address
from lib.ingest.cells import cell_text, is_number, value_at
from lib.ingest.row_years import RowYears
from lib.ingest.rows import Row, RowKind

_FIGURES = (Role.VALUE, Role.N, Role.NUMERATOR, Role.SD, Role.PUPILS)
_LEAST_LETTERS = 4


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
    for row in rows:
        if row.kind is RowKind.CODED_TOTAL:
            refused[row.index] = Refusal(_coded_total(row, sheet, columns), "แถวรวมที่มีรหัสโรงเรียน")
        elif row.kind is RowKind.SCHOOL:
            for place in _names_among_figures(row, sheet, columns, is_school_name):
                refused[row.index] = Refusal(_moved(row, sheet, place), "ข้อมูลในแถวเลื่อนคอลัมน์")
    return refused


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
    row: Row, sheet: Sheet, columns: tuple[Column, ...], is_school_name: Callable[[str], bool]
) -> Iterator[int]:
    for column in columns:
        if column.role in _FIGURES:
            cell = value_at(sheet, row.index, column.index)
            is_word = isinstance(cell, str) and len(cell) >= _LEAST_LETTERS and not is_number(cell)
            if is_word and is_school_name(cell_text(cell)):
                yield column.index
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
