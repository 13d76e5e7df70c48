"""Headings of statements in words that no list holds: told by where they stand and a few stems."""

import re

from lib.domain.assessments import StatementKind

_LONGEST = 60
_FREE_TAIL = re.compile(r"(?:ที่|ใน|ของ|เพื่อ|จาก|ตาม|ด้าน|ให้|สำหรับ)[\u0e01-\u0e4e]{2,}")
# Words of a sentence that says something, not of a heading that announces it.
_SAYS = re.compile(r"คือ|ได้แก่|ไม่|ร้อยละ|\d|[:;]")
_QUESTION = re.compile(
    r"\s*(?:คือ|มี|เป็น|ใน)?\s*(?:อะไร|อย่างไร|(?:เรื่อง|ประเด็น|สิ่ง|ด้าน|ข้อ|จุด)?ใด)(?:บ้าง)?\s*[?？]?$"
)
_OTHER_SECTION = re.compile("วิธีการ|กระบวนการพัฒนา|หลักฐาน|เอกสาร|ร่องรอย|ภาพ(?!รวม)|ตาราง")
#: In the order in which they decide: แนวทางการพัฒนา is a plan though it names พัฒนา.
_STEMS = (
    (StatementKind.SUGGESTION, re.compile("ต้องการ|ช่วยเหลือ|สนับสนุน|เสนอ|ขอรับ")),
    (StatementKind.PLAN, re.compile("แผน|แนวทาง|ต่อไป|ถัดไป|อนาคต|ยกระดับ|ที่จะ|ปีหน้า|ทิศทาง")),
    (
        StatementKind.IMPROVEMENT_AREA,
        re.compile("(?:ควร|ต้อง|เร่ง|น่า|ยัง).*พัฒนา|ปรับปรุง|แก้ไข|ปัญหา|อ่อน|ด้อย|อุปสรรค|จำกัด|ท้าทาย"),
    ),
    (StatementKind.STRENGTH, re.compile("เด่น|แข็ง|ภูมิใจ|ชื่นชม|สำเร็จ|ทำได้ดี")),
)


def without_question(text: str) -> str:
    """จุดเด่นคืออะไร as จุดเด่น; a text that asks nothing stays."""
    return _QUESTION.sub("", text)


def is_free_tail(rest: str) -> bool:
    """What may follow the wording of a kind in one unbroken heading: ที่ควรรักษาไว้, เพื่อยกระดับมาตรฐาน."""
    return _FREE_TAIL.fullmatch(rest) is not None and not _SAYS.search(rest)


def kind_of_stems(text: str) -> StatementKind | None:
    """The kind that the stems of a short line point to; None for another section or no stem at all."""
    if _OTHER_SECTION.search(text):
        return None
    return next((kind for kind, stem in _STEMS if stem.search(text)), None)


def is_other_section(text: str) -> bool:
    """A short line that announces evidence, pictures or what was done, and no statements."""
    return _OTHER_SECTION.search(text) is not None


def may_be_heading(text: str) -> bool:
    """Short enough, and no sentence that says something."""
    return len(text) <= _LONGEST and not _SAYS.search(text)
