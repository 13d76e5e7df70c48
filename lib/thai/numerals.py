"""Thai and Arabic digits, and the one place where a cell's text becomes a number."""

import math
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import cache

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_THAI_DIGIT = re.compile("[๐-๙]")

#: Marks that offices write for "no value"; compared after trimming and case folding.
MISSING_MARKS = frozenset(
    {
        "", "ไม่มี", "ไม่มีข้อมูล", "-ไม่มี-", "ไม่ระบุ", "n/a", "na", "nan", "none", "null", "nil", "x", "*", "**",
        "ไม่ได้สอบ", "ไม่ได้เข้าสอบ", "ไม่เข้าสอบ", "ไม่สอบ", "ขาดสอบ", "ไม่มีสอบ", "ไม่จัดสอบ", "ไม่ได้จัดสอบ",
        "ไม่มีผู้เข้าสอบ", "ไม่มีนักเรียน", "ไม่มีเด็ก", "ไม่มีชั้นเรียน", "ไม่เปิดสอน", "ว่าง", "ยังไม่มีข้อมูล", "รอข้อมูล",
    }
)  # fmt: skip
_LARGEST = 1e12  # beyond any amount of an area office in baht
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
_STRAY_VOWEL = re.compile("^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+")
# What Thai and East Asian keyboards and pasted web pages give for plain ASCII signs.
_FULL_WIDTH = {chr(0xFF01 + place): chr(0x21 + place) for place in range(94)}
_PLAIN_SIGNS = str.maketrans(
    {**_FULL_WIDTH, "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u3000": " ", "−": "-"}
)
_ONLY_DASHES = re.compile(r"[-–—―‐‑‒_.…\s]+|\(\s*[-–—]\s*\)")
_SHEET_ERROR = re.compile(
    r"#(N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)", re.IGNORECASE
)
_PLAIN = re.compile(r"[+-]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?|[+-]?\.[0-9]+")
_COUNT_AND_PERCENT = re.compile(
    r"(?P<count>[\d,]+)\s*(?:คน|แห่ง|โรง|เรื่อง)?\s*[(\[]\s*(?:ร้อยละ)?\s*(?P<percent>[\d.]+)\s*%?\s*[)\]]",
    re.ASCII,
)
_RATIO = re.compile(r"(?P<left>[\d.]+)\s*[:：]\s*(?P<right>[\d.]+)", re.ASCII)


class Unit(StrEnum):
    """What the text itself says its number counts."""

    NONE = ""
    PERCENT = "percent"
    HEADS = "heads"
    BAHT = "baht"
    POINTS = "points"
    RATIO = "ratio"


_BEFORE = {"ร้อยละ": Unit.PERCENT, "฿": Unit.BAHT, "ระดับ": Unit.POINTS}
_BEHIND = {
    "%": Unit.PERCENT,
    "ร้อยละ": Unit.PERCENT,
    "คะแนน": Unit.POINTS,
    **dict.fromkeys((".-", "บาท", "฿"), Unit.BAHT),
    **dict.fromkeys(
        ("คน", "แห่ง", "โรงเรียน", "โรง", "ห้อง", "หลัง", "ตำแหน่ง", "ครั้ง", "เรื่อง", "โครงการ"), Unit.HEADS
    ),
}


def to_arabic_digits(text: str) -> str:
    # Looking for a digit first is ten times as fast for the many texts that have none.
    return text.translate(_TO_ARABIC) if _THAI_DIGIT.search(text) else text


def to_thai_digits(text: str) -> str:
    return text.translate(_TO_THAI)


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """What a cell's text says.

    Attributes:
        value: the number; None when missing or unreadable.
        unit: what the text itself says the number is.
        in_parentheses: the whole text stood in parentheses.
        count: the head count written before the per cent in the same cell, if any.
        missing: the text is a mark for "no value".
        converted: Thai digits, commas or units had to be read away.
        fault: issue code when the text is no usable number, else empty.
    """

    value: float | None = None
    unit: Unit = Unit.NONE
    in_parentheses: bool = False
    count: float | None = None
    missing: bool = False
    converted: bool = False
    fault: str = ""


