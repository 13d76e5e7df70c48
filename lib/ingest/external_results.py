"""One cell of an external result: a word of the scale, criteria met, or in an open round anything."""

import re

from lib.domain.assessments import Place
from lib.domain.external_assessments import ExternalResult
from lib.domain.external_rounds import ExternalPhase, ExternalRound
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellValue
from lib.ingest.cells import cell_text
from lib.ingest.external_terms import find_result
from lib.thai.numerals import ParsedNumber, parse_number, to_arabic_digits

_LONGEST_RESULT = 120
_WITH_POINTS = re.compile(r"(.+?)\s*\((\d{1,2})\s*(?:ข้อ|รายการ)?\)")
_HINTS = {
    "X03": "เขียนรอบ เช่น รอบสี่ หรือเลือกรอบของทั้งไฟล์",
    "X04": "เขียนระยะ เช่น ระยะที่ 2 หรือเลือกระยะของทั้งไฟล์",
    "X05": "เขียน ปฐมวัย หรือ ขั้นพื้นฐาน หรือเลือกระดับของทั้งไฟล์",
    "X06": "แก้ให้ตรงกับคำของรอบนี้ แล้วนำเข้าใหม่ ผลอื่นของแถวนี้ใช้ได้ตามปกติ",
    "X07": "แก้เลขมาตรฐานให้ตรงกับรอบนี้ แล้วนำเข้าใหม่",
    "X08": "ตรวจว่าแถวใดถูก แล้วลบแถวที่ผิด",
    "X10": "ถ้ามีผลให้เติมในแถวนี้",
    "X12": "แก้รหัสหรือชื่อโรงเรียน หรือเลือกโรงเรียนด้านบน",
}


class Refusal(Exception):
    """Why a row or cell is not taken.

    Args:
        cell: where, empty for the whole row.
        asks: what a person may say for all such rows: ``round``, ``level`` or the id of the round whose
            phase is asked; empty for a fault.
        is_fault: False for a row that merely holds nothing.
    """

    def __init__(
        self,
        code: str,
        message: str,
        cell: str = "",
        value: str = "",
        *,
        asks: str = "",
        is_fault: bool = True,
    ) -> None:
        super().__init__(message)
        self.code, self.message, self.cell, self.value = code, message, cell, value
        self.asks, self.is_fault = asks, is_fault

    def as_issue(self, sheet: str, cell: str) -> Issue:
        """The issue at its cell."""
        fault = Severity.QUESTION if self.asks else Severity.ERROR
        severity = fault if self.is_fault else Severity.INFO
        return Issue(
            severity, self.code, self.message, _HINTS[self.code], sheet, self.cell or cell, self.value
        )


def _parted(written: str) -> tuple[str, int | None]:
    """``พอใช้ (4 ข้อ)`` as its word and the criteria met."""
    found = _WITH_POINTS.fullmatch(to_arabic_digits(written))
    return (found[1], int(found[2])) if found else (written, None)


def read_result(
    value: CellValue,
    standard: str,
    of: ExternalRound,
    phase: ExternalPhase,
    level_id: str,
    place: Place,
    points: ParsedNumber | None = None,
) -> ExternalResult | None:
    """The result in a cell, None for an empty one.

    Args:
        points: what a column of its own says of the criteria met.

    Raises:
        Refusal: the cell is no result of this round, or the round has no such standard.
    """
    written = cell_text(value)
    number = parse_number(written)
    if number.missing:
        return None
    level = of.level(level_id)
    if standard and not of.open and level is not None and level.standard(standard) is None:
        raise Refusal("X07", f"{of.name} ระดับ{level.name}ไม่มี{of.standard_word} {standard}", value=written)
    if of.open or (of.numbers and number.value is not None):
        if len(written) > _LONGEST_RESULT:
            raise Refusal(
                "X06", f"ข้อความยาวเกิน {_LONGEST_RESULT} ตัวอักษร จึงไม่ใช่ผลการประเมิน", value=written[:80]
            )
        return ExternalResult(standard, written, None, place)
    told, counted = _parted(written)
    counted = _whole(points) if counted is None else counted
    word = find_result(told, phase)
    if word is not None:
        if phase.word_of_points(counted if counted is not None else -1) not in (None, word):
            raise Refusal(
                "X06", f"“{written}” จำนวนข้อกับคำไม่ตรงกันตามเกณฑ์ของ{of.name} {phase.name}", value=written
            )
        return ExternalResult(standard, word, counted, place, "" if word == written else written)
    met = _whole(number)
    by_points = phase.word_of_points(met) if met is not None else None
    if by_points is None:
        words = " ".join(each.word for each in phase.words)
        raise Refusal("X06", f"“{written}” ไม่ใช่ผลของ{of.name} {phase.name} ซึ่งมี {words}", value=written)
    return ExternalResult(standard, by_points, met, place, written)


def _whole(number: ParsedNumber | None) -> int | None:
    if number is None or number.value is None or not float(number.value).is_integer():
        return None
    return int(number.value)
