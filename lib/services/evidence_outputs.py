"""What leaves the house about a KPI form: the official Word form, the evidence in one ZIP, its days."""

from lib.catalog.evidence_forms import find_form_ids, load_form
from lib.domain.office import Office
from lib.errors import WorkbenchError
from lib.report.calendar_file import CalendarDay, make_calendar
from lib.report.evidence_form import make_evidence_form
from lib.report.evidence_zip import make_evidence_zip
from lib.services.evidence import load_evidence_page
from lib.services.evidence_state import load_state
from lib.storage.engine import Store, reading
from lib.storage.files import load_file


def make_form_docx(
    store: Store, form_id: str, fiscal_year_be: int, office: Office, *, thai_digits: bool | None = None
) -> bytes:
    """The official form as it stands now; ``thai_digits`` None follows the office's own choice."""
    page = load_evidence_page(store, form_id, fiscal_year_be)
    return make_evidence_form(
        page.form, page.answers, page.files, office, results=page.results, thai_digits=thai_digits
    )


def make_evidence_archive(store: Store, form_id: str, fiscal_year_be: int) -> bytes:
    """All evidence that counts, by item, with its index.

    Raises:
        WorkbenchError: no file counts as evidence, or a stored file is gone or was changed.
    """
    form = load_form(form_id, fiscal_year_be)
    with reading(store) as session:
        state = load_state(session, form)
    counted = [file for file in state.files if file.counts]
    if not counted:
        raise WorkbenchError(
            f"ปีงบประมาณ {fiscal_year_be} ยังไม่มีไฟล์ที่นับเป็นหลักฐาน จึงไม่ได้ทำไฟล์ ZIP",
            "แนบไฟล์หลักฐานในหน้าตัวชี้วัดที่ 46 หรือระบุปีงบประมาณอื่น",
        )
    contents = ((file, load_file(store, file.sha256)) for file in counted)
    return make_evidence_zip(form, state.answers, contents)


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
