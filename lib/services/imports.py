"""From a file's bytes to a preview, and from a confirmed preview to the database; undo and history."""

from dataclasses import dataclass, field, replace

from lib.catalog.identity_headers import load_identity_headers
from lib.domain.datasets import DatasetRecord
from lib.domain.sheets import Workbook
from lib.errors import WorkbenchError
from lib.ingest.child import read_workbook
from lib.ingest.choices import ImportChoices
from lib.ingest.file_names import tidy_file_name
from lib.ingest.layout_answers import keep_layout_answers
from lib.ingest.long_texts import note_long_texts
from lib.ingest.personal_data import withhold_persons
from lib.ingest.reading_progress import OnProgress, tell_nobody
from lib.ingest.school_data import tidy_school_data
from lib.ingest.school_identity import SchoolFinder
from lib.report.plain_copy import write_plain_copy
from lib.services.catalogue import load_office_catalogue
from lib.services.import_checks import check_data
from lib.services.import_json import preview_as_json
from lib.services.import_memory import recall_layouts
from lib.services.import_outcomes import count_rows, reasons_of, summarize_sheets
from lib.services.import_preview import Preview
from lib.storage import datasets as dataset_store
from lib.storage.answers import load_answers, save_answers
from lib.storage.engine import Store, reading, writing
from lib.storage.files import content_hash, keep_file, register_file
from lib.storage.layouts import save_layout
from lib.storage.schools import load_schools


@dataclass(frozen=True, slots=True)
class FileRead:
    """The plain sheets of a file without anything about single persons.

    Attributes:
        clean_copy: kept in place of the file, because cells about single persons were emptied; else empty.
    """

    workbook: Workbook
    clean_copy: bytes = field(default=b"", repr=False)


def read_file(
    content: bytes,
    file_name: str,
    encoding: str = "",
    on_progress: OnProgress = tell_nobody,
    *,
    person: str = "",
) -> FileRead:
    """Read a file's sheets; of all answers only a picked encoding changes them.

    Args:
        person: whose file it is; in the queue one person's many files take turns with others'.

    Raises:
        RefusedFile: it cannot be read, or is a list of persons.
    """
    read = read_workbook(content, file_name, on_progress, encoding=encoding, person=person)
    workbook = withhold_persons(read, file_name)
    return FileRead(workbook, b"" if workbook is read else write_plain_copy(workbook.sheets))


def preview_file(
    store: Store,
    content: bytes,
    file_name: str,
    choices: ImportChoices | None = None,
    *,
    read: FileRead | None = None,
) -> Preview:
    """Read and check one four-domain file.

    Args:
        read: what :func:`read_file` gave for this file and encoding; None reads it here.

    Raises:
        RefusedFile: it cannot be read, or is a list of persons.
    """
    choices = choices or ImportChoices()
    file_name, renamed = tidy_file_name(file_name)
    read = read or read_file(content, file_name, choices.encoding)
    workbook, clean_copy = read.workbook, read.clean_copy
    catalogue = load_office_catalogue(store)
    with reading(store) as session:
        schools = load_schools(session)
        finder = SchoolFinder(schools, load_answers(session))
        loaded_before = dataset_store.active_load_of(session, content_hash(clean_copy or content))
    data = tidy_school_data(workbook, file_name, catalogue, load_identity_headers(), finder, choices)
    remarks = (*renamed, *note_long_texts(workbook.sheets))
    checked = check_data(data, remarks, catalogue, choices, schools)
    return Preview(
        file_name,
        content_hash(content),
        choices,
        # What was read and what may be stored are the same figures; a preview is kept for hours.
        replace(data, observations=data.observations.iloc[:0].copy()),
        checked.accepted,
        checked.stated,
        checked.issues,
        checked.reconciliation,
        summarize_sheets(data, checked.outcomes),
        count_rows(checked.outcomes),
        reasons_of(checked.outcomes, "ignored"),
        reasons_of(checked.outcomes, "rejected"),
        loaded_before,
        checked.doubled_schools,
        clean_copy,
        workbook.other_encodings,
        recall_layouts(store, data, choices, catalogue),
    )


def refuse_unstorable(preview: Preview) -> None:
    """Say why a preview cannot be stored, as a commit would.

    Raises:
        WorkbenchError: there is nothing to store, or the same file is already loaded.
    """
    if preview.loaded_before is not None:
        raise dataset_store.already_loaded(preview.loaded_before)
    if preview.accepted.empty and preview.stated.empty:
        raise WorkbenchError(
            "ไม่มีค่าที่นำเข้าได้ในไฟล์นี้ ยังไม่มีข้อมูลใดถูกบันทึก", "ตอบคำถามหรือแก้ตามรายการปัญหา แล้วอ่านไฟล์ใหม่"
        )
    if preview.lost_schools:
        raise WorkbenchError(
            "ไฟล์นี้มีแถวโรงเรียน แต่ไม่มีแถวใดนำเข้าได้ จึงไม่บันทึกค่าของเขตเพียงอย่างเดียว เพราะอาจเป็นไฟล์ของเขตอื่น "
            "ยังไม่มีข้อมูลใดถูกบันทึก",
            "ตรวจว่าเป็นไฟล์ของสำนักงานนี้ แล้วตอบคำถามเรื่องโรงเรียนหรือเพิ่มโรงเรียนในทะเบียน",
        )


def commit(store: Store, preview: Preview, content: bytes, *, by: str, replaces: int | None = None) -> int:
    """Store a preview in one transaction: new schools, answers, the original, observations, benchmarks.

    Args:
        replaces: a load whose place this file takes as a whole; undo lets it speak again.

    Returns:
        dataset_id.

    Raises:
        WorkbenchError: there is nothing to store, or the same file is already loaded.
    """
    if content_hash(content) != preview.sha256:
        raise WorkbenchError("ไฟล์เปลี่ยนไปหลังจากดูตัวอย่าง ยังไม่มีข้อมูลใดถูกบันทึก", "เลือกไฟล์ใหม่อีกครั้ง")
    refuse_unstorable(preview)
    kept = preview.clean_copy or content
    sha256 = keep_file(store, kept)
    with writing(store) as session:
        earlier = dataset_store.active_load_of(session, sha256)
        if earlier is not None:
            raise dataset_store.already_loaded(earlier)
        register_file(session, sha256, preview.kept_name, len(kept))
        names = {
            school.key: f"{school.code} {school.name}".strip() for school in preview.data.unknown_schools
        }
        dataset_id = dataset_store.save_dataset(
            session,
            sha256=sha256,
            file_name=preview.file_name,
            choices_key=preview.choices.key(),
            rows=preview.rows,
            observed=preview.accepted,
            stated=preview.stated,
            report=preview_as_json(preview, None),
            by=by,
            new_schools=preview.new_schools,
            replaces=replaces,
        )
        save_answers(
            session,
            {key: (school_id, names.get(key, key)) for key, school_id in preview.choices.schools},
            dataset_id=dataset_id,
            by=by,
        )
        for key, answers in keep_layout_answers(preview.data.layouts, preview.choices).items():
            save_layout(session, key, answers, dataset_id=dataset_id, by=by)
    return dataset_id


def undo(store: Store, dataset_id: int, *, by: str) -> None:
    """Take one load back; what it superseded speaks again."""
    with writing(store) as session:
        dataset_store.undo_dataset(session, dataset_id, by=by)


def load_history(store: Store) -> tuple[DatasetRecord, ...]:
    """Every load, the newest first."""
    with reading(store) as session:
        return dataset_store.load_history(session)
