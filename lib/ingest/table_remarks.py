"""What must be said about the layout of a table: where its header is, unnamed columns, hidden parts."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from lib.domain.columns import Column
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellRange, CellValue, address, column_letter
from lib.ingest.cells import cell_text, is_note, is_number, is_year, value_at
from lib.ingest.tables import Table

_MOST_TITLES = 4


def table_remarks(table: Table, columns: tuple[Column, ...]) -> Iterator[Issue]:
    """Remarks on one table; the data are read as the remark says."""
    if _is_guessed(table):
        yield _header_below(table)
    yield from _unnamed(table, {column.index for column in columns})
    hidden = sorted(set(table.data_rows) & table.sheet.hidden_rows)
    if hidden:
        yield _hidden_rows(table, hidden)
    unseen = sorted(set(table.headers) & table.sheet.hidden_columns)
    if unseen:
        yield _hidden_columns(table, unseen)


def _is_guessed(table: Table) -> bool:
    """Up to four rows of words above a header are its titles; figures or more words there may be data."""
    if table.earlier:
        return False
    above = [cells for cells in table.sheet.rows[: table.header_rows[0]] if any(map(cell_text, cells))]
    figures = any(is_number(cell) and not is_year(cell) for cells in above for cell in cells)
    return figures or len(above) > _MOST_TITLES


def _header_below(table: Table) -> Issue:
    first, last = table.header_rows[0], table.header_rows[-1]
    rows = f"{first + 1}" if first == last else f"{first + 1}–{last + 1}"
    return Issue(
        Severity.INFO,
        "S10",
        f"เข้าใจว่าหัวตารางอยู่แถวที่ {rows}",
        "ถ้าไม่ถูกต้อง ให้เลือกแถวหัวตารางเอง",
        sheet=table.sheet.name,
        cell=CellRange(first, min(table.headers), last, max(table.headers)).address,
    )


def _unnamed(table: Table, named: set[int]) -> Iterator[Issue]:
    """Columns that hold something in the rows of data, and no word stands above them."""
    sheet = table.sheet
    width = max((len(sheet.rows[row]) for row in table.data_rows), default=0)
    unnamed = [column for column in range(width) if column not in named]
    found: dict[int, list[int]] = {}
    for row in table.data_rows if unnamed else ():
        filled = [column for column in unnamed if cell_text(value_at(sheet, row, column))]
        if filled and not _is_remark(sheet.rows[row]):
            for column in filled:
                found.setdefault(column, []).append(row)
    for column, rows in sorted(found.items()):
        yield Issue(
            Severity.WARNING,
            "S09",
            f"คอลัมน์ {column_letter(column)} มีข้อมูล {len(rows):,} เซลล์แต่ไม่มีหัวคอลัมน์ จึงไม่นำเข้าคอลัมน์นี้",
            "เติมหัวคอลัมน์ในไฟล์ หรือเลือกว่าคอลัมน์นี้คืออะไร หรือเลือกไม่นำเข้า",
            sheet=sheet.name,
            cell=f"{address(table.header_rows[-1], column)}, {_runs(rows, column, column)}",
            value=cell_text(value_at(sheet, rows[0], column)),
        )


def _is_remark(cells: tuple[CellValue, ...]) -> bool:
    texts = [text for text in map(cell_text, cells) if text]
    return len(texts) < 2 or is_note(texts[0])


def _hidden_rows(table: Table, hidden: list[int]) -> Issue:
    width = (min(table.headers), max(table.headers))
    return Issue(
        Severity.WARNING,
        "S29",
        f"พบแถวที่ซ่อนไว้ {len(hidden):,} แถวในตาราง อ่านรวมกับแถวอื่นด้วย",
        "ถ้าไม่ต้องการแถวที่ซ่อน ให้ลบแถวนั้นในไฟล์ หรือยกเลิกตัวกรองเพื่อตรวจก่อน แล้วนำเข้าใหม่",
        sheet=table.sheet.name,
        cell=_runs(hidden, *width),
    )


def _hidden_columns(table: Table, hidden: list[int]) -> Issue:
    letters = ", ".join(map(column_letter, hidden))
    return Issue(
        Severity.WARNING,
        "S29",
        f"พบคอลัมน์ที่ซ่อนไว้ ({letters}) อ่านรวมกับคอลัมน์อื่นด้วย",
        "ถ้าไม่ต้องการคอลัมน์ที่ซ่อน ให้เลือกไม่นำเข้าคอลัมน์นั้น หรือลบในไฟล์ แล้วนำเข้าใหม่",
        sheet=table.sheet.name,
        cell=", ".join(address(table.header_rows[-1], column) for column in hidden),
    )


def _runs(rows: Iterable[int], first_column: int, last_column: int) -> str:
    """Rows as few rectangles, such as ``A4:E5, A9:E9``."""
    rows = sorted(rows)
    starts = [rows[0], *(row for before, row in pairwise(rows) if row != before + 1)]
    ends = [*(before for before, row in pairwise(rows) if row != before + 1), rows[-1]]
    return ", ".join(
        CellRange(start, first_column, end, last_column).address
        for start, end in zip(starts, ends, strict=True)
    )
