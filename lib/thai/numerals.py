"""Thai and Arabic digits, and the one place where a cell's text becomes a number."""

import math
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

#: Marks that offices write for "no value"; compared after trimming and case folding.
MISSING_MARKS = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "--",
        "ไม่มี",
        "ไม่มีข้อมูล",
        "n/a",
        "na",
        "nan",
        "none",
        "null",
        "ไม่ได้สอบ",
        "ไม่ได้เข้าสอบ",
        "ขาดสอบ",
        "ไม่มีผู้เข้าสอบ",
        "ไม่เปิดสอน",
        ".",
        "*",
        "x",
    }
)
_LARGEST = 1e12  # beyond any amount of an area office in baht
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_STRAY_VOWEL = re.compile("^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+")
_PLAIN = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?|[+-]?\.\d+")
_COUNT_AND_PERCENT = re.compile(
    r"(?P<count>[\d,]+)\s*(?:คน|แห่ง|โรง|เรื่อง)?\s*[(\[]\s*(?P<percent>[\d.]+)\s*%?\s*[)\]]"
)
_RATIO = re.compile(r"(?P<left>[\d.]+)\s*[:：]\s*(?P<right>[\d.]+)")


def to_arabic_digits(text: str) -> str:
    return text.translate(_TO_ARABIC)


def to_thai_digits(text: str) -> str:
    return text.translate(_TO_THAI)


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """What a cell's text says.

    Attributes:
        value: the number; None when missing or unreadable.
        percent: True when the text itself says per cent (``%``, ร้อยละ, parentheses after a count).
        count: the head count written before the per cent in the same cell, if any.
        missing: the text is a mark for "no value".
        converted: Thai digits, commas or units had to be read away.
        fault: issue code when the text is no usable number, else empty.
    """

    value: float | None = None
    percent: bool = False
    count: float | None = None
    missing: bool = False
    converted: bool = False
    fault: str = ""


def round_half_up(value: float, places: int = 2) -> float:
    """Round as offices do: 2.345 becomes 2.35, -2.345 becomes -2.35 (Python's own rounding is half-even)."""
    if not math.isfinite(value):
        return value
    return float(Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


def parse_number(text: str) -> ParsedNumber:
    """Read one cell's text as a number.

    Understands Thai digits, thousands commas, ``45.5 %``, ``ร้อยละ 45.5``, ``35,344 (42.54)``, ``(42.54)`` as
    a per cent, ``1 : 16`` as 16, ``฿1,000.-``, a stray Thai vowel before digits, an explicit plus sign.
    Faults: V03 not a number, V05 ambiguous comma, V09 not finite or out of any range.
    """
    raw = (text if text.isascii() else _INVISIBLE.sub("", text)).strip()
    if raw.casefold() in MISSING_MARKS:
        return ParsedNumber(missing=True)
    work = to_arabic_digits(_STRAY_VOWEL.sub("", raw)).replace("\u00a0", " ").replace("−", "-").strip()
    converted = work != raw
    both = _COUNT_AND_PERCENT.fullmatch(work)
    if both and _PLAIN.fullmatch(both["count"]) and _PLAIN.fullmatch(both["percent"]):
        return ParsedNumber(
            float(both["percent"]), percent=True, count=float(both["count"].replace(",", "")), converted=True
        )
    ratio = _RATIO.fullmatch(work)
    if ratio:
        return _ratio(ratio["left"], ratio["right"])
    percent = "%" in work or "ร้อยละ" in work
    if work.startswith("(") and work.endswith(")"):
        work, percent = work[1:-1].strip(), True  # offices print per cents in parentheses, never negatives
    for unit in ("ร้อยละ", "%", "฿", "บาท", "คน", "แห่ง", "คะแนน", ".-", "ครั้ง", "เรื่อง", "โครงการ"):
        stripped = work.replace(unit, "").strip()
        converted, work = converted or stripped != work, stripped
    if not _PLAIN.fullmatch(work):
        lone_comma = re.fullmatch(r"[+-]?\d+,\d+", work)
        return ParsedNumber(fault="V05" if lone_comma else "V03")
    value = float(work.replace(",", ""))
    if abs(value) > _LARGEST:
        return ParsedNumber(fault="V09")
    return ParsedNumber(value, percent=percent, converted=converted or "," in work)


def _ratio(left: str, right: str) -> ParsedNumber:
    """``1 : 16`` reads 16; the side that is 1 is the teacher."""
    if not (_PLAIN.fullmatch(left) and _PLAIN.fullmatch(right)) or float(left) == 0:
        return ParsedNumber(fault="V03")
    return ParsedNumber(float(right) / float(left), converted=True)


def format_number(value: float | None, decimals: int = 2) -> str:
    """As offices print it: thousands commas, rounded half up; ``–`` where there is no value."""
    if value is None or not math.isfinite(value):
        return "–"
    return f"{round_half_up(value, decimals):,.{decimals}f}"
