"""What a cell gives away about a person: citizen id, pupil's code, telephone, a name with its title."""

import re

from lib.domain.persons import PersonSort
from lib.domain.sheets import CellValue
from lib.thai.codes import is_citizen_id
from lib.thai.numerals import to_arabic_digits

_GAP = r"[ \u00a0\-\u2010-\u2015]?"
#: Nothing shorter holds a number of a person; most cells end here.
_LONG_NUMBER = re.compile(rf"(?<![0-9๐-๙])[0-9๐-๙](?:{_GAP}[0-9๐-๙]){{9}}")
_CALL_WORDS = ("โทร", "แฟกซ์", "tel", "Tel", "TEL", "phone", "Phone")
_EDGE_BEFORE, _EDGE_AFTER = r"(?<![\d.,])", r"(?!\d|[.,]\d)"
_CITIZEN_ID = re.compile(
    rf"{_EDGE_BEFORE}(?:\d{{13}}|\d{_GAP}\d{{4}}{_GAP}\d{{5}}{_GAP}\d{{2}}{_GAP}\d){_EDGE_AFTER}"
)
_PUPIL_CODE = re.compile(rf"(?<![A-Za-z])[Gg]{_GAP}\d{{13}}(?!\d)")
_MOBILE = re.compile(rf"(?:{_EDGE_BEFORE}0|\+66){_GAP}[689](?:{_GAP}\d){{8}}{_EDGE_AFTER}")
#: A number of a house or an office has nine digits like many others; the word before it tells.
_LANDLINE = re.compile(
    rf"(?:{'|'.join(_CALL_WORDS)})[^\d\n]{{0,20}}0{_GAP}[2-7](?:{_GAP}\d){{7}}{_EDGE_AFTER}"
)
_ONLY_DIGITS = re.compile(r"[\s\-\u2010-\u2015]")
_WHOLE_FLOAT = re.compile(r"\.0+$")
LEAST_ID, _PAST_ID = 1_000_000_000_000, 10_000_000_000_000

#: With a child's title no second word is needed; นาย and นาง begin names of villages and schools as well.
_CHILD_TITLES = ("ด.ช", "ด.ญ", "ด. ช", "ด. ญ", "ดช.", "ดญ.", "เด็กชาย", "เด็กหญิง")
_ADULT_TITLES = ("นาย", "นาง", "น.ส", "น. ส", "ว่าที่", "ดร.", "Mr", "Mrs", "Ms")
_CHILD = re.compile(r"(?:ด\.?\s?[ชญ]\.?|เด็กชาย|เด็กหญิง)\s*[ก-ฮเแโใไ]\S")
_ADULT = re.compile(
    r"(?:นางสาว|นาย|นาง|น\.\s?ส\.?|ว่าที่\s?(?:ร้อย(?:ตรี|โท|เอก)|ร\.?\s?[ตทอ]\.?)(?:หญิง)?|ดร\.|M(?:rs?|s)\.?)"
    r"\s*[ก-ฮเแโใไA-Z]\S*\s+[ก-ฮเแโใไA-Z]\S+"
)
_BARE_CHILD_TITLES = frozenset({"ด.ช.", "ด.ญ.", "ด.ช", "ด.ญ"})
_BARE_TITLES = frozenset({"เด็กชาย", "เด็กหญิง", "นาย", "นาง", "นางสาว", "น.ส.", "น.ส"})


def may_hold_number(text: str) -> bool:
    """Whether a text, or many joined by line ends, holds a number long enough for a person's."""
    return bool(_LONG_NUMBER.search(text)) or any(word in text for word in _CALL_WORDS)


def whole_number_of(value: CellValue) -> str:
    """A cell that is one number of 13 digits however it is written, else an empty text."""
    if type(value) is int or (type(value) is float and value.is_integer()):
        return str(int(value)) if LEAST_ID <= value < _PAST_ID else ""
    if not isinstance(value, str) or len(value) < 13:
        return ""
    digits = _ONLY_DIGITS.sub("", _WHOLE_FLOAT.sub("", to_arabic_digits(value.strip())))
    return digits if len(digits) == 13 and digits.isdecimal() else ""


def number_in(value: CellValue) -> PersonSort | None:
    """The number of a person that a cell holds, by itself or among words."""
    if not isinstance(value, str):
        return PersonSort.CITIZEN_ID if is_citizen_id(whole_number_of(value)) else None
    if not may_hold_number(value):
        return None
    text = to_arabic_digits(_WHOLE_FLOAT.sub("", value.strip()))
    if _PUPIL_CODE.search(text):
        return PersonSort.PUPIL_CODE
    if is_citizen_id(whole_number_of(value)) or any(
        is_citizen_id(_ONLY_DIGITS.sub("", found.group())) for found in _CITIZEN_ID.finditer(text)
    ):
        return PersonSort.CITIZEN_ID
    return PersonSort.PHONE if _MOBILE.search(text) or _LANDLINE.search(text) else None


def name_in(text: str) -> PersonSort | None:
    """Whether a cell is a bare title, a child's name or an adult's name with its title."""
    text = text.strip()
    if text in _BARE_TITLES:
        return PersonSort.TITLE
    if text in _BARE_CHILD_TITLES:
        return PersonSort.CHILD_NAME
    if text.startswith(_CHILD_TITLES) and _CHILD.match(text):
        return PersonSort.CHILD_NAME
    if text.startswith(_ADULT_TITLES) and _ADULT.match(text):
        return PersonSort.FULL_NAME
    return None


def has_title(lines: str) -> bool:
    """Whether any line may begin as a name with a title does."""
    return any(f"\n{start}" in lines for start in (*_CHILD_TITLES, *_ADULT_TITLES, " "))
