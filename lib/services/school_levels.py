"""What a school says of its own quality, in the words of its scale, and where its results disagree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lib.catalog.standards import load_standards
from lib.domain.assessments import Rating, ReportedLevel, SavedSelfAssessment
from lib.domain.findings import Finding
from lib.services.self_ratings import rated_name


@dataclass(frozen=True, slots=True)
class OwnLevel:
    """One quality level of the school's self-assessment report, with its way home.

    Attributes:
        disagreeing: findings of R7 about this standard or an item of it; empty where nothing disagrees.
    """

    level_of_education: str
    standard: str
    level: str
    place: str
    way: ReportedLevel
    disagreeing: tuple[Finding, ...] = ()


def own_levels(report: SavedSelfAssessment | None, findings: Sequence[Finding] = ()) -> tuple[OwnLevel, ...]:
    """Levels of whole standards and of the whole report, in the order of the report; none without one.

    Args:
        findings: of this school; those of R7 mark the levels they are about.
    """
    if report is None:
        return ()
    marked = _disagreements(report, findings)
    return tuple(
        OwnLevel(
            rating.level_of_education.label,
            f"มาตรฐานที่ {rating.standard}" if rating.standard else "ภาพรวม",
            told_level(rating),
            rating.place.label,
            ReportedLevel(report.report_id, rating.level_of_education, rating.standard),
            tuple(marked.get((rating.level_of_education, rating.standard), ())),
        )
        for rating in (*report.assessment.overall, *report.assessment.ratings)
        if not rating.item
    )


def _disagreements(
    report: SavedSelfAssessment, findings: Sequence[Finding]
) -> Mapping[tuple[str, str], list[Finding]]:
    """(level of education, standard) → findings about it; one about an item belongs to its standard."""
    told: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.rule_id == "R7":
            told.setdefault(str(dict(finding.numbers).get("item", "")), []).append(finding)
    marked: dict[tuple[str, str], list[Finding]] = {}
    for rating in report.assessment.ratings:
        current = load_standards().current(rating.level_of_education)
        about = told.get(rated_name(rating, current), ())
        marked.setdefault((rating.level_of_education, rating.standard), []).extend(about)
    return marked


def told_level(rating: Rating) -> str:
    """The level in the words of its scale."""
    standards = load_standards()
    words = {vocabulary.scale: vocabulary.words for vocabulary in standards.vocabularies}
    # levels read off per cents bear the words of the present scale
    words[standards.percent_bands.scale] = standards.vocabularies[0].words
    if not rating.level or rating.scale not in words:
        return "ไม่ระบุระดับ"
    return words[rating.scale][rating.level - 1][0]
