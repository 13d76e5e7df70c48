"""Which fiscal year and which round of a KPI form a person is working on today."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lib.catalog.evidence_forms import find_broken_forms, find_form_ids, load_form
from lib.domain.evidence import RoundStatus
from lib.errors import WorkbenchError
from lib.services.evidence import EvidencePage, RoundView, load_evidence_page
from lib.services.evidence_state import load_state
from lib.storage.engine import Store, reading
from lib.thai.dates import fiscal_year_of

#: The form every office fills; further forms are used once somebody has begun them.
KPI_FORM = "ars46"
_THAILAND = ZoneInfo("Asia/Bangkok")
_YEARS_BACK = 4


@dataclass(frozen=True, slots=True)
class WorkingYear:
    """The fiscal year all KPI forms open for; ``unfinished`` names the last rounds that hold it back."""

    year_be: int
    unfinished: tuple[str, ...]

    @property
    def in_words(self) -> str:
        if self.unfinished:
            rounds = " และ ".join(self.unfinished)
            return f"ทุกแบบเปิดที่ปีงบประมาณ {self.year_be} จนกว่าจะส่ง {rounds} ของปีนั้น"
        return f"ทุกแบบเปิดที่ปีงบประมาณปัจจุบัน {self.year_be}"


def thai_today() -> date:
    """The day it is in Thailand, wherever the server stands."""
    return datetime.now(_THAILAND).date()


def form_choices(today: date) -> tuple[str, ...]:
    """Ids of the forms that can be opened, the form of ตัวชี้วัดที่ 46 first."""
    known = {form_id for year in _years(today) for form_id in find_form_ids(year)}
    return tuple(sorted(known, key=lambda form_id: (form_id != KPI_FORM, form_id)))


def is_begun(page: EvidencePage) -> bool:
    """Whether anything was entered in a form."""
    return any(answer.answer for answer in page.answers.values()) or bool(page.files)


def open_pages(store: Store, today: date) -> tuple[EvidencePage, ...]:
    """The forms an office works on: that of ตัวชี้วัดที่ 46 and all that were begun, in their working year."""
    year = working_fiscal_year(store, today)
    pages = tuple(
        load_evidence_page(store, form_id, year, today=today)
        for form_id in form_choices(today)
        if year in fiscal_year_choices(form_id, today)
    )
    return tuple(page for page in pages if page.form.id == KPI_FORM or is_begun(page))


def fiscal_year_choices(form_id: str, today: date) -> tuple[int, ...]:
    """Fiscal years a form can be opened for, the newest first: from the next one to some years back."""
    return tuple(year for year in _years(today) if form_id in find_form_ids(year))


def form_faults(today: date) -> tuple[WorkbenchError, ...]:
    """Why form files of these years cannot be used, each file once; the other forms go on."""
    found = {fault.message: fault for year in _years(today) for fault in find_broken_forms(year)}
    return tuple(found.values())


def _years(today: date) -> range:
    current = fiscal_year_of(today)
    return range(current + 1, current - _YEARS_BACK - 1, -1)


def find_working_year(store: Store, today: date) -> WorkingYear:
    """One fiscal year for all forms: the current, or the one before while a form begun then is unfinished.

    A form is finished once its last round was handed in.
    """
    current = fiscal_year_of(today)
    unfinished = []
    with reading(store) as session:
        for form_id in find_form_ids(current - 1):
            form = load_form(form_id, current - 1)
            state = load_state(session, form)
            begun = any(answer.answer for answer in state.answers.values()) or state.files
            last = form.rounds[-1]
            if begun and state.rounds[last.id].status is RoundStatus.OPEN:
                unfinished.append(f"{form.indicator_label} {last.name}")
    return WorkingYear(current - 1 if unfinished else current, tuple(unfinished))


def working_fiscal_year(store: Store, today: date) -> int:
    """The fiscal year that :func:`find_working_year` finds."""
    return find_working_year(store, today).year_be


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
