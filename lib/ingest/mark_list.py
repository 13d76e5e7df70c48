"""The first sheet of a marked copy: every issue with its place, reason and remedy; in the child only."""

import unicodedata
from collections.abc import Sequence
from typing import Any, Final

from openpyxl import Workbook as Book
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.worksheet.hyperlink import Hyperlink

from lib.domain.issues import Issue
from lib.domain.sheets import FOUND_SHEET
from lib.ingest.file_kind import FileKind
from lib.ingest.mark_cells import link_to
from lib.ingest.mark_styles import (
    BODY,
    BOLD,
    BOX,
    FILLS,
    HEAD,
    HEAD_FILL,
    LINK,
    MUTED,
    TITLE,
    WORDS,
    WRAP,
    put_text,
)

_COLUMNS: Final = (
    ("ลำดับ", 8),
    ("ระดับ", 14),
    ("ชีต", 24),
    ("เซลล์", 14),
    ("ค่าที่พบ", 24),
    ("รหัส", 9),
    ("สิ่งที่พบ", 60),
    ("สิ่งที่ต้องทำ", 60),
)
_SAME: Final = (
    "สำเนานี้เป็นสมุดงานเดิมที่ระบายสีและใส่ความเห็นไว้ที่เซลล์ สูตรยังเป็นสูตร เปิดใน Excel แก้ไข บันทึก แล้วนำเข้าใหม่ได้ "
    "ชีตนี้จะไม่ถูกอ่านเป็นข้อมูล"
)
_ANEW: Final = (
    "สำเนานี้เขียนขึ้นใหม่จากค่าที่อ่านได้ ทุกเซลล์อยู่ที่เดิม แต่รูปแบบและสูตรของไฟล์เดิมไม่ติดมา "
    "แก้ไข บันทึก แล้วนำเข้าใหม่ได้ ชีตนี้จะไม่ถูกอ่านเป็นข้อมูล"
)
_NO_MACRO: Final = " มาโครไม่ติดมา"
_HEADER_ROW: Final = 4
_TITLE_POINTS: Final = 30
_LINE_POINTS: Final = 24
# Excel's highest row has 409 points.
_LINES_MAX: Final = 16
_NAMELESS: Final = "ข้อมูล"


def sheet_title(name: str) -> str:
    """The tab of a sheet; a csv has no name."""
    return name or _NAMELESS


def add_found_sheet(book: Book, issues: Sequence[Issue], n_issues: int, *, is_macro_lost: bool) -> None:
    """Put the list before the sheets of an open workbook; a list of an earlier copy goes."""
    if FOUND_SHEET in book.sheetnames and len(book.sheetnames) > 1:
        del book[FOUND_SHEET]
    sheet = book.create_sheet(FOUND_SHEET, 0)
    for row in _rows(sheet, issues, n_issues, _SAME + (_NO_MACRO if is_macro_lost else "")):
        sheet.append(row)
    _lay_out(sheet)
    _set_heights(sheet, issues)
    for one in book.worksheets:
        one.sheet_view.tabSelected = one is sheet
    book.active = 0


def write_found_sheet(sheet: Any, issues: Sequence[Issue], n_issues: int, kind: FileKind) -> None:
    """Write the list to a write-only sheet whose stream is open."""
    for row in _rows(sheet, issues, n_issues, _ANEW + (_NO_MACRO if kind is FileKind.XLSM else "")):
        sheet.append(row)


def lay_out_stream(sheet: Any, issues: Sequence[Issue]) -> None:
    """Widths, heights, frozen header and print set-up of a write-only list, before its stream opens."""
    _lay_out(sheet)
    _set_heights(sheet, issues)


def _lay_out(sheet: Any) -> None:
    for number, (_, width) in enumerate(_COLUMNS):
        sheet.column_dimensions["ABCDEFGH"[number]].width = width
    sheet.freeze_panes = f"A{_HEADER_ROW + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"


def _set_heights(sheet: Any, issues: Sequence[Issue]) -> None:
    """Excel fits rows by itself, other programs do not."""
    heights = [_TITLE_POINTS, _LINE_POINTS, _LINE_POINTS, _LINE_POINTS]
    for issue in issues:
        texts = ("", "", issue.sheet, issue.cell, issue.value, issue.code, issue.message, issue.hint)
        n_lines = max(
            sum(1 + _n_letters(line) // width for line in text.split("\n"))
            for text, (_, width) in zip(texts, _COLUMNS, strict=True)
        )
        heights.append(_LINE_POINTS * min(n_lines, _LINES_MAX))
    for number, height in enumerate(heights, start=1):
        sheet.row_dimensions[number].height = height


def _n_letters(text: str) -> int:
    """Letters that take room: Thai vowels and tones above and below do not."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def _rows(sheet: Any, issues: Sequence[Issue], n_issues: int, note: str) -> list[list[Any]]:
    counts = ", ".join(f"{word} {n:,}" for severity, word in WORDS.items() if (n := _count(issues, severity)))
    rows = [
        [_cell(sheet, f"{FOUND_SHEET} {n_issues:,} รายการ", TITLE)],
        [_cell(sheet, f"ในจำนวนนี้ {counts}" if counts else "ไม่มีรายการ", MUTED)],
        [_cell(sheet, note, MUTED)],
        [_head(sheet, title) for title, _ in _COLUMNS],
    ]
    rows += [_issue_row(sheet, number, issue) for number, issue in enumerate(issues, start=1)]
    if n_issues > len(issues):
        rows.append([_cell(sheet, f"ยังมีอีก {n_issues - len(issues):,} รายการที่ไม่ได้แสดงในสำเนานี้", BOLD)])
    return rows


def _count(issues: Sequence[Issue], severity: object) -> int:
    return sum(issue.severity is severity for issue in issues)


def _cell(sheet: Any, text: str, font: Any) -> Any:
    cell = WriteOnlyCell(sheet)
    put_text(cell, text)
    cell.font = font
    return cell


def _head(sheet: Any, title: str) -> Any:
    cell = _cell(sheet, title, HEAD)
    cell.fill = HEAD_FILL
    cell.alignment = WRAP
    cell.border = BOX
    return cell


def _issue_row(sheet: Any, number: int, issue: Issue) -> list[Any]:
    title = sheet_title(issue.sheet)
    texts = (
        str(number),
        WORDS[issue.severity],
        issue.sheet,
        issue.cell,
        issue.value,
        issue.code,
        issue.message,
        issue.hint,
    )
    row = []
    for place, text in enumerate(texts):
        cell = _cell(sheet, text, BODY)
        cell.alignment = WRAP
        cell.border = BOX
        if place == 0:
            cell.value = number
        elif place == 1:
            cell.fill = FILLS[issue.severity]
        elif place == 3 and issue.cell:
            cell.hyperlink = Hyperlink(ref="", location=link_to(title, issue.cell))
            # A sheet that is open whole does not fill it in.
            cell.hyperlink.ref = f"D{_HEADER_ROW + number}"
            cell.font = LINK
        row.append(cell)
    return row
