"""Which standard set a report follows."""

from lib.domain.assessments import LevelOfEducation, SelfAssessment
from lib.domain.standards import StandardsCatalogue, StandardSet


def set_of(assessment: SelfAssessment, level: LevelOfEducation, standards: StandardsCatalogue) -> StandardSet:
    """The standard set a report follows for a level of education, else the current one."""
    named = [entry for set_id in assessment.standard_sets if (entry := standards.by_id(set_id)) is not None]
    return next((s for s in named if s.level_of_education is level), standards.current(level))
