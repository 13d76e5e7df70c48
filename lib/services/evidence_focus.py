"""Which fiscal year and which round of a KPI form a person is working on today."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from lib.catalog.evidence_forms import find_form_ids
from lib.domain.evidence import RoundStatus
from lib.errors import WorkbenchError
from lib.services.evidence import EvidencePage, RoundView, load_evidence_page
from lib.storage.engine import Store
from lib.thai.dates import fiscal_year_of

#: The form every office fills; further forms are used once somebody has begun them.
KPI_FORM = "ars46"
_THAILAND = ZoneInfo("Asia/Bangkok")
_YEARS_BACK = 4


def thai_today() -> date:
    """The day it is in Thailand, wherever the server stands."""
    return datetime.now(_THAILAND).date()


def form_choices(today: date) -> tuple[str, ...]:
    """Ids of the forms that can be opened, the form of ตัวชี้วัดที่ 46 first."""
    known = find_form_ids(fiscal_year_of(today) + 1)
    return tuple(sorted(known, key=lambda form_id: (form_id != KPI_FORM, form_id)))


def is_begun(page: EvidencePage) -> bool:
    """Whether anything was entered in a form."""
    return any(answer.answer for answer in page.answers.values()) or bool(page.files)


def open_pages(store: Store, today: date) -> tuple[EvidencePage, ...]:
    """The forms an office works on: that of ตัวชี้วัดที่ 46 and all that were begun, in their working year."""
    pages = tuple(
        load_evidence_page(store, form_id, working_fiscal_year(store, form_id, today), today=today)
        for form_id in form_choices(today)
        if fiscal_year_choices(form_id, today)
    )
    return tuple(page for page in pages if page.form.id == KPI_FORM or is_begun(page))


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
    unfinished = before.rounds[-1].record.status is RoundStatus.OPEN
    return current - 1 if is_begun(before) and unfinished else current


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
