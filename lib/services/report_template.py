"""The office's own Word template: check it, keep it, put an earlier one back, open it for a report."""

from dataclasses import dataclass
from datetime import UTC, datetime

from lib.domain.documents import Document
from lib.domain.issues import Issue, Severity
from lib.domain.office_templates import TemplateRecord
from lib.errors import RefusedFile, WorkbenchError
from lib.ingest.template_facts import read_template_facts
from lib.report.characters import with_digits
from lib.report.office_frame import OfficeTemplate
from lib.report.office_start import make_start_template
from lib.report.office_template import open_office_template
from lib.storage import audit
from lib.storage.engine import Store, reading, writing
from lib.storage.files import keep_file, load_file, register_file
from lib.storage.settings import load_setting, save_setting
from lib.thai.dates import format_date
from lib.validation.report_template import check_template_facts

_KEY = "report_template"
_SAMPLE_FIELDS = ("ชื่อรายงาน", "ชื่อรอง", "สำนักงาน", "ปีการศึกษา", "ปีงบประมาณ", "วันที่")


@dataclass(frozen=True, slots=True)
class TemplateShelf:
    """Templates the office has given, the latest first.

    Attributes:
        active: number of the one in use, 0 for the workbench's own.
        version: seen, for the next write.
    """

    records: tuple[TemplateRecord, ...]
    active: int
    version: int

    @property
    def in_use(self) -> TemplateRecord | None:
        return next((each for each in self.records if each.number == self.active), None)


def load_template_shelf(store: Store) -> TemplateShelf:
    """What the office has given so far."""
    with reading(store) as session:
        value, version = load_setting(session, _KEY)
    if not isinstance(value, dict):
        return TemplateShelf((), 0, version)
    records = [
        TemplateRecord(
            int(each["number"]),
            str(each["sha256"]),
            str(each["file_name"]),
            datetime.fromisoformat(each["saved_at"]),
            str(each["by"]),
        )
        for each in value["records"]
    ]
    return TemplateShelf(tuple(reversed(records)), int(value["active"]), version)


def check_template(content: bytes, file_name: str) -> tuple[Issue, ...]:
    """What a template has, lacks and loses, in words; it can be used unless one is an error.

    Raises:
        RefusedFile: the file must not be opened, or is no Word file.
    """
    facts = read_template_facts(content, file_name)
    issues = check_template_facts(facts)
    if any(each.severity is Severity.ERROR for each in issues):
        return issues
    try:
        open_office_template(OfficeTemplate(content, tuple((name, "") for name in _SAMPLE_FIELDS)))
    except WorkbenchError as error:
        return (
            *issues,
            Issue(Severity.ERROR, "T02", error.message, "บันทึกแม่แบบจาก Word เป็น .docx ใหม่ แล้วเลือกอีกครั้ง"),
        )
    return issues


def keep_template(store: Store, content: bytes, file_name: str, *, seen_version: int, by: str) -> int:
    """Keep a checked template and use it from now on.

    Returns:
        Its number.

    Raises:
        RefusedFile: it cannot be used.
        EditConflict: somebody changed the template meanwhile.
    """
    wrong = [each for each in check_template(content, file_name) if each.severity is Severity.ERROR]
    if wrong:
        raise RefusedFile(wrong[0].code, wrong[0].message, wrong[0].hint)
    shelf = load_template_shelf(store)
    sha256 = keep_file(store, content)
    number = max((each.number for each in shelf.records), default=0) + 1
    record = TemplateRecord(number, sha256, file_name, datetime.now(UTC), by)
    with writing(store) as session:
        register_file(session, sha256, file_name, len(content))
        save_setting(
            session, _KEY, _stored((record, *shelf.records), number), seen_version=seen_version, by=by
        )
        audit.record(
            session, by=by, action="report_template", subject=f"keep:{number}", detail={"sha256": sha256}
        )
    return number


def use_template(store: Store, number: int, *, seen_version: int, by: str) -> None:
    """Put an earlier template back, 0 for the workbench's own; none is lost by it.

    Raises:
        WorkbenchError: there is no such template.
        EditConflict: somebody changed the template meanwhile.
    """
    shelf = load_template_shelf(store)
    if number and number not in {each.number for each in shelf.records}:
        raise WorkbenchError(f"ไม่มีแม่แบบที่ {number:,}", "เลือกจากรายการแม่แบบ แม่แบบที่ใช้อยู่ไม่เปลี่ยน")
    with writing(store) as session:
        save_setting(session, _KEY, _stored(shelf.records, number), seen_version=seen_version, by=by)
        audit.record(session, by=by, action="report_template", subject=f"use:{number}")


def template_file(store: Store, record: TemplateRecord) -> bytes:
    """A template as it was given."""
    return load_file(store, record.sha256)


def start_template() -> bytes:
    """A template to begin with: the report's own styles, a letterhead to replace, every placeholder."""
    return make_start_template()


def open_template_for(
    store: Store, document: Document, academic_year_be: int | None, fiscal_year_be: int | None
) -> OfficeTemplate | None:
    """The template in use, filled in for a document; None for the workbench's own.

    Raises:
        WorkbenchError: the file is gone, was changed, or can no longer be opened.
    """
    record = load_template_shelf(store).in_use
    if record is None:
        return None
    template = fill_template(load_file(store, record.sha256), document, academic_year_be, fiscal_year_be)
    open_office_template(template)
    return template


def usable_template(
    store: Store, document: Document, academic_year_be: int | None, fiscal_year_be: int | None
) -> tuple[OfficeTemplate | None, str]:
    """The template in use, or none and why: a report is made in any case."""
    try:
        return open_template_for(store, document, academic_year_be, fiscal_year_be), ""
    except WorkbenchError as error:
        return None, f"{error.message} รายงานจึงใช้แม่แบบตั้งต้น — {error.hint}"


def fill_template(
    content: bytes, document: Document, academic_year_be: int | None, fiscal_year_be: int | None
) -> OfficeTemplate:
    """What each placeholder becomes."""
    told = {
        "ชื่อรายงาน": document.title,
        "ชื่อรอง": document.subtitle,
        "สำนักงาน": document.office,
        "ปีการศึกษา": str(academic_year_be or "–"),
        "ปีงบประมาณ": str(fiscal_year_be or "–"),
        "วันที่": format_date(document.made_on) if document.made_on else "",
    }
    return OfficeTemplate(
        content, tuple((name, with_digits(text, document.lang_digits)) for name, text in told.items())
    )


def _stored(records: tuple[TemplateRecord, ...], active: int) -> dict[str, object]:
    ordered = sorted(records, key=lambda each: each.number)
    return {
        "active": active,
        "records": [
            {
                "number": each.number,
                "sha256": each.sha256,
                "file_name": each.file_name,
                "saved_at": each.saved_at.isoformat(),
                "by": each.by,
            }
            for each in ordered
        ],
    }
