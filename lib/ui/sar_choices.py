"""Schools and academic years to choose from, where a report does not tell its own."""

from datetime import date

from lib.domain.schools import School
from lib.thai.dates import BE_OFFSET

_YEARS_BACK = 12
LATER = "ยังไม่เลือก"


def school_words(school: School) -> str:
    """A school as it is told from others of its name."""
    return f"{school.name} ({school.school_id}) {school.district}".rstrip()


def year_choices(*known: int | None) -> tuple[int, ...]:
    """Academic years to choose from, the newest first: the last years, and whatever year is known already."""
    this_year = date.today().year + BE_OFFSET
    recent = range(this_year - _YEARS_BACK, this_year + 2)
    return tuple(sorted({*recent, *(year for year in known if year is not None)}, reverse=True))
