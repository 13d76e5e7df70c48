"""Sheets of school figures, one per domain: each indicator and year a stretch of rows without gaps."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from lib.domain.annex import AreaLine, FigureBlock, SchoolLine
from lib.report.annex_book import AnnexBook
from lib.report.annex_names import quoted

_COLUMNS = (
    ("รหัสตัวชี้วัด", 30),
    ("ตัวชี้วัด", 46),
    ("ปี", 20),
    ("รหัสโรงเรียน", 14),
    ("โรงเรียน", 30),
    ("กลุ่ม", 24),
    ("ตัวเศษ (ตามไฟล์)", 13),
    ("ตัวหาร n (ตามไฟล์)", 13),
    ("ค่า", 12),
    ("n ที่ใช้ถ่วงน้ำหนัก", 13),
    ("ระดับ", 14),
    ("ไฟล์", 40),
    ("แผ่น", 20),
    ("ช่อง", 14),
)
_VALUE, _WEIGHT, _LEVEL = 8, 9, 10
_AS_STORED = "#,##0.##########"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where the schools of one indicator and period stand; ranges as formulas write them.

    Attributes:
        start: cell to jump to, such as ``'ข้อมูล วิชาการ'!A5``.
    """

    values: str
    weights: str
    levels: str
    start: str


@dataclass(frozen=True, slots=True)
class WrittenBlock:
    """One indicator and period; no stretch where only a file states the area's figure.

    Attributes:
        at_level: (level, number of schools); empty without a scale.
    """

    area: AreaLine
    stretch: Stretch | None
    at_level: tuple[tuple[str, int], ...]


def write_data(
    book: AnnexBook, pages: Mapping[str, Worksheet], titles: Mapping[str, str], blocks: Iterable[FigureBlock]
) -> list[WrittenBlock]:
    """Write every school's figure.

    Args:
        pages / titles: sheet and title by domain id.

    Returns:
        What stands where, in the order of the blocks.
    """
    heads, widths = [name for name, _ in _COLUMNS], [width for _, width in _COLUMNS]
    about = "ค่าของทุกโรงเรียนตามไฟล์ ไม่ปัด ไม่ปิดตัวเลขจำนวนน้อย ใช้ภายในคณะกรรมการเท่านั้น ช่องว่างคือไม่มีข้อมูล ไม่ใช่ศูนย์"
    tops = {
        domain: book.begin(page, (titles[domain], about), heads, widths) for domain, page in pages.items()
    }
    rows = {domain: top + 1 for domain, top in tops.items()}
    written = []
    for block in blocks:
        page, first = pages[block.domain_id], rows[block.domain_id]
        for row, line in enumerate(block.schools, start=first):
            _write_line(book, page, row, block.area, line)
        rows[block.domain_id] = first + len(block.schools)
        stretch = _stretch(page, first, len(block.schools)) if block.schools else None
        counts = tuple((level, sum(line.level == level for line in block.schools)) for level in block.levels)
        written.append(WrittenBlock(block.area, stretch, counts if block.schools else ()))
    for domain, page in pages.items():
        page.autofilter(tops[domain], 0, max(rows[domain] - 1, tops[domain]), len(_COLUMNS) - 1)
    return written


def _write_line(book: AnnexBook, page: Worksheet, row: int, area: AreaLine, line: SchoolLine) -> None:
    told = (
        area.indicator_id, area.name, area.period.label, line.school_id, line.school_name, line.cluster,
    )  # fmt: skip
    for column, text in enumerate(told):
        book.line(page, row, column, text)
    numbers = (line.numerator, line.n, line.value, line.weight)
    for column, value in enumerate(numbers, start=len(told)):
        book.put(page, row, column, value, _AS_STORED)
    for column, text in enumerate((line.level, line.source_file, line.sheet, line.cell), start=_LEVEL):
        book.line(page, row, column, text)


def _stretch(page: Worksheet, first: int, n_rows: int) -> Stretch:
    sheet = quoted(page.get_name())

    def over(column: int) -> str:
        start = xl_rowcol_to_cell(first, column, row_abs=True, col_abs=True)
        end = xl_rowcol_to_cell(first + n_rows - 1, column, row_abs=True, col_abs=True)
        return f"{sheet}!{start}:{end}"

    return Stretch(over(_VALUE), over(_WEIGHT), over(_LEVEL), f"{sheet}!{xl_rowcol_to_cell(first, 0)}")


def level_counts(written: Iterable[WrittenBlock]) -> Iterator[tuple[WrittenBlock, str, int]]:
    """Every level of every judged indicator and period, with the number of its schools."""
    for block in written:
        for level, count in block.at_level:
            yield block, level, count
