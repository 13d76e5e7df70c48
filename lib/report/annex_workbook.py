"""The data annex as a workbook: contents, the report's tables, formulas, the data, the rules."""

from collections.abc import Iterable
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from lib.domain.annex import AnnexContent, AnnexSheet, FigureBlock
from lib.domain.bound_figures import DocumentKind, FileOrigin, PlacedFigure
from lib.report.annex_area import write_area, write_levels
from lib.report.annex_book import AnnexBook
from lib.report.annex_data import write_data
from lib.report.annex_names import quoted
from lib.report.annex_print import PageWords
from lib.report.annex_tables import write_table
from lib.report.figure_binding import with_figures
from lib.thai.dates import format_date

CONTENTS, AREA, LEVELS = "สารบัญ", "ค่าของเขต", "ระดับ"
_DRAFT = "ฉบับร่าง ยังมีเรื่องที่ต้องแก้ก่อนเสนอ"
_INSIDE = "ใช้ภายในคณะกรรมการ ตัวเลขแสดงครบทุกช่อง ไม่ปิดจำนวนน้อย ห้ามเผยแพร่แฟ้มนี้"


@dataclass(frozen=True, slots=True)
class AnnexFile:
    """The workbook, and every figure that is bound in it with its cell."""

    content: bytes
    placed: tuple[PlacedFigure, ...]


def write_annex(content: AnnexContent, blocks: Iterable[FigureBlock]) -> AnnexFile:
    """Write the annex; the same data give the same bytes.

    Args:
        blocks: taken one by one, so that memory does not grow with the office.
    """
    book = AnnexBook(PageWords(content.title, content.office), content.made_on)
    contents = book.sheet(CONTENTS)
    listed: list[tuple[Worksheet, str]] = []

    def sheet(name: str, about: str) -> Worksheet:
        listed.append((book.sheet(name), about))
        return listed[-1][0]

    tables = [
        sheet(f"ต{number} {table.caption}", f"{label} {table.caption}")
        for number, (label, table) in enumerate(content.tables, start=1)
    ]
    area = sheet(AREA, "ผลของเขตทุกตัวชี้วัดย้อนหลังสามปี เป็นสูตรจากข้อมูลรายโรงเรียน")
    levels = sheet(LEVELS, "จำนวนโรงเรียนตามระดับของตัวชี้วัดที่มีเกณฑ์ระดับ เป็นสูตร")
    pages = {
        domain: sheet(f"ข้อมูล {name}", f"ค่าของทุกโรงเรียน {name} พร้อมไฟล์ แผ่น และช่องที่มา")
        for domain, name in content.domains
    }
    others = [(sheet(one.name, one.about), one) for one in content.sheets]

    titles = {domain: f"ข้อมูลรายโรงเรียน {name}" for domain, name in content.domains}
    written = write_data(book, pages, titles, blocks)
    found = write_area(book, area, written)
    write_levels(book, levels, written)
    placed = list(found.placed)
    for page, (label, table) in zip(tables, content.tables, strict=True):
        placed += write_table(book, page, label, table, found.cells)
    for page, one in others:
        _write_rows(book, page, one)
    _write_contents(book, contents, content, listed)
    origin = FileOrigin(DocumentKind.ANNEX, content.academic_year_be, content.fiscal_year_be)
    return AnnexFile(with_figures(book.close(), origin, placed), tuple(placed))


def _write_contents(
    book: AnnexBook, page: Worksheet, content: AnnexContent, listed: list[tuple[Worksheet, str]]
) -> None:
    lines = [content.title, f"{content.office} · จัดทำเมื่อ {format_date(content.made_on)}", _INSIDE]
    lines += [_DRAFT] if content.is_draft else []
    top = book.begin(page, lines, ("ที่", "แผ่น", "มีอะไร"), (6, 36, 90))
    for row, (target, about) in enumerate(listed, start=top + 1):
        book.grow(page, row, ("", "", about), (6, 36, 90))
        book.put(page, row, 0, row - top, "0")
        name = target.get_name()
        page.write_url(row, 1, f"internal:{quoted(name)}!A1", book.link, name)
        book.text(page, row, 2, about)


def _write_rows(book: AnnexBook, page: Worksheet, sheet: AnnexSheet) -> None:
    top = book.begin(page, (sheet.title, sheet.about), sheet.header, sheet.widths)
    row = top
    for row, cells in enumerate(sheet.rows, start=top + 1):
        book.grow(page, row, cells, sheet.widths)
        for column, value in enumerate(cells):
            book.put(page, row, column, value)
    page.autofilter(top, 0, max(row, top), len(sheet.header) - 1)
