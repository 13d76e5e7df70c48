"""Texts too long for a cell of Excel, named before they are cut on the way out."""

from collections.abc import Iterator

from lib.domain.issues import Issue, Severity
from lib.domain.sheets import Sheet, address
from lib.ingest.limits import CELL_LETTERS_MAX


def note_long_texts(sheets: tuple[Sheet, ...]) -> Iterator[Issue]:
    """One remark (V19) per text over 32,767 letters; such cells come from csv, HTML and other programs."""
    for sheet in sheets:
        for number, row in enumerate(sheet.rows):
            for column, cell in enumerate(row):
                if cell.__class__ is str and len(cell) > CELL_LETTERS_MAX:
                    place = address(number, column)
                    yield Issue(
                        Severity.WARNING,
                        "V19",
                        f"ข้อความที่ {place} ยาว {len(cell):,} อักษร "
                        f"จะถูกตัดเหลือ {CELL_LETTERS_MAX:,} เมื่อส่งออกเป็น Excel",
                        "ย่อข้อความในไฟล์ต้นฉบับ หากต้องการให้ครบเมื่อส่งออก",
                        sheet=sheet.name,
                        cell=place,
                    )
