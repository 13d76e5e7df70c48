"""The area's report on self-assessments and the list of issues: collect what they show, write the files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from lib.analysis.examination import Examination
from lib.analysis.sar_themes import items_of
from lib.catalog.report_words import load_sar_words
from lib.catalog.sar_themes import load_themes
from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation, SavedSelfAssessment
from lib.domain.bound_figures import DocumentKind, FileOrigin
from lib.domain.contradictions import Contradiction
from lib.domain.findings import Finding
from lib.domain.office import Office
from lib.domain.sar_report_content import LevelHistory, ListedReport, SarReportContent
from lib.domain.schools import School
from lib.domain.written_sections import SAR_SECTIONS
from lib.report.sar_issues_workbook import make_issues_workbook
from lib.report.sar_report import compose_sar_report
from lib.report.word import write_docx
from lib.services.analysis import OfficeData
from lib.services.external_board import load_external_board
from lib.services.report_template import usable_template
from lib.services.sar_synthesis import load_level_changes, load_level_years, load_synthesis
from lib.services.sar_themes import load_theme_synthesis
from lib.services.self_rating_matrix import load_matrices
from lib.services.submissions import load_submissions
from lib.storage.engine import Store, reading
from lib.storage.report_texts import load_report_texts
from lib.storage.schools import load_schools
from lib.storage.self_assessments import load_reports
from lib.thai.text import sort_key
from lib.validation.self_assessment_contradictions import contradiction_issue, find_contradictions

#: Sections a person may write; the page shows them in this order.
SECTIONS = SAR_SECTIONS

#: Choices that a file of the report keeps, so that it can be made again.
UNNAMED = "unnamed"
CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True, eq=False)
class SarSource:
    """What levels are laid against: the figures of the office, and the year's examination and findings."""

    data: OfficeData
    found: Examination
    findings: Sequence[Finding]


def collect_sar_report(
    store: Store,
    office: Office,
    source: SarSource,
    year_be: int,
    *,
    made_on: date,
    names_schools: bool = True,
    confirmed_only: bool = False,
) -> SarReportContent:
    """Everything both files show of an academic year, as it stands now.

    Args:
        source: of that academic year.
        names_schools: False counts schools without naming them.
        confirmed_only: leave reports that nobody has compared with their text out of the tables of levels.
    """
    with reading(store) as session:
        schools = load_schools(session, active_only=True)
        saved = load_reports(session, year_be)
        texts = load_report_texts(session, year_be)
    ordered = tuple(sorted(schools, key=lambda each: (sort_key(each.cluster), sort_key(each.name))))
    standards = load_standards()
    return SarReportContent(
        office=office,
        academic_year_be=year_be,
        made_on=made_on,
        names_schools=names_schools,
        synthesis=load_synthesis(store, year_be, confirmed_only=confirmed_only),
        histories=tuple(
            LevelHistory(
                level,
                load_level_years(store, year_be, level, confirmed_only=confirmed_only),
                load_level_changes(store, year_be, level, confirmed_only=confirmed_only),
            )
            for level in LevelOfEducation
        ),
        themes=load_theme_synthesis(store, year_be),
        matrices=load_matrices(store, source.data, source.found, source.findings, year_be),
        board=load_submissions(store, year_be, made_on),
        external=load_external_board(store, made_on),
        schools=ordered,
        standards=tuple(standards.current(level) for level in LevelOfEducation),
        reports=_listed(ordered, saved),
        texts=tuple((section, text) for section, (text, _) in texts.items() if text),
    )


def make_sar_docx(content: SarReportContent, store: Store, *, for_editing: bool = False) -> bytes:
    """The report as a Word file in the office's template while that can be opened, else in ours.

    Args:
        for_editing: sections without words keep a place for them.
    """
    document = compose_sar_report(content, load_sar_words(), for_editing=for_editing)
    template, _ = usable_template(store, document, content.academic_year_be, None)
    return write_docx(document, template, _origin(content))


def _origin(content: SarReportContent) -> FileOrigin:
    """The year, and which choices of the page the report was made with."""
    chosen = {UNNAMED: not content.names_schools, CONFIRMED: content.synthesis.confirmed_only}
    subject = " ".join(word for word, is_so in chosen.items() if is_so)
    return FileOrigin(DocumentKind.SAR_REPORT, content.academic_year_be, None, subject, content.made_on)


def make_sar_issues(content: SarReportContent) -> bytes:
    """The list of issues for สมศ. as a workbook; it names schools."""
    return make_issues_workbook(content, load_standards().vocabularies, load_sar_words())


def open_contradictions(report: SavedSelfAssessment) -> tuple[Contradiction, ...]:
    """What a report says against itself and nobody has answered."""
    assessment = report.assessment
    still_open = {(issue.code, issue.message) for issue in assessment.issues}
    found = find_contradictions(assessment, load_standards(), partial(items_of, themes=load_themes()))
    told = ((each, contradiction_issue(each)) for each in found)
    return tuple(each for each, issue in told if (issue.code, issue.message) in still_open)


def _listed(schools: Sequence[School], saved: Sequence[SavedSelfAssessment]) -> tuple[ListedReport, ...]:
    """Reports of the schools of the register, in their order."""
    by_school = {report.school_id: report for report in saved}
    return tuple(
        ListedReport(school, report, open_contradictions(report))
        for school in schools
        if (report := by_school.get(school.school_id)) is not None
    )
