"""The level one report states for a standard or an item, and whether it may stand beside others."""

from collections.abc import Iterable
from dataclasses import dataclass

from lib.domain.assessment_synthesis import SchoolReport
from lib.domain.assessments import LevelOfEducation, ReportStatus, SelfAssessment
from lib.domain.recomputed_levels import recomputed_levels
from lib.domain.standards import StandardsCatalogue, StandardSet

#: A level converted from a per cent stands on the same five steps as the word.
_COMPARABLE = ("sar5", "sar5_pct")


@dataclass(frozen=True, slots=True)
class StatedLevel:
    """One level of one report.

    Attributes:
        level: 1–5; None where the report gives none, or one that does not compare.
        apart: the report follows another set of standards, or rates by an older scale.
        recomputed: the mean of its items, because the report states none.
    """

    level: int | None = None
    apart: bool = False
    recomputed: bool = False


@dataclass(frozen=True, slots=True)
class CountedReport:
    """A report in the table of a level of education, with its levels of the set in force."""

    school: SchoolReport
    stated: dict[tuple[str, str], StatedLevel]


def other_set(
    assessment: SelfAssessment, level: LevelOfEducation, standards: StandardsCatalogue
) -> StandardSet | None:
    """The set a report follows for a level of education where it is not the one in force; else None."""
    named = (standards.by_id(set_id) for set_id in assessment.standard_sets)
    return next((s for s in named if s and s.level_of_education is level and not s.current), None)


def stated_levels(
    assessment: SelfAssessment, level: LevelOfEducation, standards: StandardsCatalogue
) -> dict[tuple[str, str], StatedLevel]:
    """(standard, item) of the set in force → what the report states; the item is empty for the standard."""
    apart = other_set(assessment, level, standards) is not None
    ratings = {(r.standard, r.item): r for r in assessment.ratings if r.level_of_education is level}
    scales = {r.standard: r.scale for r in reversed(tuple(ratings.values()))}
    recomputed = recomputed_levels(assessment)
    found = {}
    for standard in standards.current(level).standards:
        for item in ("", *(each.id for each in standard.items)):
            rating = ratings.get((standard.id, item))
            stated = rating.level if rating else None
            scale = rating.scale if rating and stated is not None else scales.get(standard.id, "")
            own = stated if stated is not None or item else recomputed.get((level, standard.id))
            if apart or (own is not None and scale not in _COMPARABLE):
                found[standard.id, item] = StatedLevel(apart=True)
            else:
                found[standard.id, item] = StatedLevel(own, recomputed=own is not None and stated is None)
    return found


def counted_reports(
    schools: Iterable[SchoolReport],
    level: LevelOfEducation,
    standards: StandardsCatalogue,
    *,
    confirmed_only: bool = False,
) -> tuple[CountedReport, ...]:
    """Reports the table of a level of education rests on: of schools that offer it, and covering it."""
    return tuple(
        CountedReport(school, stated_levels(school.assessment, level, standards))
        for school in schools
        if school.assessment is not None
        and level in school.offers
        and level in school.assessment.levels
        and (school.status is ReportStatus.CONFIRMED or not confirmed_only)
    )
