"""What can be wrong with the text of a page: kinds of damage that were repaired, and kinds that were not."""

from enum import StrEnum


class Repair(StrEnum):
    """A damage that a rule puts right."""

    MOVED_MARK = "moved_mark"
    ORDER = "order"
    LOST_AM = "lost_am"
    SPACED_AM = "spaced_am"
    SPLIT_AM = "split_am"
    FOREIGN_AM = "foreign_am"
    EVERY_AM = "every_am"
    PRIVATE_USE = "private_use"
    INVISIBLE = "invisible"
    BOILERPLATE = "boilerplate"

    @property
    def label(self) -> str:
        return _REPAIRS[self]


class Fault(StrEnum):
    """Why the text of a page is not used."""

    SCANNED = "scanned"
    RECOGNISED = "recognised"
    MARKS_LOST = "marks_lost"
    TONES_LOST = "tones_lost"
    FOREIGN_LETTERS = "foreign_letters"
    DOUBLED = "doubled"
    LOOSE_MARKS = "loose_marks"
    SPACED_OUT = "spaced_out"
    GARBLED = "garbled"
    UNKNOWN_WORDS = "unknown_words"
    DAMAGED = "damaged"
    TOO_LONG = "too_long"

    @property
    def label(self) -> str:
        return _FAULTS[self]


_REPAIRS = {
    Repair.MOVED_MARK: "สระหรือวรรณยุกต์เลื่อนไปอยู่ตัวถัดไป",
    Repair.ORDER: "สระกับวรรณยุกต์สลับลำดับ",
    Repair.LOST_AM: "สระอำกลายเป็นสระอา",
    Repair.SPACED_AM: "สระอำแยกเป็นช่องว่างกับสระอา",
    Repair.SPLIT_AM: "สระอำแยกเป็นสองตัวอักษร",
    Repair.FOREIGN_AM: "สระอำกลายเป็นอักขระอื่น",
    Repair.EVERY_AM: "สระอาทุกตัวกลายเป็นสระอำ",
    Repair.PRIVATE_USE: "อักขระเฉพาะของแบบอักษรเดิม",
    Repair.INVISIBLE: "อักขระที่มองไม่เห็นหรือสระเอซ้อน",
    Repair.BOILERPLATE: "ข้อความของเว็บไซต์ที่ไม่ใช่ของรายงาน",
}
_FAULTS = {
    Fault.SCANNED: "เป็นภาพสแกน ไม่มีข้อความให้อ่าน",
    Fault.RECOGNISED: "เป็นภาพสแกนที่เครื่องแปลงเป็นข้อความ (OCR) คำและตัวเลขอาจผิด",
    Fault.MARKS_LOST: "สระและวรรณยุกต์หาย",
    Fault.TONES_LOST: "วรรณยุกต์หาย",
    Fault.FOREIGN_LETTERS: "สระหรือวรรณยุกต์กลายเป็นตัวเลขหรืออักษรอังกฤษ",
    Fault.DOUBLED: "พยางค์ซ้ำกัน",
    Fault.LOOSE_MARKS: "สระและวรรณยุกต์หลุดไปอยู่คนละบรรทัด",
    Fault.SPACED_OUT: "ตัวอักษรถูกเว้นวรรคทุกตัว",
    Fault.GARBLED: "ตัวอักษรเพี้ยนจนไม่เป็นภาษาไทย",
    Fault.UNKNOWN_WORDS: "ข้อความส่วนใหญ่ไม่เป็นคำภาษาไทย",
    Fault.DAMAGED: "หน้านี้เสียหาย เปิดไม่ได้",
    Fault.TOO_LONG: "หน้านี้มีตัวอักษรมากผิดปกติ",
}
