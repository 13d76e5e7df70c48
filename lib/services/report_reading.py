"""Read self-assessment report files and check them; nothing is stored here."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from lib.analysis.sar_themes import items_of
from lib.catalog.sar_themes import load_themes
from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation, SavedSelfAssessment, SelfAssessment
from lib.domain.document_text import DocumentText
from lib.domain.issues import Issue, Severity
from lib.domain.schools import School
from lib.errors import RefusedFile
from lib.ingest.file_names import tidy_file_name
from lib.ingest.report_reader import read_report_file
from lib.ingest.school_identity import SchoolFinder
from lib.report.plain_copy import write_plain_copy
from lib.services.import_json import issue_as_json
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
    """

    file_name: str
    sha256: str
    content: bytes = field(repr=False)
    assessment: SelfAssessment
    document: DocumentText = field(repr=False)
    saved: SavedSelfAssessment | None = None
    readable: bool = True

    @property
    def is_same_file(self) -> bool:
        """This very file is already saved."""
        return self.saved is not None and self.saved.sha256 == self.sha256


def read_reports(store: Store, files: Sequence[tuple[str, bytes]]) -> tuple[ReportReading, ...]:
    """Read report files, in their order; a file that cannot be read says so in its own issues.

    Args:
        files: name and content of each; docx, xlsx and the other kinds of workbook.
    """
    with reading(store) as session:
        register = load_schools(session)
        finder = SchoolFinder(register, load_answers(session))
    by_id = {school.school_id: school for school in register}
    return tuple(_read(store, name, content, finder, by_id) for name, content in files)


def levels_offered(school: School) -> tuple[LevelOfEducation, ...]:
    """Levels of education that the register says a school offers."""
    offers = {
        LevelOfEducation.EARLY_CHILDHOOD: school.offers_early_childhood,
        LevelOfEducation.BASIC: school.offers_basic,
    }
    return tuple(level for level, offered in offers.items() if offered)


def reading_as_json(report: ReportReading) -> dict[str, object]:
    """One file's reading in the shape that the command line prints."""
    a = report.assessment
    return {
        "file": report.file_name,
        "school_id": a.school_id,
        "academic_year_be": a.academic_year_be,
        "levels_of_education": [level.value for level in a.levels],
        "ratings": [
            {
                "level_of_education": r.level_of_education.value,
                "standard": r.standard,
                "item": r.item,
                "level": r.level,
                "scale": r.scale,
                "page": r.place.page,
            }
            for r in a.ratings
        ],
        "statements": [{"kind": s.kind.value, "text": s.text, "page": s.place.page} for s in a.statements],
        "text_quality": a.text_quality,
        "issues": [issue_as_json(issue) for issue in a.issues],
    }


def _read(
    store: Store, name: str, content: bytes, finder: SchoolFinder, by_id: dict[str, School]
) -> ReportReading:
    name, renamed = tidy_file_name(name)

    def find_school(code: str, written: str) -> str | None:
        return finder.find(code, written).school_id

    try:
        document, assessment, emptied = read_report_file(content, name, find_school)
    except RefusedFile as error:
        issue = Issue(Severity.ERROR, error.code, error.message, error.hint)
        nothing = SelfAssessment(None, "", None, (), (), (), 0.0, (issue,))
        return ReportReading(name, content_hash(content), content, nothing, _NO_DOCUMENT, readable=False)
    kept = content if emptied is None else write_plain_copy(emptied.sheets)
    assessment = replace(assessment, issues=(*renamed, *assessment.issues))
    school = by_id.get(assessment.school_id or "")
    if assessment.ratings or assessment.statements:
        assessment = check_reading(assessment, school)
    saved = None
    if assessment.school_id and assessment.academic_year_be:
        with reading(store) as session:
            saved = report_store.find_saved(session, assessment.school_id, assessment.academic_year_be)
    return ReportReading(name, content_hash(kept), kept, assessment, document, saved)


def check_reading(
    assessment: SelfAssessment, school: School | None, *, settled: Sequence[str] = ()
) -> SelfAssessment:
    """The assessment with what the checks find now; what they found before is dropped.

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
    return replace(assessment, issues=(*read, *found))
