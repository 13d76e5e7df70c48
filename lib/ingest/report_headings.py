"""Headings of schools' reports: lists of statements, other sections, parts, levels of education."""

import re
from dataclasses import dataclass
from functools import cache

from lib.catalog.standards import load_report_words
from lib.domain.assessments import LevelOfEducation, StatementKind
from lib.thai.numerals import to_arabic_digits
from lib.thai.text import fold_key

_NUMBERING = re.compile(
    r"^\s*(?:[-–—•▪●○◦*·❖➢►]+\s*"
    r"|\(?\d{1,2}(?:\.\d{1,2}){1,3}\)?[.)]?\s+"
    r"|\(?\d{1,2}[.)](?!\d)\s*"
    r"|[ก-ฮ][.)]\s+"
    r"|(?:ข้อ|ประเด็น)(?:ที่)?\s*\d{1,2}(?:\.\d{1,2})*\s*[.):]?\s+)+"
)
_PARENTHESES = re.compile(r"\([^()]*\)")
_PART = re.compile(r"^(?:ส่วนที่|ตอนที่|บทที่|หมวดที่|ภาคผนวก)\s*\d*")
_STANDARD_TAIL = re.compile(r"^(?:ของ|ตาม)?มาตรฐาน(?:ที่)?\d{1,2}.*$")
_NOT_A_LEVEL = re.compile(
    r"คณะกรรมการ(?:การศึกษา|สถานศึกษา)\s*ขั้นพื้นฐาน|กรรมการการศึกษาขั้นพื้นฐาน"
    r"|หลักสูตร(?:แกนกลาง|สถานศึกษา)?(?:การศึกษา)?(?:ระดับ)?(?:ขั้นพื้นฐาน|ปฐมวัย)"
)
_LEVEL = re.compile(r"(?:ระดับ)?\s*(?:การศึกษา)?\s*(?:ระดับ)?\s*(ปฐมวัย|ขั้นพื้นฐาน)")
_LEVEL_NAMES = {"ปฐมวัย": LevelOfEducation.EARLY_CHILDHOOD, "ขั้นพื้นฐาน": LevelOfEducation.BASIC}
_HARMLESS = re.compile(
    r"(?:ส่วนที่|ตอนที่|บทที่|ตารางที่|ตาราง|ภาคผนวก|ข้อที่)\d*|ปีการศึกษา\d*"
    r"|ของสถานศึกษา|สถานศึกษา"
    r"|มาตรฐานการศึกษา|มาตรฐาน|การประเมิน|คุณภาพ"
    r"|การศึกษา|ตนเอง|สรุป|ตาม|ของ|และ|ใน|ผล|ราย|ด้าน|ที่|\d+|[ก-ฮ](?=$)|sar"
)
_LONGEST_HEADING = 130
_LONGEST_NUMBERING = 60
_LONGEST_STYLED = 70


@dataclass(frozen=True, slots=True)
class StatementHeading:
    """``kind`` is None for a heading of several kinds; ``inline`` is what follows on the same line."""

    kind: StatementKind | None
    inline: str = ""


def strip_numbering(text: str) -> str:
    """The text without the bullet or number it begins with; Thai digits of that number count too."""
    found = _NUMBERING.match(to_arabic_digits(text[:_LONGEST_NUMBERING]))
    return text[found.end() :].strip() if found else text.strip()


def has_numbering(text: str) -> bool:
    return _NUMBERING.match(to_arabic_digits(text[:_LONGEST_NUMBERING])) is not None


@cache
def statement_heading(text: str) -> StatementHeading | None:
    """The heading of a list of statements, if the line is one.

    It may be followed on its line by ``:``, คือ, ได้แก่ or a space and the statement itself.
    """
    body = strip_numbering(text)
    whole = _kind(body)
    if whole is not None:
        return whole
    for separator in (r"\s*[:：]\s*", r"\s+[-–—]\s*", r"\s*(?:คือ|ได้แก่)\s*"):
        parts = re.split(separator, body, maxsplit=1)
        if len(parts) == 2 and (head := _kind(parts[0])) is not None:
            return StatementHeading(head.kind, parts[1].strip())
    for space in reversed([found.start() for found in re.finditer(r"\s", body[:_LONGEST_HEADING])]):
        head = _kind(body[:space])
        if head is not None and head.kind is not None:
            return StatementHeading(head.kind, body[space:].strip())
    return None


