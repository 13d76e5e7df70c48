"""พ.ศ. dates, year numbers as offices write them, and the two calendars."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from pythainlp.util import thai_strftime

from lib.thai.numerals import to_arabic_digits

BE_OFFSET = 543
_THAILAND = ZoneInfo("Asia/Bangkok")


def format_date(day: date, *, short: bool = False) -> str:
    """``16 ธันวาคม 2565`` or ``16 ธ.ค. 2565``, Arabic digits."""
    moment = datetime(day.year, day.month, day.day)
    return str(thai_strftime(moment, "%-d %b %Y" if short else "%-d %B %Y"))


def format_moment(moment: datetime) -> str:
    """``16 ธ.ค. 2565 เวลา 13.30 น.`` in Thai time; ``moment`` carries its zone."""
    local = moment.astimezone(_THAILAND)
    return f"{format_date(local.date(), short=True)} เวลา {local:%H.%M} น."


def thai_day(moment: datetime) -> date:
    """The day in Thailand; ``moment`` carries its zone."""
    return moment.astimezone(_THAILAND).date()


def fiscal_year_of(day: date) -> int:
    """ปีงบประมาณ N runs 1 ต.ค. N-1 to 30 ก.ย. N, Buddhist Era."""
    return day.year + BE_OFFSET + (1 if day.month >= 10 else 0)


def academic_year_of(day: date) -> int:
    """ปีการศึกษา N runs 16 พ.ค. N to 15 พ.ค. N+1 (ระเบียบ ศธ. 2549), Buddhist Era."""
    started = (day.month, day.day) >= (5, 16)
    return day.year + BE_OFFSET - (0 if started else 1)


def parse_year_be(text: str) -> int | None:
    """A four-digit year as Buddhist Era: 2400–2650 as it stands, 1900–2100 as CE; else None.

    Two-digit years are never guessed here.
    """
    digits = to_arabic_digits(text).strip().removeprefix("พ.ศ.").strip()
    if not re.fullmatch(r"\d{4}(\.0)?", digits):
        return None
    year = int(digits[:4])
    if 2400 <= year <= 2650:
        return year
    return year + BE_OFFSET if 1900 <= year <= 2100 else None
