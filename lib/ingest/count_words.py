"""Counts of people as offices word them, brought to one wording: จน.นร.เข้าสอบ is จำนวนผู้เข้าสอบ."""

import re

from lib.thai.text import fold_key

_HOW_MANY = "(?:จำนวน|จน|ยอด)?"
_PEOPLE = "(?:นักเรียน|ผู้เรียน|นร|เด็ก|ผู้|คน)?"
_ALL = "(?:ทั้งหมด|ทั้งสิ้น|จริง|รวม)?"
_ACTS = (
    ("จำนวนผู้เข้าสอบ", "(?:ที่|ผู้)?(?:เข้ารับการ|เข้า|มี)?(?:ทดสอบ|สอบ)"),
    ("จำนวนที่ประเมิน", "(?:ที่|ผู้)?(?:เข้ารับการ|รับการ|เข้า|ได้รับการ|ถูก)?ประเมิน"),
    ("จำนวนนักเรียนที่คัดกรอง", "(?:ที่|ผู้)?(?:เข้ารับการ|รับการ|ได้รับการ|ถูก)?คัดกรอง"),
)
_PATTERNS = tuple(
    (wording, re.compile(f"{_HOW_MANY}{_PEOPLE}{_ALL}{act}{_ALL}(?:คน)?")) for wording, act in _ACTS
)


def usual_wording(text: str) -> str:
    """The usual header of the same count, empty for any other text."""
    key = fold_key(text)
    return next((wording for wording, pattern in _PATTERNS if pattern.fullmatch(key)), "")