def styled_statement_heading(text: str) -> StatementHeading | None:
    """A line set as a heading in which the wording of one kind stands among other words."""
    if is_part(text) or "มาตรฐาน" in text or len(text) > _LONGEST_STYLED:
        return None
    key = fold_key(strip_numbering(text))
    kinds = {kind for word, kind in _statement_keys().items() if word in key}
    return StatementHeading(next(iter(kinds))) if len(kinds) == 1 else None


def is_part(text: str) -> bool:
    """A heading that begins a new part of the book, where no standard is under discussion any more."""
    body = strip_numbering(text)
    if len(body) > _LONGEST_HEADING:
        return False
    return _PART.match(to_arabic_digits(body)) is not None or _without_levels(body) in _keys("parts")


def ends_statements(text: str, *, is_heading: bool = False) -> bool:
    """A heading of another section, such as วิธีการพัฒนา."""
    body = strip_numbering(text)
    if len(body) > _LONGEST_HEADING:
        return False
    key = fold_key(_PARENTHESES.sub("", body.split(":", 1)[0]))
    keys = _keys("sections")
    return key in keys or (is_heading and any(key.startswith(word) for word in keys))


def levels_named(text: str) -> tuple[LevelOfEducation, ...]:
    """Levels of education that a text names, in order; names of offices and curricula do not count."""
    found = _LEVEL.findall(_NOT_A_LEVEL.sub("", text))
    return tuple(dict.fromkeys(_LEVEL_NAMES[name] for name in found))


def level_heading(text: str, *, is_heading: bool = False) -> LevelOfEducation | None:
    """The one level of education that a heading introduces; a sentence that mentions one is no heading."""
    if len(text) > _LONGEST_HEADING:
        return None
    named = levels_named(text)
    if len(named) != 1:
        return None
    if is_heading:
        return named[0]
    rest = fold_key(_LEVEL.sub("", _NOT_A_LEVEL.sub("", strip_numbering(text))))
    for word in _heading_words():
        rest = rest.replace(word, "")
    return named[0] if len(_HARMLESS.sub("", rest)) <= 2 else None


def _without_levels(text: str) -> str:
    return fold_key(_LEVEL.sub("", _PARENTHESES.sub("", text)))


def _kind(text: str) -> StatementHeading | None:
    """Kind of a text that is a heading's wording with its usual tails and nothing else."""
    if len(text) > _LONGEST_HEADING:
        return None
    key = fold_key(_PARENTHESES.sub("", text))
    return _kind_of_key(key) or next(
        (head for lead in _leads() if key.startswith(lead) and (head := _kind_of_key(key[len(lead) :]))), None
    )


def _kind_of_key(key: str) -> StatementHeading | None:
    kinds: list[StatementKind] = []
    while key:
        word = next((word for word in _statement_keys() if key.startswith(word)), None)
        if word is not None:
            kinds.append(_statement_keys()[word])
            key = key[len(word) :]
            continue
        if kinds and _STANDARD_TAIL.match(key):
            break
        tail = next((tail for tail in _tails() if key.startswith(tail)), None) if kinds else None
        if tail is None:
            return None
        key = key[len(tail) :]
    if not kinds:
        return None
    return StatementHeading(kinds[0] if len(set(kinds)) == 1 else None)


@cache
def _statement_keys() -> dict[str, StatementKind]:
    pairs = [
        (fold_key(word), StatementKind(kind))
        for kind, words in load_report_words().statements.items()
        for word in words
    ]
    return dict(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def _tails() -> tuple[str, ...]:
    words = (*load_report_words().statement_tails, "และ", "หรือ")
    return tuple(sorted(map(fold_key, words), key=len, reverse=True))


@cache
def _leads() -> tuple[str, ...]:
    return tuple(sorted(map(fold_key, load_report_words().statement_leads), key=len, reverse=True))


@cache
def _keys(group: str) -> frozenset[str]:
    words = load_report_words()
    return frozenset(map(fold_key, words.parts if group == "parts" else words.sections))


@cache
def _heading_words() -> tuple[str, ...]:
    words = load_report_words()
    every = (*words.titles, *words.rating_labels, *words.parts, *words.sections, *words.overall_words)
    return tuple(sorted({*map(fold_key, every), *_statement_keys()}, key=len, reverse=True))
