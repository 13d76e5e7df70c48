"""The self-assessment reports of one year put together, over the active schools of the register."""

from lib.analysis.sar_changes import level_changes, levels_over_years, schools_counted
from lib.analysis.sar_synthesis import synthesise
from lib.catalog.standards import load_standards
from lib.domain.assessment_synthesis import SarSynthesis, SchoolReport, YearSynthesis
from lib.domain.assessments import LevelOfEducation, SavedSelfAssessment
from lib.domain.level_changes import LevelChange
from lib.domain.reported_counts import ReportedCount
from lib.domain.schools import School, SizeScheme
from lib.services.office import load_office, size_scheme
from lib.services.register import size_name
from lib.services.report_reading import levels_offered
from lib.storage.engine import Store, reading
from lib.storage.schools import load_schools
from lib.storage.self_assessments import load_reports, report_years

_YEARS = 3


def load_synthesis(store: Store, year_be: int, *, confirmed_only: bool = False) -> SarSynthesis:
    """The synthesis of an academic year.

    Args:
        confirmed_only: leave out reports that nobody has compared with their text yet.
    """
    sizes = [band.name for band in _scheme(store).bands]
    return synthesise(
        school_reports(store, year_be), year_be, load_standards(), confirmed_only=confirmed_only, sizes=sizes
    )


def load_level_years(
    store: Store, year_be: int, level: LevelOfEducation, *, confirmed_only: bool = False
) -> tuple[YearSynthesis, ...]:
    """The last three academic years with reports up to one, oldest first, by the set in force."""
    years = {year: school_reports(store, year) for year in _years_to(store, year_be)[:_YEARS]}
    return levels_over_years(years, level, load_standards(), confirmed_only=confirmed_only)


def load_level_changes(
    store: Store, year_be: int, level: LevelOfEducation, *, confirmed_only: bool = False
) -> tuple[LevelChange, ...]:
    """How levels moved from the year with reports before an academic year; empty where there is none."""
    earlier = [year for year in _years_to(store, year_be) if year < year_be]
    if not earlier:
        return ()
    years = {year: school_reports(store, year) for year in (earlier[0], year_be)}
    return level_changes(years, earlier[0], year_be, level, load_standards(), confirmed_only=confirmed_only)


def load_counted(
    store: Store, cell: ReportedCount
) -> tuple[tuple[SchoolReport, int | None, bool, int | None], ...]:
    """The schools behind one count of the synthesis; see :func:`lib.analysis.sar_changes.schools_counted`."""
    asked = [cell.academic_year_be, *([cell.before_year_be] if cell.before_year_be is not None else [])]
    return schools_counted({year: school_reports(store, year) for year in asked}, cell, load_standards())


def school_reports(store: Store, year_be: int) -> tuple[SchoolReport, ...]:
    """Every school with its report of an academic year, if it sent one."""
    scheme = _scheme(store)
    with reading(store) as session:
        schools = load_schools(session, active_only=True)
        saved = {report.school_id: report for report in load_reports(session, year_be)}
    return tuple(_entry(school, saved.get(school.school_id), scheme) for school in schools)


def _entry(school: School, report: SavedSelfAssessment | None, scheme: SizeScheme) -> SchoolReport:
    return SchoolReport(
        school.school_id,
        school.name,
        school.cluster,
        levels_offered(school),
        report.status if report else None,
        report.assessment if report else None,
        school.district,
        size_name(school, scheme),
    )


def _scheme(store: Store) -> SizeScheme:
    office, _ = load_office(store)
    return size_scheme(office)


def _years_to(store: Store, year_be: int) -> list[int]:
    """Academic years with a report up to one, newest first."""
    with reading(store) as session:
        return [year for year in report_years(session) if year <= year_be]
