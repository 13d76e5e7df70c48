"""Levels that schools gave themselves, beside the indicators that speak to them (R7)."""

from collections.abc import Iterable, Iterator, Sequence

from lib.domain.assessments import Rating, ReportStatus, SavedSelfAssessment, SelfAssessment
from lib.domain.findings import SelfRating
from lib.domain.standards import StandardLink, StandardsCatalogue, StandardSet


def self_ratings_of(
    reports: Iterable[SavedSelfAssessment], standards: StandardsCatalogue, links: Sequence[StandardLink]
) -> tuple[SelfRating, ...]:
    """Levels of confirmed reports that some indicator speaks to, in the order of the reports.

    A report that follows an older set of standards is left out: its numbers mean other things.
    """
    return tuple(
        rating
        for report in reports
        if report.status is ReportStatus.CONFIRMED
        for rating in _of_report(report, standards, links)
    )


def rated_name(rating: Rating, current: StandardSet) -> str:
    """What a rating is about, as a finding of R7 names it."""
    standard = current.standard(rating.standard)
    items = {item.id: item.name for item in standard.items} if standard else {}
    name = f"มาตรฐานที่ {rating.standard} {standard.name if standard else ''}".strip()
    if rating.item:
        name = f"ประเด็นพิจารณาที่ {rating.item} {items.get(rating.item, '')}".strip()
    return f"{name} (ระดับ{rating.level_of_education.label})"


def _of_report(
    report: SavedSelfAssessment, standards: StandardsCatalogue, links: Sequence[StandardLink]
) -> Iterator[SelfRating]:
    rated = {(r.level_of_education, r.standard, r.item): r for r in report.assessment.ratings if r.level}
    speaking: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for link in links:
        of_item = (link.level_of_education, link.standard, link.item)
        key = of_item if of_item in rated else (link.level_of_education, link.standard, "")
        if key in rated:
            speaking[key] = (*speaking.get(key, ()), *link.indicator_ids)
    for key, rating in rated.items():
        current = standards.current(rating.level_of_education)
        if key in speaking and _follows(report.assessment, current, standards):
            yield _self_rating(report, rating, current, standards, speaking[key])


def _follows(assessment: SelfAssessment, current: StandardSet, standards: StandardsCatalogue) -> bool:
    named = (standards.by_id(set_id) for set_id in assessment.standard_sets)
    level = current.level_of_education
    return all(s.id == current.id for s in named if s is not None and s.level_of_education is level)


def _self_rating(
    report: SavedSelfAssessment,
    rating: Rating,
    current: StandardSet,
    standards: StandardsCatalogue,
    indicator_ids: tuple[str, ...],
) -> SelfRating:
    words = standards.vocabulary(rating.scale) or standards.vocabulary(current.scale)
    level = rating.level or 0
    return SelfRating(
        school_id=report.school_id,
        year_be=report.academic_year_be,
        item=rated_name(rating, current),
        level=level,
        level_label=words.word(level) if words else str(level),
        indicator_ids=indicator_ids,
        source=" ".join(part for part in (report.file_name, rating.place.label) if part),
    )
