"""Levels that schools gave themselves, beside the indicators that speak to them (R7, R8 and the matrix)."""

from collections.abc import Iterable, Iterator, Sequence

from lib.domain.assessments import (
    LevelOfEducation,
    Rating,
    ReportedLevel,
    ReportStatus,
    SavedSelfAssessment,
    SelfAssessment,
)
from lib.domain.contradictions import Contradiction, ContradictionKind
from lib.domain.self_ratings import CheckedReport, LinkedItem, SelfRating
from lib.domain.standards import StandardLink, StandardsCatalogue, StandardSet
from lib.validation.self_assessment_contradictions import contradiction_issue, find_contradictions

#: What stays a doubt about the report itself after a person has read it: arithmetic that does not hold.
#: Which of two stated levels counts, the person has settled by confirming.
_NEVER_SETTLED = (ContradictionKind.ITEMS_DO_NOT_ADD_UP, ContradictionKind.STANDARDS_DO_NOT_ADD_UP)

_Key = tuple[LevelOfEducation, str, str]


def self_ratings_of(
    reports: Iterable[SavedSelfAssessment],
    standards: StandardsCatalogue,
    links: Sequence[StandardLink],
    *,
    with_drafts: bool = False,
) -> tuple[SelfRating, ...]:
    """One rating per report and linked standard or item, in the order of the reports and of the links.

    An item the report does not rate has the level of its standard. A level the report contradicts itself
    about, or does not state, is None. A report by an older set or of a special centre is left out,
    and so is a level on another scale: their numbers mean other things.
    """
    linked: dict[_Key, tuple[str, ...]] = {}
    for link in links:
        key = (link.level_of_education, link.standard, link.item)
        linked[key] = (*linked.get(key, ()), *link.indicator_ids)
    return tuple(
        rating
        for report in reports
        if with_drafts or report.status is ReportStatus.CONFIRMED
        for rating in _of_report(report, standards, linked)
    )


def checked_reports_of(
    reports: Iterable[SavedSelfAssessment], standards: StandardsCatalogue
) -> tuple[CheckedReport, ...]:
    """Every confirmed report with what does not add up in it, in the order of the reports."""
    return tuple(
        CheckedReport(
            report.school_id,
            report.academic_year_be,
            tuple(contradiction_issue(found).message for found in open_contradictions(report, standards)),
            report.file_name,
        )
        for report in reports
        if report.status is ReportStatus.CONFIRMED
    )


def open_contradictions(
    report: SavedSelfAssessment, standards: StandardsCatalogue
) -> tuple[Contradiction, ...]:
    """Contradictions about levels that nobody has settled."""
    confirmed = report.status is ReportStatus.CONFIRMED
    return tuple(
        found
        for found in find_contradictions(report.assessment, standards)
        if not confirmed or found.kind in _NEVER_SETTLED
    )


def follows_current(
    assessment: SelfAssessment, level: LevelOfEducation, standards: StandardsCatalogue
) -> bool:
    """Whether a report's numbering of a level of education is that of the set in force."""
    current = standards.current(level)
    named = (standards.by_id(set_id) for set_id in assessment.standard_sets)
    return all(s.id == current.id for s in named if s is not None and s.level_of_education is level)


def rated_name(rating: Rating, current: StandardSet) -> str:
    """What a rating is about, as a finding of R7 names it."""
    return item_name(LinkedItem(rating.level_of_education, rating.standard, rating.item), current)


def item_name(about: LinkedItem, current: StandardSet) -> str:
    """A standard or item with its number, name and level of education."""
    standard = current.standard(about.standard)
    items = {item.id: item.name for item in standard.items} if standard else {}
    name = f"มาตรฐานที่ {about.standard} {standard.name if standard else ''}".strip()
    if about.item:
        name = f"ประเด็นพิจารณาที่ {about.item} {items.get(about.item, '')}".strip()
    return f"{name} (ระดับ{about.level_of_education.label})"


def _of_report(
    report: SavedSelfAssessment, standards: StandardsCatalogue, linked: dict[_Key, tuple[str, ...]]
) -> Iterator[SelfRating]:
    rated = {(r.level_of_education, r.standard, r.item): r for r in report.assessment.ratings}
    doubts = {
        (found.level_of_education, found.standard, found.item): contradiction_issue(found).message
        for found in open_contradictions(report, standards)
    }
    for (level, standard, item), indicator_ids in linked.items():
        own, whole = rated.get((level, standard, item)), rated.get((level, standard, ""))
        rating = (
            own if own is not None and own.level else whole if whole is not None and whole.level else None
        )
        covered = level in report.assessment.levels or rating is not None
        if not covered or not follows_current(report.assessment, level, standards):
            continue
        current = standards.current(level)
        about = LinkedItem(level, standard, item)
        if rating is None:
            yield SelfRating(
                report.school_id, report.academic_year_be, item_name(about, current), None, "ไม่ระบุ",
                indicator_ids, report.file_name, about, confirmed=report.status is ReportStatus.CONFIRMED,
            )  # fmt: skip
        elif rating.scale in ("", current.scale, standards.percent_bands.scale):
            doubt = doubts.get((level, standard, rating.item), "")
            yield _self_rating(report, rating, about, current, standards, indicator_ids, doubt)


def _self_rating(
    report: SavedSelfAssessment,
    rating: Rating,
    about: LinkedItem,
    current: StandardSet,
    standards: StandardsCatalogue,
    indicator_ids: tuple[str, ...],
    doubt: str,
) -> SelfRating:
    words = standards.vocabulary(rating.scale) or standards.vocabulary(current.scale)
    level = rating.level or 0
    return SelfRating(
        school_id=report.school_id,
        year_be=report.academic_year_be,
        item=rated_name(rating, current),
        level=None if doubt else level,
        level_label=words.word(level) if words else str(level),
        indicator_ids=indicator_ids,
        source=" ".join(part for part in (report.file_name, rating.place.label) if part),
        about=about,
        by_standard=rating.item != about.item,
        doubt=doubt,
        confirmed=report.status is ReportStatus.CONFIRMED,
        way=ReportedLevel(report.report_id, rating.level_of_education, rating.standard, rating.item),
        place=rating.place.label,
    )
