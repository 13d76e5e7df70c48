"""Which standard, or which item of one, a heading or a cell speaks of."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from lib.domain.assessments import LevelOfEducation
from lib.ingest.report_headings import strip_numbering
from lib.ingest.standard_wordings import current_items, standard_wordings
from lib.thai.numerals import to_arabic_digits
from lib.thai.text import fold_key

#: ``มาตรฐานที่ 1``, ``มาตรฐานที่1``, ``มาตรฐาน 1``, ``มาตรฐานการศึกษาที่ 1``, ``มาตรฐานที่ 1.2``.
STANDARD = re.compile(
    r"(?:มาตรฐาน|มฐ\.?)(?:การศึกษา)?\s*(?:ที่)?\s*[:.]?\s*(\d{1,2})(?:\.(\d{1,2}))?(?![\d.]*\d)"
)
_ITEM = re.compile(
    r"^\s*(?:(?:ประเด็น(?:พิจารณา|การพิจารณา)?|ตัวบ่งชี้|ข้อ)\s*(?:ที่)?\s*)?(\d{1,2})\.(\d{1,2})(?!\d|\.\d)[.)]?"
)
_BARE_NUMBER = re.compile(r"^\s*(\d{1,2})\s*[.:]?\s*$")
_NUMBER_AND_TEXT = re.compile(r"^\s*(\d{1,2})\s*[.:]?\s+(?=\D)|^\s*(\d{1,2})[.](?=[^\d\s])")
_SUB_ITEM = re.compile(r"^\s*\(?\d{1,2}\)|^\s*\d{1,2}\.\d{1,2}\.\d{1,2}|^\s*[-•▪]")
# A sentence may begin with a standard's name: การจัดประสบการณ์ยังไม่ส่งเสริม…
_BEHIND_NAME = re.compile(
    r"^\s*(?:[^\u0e01-\u0e4e\s]|ระดับ|อยู่ใน|ผล|มีผล|ได้|ดี|ยอดเยี่ยม|ปานกลาง|กำลังพัฒนา|พอใช้|ปรับปรุง|$)"
)
# สรุปมาตรฐานที่ 1, ผลการประเมินมาตรฐานที่ 1
_SUMMED_UP = re.compile(r"^(?:(?:สรุป|รวม|ภาพรวม|ผล|เฉลี่ย|การประเมิน|ตนเอง|ระดับคุณภาพ|ของ|ราย)\s*)+(?=มาตรฐาน)")
# ด้านคุณภาพของผู้เรียน, มาตรฐานกระบวนการบริหารและการจัดการ, มาตรฐานการศึกษาด้าน…
_BEFORE_NAME = re.compile(
    r"^(?:มาตรฐาน)?(?:การศึกษา)?(?:ด้าน|ว่าด้วย|เรื่อง)?[\s:“\"]*(?=คุณภาพ|กระบวนการ|การจัดประสบการณ์|ผู้เรียน|เด็ก)"
)
_ALIKE = 78
_SHORT_NAME = 12


@dataclass(frozen=True, slots=True)
class StandardRef:
    """A standard or item that a text names.

    Attributes:
        standard / item: ``"1"`` and ``"1.2"``; ``item`` empty for the standard itself.
        level: the level of education, where the standard's name tells it.
        rest: the text after number and name.
    """

    standard: str
    item: str = ""
    level: LevelOfEducation | None = None
    rest: str = ""


@lru_cache(maxsize=4096)
def find_standard(text: str) -> StandardRef | None:
    """The standard that a heading begins with: by ``มาตรฐานที่ N``, or by its whole name."""
    body = _SUMMED_UP.sub("", to_arabic_digits(text).strip())
    found = STANDARD.match(strip_numbering(body)) or STANDARD.match(body)
    if found is not None:
        after = found.string[found.end() :]
        level, rest = _name_after(after, found[1])
        item = f"{int(found[1])}.{int(found[2])}" if found[2] else ""
        return StandardRef(str(int(found[1])), item, level, rest) if int(found[1]) > 0 else None
    return _by_name(strip_numbering(body))


def find_item(text: str, standard: str, level: LevelOfEducation | None, *, sure: bool) -> StandardRef | None:
    """The item that a text begins with, ``1.2 …``.

    Args:
        standard: the standard under discussion, empty for none.
        sure: the text stands in a table's column of standards, so the number alone decides; elsewhere the
            wording must resemble the item's name, because chapters are numbered the same way.
    """
    body = to_arabic_digits(text).strip()
    found = _ITEM.match(body)
    if found is None:
        return None
    ref = StandardRef(
        str(int(found[1])), f"{int(found[1])}.{int(found[2])}", level_of_item(body), body[found.end() :]
    )
    if sure:
        return ref
    if standard and ref.standard != standard:
        return None
    return ref if any(_resembles(body, name) for name in _item_names(ref.item, level)) else None


def find_in_cell(text: str, level: LevelOfEducation | None) -> StandardRef | None:
    """The standard or item that a cell of a table's column of standards names; numbering alone will do."""
    body = to_arabic_digits(text).strip()
    ref = find_standard(body)
    if ref is not None:
        return ref
    item = find_item(body, "", level, sure=True)
    if item is not None:
        return item
    bare = _BARE_NUMBER.match(body)
    if bare is not None and int(bare[1]) > 0:
        return StandardRef(str(int(bare[1])))
    if _SUB_ITEM.match(body):
        return None
    numbered = _NUMBER_AND_TEXT.match(body)
    if numbered is not None:
        number = str(int(numbered[1] or numbered[2]))
        named, _ = _name_after(body[numbered.end() :], number)
        return StandardRef(number, level=named) if _is_name_of(body[numbered.end() :], number) else None
    return _item_by_name(body, level)


