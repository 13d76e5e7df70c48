"""A draft whose reading is another, as the readers or many answers would have left it."""

from lib.domain.assessments import SavedSelfAssessment, SelfAssessment
from lib.domain.report_history import ReportAction
from lib.domain.schools import School
from lib.services.report_reading import check_reading
from lib.storage.engine import Store, writing
from lib.storage.self_assessments import change_report


def correct(
    store: Store, saved: SavedSelfAssessment, assessment: SelfAssessment, school: School, *, by: str
) -> int:
    """Save the reading with what the checks find in it; returns the new version."""
    with writing(store) as session:
        return change_report(
            session,
            saved,
            ReportAction.CORRECT,
            assessment=check_reading(assessment, school),
            seen_version=saved.version,
            by=by,
        )
