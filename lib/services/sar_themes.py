"""Recurring themes of schools' self-assessment reports, and where people moved statements."""

from collections.abc import Mapping, Sequence

from lib.analysis.theme_assignment import assign_themes
from lib.analysis.theme_counts import count_themes, group_unthemed, narrow
from lib.analysis.theme_keys import statement_key
from lib.catalog.sar_themes import load_themes
from lib.domain.assessments import LevelOfEducation, ReportStatus, SavedSelfAssessment, SelfAssessment
from lib.domain.schools import School
from lib.domain.theme_synthesis import (
    SubmittedReport,
    ThemeBasis,
    ThemedStatement,
    ThemedYear,
    ThemeSynthesis,
)
from lib.domain.themes import Theme, ThemeChoice
from lib.errors import WorkbenchError
from lib.storage import theme_choices
from lib.storage.engine import Store, reading, writing
from lib.storage.schools import load_schools
from lib.storage.self_assessments import load_reports

NO_THEME = "ยังไม่จัดเข้าเรื่อง"


def load_theme_synthesis(store: Store, year_be: int, *, confirmed_only: bool = False) -> ThemeSynthesis:
    """The themes of an academic year beside those of the year before.

    Args:
        confirmed_only: leave out reports that nobody has compared with their text yet.
    """
    year = load_themed_year(store, year_be, confirmed_only=confirmed_only)
    before = load_themed_year(store, year_be - 1, confirmed_only=confirmed_only)
    return join_years(year, before)


def load_themed_year(store: Store, year_be: int, *, confirmed_only: bool = False) -> ThemedYear:
    """The reports of the active schools of one academic year, every statement put to its theme."""
    with reading(store) as session:
        schools = load_schools(session, active_only=True)
        saved = {report.school_id: report for report in load_reports(session, year_be)}
        choices = {each.statement_key: each for each in theme_choices.load_theme_choices(session)}
    counted = [
        (school, saved[school.school_id])
        for school in schools
        if school.school_id in saved
        and (not confirmed_only or saved[school.school_id].status is ReportStatus.CONFIRMED)
    ]
    said = [each for school, report in counted for each in _statements(school, report)]
    statements = assign_themes(said, load_themes(), choices)
    return ThemedYear(
        year_be,
        len(schools),
        tuple(
            SubmittedReport(school.school_id, school.cluster, _levels(report.assessment))
            for school, report in counted
        ),
        statements,
        group_unthemed(statements),
    )


def join_years(
    year: ThemedYear, before: ThemedYear, clusters: frozenset[str] = frozenset(), n_schools: int = 0
) -> ThemeSynthesis:
    """The synthesis of a year beside the year before, of all clusters or of some.

    Args:
        clusters: none for all; otherwise ``n_schools`` are their active schools.
    """
    if clusters:
        year, before = (narrow(each, clusters, n_schools) for each in (year, before))
    return count_themes(year, before if before.reports else None, load_themes())


def themes_for(level: LevelOfEducation | None) -> tuple[Theme, ...]:
    """Themes that a statement of a level of education can be moved to."""
    return tuple(theme for theme in load_themes().themes if level is None or level in theme.items)


def theme_name(theme_id: str) -> str:
    """Name of a theme; of an empty or unknown id, that it is none."""
    theme = load_themes().theme(theme_id)
    return theme.name if theme else NO_THEME


def move_statements(
    store: Store,
    statements: Sequence[ThemedStatement],
    theme_id: str,
    *,
    seen: Mapping[str, int],
    by: str,
) -> None:
    """Remember a person's choice for wordings; it holds for the same wording in every school and year.

    Args:
        theme_id: empty for "belongs to no theme".
        seen: key of a wording → version of the choice that the person saw; absent where there was none.

    Raises:
        WorkbenchError: the theme is not one of a statement's level of education; nothing is moved.
        EditConflict: somebody moved one of the wordings meanwhile; nothing is moved.
    """
    wordings = {each.key: each for each in statements}
    for each in wordings.values():
        if theme_id and theme_id not in {theme.id for theme in themes_for(each.level_of_education)}:
            raise WorkbenchError("เรื่องที่เลือกไม่ใช่เรื่องของระดับการศึกษานี้ ยังไม่ได้ย้าย", "เลือกเรื่องจากรายการอีกครั้ง")
    with writing(store) as session:
        for key, each in wordings.items():
            theme_choices.save_theme_choice(
                session, key, each.text, theme_id, seen_version=seen.get(key, 0), by=by
            )


def return_statement(store: Store, choice: ThemeChoice, *, by: str) -> None:
    """Take a move back; the program's own reasons hold again.

    Raises:
        EditConflict: somebody moved or returned this wording meanwhile.
    """
    with writing(store) as session:
        theme_choices.remove_theme_choice(session, choice, by=by)


def load_choices(store: Store) -> tuple[ThemeChoice, ...]:
    """Every remembered move, the newest first."""
    with reading(store) as session:
        return theme_choices.load_theme_choices(session)


def _levels(assessment: SelfAssessment) -> tuple[LevelOfEducation, ...]:
    """Levels of education that a report covers or has a statement of."""
    spoken_of = {said.level_of_education for said in assessment.statements}
    return tuple(level for level in LevelOfEducation if level in assessment.levels or level in spoken_of)


def _statements(school: School, report: SavedSelfAssessment) -> list[ThemedStatement]:
    """The report's statements without a theme; a report of one level of education lends it to all of them."""
    levels = report.assessment.levels
    only = levels[0] if len(levels) == 1 else None
    return [
        ThemedStatement(
            report_id=report.report_id,
            school_id=school.school_id,
            school_name=school.name,
            cluster=school.cluster,
            kind=said.kind,
            level_of_education=said.level_of_education or only,
            standard=said.standard,
            text=said.text,
            place=said.place,
            key=statement_key(said.text, said.level_of_education or only),
            theme_id="",
            basis=ThemeBasis.NONE,
            why=(),
        )
        for said in report.assessment.statements
    ]
