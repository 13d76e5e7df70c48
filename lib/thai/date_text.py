"""A day as officials write it, read as a date."""

import re
from datetime import date

from lib.thai.dates import BE_OFFSET
from lib.thai.numerals import to_arabic_digits
from lib.thai.text import clean_text

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
_SHORT = ("มค", "กพ", "มีค", "เมย", "พค", "มิย", "กค", "สค", "กย", "ตค", "พย", "ธค")
_MONTH_NUMBERS = {name: number for names in (MONTHS, _SHORT) for number, name in enumerate(names, start=1)}
_WORDED = re.compile(r"(?:วันที่)?(\d{1,2})(?:เดือน)?([ก-๙.]+?)(?:พ\.ศ\.)?(\d{4})")
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIRST_YEAR_BE = 2400
_DAY_DIGITS = 2


def parse_date_be(text: str) -> date | None:
    """``16 ธันวาคม 2565``, ``16 ธ.ค. 2565``, ``16/12/2565`` or ``2565-12-16`` as a date, else None.

    Thai digits are understood; a year below 2400 is of the common era; a year of two digits is never guessed.
    """
    compact = to_arabic_digits(clean_text(text)).replace(" ", "")
    if found := _ISO.fullmatch(compact):
        return _make_date(int(found[1]), int(found[2]), int(found[3]))
    if found := _SLASHED.fullmatch(compact):
        return _make_date(int(found[3]), int(found[2]), int(found[1]))
    if found := _WORDED.fullmatch(compact):
        month = _MONTH_NUMBERS.get(found[2].replace(".", ""))
        return None if month is None else _make_date(int(found[3]), month, int(found[1]))
    return None


def date_parts(text: str) -> tuple[int | None, int | None, int | None] | None:
    """(day, month, year พ.ศ.) of a day picked part by part, None for an open part; None for other words."""
    day = month = year = None
    for word in clean_text(text).split():
        if word in MONTHS:
            month = MONTHS.index(word) + 1
        elif word.isdecimal() and len(word) <= _DAY_DIGITS:
            day = int(word)
        elif word.isdecimal():
            year = int(word)
        else:
            return None
    return day, month, year


def _make_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year - BE_OFFSET if year >= _FIRST_YEAR_BE else year, month, day)
    except ValueError:
        return None
