"""Files of external assessment: read, compared with what is stored, taken in and taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lib.domain.document_text import DocumentText
from lib.domain.external_assessments import ExternalAssessment, ExternalLoad, OutcomeKey
from lib.domain.external_files import NOTHING_SAID, ExternalDefaults, ExternalFile
from lib.domain.sheets import Workbook
from lib.errors import RefusedFile, WorkbenchError
from lib.ingest.child import read_document
from lib.ingest.document_repair import repair_document
from lib.ingest.external_report import tidy_external_report
from lib.ingest.external_workbook import tidy_external_workbook
from lib.ingest.file_names import tidy_file_name
from lib.ingest.report_lines import hide_document_ids
from lib.ingest.report_markup import strip_markup
from lib.ingest.school_identity import SchoolFinder
from lib.services.import_preview import kept_name
from lib.services.imports import read_file
from lib.storage.answers import load_answers, save_answers
from lib.storage.engine import Store, reading, writing
from lib.storage.external_assessments import load_outcomes
from lib.storage.external_loads import ExternalUndo, load_loads, save_load, undo_load
from lib.storage.files import keep_file, register_file
from lib.storage.schools import load_schools

#: The refusal that only says that the file is a workbook and no document.
_IS_WORKBOOK = "F21"


@dataclass(frozen=True, slots=True)
class ExternalSource:
    """A file opened: a workbook without anything about single persons, or a document.

    Attributes:
        clean_copy: kept in place of the file, because cells about persons were emptied; else empty.
    """

    workbook: Workbook | None = None
    document: DocumentText | None = None
    clean_copy: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class ExternalChange:
    """An outcome of the file beside what is stored; ``before`` None where there is nothing."""

    after: ExternalAssessment
    before: ExternalAssessment | None

    @property
    def is_same(self) -> bool:
        return self.before is not None and _said(self.before) == _said(self.after)


@dataclass(frozen=True, slots=True)
class ExternalPreview:
    """A file as read beside what is stored; nothing is saved.

    Attributes:
        answers: alias → (school id, text as written), as the person answered.
    """

    file_name: str
    file: ExternalFile
    changes: tuple[ExternalChange, ...]
    answers: Mapping[str, tuple[str, str]]
    kept: bytes = field(repr=False)
    kept_name: str = ""

    @property
    def new(self) -> tuple[ExternalChange, ...]:
        return tuple(each for each in self.changes if each.before is None)

    @property
    def changed(self) -> tuple[ExternalChange, ...]:
        return tuple(each for each in self.changes if each.before is not None and not each.is_same)


def open_external(content: bytes, file_name: str) -> ExternalSource:
    """Open a file, a document or a workbook as its bytes say.

    Raises:
        RefusedFile: it is neither, cannot be read, or is a list of persons.
    """
    file_name, _ = tidy_file_name(file_name)
    try:
        document = strip_markup(read_document(content, file_name))
    except RefusedFile as error:
        if not error.code.startswith(_IS_WORKBOOK):
            raise
        read = read_file(content, file_name)
        return ExternalSource(read.workbook, None, read.clean_copy)
    return ExternalSource(None, hide_document_ids(document if document.pages else repair_document(document)))


def preview_external(
    store: Store,
    source: ExternalSource,
    content: bytes,
    file_name: str,
    *,
    defaults: ExternalDefaults = NOTHING_SAID,
    answers: Mapping[str, str] | None = None,
) -> ExternalPreview:
    """What a file says and what it would change.

    Args:
        defaults: what the person says of rows that do not say it themselves.
        answers: alias of a school's question → school id.
    """
    file_name, _ = tidy_file_name(file_name)
    answers = dict(answers or {})
    with reading(store) as session:
        finder = SchoolFinder(load_schools(session), load_answers(session))
        stored = {each.key: each for each in load_outcomes(session)}
    if source.workbook is not None:
        asked = tidy_external_workbook(source.workbook, file_name, finder, defaults)
        file = asked
        if answers:
            answered = finder.with_answers(answers)
            file = tidy_external_workbook(source.workbook, file_name, answered, defaults)
        texts = {each.alias: each.text for each in asked.questions}
    else:
        document = source.document or DocumentText((), 0)
        picked = next(iter(answers.values()), None)

        def find_school(code: str, name: str) -> str | None:
            return picked or finder.find(code, name).school_id

        file = tidy_external_report(document, file_name, find_school, defaults)
        texts = {}
    changes = tuple(_beside(each, stored) for each in file.outcomes)
    remembered = {alias: (school, texts[alias]) for alias, school in answers.items() if alias in texts}
    return ExternalPreview(
        file_name,
        file,
        changes,
        remembered,
        source.clean_copy or content,
        kept_name(file_name, source.clean_copy),
    )


def commit_external(
    store: Store, preview: ExternalPreview, *, replace_changed: bool, by: str
) -> ExternalLoad:
    """Store the new outcomes of a file, and the changed ones where the person agreed.

    Raises:
        WorkbenchError: there is nothing to store.
        EditConflict: an outcome was saved meanwhile; nothing of the file is stored.
    """
    wanted = (*preview.new, *(preview.changed if replace_changed else ()))
    if not wanted:
        raise WorkbenchError(
            "ไม่มีผลใหม่ให้บันทึกจากไฟล์นี้ ข้อมูลไม่เปลี่ยนแปลง", "เลือกแทนที่ผลเดิม หรือตรวจรายการที่ไม่รับด้านล่าง"
        )
    sha256 = keep_file(store, preview.kept)
    with writing(store) as session:
        register_file(session, sha256, preview.kept_name, len(preview.kept))
        save_answers(session, preview.answers, dataset_id=None, by=by)
        load = save_load(
            session, [each.after for each in wanted], sha256=sha256, file_name=preview.kept_name, by=by
        )
    assert load is not None  # noqa: S101 - there is at least one outcome
    return load


def list_external_loads(store: Store) -> tuple[ExternalLoad, ...]:
    """Files taken in, the newest first."""
    with reading(store) as session:
        return load_loads(session)


def undo_external(store: Store, load_id: int, *, by: str) -> ExternalUndo:
    """Take a file back; what a person changed since stays.

    Raises:
        WorkbenchError: it was taken back already.
    """
    with writing(store) as session:
        return undo_load(session, load_id, by=by)


def _beside(after: ExternalAssessment, stored: Mapping[OutcomeKey, ExternalAssessment]) -> ExternalChange:
    before = stored.get(after.key)
    return ExternalChange(replace(after, version=before.version if before else 0), before)


def _said(one: ExternalAssessment) -> object:
    """What an outcome says, wherever it stands."""
    reading = one.reading
    return (
        one.assessed_on,
        sorted((each.standard, each.result) for each in reading.results),
        sorted((each.kind, each.key) for each in reading.statements),
        sorted((each.name, each.text) for each in reading.extras),
    )
