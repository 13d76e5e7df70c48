"""What a date in a column of figures or years may have been before Excel made it a date."""

import re
from datetime import date, datetime, timedelta

_EPOCH = datetime(1899, 12, 30)
_FIRST_YEARS = 1903
_BE = range(2400, 2700)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?)?")
_PERIOD_SERIALS = range(36526, 58806)  # days of 2000 to 2060


def date_readings(iso: str) -> tuple[str, ...]:
    """Numbers that became this date: ``12.5`` typed as 12 May, or 45.5 in a cell formatted as a date."""
    found = _ISO.match(iso)
    if found is None:
        return ()
    year, month, day = (int(part) for part in found.group(1, 2, 3))
    if year <= _FIRST_YEARS:
        try:
            moment = datetime.fromisoformat(iso)
        except ValueError:
            return ()
        days = (moment.replace(tzinfo=None) - _EPOCH) / timedelta(days=1)
        # Excel counts a 29 February 1900 that never was.
        days -= days < 61
        return (f"{round(days, 4):.10g}",) if days >= 0 else ()
    return tuple(dict.fromkeys((f"{day}.{month}", f"{month}.{day}")))


def year_of_date(iso: str) -> int | None:
    """The Buddhist year of a date that stands where a year belongs; a year of either era may be stored."""
    found = _ISO.match(iso)
    year = int(found[1]) if found else 0
    if year in _BE:
        return year
    return year + 543 if 1990 <= year <= 2100 else None


def year_of_serial(text: str) -> int | None:
    """The Buddhist year of a date that Excel shows as its number of days, such as ``45123``."""
    if not text.isdecimal() or int(text) not in _PERIOD_SERIALS:
        return None
    return (date(1899, 12, 30) + timedelta(days=int(text))).year + 543
