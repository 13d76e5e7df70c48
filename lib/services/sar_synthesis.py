"""The self-assessment reports of one year put together, over the active schools of the register."""

from lib.analysis.sar_synthesis import synthesise
from lib.catalog.standards import load_standards
from lib.domain.assessment_synthesis import SarSynthesis, SchoolReport
from lib.domain.assessments import SavedSelfAssessment
from lib.domain.schools import School
from lib.services.report_reading import levels_offered
from lib.storage.engine import Store, reading
from lib.storage.schools import load_schools
from lib.storage.self_assessments import load_reports


def load_synthesis(store: Store, year_be: int) -> SarSynthesis:
    """The synthesis of an academic year."""
    return synthesise(school_reports(store, year_be), year_be, load_standards())


def school_reports(store: Store, year_be: int) -> tuple[SchoolReport, ...]:
    """Every school with its report of an academic year, if it sent one."""
    with reading(store) as session:
        schools = load_schools(session, active_only=True)
        saved = {report.school_id: report for report in load_reports(session, year_be)}
    return tuple(_entry(school, saved.get(school.school_id)) for school in schools)


def _entry(school: School, report: SavedSelfAssessment | None) -> SchoolReport:
    own = (report.status, report.assessment) if report else (None, None)
    return SchoolReport(school.school_id, school.name, school.cluster, levels_offered(school), *own)
