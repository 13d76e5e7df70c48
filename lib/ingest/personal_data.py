"""Recognise tables about single pupils or persons; they are turned away before anything is kept."""

import re

from lib.domain.sheets import Sheet, column_letter
from lib.errors import RefusedFile
from lib.ingest.cells import cell_text, value_at
from lib.thai.codes import is_citizen_id
from lib.thai.text import fold_key

_PERSON_HEADERS = frozenset(
    fold_key(text)
    for text in (
        "เลขประจำตัวประชาชน", "เลขบัตรประชาชน", "เลขประจำตัวนักเรียน", "เลขประจำตัว 13 หลัก", "รหัสประจำตัวประชาชน",
        "คำนำหน้าชื่อ", "คำนำหน้า", "นามสกุล", "ชื่อ-สกุล", "ชื่อ - สกุล", "ชื่อ-นามสกุล", "ชื่อ สกุล", "ชื่อนักเรียน",
        "วันเกิด", "วันเดือนปีเกิด", "เบอร์โทรศัพท์", "เบอร์โทร", "เลขที่บัตรประชาชน", "ชื่อบิดา", "ชื่อมารดา",
    )
)  # fmt: skip
_TITLED_NAME = re.compile(r"^(ด\.?\s?ช\.|ด\.?\s?ญ\.|เด็กชาย|เด็กหญิง|นาย|นางสาว|น\.ส\.|นาง)\s*[ก-ฮเแโใไ]")
_LEAST_SHARE = 0.8
_SEARCHED_ROWS = 400


def refuse_personal_data(sheet: Sheet) -> None:
    """Turn a sheet about single persons away.

    A column counts as citizen ids when four of five of its filled cells pass the checksum, because one random
    number in ten passes; as names when four of five begin with a title.

    Raises:
        RefusedFile: with the column and what to send instead; no value is repeated in the message.
    """
    width = max((len(row) for row in sheet.rows), default=0)
    headed = _person_columns(sheet)
    for column in range(width):
        texts = [
            text
            for row in range(min(len(sheet.rows), _SEARCHED_ROWS))
            if (text := cell_text(value_at(sheet, row, column)))
        ]
        body = texts[1:]
        ids = sum(is_citizen_id(text) for text in body)
        names = sum(bool(_TITLED_NAME.match(text)) for text in body)
        if ids >= 2 and ids >= _LEAST_SHARE * sum(len(re.sub(r"\D", "", text)) >= 10 for text in body):
            raise _refusal(sheet, column, "เลขประจำตัวประชาชน")
        if len(body) >= 3 and names >= _LEAST_SHARE * len(body):
            raise _refusal(sheet, column, "ชื่อบุคคล")
    if len(headed) >= 2:
        raise _refusal(sheet, headed[0], "ข้อมูลรายบุคคล")


def _person_columns(sheet: Sheet) -> list[int]:
    for row in sheet.rows[:40]:
        found = [column for column, cell in enumerate(row) if fold_key(cell_text(cell)) in _PERSON_HEADERS]
        if len(found) >= 2:
            return found
    return []


def _refusal(sheet: Sheet, column: int, what: str) -> RefusedFile:
    place = (
        f"ชีต “{sheet.name}” คอลัมน์ {column_letter(column)}" if sheet.name else f"คอลัมน์ {column_letter(column)}"
    )
    return RefusedFile(
        "V17",
        f"{place} เป็น{what} โปรแกรมนี้เก็บเฉพาะข้อมูลระดับโรงเรียน จึงไม่รับไฟล์นี้ ยังไม่มีข้อมูลใดถูกบันทึก",
        "สรุปเป็นจำนวนหรือร้อยละรายโรงเรียนก่อน แล้วนำเข้าใหม่",
    )
