"""The school register: load a file, look schools up, keep one school right."""

from dataclasses import dataclass, field

from lib.catalog.identity_headers import load_identity_headers
from lib.domain.datasets import RowCounts
from lib.domain.issues import Issue
from lib.domain.schools import School, SizeScheme
from lib.errors import EditConflict, WorkbenchError
from lib.ingest.file_names import tidy_file_name
from lib.ingest.register import RegisterReading, merge_entry, tidy_register
from lib.services.import_json import issue_as_json
from lib.services.import_preview import kept_name
from lib.services.imports import read_file
from lib.services.register_difference import SchoolChange, compare_register
from lib.storage import audit
from lib.storage.engine import Store, reading, writing
from lib.storage.files import keep_file, register_file
from lib.storage.register_loads import save_register_load
from lib.storage.schools import RegisterChange, load_schools, save_schools

_CODES = (("รหัส SMIS ", "smis_code", 8), ("รหัส OBEC ", "obec_code", 6), ("รหัสกระทรวง ", "moe_code", 10))


@dataclass(frozen=True, slots=True)
class RegisterPreview:
    """A register file against the register as it stands; nothing stored.

    Attributes:
        changes: every school of the file; ``absent``: open schools of the register that it does not name.
        kept: what is kept of the file under ``kept_name``, without anything about single persons.
    """

    file_name: str
    changes: tuple[SchoolChange, ...]
    absent: tuple[School, ...]
    rows: RowCounts
    issues: tuple[Issue, ...]
    kept_name: str
    kept: bytes = field(repr=False)

    @property
    def added(self) -> int:
        return sum(change.is_new for change in self.changes)

    @property
    def unchanged(self) -> int:
        return sum(change.is_same for change in self.changes)

    @property
    def updated(self) -> int:
        return len(self.changes) - self.added - self.unchanged


def preview_register(store: Store, content: bytes, file_name: str) -> RegisterPreview:
    """Read a register file and say what it would change.

    Raises:
        RefusedFile: it cannot be read, or is about persons.
    """
    file_name, renamed = tidy_file_name(file_name)
    file = read_file(content, file_name)
    read = tidy_register(file.workbook, load_identity_headers())
    known = load_register(store)
    changes, absent = compare_register(_merged(read, known), known)
    return RegisterPreview(
        file_name,
        changes,
        absent,
        read.rows,
        (*renamed, *read.issues),
        kept_name(file_name, file.clean_copy),
        file.clean_copy or content,
    )


def commit_register(store: Store, preview: RegisterPreview, *, by: str) -> RegisterChange:
    """Store a previewed register with its file in one transaction; schools it does not name stay.

    A file that changes nothing leaves no trace.

    Raises:
        WorkbenchError: there is no school in the file.
    """
    if not preview.changes:
        raise WorkbenchError("ไม่มีโรงเรียนที่นำเข้าได้ในไฟล์นี้ ยังไม่มีข้อมูลใดถูกบันทึก", "ตรวจหัวคอลัมน์รหัสและชื่อโรงเรียน")
    if preview.unchanged == len(preview.changes):
        return RegisterChange(0, 0, preview.unchanged)
    sha256 = keep_file(store, preview.kept)
    with writing(store) as session:
        register_file(session, sha256, preview.kept_name, len(preview.kept))
        return save_register_load(
            session,
            [change.after for change in preview.changes],
            sha256=sha256,
            file_name=preview.file_name,
            rows=preview.rows,
            by=by,
        )


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


def save_school(store: Store, school: School, *, seen: School | None = None, by: str) -> None:
    """Save one school as a person corrected it.

    Args:
        seen: the school as the person had it before them, None where a program saves it.

    Raises:
        WorkbenchError: the name is missing, a code has the wrong length or belongs to another school.
        EditConflict: somebody changed the school meanwhile.
    """
    with writing(store) as session:
        every = {each.school_id: each for each in load_schools(session)}
        if seen is not None and every.get(seen.school_id) != seen:
            raise EditConflict(
                f"มีผู้แก้ไขโรงเรียน{seen.name}หลังจากที่เปิดหน้านี้ จึงยังไม่ได้บันทึกของท่าน",
                "เลือกโรงเรียนอื่นแล้วเลือกกลับมาใหม่ เพื่อดูค่าล่าสุดก่อนแก้",
            )
        _check_school(school, tuple(every.values()))
        save_schools(session, (school,))
        audit.record(session, by=by, action="save_school", subject=school.school_id)


def _check_school(school: School, every: tuple[School, ...]) -> None:
    """Faults a person can make while typing; nothing was saved."""
    again = "แก้แล้วบันทึกใหม่ ยังไม่ได้บันทึก"
    if not school.name.strip():
        raise WorkbenchError("ชื่อโรงเรียนว่างไม่ได้", again)
    for words, name, n_digits in _CODES:
        code = str(getattr(school, name))
        if code and not (code.isascii() and code.isdigit() and len(code) == n_digits):
            raise WorkbenchError(f"{words}ต้องเป็นตัวเลข {n_digits} หลัก แต่พิมพ์ว่า “{code}”", again)
        owner = next((e for e in every if e.school_id != school.school_id and getattr(e, name) == code), None)
        if code and owner:
            raise WorkbenchError(f"{words} {code} เป็นของโรงเรียน{owner.name}อยู่แล้ว", again)


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
