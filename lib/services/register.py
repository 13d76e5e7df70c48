"""The school register: load a file, look schools up, keep one school right."""

from dataclasses import dataclass

from lib.catalog.identity_headers import load_identity_headers
from lib.domain.datasets import RowCounts
from lib.domain.issues import Issue
from lib.domain.schools import School, SizeScheme
from lib.errors import WorkbenchError
from lib.ingest.child import read_workbook
from lib.ingest.register import RegisterReading, merge_entry, tidy_register
from lib.services.import_json import issue_as_json
from lib.storage import audit
from lib.storage.engine import Store, reading, writing
from lib.storage.schools import RegisterChange, load_schools, save_schools


@dataclass(frozen=True, slots=True)
class RegisterPreview:
    """A register file against the register as it stands; nothing stored."""

    file_name: str
    entries: tuple[School, ...]
    added: int
    updated: int
    unchanged: int
    rows: RowCounts
    issues: tuple[Issue, ...]


def preview_register(store: Store, content: bytes, file_name: str) -> RegisterPreview:
    """Read a register file and say what it would change.

    Raises:
        RefusedFile: it cannot be read, or is about persons.
    """
    read = tidy_register(read_workbook(content, file_name), load_identity_headers())
    known = load_register(store)
    entries = _merged(read, known)
    by_id = {school.school_id: school for school in known}
    added = sum(entry.school_id not in by_id for entry in entries)
    updated = sum(entry.school_id in by_id and by_id[entry.school_id] != entry for entry in entries)
    return RegisterPreview(
        file_name, entries, added, updated, len(entries) - added - updated, read.rows, read.issues
    )


def commit_register(store: Store, preview: RegisterPreview, *, by: str) -> RegisterChange:
    """Store a previewed register in one transaction; schools it does not name stay.

    Raises:
        WorkbenchError: there is no school in the file.
    """
    if not preview.entries:
        raise WorkbenchError("ไม่มีโรงเรียนที่นำเข้าได้ในไฟล์นี้ ยังไม่มีข้อมูลใดถูกบันทึก", "ตรวจหัวคอลัมน์รหัสและชื่อโรงเรียน")
    with writing(store) as session:
        change = save_schools(session, preview.entries)
        audit.record(
            session,
            by=by,
            action="load_register",
            subject=preview.file_name,
            detail={"added": change.added, "updated": change.updated},
        )
    return change


def register_as_json(change: RegisterChange, preview: RegisterPreview) -> dict[str, object]:
    return {
        "added": change.added,
        "updated": change.updated,
        "unchanged": change.unchanged,
        "rows_read": preview.rows.read,
        "rows_loaded": preview.rows.loaded,
        "rows_rejected": preview.rows.rejected,
        "rows_ignored": preview.rows.ignored,
        "issues": [issue_as_json(issue) for issue in preview.issues],
    }


def load_register(store: Store, *, active_only: bool = False) -> tuple[School, ...]:
    """The register in the order of its keys."""
    with reading(store) as session:
        return load_schools(session, active_only=active_only)


def save_school(store: Store, school: School, *, by: str) -> None:
    """Save one school as a person corrected it."""
    with writing(store) as session:
        save_schools(session, (school,))
        audit.record(session, by=by, action="save_school", subject=school.school_id)


def size_name(school: School, scheme: SizeScheme) -> str:
    """The school's size in words, empty when its head count is unknown."""
    band = scheme.band_of(school.pupils)
    return band.name if band else ""


def _merged(read: RegisterReading, known: tuple[School, ...]) -> tuple[School, ...]:
    """Entries under the key of the school they mean: any code in common is the same school."""
    by_code = {
        code: school
        for school in known
        for code in (school.school_id, school.smis_code, school.obec_code, school.moe_code)
        if code
    }
    merged = []
    for entry in read.schools:
        codes = (entry.school_id, entry.smis_code, entry.obec_code, entry.moe_code)
        same = next((by_code[code] for code in codes if code in by_code), None)
        merged.append(merge_entry(same, entry, read.fields) if same else entry)
    return tuple(merged)
