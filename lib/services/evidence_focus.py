"""Which fiscal year and which round of a KPI form a person is working on today."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from lib.catalog.evidence_forms import find_form_ids
from lib.domain.evidence import RoundStatus
from lib.errors import WorkbenchError
from lib.services.evidence import EvidencePage, RoundView, load_evidence_page
from lib.storage.engine import Store
from lib.thai.dates import fiscal_year_of

#: The form of ตัวชี้วัดที่ 46.
KPI_FORM = "ars46"
_THAILAND = ZoneInfo("Asia/Bangkok")
_YEARS_BACK = 4


def thai_today() -> date:
    """The day it is in Thailand, wherever the server stands."""
    return datetime.now(_THAILAND).date()


def fiscal_year_choices(form_id: str, today: date) -> tuple[int, ...]:
    """Fiscal years a form can be opened for, the newest first: from the next one to some years back."""
    current = fiscal_year_of(today)
    years = range(current + 1, current - _YEARS_BACK - 1, -1)
    return tuple(year for year in years if form_id in find_form_ids(year))


def working_fiscal_year(store: Store, form_id: str, today: date) -> int:
    """The current fiscal year, or the one before while its form was begun and its last round not handed in.

    Raises:
        WorkbenchError: no copy of the form serves the current fiscal year.
    """
    current = fiscal_year_of(today)
    try:
        before = load_evidence_page(store, form_id, current - 1, today=today)
    except WorkbenchError:
        return current
    begun = any(answer.answer for answer in before.answers.values()) or bool(before.files)
    unfinished = before.rounds[-1].record.status is RoundStatus.OPEN
    return current - 1 if begun and unfinished else current


def focus_round(page: EvidencePage) -> RoundView:
    """The round to work on: the one of today, or the next still open when that was handed in."""
    ids = [view.form_round.id for view in page.rounds]
    ahead = page.rounds[ids.index(page.current_round_id) :]
    return next((view for view in ahead if view.record.status is RoundStatus.OPEN), ahead[0])


def due_in_words(due: date, today: date) -> str:
    """How far a last day is away, in words."""
    days = (due - today).days
    if days > 0:
        return f"อีก {days:,} วัน"
    return "ครบกำหนดวันนี้" if days == 0 else f"เลยกำหนด {-days:,} วัน"
