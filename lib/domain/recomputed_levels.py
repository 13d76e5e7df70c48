"""Levels of standards recomputed from those of their items."""

from lib.domain.assessments import LevelOfEducation, SelfAssessment


def recomputed_levels(assessment: SelfAssessment) -> dict[tuple[LevelOfEducation, str], int]:
    """Level of each standard as the mean of its items, half up; absent under two rated items."""
    items: dict[tuple[LevelOfEducation, str], list[int]] = {}
    for rating in assessment.ratings:
        if rating.item and rating.level is not None:
            items.setdefault((rating.level_of_education, rating.standard), []).append(rating.level)
    return {key: half_up_mean(levels) for key, levels in items.items() if len(levels) > 1}


def half_up_mean(levels: list[int]) -> int:
    """Mean of whole levels as a whole level: 3.5 becomes 4, never the even neighbour."""
    return (2 * sum(levels) + len(levels)) // (2 * len(levels))
