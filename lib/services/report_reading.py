"""Read self-assessment report files and check them; nothing is stored here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from lib.analysis.sar_themes import items_of
from lib.catalog.sar_themes import load_themes
from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation, SavedSelfAssessment, SelfAssessment
from lib.domain.document_hash import hash_text
from lib.domain.document_text import DocumentText
from lib.domain.issues import Issue, Severity
from lib.domain.schools import School
from lib.errors import RefusedFile, WorkbenchError
from lib.ingest.file_names import tidy_file_name
from lib.ingest.kept_children import KeptChildren
from lib.ingest.report_archive import ReportFile
from lib.ingest.report_reader import read_report_file
from lib.ingest.school_identity import SchoolFinder
from lib.report.plain_copy import write_plain_copy
from lib.storage import self_assessments as report_store
from lib.storage.answers import load_answers
from lib.storage.engine import Store, reading
from lib.storage.files import content_hash
from lib.storage.schools import load_schools
from lib.validation.self_assessment import check_self_assessment

_NO_DOCUMENT = DocumentText((), 0)


@dataclass(frozen=True, slots=True)
class ReportReading:
    """One file as read, nothing stored.

    Attributes:
        assessment: what it says, with every issue of reading and checking.
        document: its text, to be shown beside the reading.
        saved: the report the same school already has for the same year.
        sha256 / content: of the file, or of its clean copy where cells held a number of a person.
        readable: False for a file that was refused; its only issue says why.
        text_hash: the same for two files of one text; empty for none.
    """

    file_name: str
    sha256: str
    content: bytes = field(repr=False)
    assessment: SelfAssessment
    document: DocumentText = field(repr=False)
    saved: SavedSelfAssessment | None = None
    readable: bool = True
    text_hash: str = ""

    @property
    def is_same_file(self) -> bool:
        """This very file is already saved."""
        return self.saved is not None and self.saved.sha256 == self.sha256


class ReportReader:
    """Reads report files of one office; several threads may use it at once.

    Args:
        children: of the batch that is read; without them each file has a child of its own.
        skip_saved: give what was saved of a file that is saved already, instead of reading it again.
    """

    def __init__(
        self, store: Store, children: KeptChildren | None = None, *, skip_saved: bool = False
    ) -> None:
        self._store = store
        self._children = children
        with reading(store) as session:
            self._saved_files = report_store.load_saved_files(session) if skip_saved else {}
            register = load_schools(session)
            self._finder = SchoolFinder(register, load_answers(session))
        self._by_id = {school.school_id: school for school in register}

    def read(self, file: ReportFile) -> ReportReading:
        """One file as read; one that cannot be read says so in its only issue."""
        content = b""
        try:
            content = file.load()
            known = self._saved_files.get(content_hash(content))
            if known is not None and (again := self._saved_again(file.name, known)) is not None:
                return again
            return _read(self._store, file.name, content, self._finder, self._by_id, self._children)
        except RefusedFile as error:
            return make_unread(
                file.name, content, Issue(Severity.ERROR, error.code, error.message, error.hint)
            )

    def _saved_again(self, name: str, report_id: int) -> ReportReading | None:
        try:
            with reading(self._store) as session:
                saved = report_store.load_report(session, report_id)
        except WorkbenchError:
            # Taken away since the batch began.
            return None
        name, _ = tidy_file_name(name)
        return ReportReading(name, saved.sha256, b"", saved.assessment, _NO_DOCUMENT, saved)


def read_reports(store: Store, files: Sequence[tuple[str, bytes]]) -> tuple[ReportReading, ...]:
    """Read report files, in their order; a file that cannot be read says so in its own issues.

    Args:
        files: name and content of each; docx, pdf, xlsx and the other kinds of workbook.
    """
    reader = ReportReader(store)
    return tuple(reader.read(ReportFile(name, partial(bytes, content))) for name, content in files)


def levels_offered(school: School) -> tuple[LevelOfEducation, ...]:
    """Levels of education that the register says a school offers."""
    offers = {
        LevelOfEducation.EARLY_CHILDHOOD: school.offers_early_childhood,
        LevelOfEducation.BASIC: school.offers_basic,
    }
    return tuple(level for level, offered in offers.items() if offered)


def _read(
    store: Store,
    name: str,
    content: bytes,
    finder: SchoolFinder,
    by_id: dict[str, School],
    children: KeptChildren | None,
) -> ReportReading:
    name, renamed = tidy_file_name(name)

    def find_school(code: str, written: str) -> str | None:
        return finder.find(code, written).school_id

    document, assessment, emptied = read_report_file(content, name, find_school, children)
    kept = content if emptied is None else write_plain_copy(emptied.sheets)
    assessment = replace(assessment, issues=(*renamed, *assessment.issues))
    school = by_id.get(assessment.school_id or "")
    if assessment.ratings or assessment.statements:
        assessment = check_reading(assessment, school)
    text_hash = hash_text(document)
    saved, is_same_text = _find_saved(store, assessment, text_hash)
    if saved is not None and is_same_text and saved.sha256 != content_hash(kept):
        assessment = replace(assessment, issues=(*assessment.issues, make_same_text(saved.file_name)))
    return ReportReading(name, content_hash(kept), kept, assessment, document, saved, text_hash=text_hash)


def make_same_text(other: str) -> Issue:
    """The remark on a report whose text is that of another file."""
    return Issue(
        Severity.WARNING,
        "D05",
        f"ข้อความเหมือนกับ {other} ทุกตัวอักษร น่าจะเป็นรายงานฉบับเดียวกันที่ตั้งชื่อไฟล์ต่างกัน",
        "ใช้ฉบับเดียว หากเป็นคนละฉบับให้ตรวจว่าโรงเรียนส่งไฟล์ถูกต้อง",
    )


def _find_saved(
    store: Store, assessment: SelfAssessment, text_hash: str
) -> tuple[SavedSelfAssessment | None, bool]:
    """The report that school and year have already, and whether its text is this one."""
    if not (assessment.school_id and assessment.academic_year_be):
        return None, False
    with reading(store) as session:
        saved = report_store.find_saved(session, assessment.school_id, assessment.academic_year_be)
        if saved is None or not text_hash:
            return saved, False
        document = report_store.load_report_document(session, saved.report_id)
    return saved, hash_text(document) == text_hash


def make_unread(name: str, content: bytes, issue: Issue) -> ReportReading:
    """What stands for a file that was refused."""
    name, _ = tidy_file_name(name)
    nothing = SelfAssessment(None, "", None, (), (), (), 0.0, (issue,))
    return ReportReading(name, content_hash(content), content, nothing, _NO_DOCUMENT, readable=False)


def check_reading(
    assessment: SelfAssessment, school: School | None, *, settled: Sequence[str] = ()
) -> SelfAssessment:
    """The assessment with what the checks find now; what they found before, or a person settled, is dropped.

    Args:
        school: None while it is not known.
        settled: codes of issues that a person has just answered.
    """
    gone = ("D15", "D16", "D3", *settled)
    read = tuple(issue for issue in assessment.issues if not issue.code.startswith(gone))
    offered = levels_offered(school) if school is not None else None
    found = check_self_assessment(
        assessment, load_standards(), offered=offered, items_of=partial(items_of, themes=load_themes())
    )
    answered = {(each.issue.code, each.issue.message) for each in assessment.settled}
    unanswered = (issue for issue in found if (issue.code, issue.message) not in answered)
    return replace(assessment, issues=(*read, *unanswered))
