"""From the text in a cell to the figure as printed, step by step."""

from dataclasses import dataclass

from lib.domain.figures import FigureVersion
from lib.domain.indicators import Indicator, Kind
from lib.domain.sheets import Sheet, address
from lib.domain.source_refs import SourceRef
from lib.ingest.cells import value_at
from lib.ingest.column_units import holds_of
from lib.ingest.values import BLANK, Reading, read_value
from lib.services.indicator_words import IndicatorWords
from lib.services.way_home_sheet import shown_text
from lib.thai.numerals import round_half_up

_CLOSE = 1e-6
_MOST_CELLS = 4
_PRINTED_PLACES = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One step with what happened in it."""

    title: str
    text: str


def make_steps(
    sheet: Sheet,
    corrected: Sheet,
    reference: SourceRef,
    n_cell: str,
    version: FigureVersion,
    words: IndicatorWords,
    confirmed: tuple[str, ...],
    *,
    of_school: bool,
) -> tuple[Step, ...]:
    """The steps of one stored figure.

    Args:
        sheet: as it stands in the file.
        corrected: the same with the readings that people confirmed.
        n_cell: address of the number of people; empty when no cell was found for it.
        of_school: the figure is a school's, which weighs by its n; a stated one weighs in nothing.
        confirmed: what was said about those readings when the file was loaded.
    """
    steps = [Step("ข้อความในเซลล์", _as_it_stands(sheet, reference))]
    steps += [Step("การแก้ที่ผู้ใช้ยืนยัน", text) for text in confirmed]
    steps.append(Step("การอ่าน", _reading(corrected, reference, version, words.indicator)))
    unit = words.indicator.unit
    of = f" ของ{words.indicator.denominator}" if words.indicator.denominator else ""
    steps.append(Step("หน่วย", f"{unit}{of}" if words.indicator.has_n else unit))
    if words.indicator.has_n and (of_school or version.n is not None):
        steps.append(Step("จำนวนที่เป็นฐาน", _base(version, words, n_cell)))
    if words.indicator.kind is Kind.PROPORTION and version.n and version.numerator is None:
        steps.append(Step("จำนวนที่นับได้", _implied(version.value, version.n)))
    steps.append(Step("ตัวเลขที่แสดง", _printed(version, words)))
    return tuple(steps)


def plain_number(value: float) -> str:
    """A number as it is stored: commas, and no more decimals than it has."""
    if float(value).is_integer():
        return f"{int(value):,}"
    whole, _, places = f"{value:,.10f}".rstrip("0").partition(".")
    return f"{whole}.{places}"


def _as_it_stands(sheet: Sheet, reference: SourceRef) -> str:
    told = []
    for cells in reference.cells[:_MOST_CELLS]:
        if cells.address.count(":"):
            n_cells = (cells.last_row - cells.first_row + 1) * (cells.last_column - cells.first_column + 1)
            told.append(f"{cells.address} รวม {n_cells:,} เซลล์")
        else:
            told.append(f"{cells.address} เขียนว่า “{shown_text(sheet, cells.first_row, cells.first_column)}”")
    if len(reference.cells) > _MOST_CELLS:
        told.append(f"และอีก {len(reference.cells) - _MOST_CELLS:,} แห่ง")
    return " · ".join(told)


def _reading(sheet: Sheet, reference: SourceRef, version: FigureVersion, indicator: Indicator) -> str:
    """How the text became the stored number; says so where the cell no longer leads to it."""
    stored = plain_number(version.value)
    if any(cells.address.count(":") for cells in reference.cells):
        return f"นับจากเซลล์เหล่านี้ได้ {stored}"
    read = [_read(sheet, cells.first_row, cells.first_column, indicator) for cells in reference.cells]
    first = read[0]
    if len(read) > 1 or _is_count(first, version):
        divided = _divided(version, indicator)
        if divided:
            return divided
    if first.value is None:
        return f"อ่านเป็นตัวเลขตามกติกาปัจจุบันไม่ได้ ค่าที่เก็บไว้ตอนนำเข้าคือ {stored}"
    if abs(first.value - version.value) < _CLOSE:
        return _told(sheet, reference, first, stored)
    if abs(100 * first.value - version.value) < _CLOSE:
        return f"ไฟล์เก็บเป็นสัดส่วน 0 ถึง 1 คือ {plain_number(first.value)} คูณ 100 เป็น {stored}"
    return f"อ่านจากเซลล์ตามกติกาปัจจุบันได้ {plain_number(first.value)} ค่าที่เก็บไว้ตอนนำเข้าคือ {stored}"


def _read(sheet: Sheet, row: int, column: int, indicator: Indicator) -> Reading:
    if row >= len(sheet.rows):
        return BLANK
    percent = (row, column) in sheet.percent_cells
    return read_value(value_at(sheet, row, column), holds_of(indicator), shown_as_percent=percent)


def _told(sheet: Sheet, reference: SourceRef, reading: Reading, stored: str) -> str:
    row, column = reference.first_row, reference.first_column
    if reading.count is not None:
        return (
            f"ในเซลล์มีจำนวน {plain_number(reading.count)} และร้อยละ {stored} ใช้ร้อยละเป็นค่า ใช้จำนวนเป็นจำนวนที่นับได้"
        )
    if (row, column) in sheet.percent_cells:
        raw = value_at(sheet, row, column)
        kept = plain_number(float(raw)) if isinstance(raw, int | float) else shown_text(sheet, row, column)
        return f"ไฟล์เก็บ {kept} และแสดงเป็นร้อยละ อ่านเป็น {stored}"
    if reading.converted:
        return f"แปลงเลขไทย เครื่องหมายจุลภาค เครื่องหมายร้อยละ หรือหน่วยในเซลล์ เป็น {stored}"
    return f"เป็นตัวเลขอยู่แล้ว ใช้ {stored} ตามเซลล์ {address(row, column)}"


def _is_count(reading: Reading, version: FigureVersion) -> bool:
    """The cell holds those counted, not the value."""
    counted = version.numerator
    return counted is not None and reading.value == counted and counted != version.value


def _divided(version: FigureVersion, indicator: Indicator) -> str:
    if version.numerator is None or not version.n:
        return ""
    x, n = plain_number(version.numerator), plain_number(version.n)
    if indicator.kind is Kind.PROPORTION:
        return f"ไฟล์ให้จำนวน ไม่ได้ให้ร้อยละ จึงคำนวณ {x} ÷ {n} × 100 = {plain_number(version.value)}"
    return f"คำนวณ {x} ÷ {n} = {plain_number(version.value)}"


def _base(version: FigureVersion, words: IndicatorWords, n_cell: str) -> str:
    if version.n is None:
        return "ไฟล์ไม่ได้ให้จำนวนที่เป็นฐาน ค่านี้จึงไม่ได้ถ่วงในค่าของเขต"
    where = f" จากเซลล์ {n_cell}" if n_cell else ""
    return f"{words.counted(version.n) or plain_number(version.n)}{where}"


def _implied(value: float, n: float) -> str:
    x = round_half_up(value * n / 100, 0)
    product = f"{plain_number(value)} × {plain_number(n)} ÷ 100 = {value * n / 100:,.2f}"
    return f"ไฟล์ให้แต่ร้อยละ จึงคำนวณ {product} ปัดเป็นจำนวนเต็ม {x:,.0f}"


def _printed(version: FigureVersion, words: IndicatorWords) -> str:
    told = words.figure(version.value)
    if len(plain_number(version.value).partition(".")[2]) > _PRINTED_PLACES:
        told += f" (ปัดครึ่งขึ้น {_PRINTED_PLACES} ตำแหน่งจาก {plain_number(version.value)})"
    if version.numerator is not None and version.n and words.indicator.kind is Kind.PROPORTION:
        told += f" คือ {plain_number(version.numerator)} จาก {plain_number(version.n)}"
    return told
