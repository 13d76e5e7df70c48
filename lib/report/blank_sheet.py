"""One sheet of a blank workbook: title, header the reader knows, a row for every school."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from lib.domain.indicators import DomainArea, Indicator
from lib.domain.periods import PeriodKind
from lib.domain.schools import School
from lib.report.blank_columns import BlankColumn, blank_columns
from lib.report.blank_formats import BlankFormats
from lib.report.characters import printable

_TITLE_ROWS = 4
_ROWS_WITHOUT_REGISTER = 300
_IDENTITY = (("ที่", 5), ("รหัสโรงเรียน", 11), ("ชื่อโรงเรียน", 30))
_CLUSTER_WIDTH, _VALUE_WIDTH, _LONE_VALUE_WIDTH = 21, 10, 13
_WIDEST_ON_ONE_PAGE = 18


@dataclass(frozen=True, slots=True)
class BlankSheet:
    """One sheet: indicators of one group, or the single indicators of one calendar."""

    name: str
    title: str
    kind: PeriodKind
    indicators: tuple[Indicator, ...]


def write_sheet(
    book: Workbook,
    formats: BlankFormats,
    domain: DomainArea,
    sheet: BlankSheet,
    schools: Sequence[School],
    year_be: int,
    cluster_word: str,
) -> None:
    """Write one sheet, ready to print on A4 across."""
    page = book.add_worksheet(sheet.name)
    columns = blank_columns(sheet.indicators)
    owners = " / ".join(dict.fromkeys(each.owner for each in sheet.indicators if each.owner)) or domain.owner
    page.write_string(0, 0, printable(f"{domain.name} {sheet.title}"), formats.title)
    page.write_string(1, 0, f"{sheet.kind.label} {year_be}", formats.title)
    page.set_row_pixels(0, 40)
    page.set_row_pixels(1, 40)
    page.write_string(2, 0, f"กรอกเฉพาะช่องสีขาว ไม่มีข้อมูลให้เว้นว่าง ส่งกลับ: {printable(owners)}", formats.note)
    deep = any(column.header for column in columns)
    first_row = _TITLE_ROWS + (2 if deep else 1)
    identity = (
        *_IDENTITY,
        *(((cluster_word, _CLUSTER_WIDTH),) if any(school.cluster for school in schools) else ()),
    )
    for place, (text, width) in enumerate(identity):
        page.set_column(place, place, width)
        _write_head(page, formats, place, place, text, deep=deep)
    _write_heads(page, formats, columns, len(identity), deep=deep)
    n_rows = len(schools) or _ROWS_WITHOUT_REGISTER
    for place, column in enumerate(columns, start=len(identity)):
        page.data_validation(first_row, place, first_row + n_rows - 1, place, _validation(column))
    fields = [formats.field(column.number_format) for column in columns]
    for row in range(n_rows):
        _write_identity(page, formats, first_row + row, row, schools, len(identity))
        for place, field in enumerate(fields, start=len(identity)):
            page.write_blank(first_row + row, place, None, field)
    page.ignore_errors({"number_stored_as_text": f"B{first_row + 1}:B{first_row + n_rows}"})
    page.freeze_panes(first_row, len(_IDENTITY))
    page.set_landscape()
    page.set_paper(9)
    page.repeat_rows(0, first_row - 1)
    page.repeat_columns(0, len(_IDENTITY) - 1)
    if len(columns) <= _WIDEST_ON_ONE_PAGE:
        page.fit_to_pages(1, 0)
    else:
        page.set_print_scale(60)


def _write_heads(
    page: Worksheet, formats: BlankFormats, columns: Sequence[BlankColumn], start: int, *, deep: bool
) -> None:
    """Names of the indicators, each over its columns, and what each of these holds."""
    place = start
    longest = 1
    for indicator in dict.fromkeys(column.indicator for column in columns):
        own = [column for column in columns if column.indicator is indicator]
        width = _VALUE_WIDTH if len(own) > 1 else _LONE_VALUE_WIDTH
        page.set_column(place, place + len(own) - 1, width)
        _write_head(page, formats, place, place + len(own) - 1, indicator.name, deep=deep and len(own) == 1)
        longest = max(longest, _lines(indicator.name, width * len(own)))
        for offset, column in enumerate(own if len(own) > 1 else ()):
            page.write_string(_TITLE_ROWS + 1, place + offset, column.header, formats.sub_head)
        place += len(own)
    page.set_row_pixels(_TITLE_ROWS, 33 * longest + 8)
    if deep:
        tallest = max(_lines(column.header, _VALUE_WIDTH) for column in columns)
        page.set_row_pixels(_TITLE_ROWS + 1, 33 * tallest + 8)


def _write_head(
    page: Worksheet, formats: BlankFormats, first: int, last: int, text: str, *, deep: bool
) -> None:
    bottom = _TITLE_ROWS + (1 if deep else 0)
    if first == last and bottom == _TITLE_ROWS:
        page.write_string(_TITLE_ROWS, first, printable(text), formats.head)
    else:
        page.merge_range(_TITLE_ROWS, first, bottom, last, printable(text), formats.head)


def _write_identity(
    page: Worksheet, formats: BlankFormats, row: int, number: int, schools: Sequence[School], n_columns: int
) -> None:
    if not schools:
        for place in range(n_columns):
            page.write_blank(row, place, None, formats.field("@" if place else "0"))
        return
    school = schools[number]
    page.write_number(row, 0, number + 1, formats.given_centred)
    page.write_string(row, 1, school.smis_code or school.school_id, formats.given_centred)
    page.write_string(row, 2, printable(school.name), formats.given)
    if n_columns > len(_IDENTITY):
        page.write_string(row, 3, printable(school.cluster), formats.given)


def _validation(column: BlankColumn) -> dict[str, object]:
    """What Excel lets through; the reader checks the same range again."""
    low, high = column.low, column.high
    rule: dict[str, object] = {"validate": "decimal", "error_title": "ค่านี้กรอกไม่ได้"}
    if low is not None and high is not None:
        asked = f"กรอกตัวเลขตั้งแต่ {low:,g} ถึง {high:,g}"
        rule |= {"criteria": "between", "minimum": low, "maximum": high}
    elif high is not None:
        asked = f"กรอกตัวเลขไม่เกิน {high:,g}"
        rule |= {"criteria": "<=", "value": high}
    elif low is not None:
        asked = f"กรอกตัวเลขตั้งแต่ {low:,g} ขึ้นไป"
        rule |= {"criteria": ">=", "value": low}
    else:
        asked = "กรอกตัวเลข"
        rule |= {"criteria": "between", "minimum": -1e12, "maximum": 1e12}
    return rule | {"error_message": f"{asked} หรือเว้นว่างถ้าไม่มีข้อมูล"}


def _lines(text: str, width: int) -> int:
    """Lines a wrapped Thai text takes in a column of so many characters."""
    return -(-len(text) // width) or 1
