"""Whether a text names a person or gives a number of one, so that a document does not carry it on."""

import re

from lib.thai.numerals import to_arabic_digits

_LETTER, _REST = "[ก-ฮเแโใไ]", "[ก-ฮะ-์]"
#: What may follow a title without being a name: words about children in general, and offices with นาย.
_NO_CHILD = r"(?!และ|หรือ|ที่|ทุก|ร้อยละ|มี(?!นา)|ได้|ใน|กลุ่ม|ทั้ง|วัย|เล็ก|อายุ)"
_NO_MAN = (
    r"(?!ก(?:รัฐมนตรี|เทศมนตรี|สมาคม|องค์การ|สโมสร|เหล่า|ฯ|\s|อบ)"
    r"|จ้าง|อำเภอ|ทะเบียน|ช่าง|ทหาร|ตำรวจ|หน้า|ทุน|แพทย์)"
)
_CHILD = re.compile(rf"(?<!และ)(?<!หรือ)(?:เด็กชาย|เด็กหญิง|ด\.\s?[ชญ]\.?)\s*{_NO_CHILD}{_LETTER}{_REST}+")
#: พัฒนายกระดับ and ทนาย hold the same letters. นาง begins many words, so a surname must follow it.
_ADULT = re.compile(
    rf"(?:(?<!พัฒ)(?<!ท)นาย\s?{_NO_MAN}|นางสาว\s?|น\.\s?ส\.\s?){_LETTER}{_REST}+"
    rf"|(?:นาง(?!ฟ้า|รำ)|ดร\.|ด\.\s?ต\.|ว่าที่ร้อยตรี(?:หญิง)?)\s*{_LETTER}{_REST}+\s+{_LETTER}{_REST}+"
)
_NUMBERS = (
    re.compile(r"(?<!\d)0\d{1,2}[- ]?\d{3}[- ]?\d{3,4}(?!\d)"),
    re.compile(r"(?<!\d)\d(?:[- ]?\d){12}(?!\d)"),
)


def names_person(text: str) -> bool:
    """A title with a name behind it, a telephone number or a number of 13 digits."""
    digits = to_arabic_digits(text)
    return bool(_CHILD.search(text) or _ADULT.search(text) or any(each.search(digits) for each in _NUMBERS))
