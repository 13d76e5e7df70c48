"""What leaves the house about a KPI form: the official Word form, the evidence in one ZIP, its days."""

from collections.abc import Iterable

from lib.catalog.evidence_forms import find_form_ids, load_form
from lib.domain.bound_figures import BoundFigure, FileOrigin
from lib.domain.evidence import EvidenceFile
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.office import Office
from lib.errors import WorkbenchError
from lib.report.calendar_file import CalendarDay, make_calendar
from lib.report.evidence_form import make_evidence_form
from lib.report.evidence_form_baseline import form_figures
from lib.report.evidence_zip import make_evidence_zip
from lib.services.evidence import load_evidence_page
from lib.services.evidence_contacts import load_contacts
from lib.services.evidence_state import load_state
from lib.services.office import load_office
from lib.storage.engine import Store, reading
from lib.storage.files import load_file


def make_form_docx(
    store: Store, form_id: str, fiscal_year_be: int, office: Office, *, thai_digits: bool | None = None
) -> bytes:
    """The official form as it stands now; ``thai_digits`` None follows the office's own choice."""
    page = load_evidence_page(store, form_id, fiscal_year_be)
    contacts = load_contacts(store, form_id, fiscal_year_be).people
    return make_evidence_form(
        page.form,
        page.answers,
        page.files,
        office,
        results=page.results,
        contacts=contacts,
        thai_digits=thai_digits,
    )


def form_figures_again(store: Store, origin: FileOrigin) -> tuple[BoundFigure, ...]:
    """The figures a form of this kind and year would print today."""
    page = load_evidence_page(store, origin.subject, origin.fiscal_year_be or 0)
    return form_figures(page.form, page.results)


def make_evidence_archive(store: Store, form_id: str, fiscal_year_be: int) -> bytes:
    """All evidence that counts, by item, with its index; links and binders stand in the index alone.

    Raises:
        WorkbenchError: nothing counts as evidence, or a stored file is gone or was changed.
    """
    form = load_form(form_id, fiscal_year_be)
    office, _ = load_office(store)
    with reading(store) as session:
        state = load_state(session, form)
    listed = listed_evidence(form, state.files)
    if not listed:
        raise WorkbenchError(
            f"ปีงบประมาณ {fiscal_year_be} ยังไม่มีหลักฐานของแบบ {form.code} จึงไม่ได้ทำไฟล์ ZIP",
            "แนบไฟล์ ลิงก์ หรือแฟ้มเอกสารในหน้าแบบตัวชี้วัด หรือเลือกปีงบประมาณอื่น",
        )
    contents = ((file, load_file(store, file.sha256) if file.sha256 else None) for file in listed)
    return make_evidence_zip(form, state.answers, contents, office)


def listed_evidence(form: EvidenceForm, files: Iterable[EvidenceFile]) -> tuple[EvidenceFile, ...]:
    """Accepted evidence of the form's items that can be found: a file, a link or a place on a shelf."""
    return tuple(
        file
        for file in files
        if file.accepted and (file.sha256 or file.link or file.held_at) and form.item(file.item_id)
    )


def make_round_calendar(fiscal_year_be: int) -> bytes:
    """The last days of every round of every form of a fiscal year, as a calendar file."""
    forms = [load_form(form_id, fiscal_year_be) for form_id in find_form_ids(fiscal_year_be)]
    return make_calendar(
        CalendarDay(
            f"{form.id}-{fiscal_year_be}-{each.id}@ktpn-workbench",
            form.due_date(each),
            f"ครบกำหนด {form.indicator_label} {each.name}",
            f"{form.indicator_name} ปีงบประมาณ พ.ศ. {fiscal_year_be}",
        )
        for form in forms
        for each in form.rounds
    )