def round_half_up(value: float, places: int = 2) -> float:
    """Round as offices do: 2.345 becomes 2.35, -2.345 becomes -2.35 (Python's own rounding is half-even)."""
    if not math.isfinite(value):
        return value
    return float(Decimal(repr(value)).quantize(_step(places), rounding=ROUND_HALF_UP))


@cache
def _step(places: int) -> Decimal:
    """The smallest difference of numbers with so many decimals."""
    return Decimal(1).scaleb(-places)


def plain_signs(text: str) -> str:
    """Digits and signs as a keyboard gives them; no invisible mark, no stray vowel in front."""
    raw = (text if text.isascii() else _INVISIBLE.sub("", text)).strip()
    return to_arabic_digits(_STRAY_VOWEL.sub("", raw)).translate(_PLAIN_SIGNS).strip()


def parse_number(text: str) -> ParsedNumber:
    """Read one cell's text as a number.

    Understands Thai and full-width digits, thousands commas, ``45.5 %``, ``ร้อยละ 45.5``, ``35,344 (42.54)``,
    ``(42.54)`` as a per cent, ``1 : 16`` as 16, ``฿1,000.-``, a stray Thai vowel before digits, a plus sign.
    Units are read away at the ends only, so that ``4คน5`` is no 45.
    Faults: V02 an error value as text, V03 not a number, V05 ambiguous comma, V09 out of any range.
    """
    raw = (text if text.isascii() else _INVISIBLE.sub("", text)).strip()
    if raw.casefold() in MISSING_MARKS or _ONLY_DASHES.fullmatch(raw):
        return ParsedNumber(missing=True)
    if _SHEET_ERROR.fullmatch(raw):
        return ParsedNumber(fault="V02")
    work = plain_signs(raw)
    converted = work != text.strip(" \t\r\n")
    both = _COUNT_AND_PERCENT.fullmatch(work)
    if both and _PLAIN.fullmatch(both["count"]) and _PLAIN.fullmatch(both["percent"]):
        count = float(both["count"].replace(",", ""))
        return ParsedNumber(float(both["percent"]), Unit.PERCENT, count=count, converted=True)
    ratio = _RATIO.fullmatch(work)
    if ratio:
        return _ratio(ratio["left"], ratio["right"])
    in_parentheses = work.startswith("(") and work.endswith(")")
    if in_parentheses:
        work, converted = work[1:-1].strip(), True
    work, units = _without_units(work)
    if not _PLAIN.fullmatch(work) or len(units) > 1:
        return ParsedNumber(fault="V05" if re.fullmatch(r"[+-]?[0-9]+,[0-9]+", work) else "V03")
    value = float(work.replace(",", ""))
    if abs(value) > _LARGEST:
        return ParsedNumber(fault="V09")
    # Offices print per cents in parentheses; what is no share must ask, for accountants mean a negative.
    unit = next(iter(units), Unit.PERCENT if in_parentheses else Unit.NONE)
    return ParsedNumber(
        value, unit, in_parentheses, converted=converted or bool(units) or "," in work or "+" in work
    )


def _without_units(text: str) -> tuple[str, set[Unit]]:
    units = set()
    for word, unit in _BEFORE.items():
        if text.startswith(word):
            text = text.removeprefix(word).strip()
            units.add(unit)
    for word, unit in (*_BEHIND.items(), *_BEHIND.items()):
        if text.endswith(word):
            text = text.removesuffix(word).strip()
            units.add(unit)
    return text, units


def _ratio(left: str, right: str) -> ParsedNumber:
    """``1 : 16`` and ``16 : 1`` read 16; the side that is 1 is the teacher, else the smaller one."""
    if not (_PLAIN.fullmatch(left) and _PLAIN.fullmatch(right)) or float(left) == 0 or float(right) == 0:
        return ParsedNumber(fault="V03")
    one, other = float(left), float(right)
    if other < one and other != 1:
        return ParsedNumber(fault="V03")
    return ParsedNumber(max(one, other) / min(one, other), Unit.RATIO, converted=True)


def format_number(value: float | None, decimals: int = 2) -> str:
    """As offices print it: thousands commas, rounded half up; ``–`` where there is no value."""
    if value is None or not math.isfinite(value):
        return "–"
    return f"{round_half_up(value, decimals):,.{decimals}f}"
