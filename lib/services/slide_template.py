"""The office's own PowerPoint template: check it, use it from now on, go back to the workbench's."""

from dataclasses import dataclass
from datetime import UTC, datetime

from lib.domain.issues import Issue, Severity
from lib.domain.office_templates import TemplateRecord
from lib.errors import RefusedFile
from lib.ingest.slide_template import check_slide_package
from lib.report.slide_template_check import check_slide_template
from lib.storage import audit
from lib.storage.engine import Store, reading, writing
from lib.storage.files import keep_file, load_file, register_file
from lib.storage.settings import load_setting, save_setting

_KEY = "slides_template"


@dataclass(frozen=True, slots=True)
class SlideTemplate:
    """The template in use, None for the workbench's own, and the version seen for the next write."""

    record: TemplateRecord | None
    version: int


def load_slide_template(store: Store) -> SlideTemplate:
    """What the office uses now."""
    with reading(store) as session:
        value, version = load_setting(session, _KEY)
    if not isinstance(value, dict) or not value:
        return SlideTemplate(None, version)
    saved_at = datetime.fromisoformat(value["saved_at"])
    record = TemplateRecord(1, str(value["sha256"]), str(value["file_name"]), saved_at, str(value["by"]))
    return SlideTemplate(record, version)


def slide_template(store: Store) -> bytes | None:
    """The template's file, None for the workbench's own.

    Raises:
        WorkbenchError: the file is gone or was changed.
    """
    record = load_slide_template(store).record
    return None if record is None else load_file(store, record.sha256)


def check_slide_file(content: bytes) -> tuple[Issue, ...]:
    """What a template has and lacks, in words; it can be used unless one is an error.

    Raises:
        RefusedFile: the file must not be opened.
    """
    check_slide_package(content)
    return check_slide_template(content)


def keep_slide_template(store: Store, content: bytes, file_name: str, *, seen_version: int, by: str) -> None:
    """Use a template from now on.

    Raises:
        RefusedFile: it lacks what the slides need.
        EditConflict: somebody changed the template meanwhile.
    """
    wrong = [issue for issue in check_slide_file(content) if issue.severity is Severity.ERROR]
    if wrong:
        raise RefusedFile(wrong[0].code, wrong[0].message, wrong[0].hint)
    sha256 = keep_file(store, content)
    told = {
        "sha256": sha256,
        "file_name": file_name,
        "saved_at": datetime.now(UTC).isoformat(),
        "by": by,
    }
    with writing(store) as session:
        register_file(session, sha256, file_name, len(content))
        save_setting(session, _KEY, told, seen_version=seen_version, by=by)
        audit.record(session, by=by, action="slides_template", subject="keep", detail={"sha256": sha256})


def drop_slide_template(store: Store, *, seen_version: int, by: str) -> None:
    """Go back to the workbench's own; the file given stays among the stored ones.

    Raises:
        EditConflict: somebody changed the template meanwhile.
    """
    with writing(store) as session:
        save_setting(session, _KEY, {}, seen_version=seen_version, by=by)
        audit.record(session, by=by, action="slides_template", subject="drop")
