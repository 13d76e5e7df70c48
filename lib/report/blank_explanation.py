"""The sheet for people in a blank workbook: how to fill it in, what is asked, whom to send it to."""

from collections.abc import Mapping, Sequence

from xlsxwriter.workbook import Workbook

from lib.domain.indicators import DomainArea, Indicator
from lib.domain.periods import PeriodKind
from lib.domain.sheets import EXPLANATION_SHEET
from lib.report.blank_formats import BlankFormats
from lib.report.characters import printable

SheetPart = tuple[str, PeriodKind, tuple[Indicator, ...]]

_HOW_TO = (
    "กรอกเฉพาะช่องสีขาว ช่องสีเทาคือรหัสและชื่อโรงเรียนตามทะเบียน ไม่ต้องแก้",
    "ไม่มีข้อมูลให้เว้นว่าง อย่าใส่ศูนย์ เพราะศูนย์คือค่าที่วัดได้จริง",
    "ร้อยละพิมพ์เป็นตัวเลข เช่น 75.5 ถ้ากรอกจำนวนทั้งหมดกับจำนวนที่เข้าเกณฑ์แล้ว เว้นร้อยละไว้ได้ โปรแกรมคำนวณให้",
    "อย่าแก้หัวตารางและบรรทัดปีเหนือตาราง โปรแกรมใช้สองส่วนนี้อ่านค่ากลับ",
    "ชีตที่ไม่เกี่ยวข้องปล่อยว่างไว้ได้ โปรแกรมอ่านเฉพาะช่องที่กรอก",
)
_COLUMNS = (
    ("ชีต", 18), ("ตัวชี้วัด", 34), ("หน่วย", 9), ("ค่าที่กรอกได้", 14),
    ("จำนวนที่ใช้เป็นฐาน", 20), ("ที่มาของข้อมูล", 22), ("กลุ่มงานเจ้าของข้อมูล", 26), ("คำอธิบาย", 38),
)  # fmt: skip


def write_explanation(
    book: Workbook,
    formats: BlankFormats,
    domain: DomainArea,
    parts: Sequence[SheetPart],
    years_be: Mapping[PeriodKind, int],
) -> None:
    """Write the sheet; the reader knows its name and passes it over."""
    sheet = book.add_worksheet(EXPLANATION_SHEET)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, f"แบบเก็บข้อมูลของคณะกรรมการ ก.ต.ป.น. {domain.name}", formats.title)
    kinds = dict.fromkeys(kind for _, kind, _ in parts)
    years = " และ ".join(f"{kind.label} {years_be[kind]}" for kind in kinds)
    sheet.write_string(1, 0, f"ข้อมูล{years}", formats.note)
    sheet.write_string(2, 0, f"ส่งกลับ: {domain.owner}", formats.note)
    for line, text in enumerate(_HOW_TO, start=1):
        sheet.write_string(2 + line, 0, f"{line}. {text}", formats.note)
    top = 4 + len(_HOW_TO)
    for column, (title, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, title, formats.head)
    row = top
    for name, _, indicators in parts:
        for indicator in indicators:
            row += 1
            texts = (
                name, indicator.name, indicator.unit, _range_words(indicator), indicator.denominator or "–",
                indicator.source_system or "–", indicator.owner or domain.owner, indicator.note,
            )  # fmt: skip
            # Excel sizes a row of wrapped text only when a person edits it.
            lines = max(-(-len(text) // width) for text, (_, width) in zip(texts, _COLUMNS, strict=True))
            sheet.set_row_pixels(row, 38 * max(1, lines))
            for column, text in enumerate(texts):
                sheet.write_string(row, column, printable(text), formats.text)
    sheet.freeze_panes(top + 1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)


def _range_words(indicator: Indicator) -> str:
    low, high = indicator.valid_min, indicator.valid_max
    if low is None and high is None:
        return "ตัวเลขใด ๆ"
    if low is not None and high is not None:
        return f"{low:,g} ถึง {high:,g}"
    return f"ตั้งแต่ {low:,g} ขึ้นไป" if low is not None else f"ไม่เกิน {high:,g}"
