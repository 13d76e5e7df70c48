"""What a school says of its own quality, in the words of its scale."""

from dataclasses import dataclass

from lib.catalog.standards import load_standards
from lib.domain.assessments import Rating, ReportedLevel, SavedSelfAssessment


@dataclass(frozen=True, slots=True)
class OwnLevel:
    """One quality level of the school's self-assessment report, with its way home."""

    level_of_education: str
    standard: str
    level: str
    place: str
    way: ReportedLevel


def own_levels(report: SavedSelfAssessment | None) -> tuple[OwnLevel, ...]:
    """Levels of whole standards and of the whole report, in the order of the report; none without one."""
    if report is None:
        return ()
    return tuple(
        OwnLevel(
            rating.level_of_education.label,
            f"มาตรฐานที่ {rating.standard}" if rating.standard else "ภาพรวม",
            told_level(rating),
            rating.place.label,
            ReportedLevel(report.report_id, rating.level_of_education, rating.standard),
        )
        for rating in (*report.assessment.overall, *report.assessment.ratings)
        if not rating.item
    )


def told_level(rating: Rating) -> str:
    """The level in the words of its scale."""
    standards = load_standards()
    words = {vocabulary.scale: vocabulary.words for vocabulary in standards.vocabularies}
    # levels read off per cents bear the words of the present scale
    words[standards.percent_bands.scale] = standards.vocabularies[0].words
    if not rating.level or rating.scale not in words:
        return "ไม่ระบุระดับ"
    return words[rating.scale][rating.level - 1][0]
