"""Merged cells among the rows of a table: names hold for every row, a figure over several cells for none."""

from collections.abc import Iterable
from dataclasses import replace

from lib.domain.columns import Column, Role
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellRange, CellValue
from lib.ingest.cells import cell_text, value_at
from lib.ingest.tables import Table

_FIGURES = (Role.VALUE, Role.N, Role.NUMERATOR, Role.SD, Role.PUPILS)
_HOLDING = (Role.YEAR, Role.TERM, Role.LEVEL)


def settle_merged(table: Table, columns: tuple[Column, ...]) -> tuple[Table, tuple[Issue, ...]]:
    """The table with names, years and terms written into every row of their merged cells.

    A figure that spans several schools or several columns cannot be told apart and is left out.
    """
    if not table.data_rows or not table.sheet.merged:
        return table, ()
    roles = {column.index: column.role for column in columns}
    filled = set(table.data_rows)
    names: list[CellRange] = []
    figures: list[CellRange] = []
    for merged in table.sheet.merged:
        n_rows = sum(row in filled for row in range(merged.first_row, merged.last_row + 1))
        if merged.first_row not in filled or not cell_text(
            value_at(table.sheet, merged.first_row, merged.first_column)
        ):
            continue
        meant = [roles.get(column) for column in range(merged.first_column, merged.last_column + 1)]
        n_figures = sum(role in _FIGURES for role in meant)
        if meant[0] in _FIGURES and (n_rows > 1 or n_figures > 1):
            figures.append(merged)
        elif n_rows > 1 and meant[0] is not None and (meant[0].identifies or meant[0] in _HOLDING):
            names.append(merged)
    if not names and not figures:
        return table, ()
    return _rewritten(table, names, figures), (*_said(table, names), *_asked(table, figures))


def _rewritten(table: Table, names: Iterable[CellRange], figures: Iterable[CellRange]) -> Table:
    rows: list[list[CellValue]] = [list(cells) for cells in table.sheet.rows]
    for merged in names:
        text = rows[merged.first_row][merged.first_column]
        for row in set(range(merged.first_row + 1, merged.last_row + 1)) & set(table.data_rows):
            rows[row] += [None] * (merged.first_column + 1 - len(rows[row]))
            rows[row][merged.first_column] = text
    for merged in figures:
        rows[merged.first_row][merged.first_column] = None
    return replace(table, sheet=replace(table.sheet, rows=tuple(map(tuple, rows))))


def _said(table: Table, names: list[CellRange]) -> list[Issue]:
    if not names:
        return []
    return [
        Issue(
            Severity.INFO,
            "S11",
            f"พบเซลล์ผสาน {len(names):,} ช่วงในคอลัมน์ชื่อ กลุ่ม ปี หรือภาคเรียน (เช่น {names[0].address}) "
            "จึงใช้ค่าเดียวกันทุกแถวในช่วง",
            "ถ้าค่าของแต่ละแถวต่างกัน ให้ยกเลิกการผสานในไฟล์ พิมพ์ค่าของแต่ละแถว แล้วนำเข้าใหม่",
            sheet=table.sheet.name,
            cell=", ".join(merged.address for merged in names),
        )
    ]


def _asked(table: Table, figures: list[CellRange]) -> list[Issue]:
    if not figures:
        return []
    return [
        Issue(
            Severity.QUESTION,
            "S11",
            f"พบเซลล์ผสาน {len(figures):,} ช่วงในส่วนตัวเลข (เช่น {figures[0].address}) "
            "ไม่รู้ว่าค่าเป็นของแถวหรือคอลัมน์ใด จึงไม่นำเข้าค่าในช่วงนั้น",
            "ยกเลิกการผสานในไฟล์ พิมพ์ค่าของแต่ละโรงเรียนในเซลล์ของตน แล้วนำเข้าใหม่",
            sheet=table.sheet.name,
            cell=", ".join(merged.address for merged in figures),
            value=cell_text(value_at(table.sheet, figures[0].first_row, figures[0].first_column)),
        )
    ]