def is_sub_item(text: str) -> bool:
    """A row below an item, such as ``1) …``; its level is not the standard's."""
    return _SUB_ITEM.match(to_arabic_digits(text)) is not None


def level_of_item(text: str) -> LevelOfEducation | None:
    """The level of education whose item of this wording it is, if only one has it."""
    key = fold_key(strip_numbering(text))
    levels = {
        level
        for level, names in current_items().items()
        for name in names.values()
        if len(key) > _SHORT_NAME and fuzz.ratio(key, fold_key(name)) >= _ALIKE
    }
    return next(iter(levels)) if len(levels) == 1 else None


def _by_name(text: str) -> StandardRef | None:
    """A line that is a standard's name, or begins with its full name."""
    text = _BEFORE_NAME.sub("", text)
    key = fold_key(text)
    for wording, number, level in standard_wordings():
        if key == wording:
            return StandardRef(number, "", level)
        if len(wording) > _SHORT_NAME and key.startswith(wording) and len(text) < 90:
            rest = _after_key(text, wording)
            if _BEHIND_NAME.match(rest):
                return StandardRef(number, "", level, rest)
    return None


def _name_after(text: str, number: str) -> tuple[LevelOfEducation | None, str]:
    """Level of education told by the name that follows a number, and the text behind the name."""
    key = fold_key(text)
    for wording, of, level in standard_wordings():
        if of == str(int(number)) and key.startswith(wording):
            return level, _after_key(text, wording)
    return None, text


def _is_name_of(text: str, number: str) -> bool:
    """The text resembles the name of the standard of that number."""
    key = fold_key(text)
    return len(key) >= _SHORT_NAME - 2 and any(
        of == number and (key.startswith(wording) or fuzz.partial_ratio(key, wording) >= _ALIKE)
        for wording, of, _ in standard_wordings()
    )


def _after_key(text: str, wording: str) -> str:
    """What is left of ``text`` once its folded beginning has been read."""
    for end in range(len(wording), len(text) + 1):
        if fold_key(text[:end]) == wording and not re.match(
            r"[\u0e31-\u0e3a\u0e47-\u0e4e]", text[end : end + 1]
        ):
            return text[end:]
    return ""


def _item_by_name(text: str, level: LevelOfEducation | None) -> StandardRef | None:
    """An item written without its number."""
    key = fold_key(text)
    if len(key) <= _SHORT_NAME:
        return None
    for of, names in current_items().items():
        for item, name in names.items():
            if (level is None or of is level) and fuzz.ratio(key, fold_key(name)) >= _ALIKE:
                return StandardRef(item.split(".")[0], item, of)
    return None


def _resembles(text: str, name: str) -> bool:
    key, other = fold_key(strip_numbering(text)), fold_key(name)
    return (
        len(key) >= 6 and max(fuzz.ratio(key, other), fuzz.partial_ratio(key[: len(other)], other)) >= _ALIKE
    )


def _item_names(item: str, level: LevelOfEducation | None) -> list[str]:
    return [names[item] for of, names in current_items().items() if level in (None, of) and item in names]
