"""Headings of schools' reports: sections, parts, levels of education, and the numbering before them."""

import re
from functools import cache

from lib.catalog.standards import load_report_words
from lib.domain.assessments import LevelOfEducation
from lib.thai.numerals import to_arabic_digits
from lib.thai.text import fold_key

_NUMBERING = re.compile(
    r"^\s*(?:[-–—•▪●○◦*·❖➢➤►▶♦◆◇★✦➔→๏■□◼◾▫⮚⇒»›+~\ue000-\uf8ff]+\s*"
    # Letters that Word draws as bullets from a symbol font, and a round bullet typed as a letter.
    r"|[oOvlqnØ§ü]\s+(?=[\u0e00-\u0e7f])"
    r"|\(?(?:\d|[12]\d)(?:\.\d{1,2}){1,3}\)?[.)]?\s+"
    r"|[\[(]?\d{1,2}\s?(?:\.\)|[.)\]])(?!\d)\s*"
    r"|[ก-ฮ][.)]\s+"
    r"|\([ก-ฮ]\)\s*"
    r"|(?:ข้อ|ประเด็น)(?:ที่)?\s*\d{1,2}(?:\.\d{1,2})*\s*[.):]?\s+"
    r"|(?:แผน(?:ปฏิบัติ)?(?:การ|งาน)?|โครงการ|กิจกรรม|แนวทาง|มาตรการ|กลยุทธ์)ที่\s*\d{1,2}\s*[.):]?\s+)+"
)
PARENTHESES = re.compile(r"\([^()]*\)")
_PART = re.compile(r"^(?:ส่วนที่|ตอนที่|บทที่|หมวดที่|ภาคผนวก)\s*\d*")
_NOT_A_LEVEL = re.compile(
    r"คณะกรรมการ(?:การศึกษา|สถานศึกษา)\s*ขั้นพื้นฐาน|กรรมการการศึกษาขั้นพื้นฐาน"
    r"|หลักสูตร(?:แกนกลาง|สถานศึกษา)?(?:การศึกษา)?(?:ระดับ)?(?:ขั้นพื้นฐาน|ปฐมวัย)"
)
_LEVEL = re.compile(r"(?:ระดับ)?\s*(?:การศึกษา)?\s*(?:ระดับ)?\s*(ปฐมวัย|ขั้นพื้นฐาน)")
_LEVEL_NAMES = {"ปฐมวัย": LevelOfEducation.EARLY_CHILDHOOD, "ขั้นพื้นฐาน": LevelOfEducation.BASIC}
_HARMLESS = re.compile(
    r"(?:ส่วนที่|ตอนที่|บทที่|ตารางที่|ตาราง|ภาคผนวก|ข้อที่)\d*|ปีการศึกษา\d*"
    r"|ของสถานศึกษา|สถานศึกษา|อนุบาล|ประถมศึกษา|มัธยมศึกษา|ส่วน"
    r"|มาตรฐานการศึกษา|มาตรฐาน|การประเมิน|คุณภาพ"
    r"|ระดับ|การศึกษา|ตนเอง|สรุป|ตาม|ของ|และ|ใน|ผล|ราย|ด้าน|ที่|\d+|[ก-ฮ](?=$)|sar"
)
LONGEST_HEADING = 130
_BEFORE_INLINE = re.compile(r":|ได้แก่|คือ|ดังนี้")
_SURE_SECTION = 15
_SURE_BESIDE_LIST = 12
_LONGEST_NUMBERING = 60


def strip_numbering(text: str) -> str:
    """The text without the bullet or number it begins with; Thai digits of that number count too."""
    found = _NUMBERING.match(to_arabic_digits(text[:_LONGEST_NUMBERING]))
    return text[found.end() :].strip() if found else text.strip()


def has_numbering(text: str) -> bool:
    return _NUMBERING.match(to_arabic_digits(text[:_LONGEST_NUMBERING])) is not None


def is_part(text: str) -> bool:
    """A heading that begins a new part of the book, where no standard is under discussion any more."""
    body = strip_numbering(text)
    if len(body) > LONGEST_HEADING:
        return False
    return _PART.match(to_arabic_digits(body)) is not None or _without_levels(body) in _keys("parts")


def name_of_part(text: str) -> str:
    """What a part of the book is called behind its number; empty for a usual part and for no part."""
    body = to_arabic_digits(strip_numbering(text))
    numbered = _PART.match(body)
    return (
        ""
        if numbered is None or _without_levels(body[numbered.end() :]) in _keys("parts")
        else body[numbered.end() :].strip(" :-–—")
    )


def ends_statements(text: str, *, is_heading: bool = False, beside_list: bool = False) -> bool:
    """A heading of another section, such as วิธีการพัฒนา.

    Args:
        beside_list: a line without number or bullet among items with one, where a shorter opening is enough.
    """
    body = strip_numbering(text)
    if len(body) > LONGEST_HEADING and not is_heading:
        body = body[:LONGEST_HEADING]
    key = fold_key(PARENTHESES.sub("", _BEFORE_INLINE.split(body, maxsplit=1)[0]))
    keys = _keys("sections")
    sure = _SURE_BESIDE_LIST if beside_list and body == text.strip() else _SURE_SECTION
    return (
        key in keys
        or (is_heading and any(key.startswith(word) for word in keys))
        or any(len(word) >= sure and word in keys for word in map(fold_key, _openings(body)))
    )


def _openings(body: str) -> list[str]:
    """What stands before each space near the beginning: ผลที่เกิดจากการพัฒนา นักเรียนได้รับ…"""
    return [body[: space.start()] for space in re.finditer(r"\s", body[:LONGEST_HEADING])]


def levels_named(text: str) -> tuple[LevelOfEducation, ...]:
    """Levels of education that a text names, in order; names of offices and curricula do not count."""
    found = _LEVEL.findall(_NOT_A_LEVEL.sub("", text))
    return tuple(dict.fromkeys(_LEVEL_NAMES[name] for name in found))


def without_levels(text: str) -> str:
    """The text without the levels of education it names."""
    return _LEVEL.sub(" ", text)


def level_heading(text: str, *, is_heading: bool = False) -> LevelOfEducation | None:
    """The one level of education that a heading introduces; a sentence that mentions one is no heading."""
    if len(text) > LONGEST_HEADING:
        return None
    named = levels_named(text)
    if len(named) != 1:
        return None
    if is_heading:
        return named[0]
    bare = strip_numbering(text)
    # ระดับประถมศึกษา (ขั้นพื้นฐาน) names its level within the brackets only.
    outside = PARENTHESES.sub("", bare) if levels_named(PARENTHESES.sub("", bare)) else bare
    rest = fold_key(_LEVEL.sub("", _NOT_A_LEVEL.sub("", outside)))
    for word in _heading_words():
        rest = rest.replace(word, "")
    return named[0] if len(_HARMLESS.sub("", rest)) <= 2 else None


def _without_levels(text: str) -> str:
    return fold_key(_LEVEL.sub("", PARENTHESES.sub("", text)))


@cache
def _keys(group: str) -> frozenset[str]:
    words = load_report_words()
    return frozenset(map(fold_key, words.parts if group == "parts" else words.sections))


@cache
def _heading_words() -> tuple[str, ...]:
    words = load_report_words()
    every = (*words.titles, *words.rating_labels, *words.parts, *words.sections, *words.overall_words)
    return tuple(
        sorted(
            {
                *map(fold_key, every),
                *(fold_key(word) for words_of in words.statements.values() for word in words_of),
            },
            key=len,
            reverse=True,
        )
    )
