"""Whether a text names a person or gives a number of one, so that a document does not carry it on."""

import re

from lib.thai.numerals import to_arabic_digits

_LETTER, _REST = "[ก-ฮเแโใไ]", "[ก-ฮะ-์]"
#: A child's title tells by itself; before นาย and นาง stand offices and crafts too, so a surname must follow.
_CHILD = re.compile(rf"(?:เด็กชาย|เด็กหญิง|ด\.\s?[ชญ]\.?)\s*{_LETTER}{_REST}+")
_ADULT = re.compile(
    r"(?:นาย(?!ก|จ้าง|อำเภอ|ทะเบียน|ช่าง|ทหาร|ตำรวจ)|นางสาว|นาง(?!ฟ้า|รำ)|น\.\s?ส\.|ว่าที่ร้อยตรี(?:หญิง)?)"
    rf"\s*{_LETTER}{_REST}+\s+{_LETTER}{_REST}+"
)
_NUMBERS = (
    re.compile(r"(?<!\d)0\d{1,2}[- ]?\d{3}[- ]?\d{3,4}(?!\d)"),
    re.compile(r"(?<!\d)\d(?:[- ]?\d){12}(?!\d)"),
)


def names_person(text: str) -> bool:
    """A title with a name behind it, a telephone number or a number of 13 digits."""
    digits = to_arabic_digits(text)
    return bool(_CHILD.search(text) or _ADULT.search(text) or any(each.search(digits) for each in _NUMBERS))
