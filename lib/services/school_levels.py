"""What a school says of its own quality, in the words of its scale."""

from dataclasses import dataclass

from lib.catalog.standards import load_standards
from lib.domain.assessments import SavedSelfAssessment


@dataclass(frozen=True, slots=True)
class OwnLevel:
    """One quality level of the school's self-assessment report."""

    level_of_education: str
    standard: str
    level: str
    place: str


def own_levels(report: SavedSelfAssessment | None) -> tuple[OwnLevel, ...]:
    """Levels of whole standards and of the whole report, in the order of the report; none without one."""
    if report is None:
        return ()
    standards = load_standards()
    words = {vocabulary.scale: vocabulary.words for vocabulary in standards.vocabularies}
    # levels read off per cents bear the words of the present scale
    words[standards.percent_bands.scale] = standards.vocabularies[0].words
    levels = []
    for rating in (*report.assessment.overall, *report.assessment.ratings):
        if rating.item:
            continue
        told = (
            words[rating.scale][rating.level - 1][0]
            if rating.level and rating.scale in words
            else "ไม่ระบุระดับ"
        )
        levels.append(
            OwnLevel(
                rating.level_of_education.label,
                f"มาตรฐานที่ {rating.standard}" if rating.standard else "ภาพรวม",
                told,
                rating.place.label,
            )
        )
    return tuple(levels)
