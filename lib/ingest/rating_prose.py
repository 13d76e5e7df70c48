"""Levels in running text: ``มาตรฐานที่ 1 … อยู่ในระดับดีเลิศ และมาตรฐานที่ 2 …``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lib.catalog.standards import load_report_words
from lib.domain.assessments import LevelOfEducation
from lib.ingest.quality_levels import LevelReading, read_level, word_pattern
from lib.ingest.report_headings import levels_named
from lib.ingest.standard_refs import STANDARD, find_standard
from lib.thai.numerals import to_arabic_digits

# After "ดี" the word must really end, for ดีขึ้น and ดีงาม are no levels.
_AFTER_WORD = (
    r"(?!\s*ขึ้น)(?:(?<!ดี)|(?<=ดี)(?=$|[^\u0e01-\u0e4e]|และ|โดย|ทั้ง|ซึ่ง|เนื่อง|จาก|ตาม|มี|ใน|เมื่อ|ส่วน"
    r"|มาตรฐาน|เป็น|เพราะ|ระดับ|คิด))"
)
_NOT_UPWARD = r"(?!\s*ขึ้นไป)"


@dataclass(frozen=True, slots=True)
class ProseLevel:
    """One level of a sentence; ``standard`` is empty where the sentence names none before it."""

    level_of_education: LevelOfEducation | None
    standard: str
    item: str
    reading: LevelReading
    expected: bool
    overall: bool


def read_prose(text: str, year_be: int | None) -> tuple[ProseLevel, ...]:
    """Levels in the order of the sentence; those said of another year than the report's are left out."""
    return tuple(_read(to_arabic_digits(text), year_be))


def _read(text: str, year_be: int | None) -> Iterator[ProseLevel]:
    level: LevelOfEducation | None = None
    standard = item = ""
    expected = overall = other_year = by_others = given = False
    for token in _tokens().finditer(text):
        kind = token.lastgroup
        if kind == "standard":
            ref = find_standard(text[token.start() :])
            named = STANDARD.match(token.group())
            if ref is not None and named is not None:
                standard, item, expected, overall = ref.standard, ref.item, False, False
                by_others = given = False
                level = ref.level or level
        elif kind == "education":
            level = levels_named(token.group())[0]
        elif kind == "others":
            by_others = True
        elif kind == "target":
            expected = True
        elif kind == "result":
            expected = False
        elif kind == "overall":
            # มาตรฐานที่ 3 … ดี และในภาพรวมอยู่ในระดับดี: the standard has its level already.
            overall = not standard or given
        elif kind == "year":
            other_year = year_be is not None and int(token.group()[-4:]) != year_be
        elif kind == "level" and not other_year and not by_others:
            reading = read_level(token.group())
            if reading is not None:
                own = ("", "") if overall else (standard, item)
                yield ProseLevel(level, *own, reading, expected, overall)
                given = given or not expected


@cache
def _tokens() -> re.Pattern[str]:
    words = word_pattern()
    others = "|".join(map(re.escape, load_report_words().other_sources))
    label = r"(?:อยู่ใน)?(?:ระดับ\s*คุณภาพ|คุณภาพ\s*ระดับ|ระดับ)\s*(?:ที่ได้|อยู่ในระดับ|คือ|เท่ากับ|[:=])*\s*[\"“'(]*\s*"
    return re.compile(
        rf"(?P<standard>{STANDARD.pattern})"
        + r"|(?P<education>ระดับ(?:การศึกษา)?\s*(?:ปฐมวัย|ขั้นพื้นฐาน))"
        + rf"|(?P<others>{others})"
        + r"|(?P<target>ค่าเป้าหมาย|เป้าหมาย|คาดหวัง)"
        + r"|(?P<result>ผลการประเมิน|ผลที่ได้|ประเมินได้)"
        + r"|(?P<overall>(?:ภาพรวม|โดยรวม)(?!(?:ของ|ราย|แต่ละ)?มาตรฐาน(?:นี้)?(?:อยู่|มี|ระดับ|\s)))"
        + r"|(?P<year>ปีการศึกษา\s*25\d\d)"
        + rf"|(?P<level>{label}(?:(?:{words}){_AFTER_WORD}(?:[\"”']?\s*\(?\s*[1-5](?:\.\d+)?\s*\))?"
        + rf"|[1-9](?:\.\d+)?(?![\d.%]){_NOT_UPWARD}(?:\s*\(?(?:{words})\)?)?))"
    )
