"""Own level × measured result: who rated itself high beside low results, and the opposite.

One indicator is read as R2 reads it: beyond chance (tier 1), likely (tier 2), not to be told apart from the
area, or not compared at all, with the reason.

Several indicators speak to most levels, and each of them is one more chance to find something: forty tests at
one in a thousand bring a false alarm in one school of 25. Therefore, taken together,

- the surest tier decides: where any result is beyond chance, the merely likely ones are not asked;
- a school counts as low (or high) only where no result of the deciding tier lies on the other side; otherwise
  it is mixed, stands in a column of its own and in no list: one part does not refute a level for the whole;
- only tier 1 makes a list, because with many indicators some merely likely result is found almost anywhere;
- beside each list stands how many schools chance alone would put there: the sum over all their results, an
  upper bound, since indicators of one school go together.

R7 tells the same lists school by school.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from lib.analysis.examination import Examination
from lib.analysis.probability import normal_p
from lib.analysis.self_rating_results import LinkedResults
from lib.domain.self_rating_matrix import (
    Agreement,
    Measured,
    RatedItem,
    RatedSchool,
    Result,
    SelfRatingMatrix,
    Submitted,
)
from lib.domain.self_ratings import SelfRating
from lib.thai.numerals import round_half_up
from lib.thai.text import sort_key

_BY_TIER = ((Measured.LOW, Measured.HIGH), (Measured.LIKELY_LOW, Measured.LIKELY_HIGH))


def make_self_rating_matrix(
    linked: LinkedResults,
    about: RatedItem,
    ratings: Sequence[SelfRating],
    submitted: Submitted,
    *,
    indicator_id: str = "",
    with_drafts: bool = False,
) -> SelfRatingMatrix:
    """Lay the levels of one standard or item against results of the same academic year.

    Args:
        linked: the examined results, of the year looked at.
        ratings: one per school at most, of any item and year; those of ``about`` and the year count.
        submitted: how many schools there are, teach the level, and sent a report.
        indicator_id: one indicator of ``about``; empty takes all that have a figure in the year.
    """
    found, year_be = linked.found, submitted.academic_year_be
    wanted = (indicator_id,) if indicator_id else about.indicator_ids
    indicator_ids = tuple(each for each in wanted if linked.has_figures(each, year_be))
    rated = [
        _school(linked, rating, indicator_ids)
        for rating in ratings
        if rating.about == about.linked and rating.year_be == year_be and (with_drafts or rating.confirmed)
    ]
    schools = tuple(sorted(rated, key=lambda one: (sort_key(one.cluster), sort_key(one.name), one.school_id)))
    high, low = found.rules.thresholds.high_self_rating, found.rules.thresholds.low_self_rating
    over = [one for one in schools if one.level is not None and one.level >= high]
    under = [one for one in schools if one.level is not None and one.level <= low]
    return SelfRatingMatrix(
        about=about,
        indicator_id=indicator_id,
        indicator_ids=indicator_ids,
        schools=schools,
        submitted=submitted,
        with_drafts=with_drafts,
        high_from=high,
        low_to=low,
        expected_overrated=_expected(found, over),
        expected_underrated=_expected(found, under),
        agreement=_agreement(over, under),
    )


def together(results: Iterable[Measured]) -> Measured:
    """One reading of several results of a school; the head of the module gives the rule and its reasons."""
    seen = set(results) - {Measured.NONE}
    for low, high in _BY_TIER:
        if low in seen and high in seen:
            return Measured.MIXED
        if low in seen or high in seen:
            return low if low in seen else high
    return Measured.SAME if seen else Measured.NONE


def _school(linked: LinkedResults, rating: SelfRating, indicator_ids: tuple[str, ...]) -> RatedSchool:
    results: tuple[Result, ...] = linked.of_school(rating.school_id, indicator_ids)
    name, cluster = linked.school(rating.school_id)
    return RatedSchool(
        school_id=rating.school_id,
        name=name,
        cluster=cluster,
        level=rating.level,
        level_label=rating.level_label,
        doubt=rating.doubt,
        by_standard=rating.by_standard,
        confirmed=rating.confirmed,
        measured=together(result.measured for result in results),
        results=results,
        way=rating.way,
        place=rating.place,
        source=rating.source,
    )


def _expected(found: Examination, schools: Sequence[RatedSchool]) -> int:
    """Fewer schools than this by chance alone; 0 where nothing was compared."""
    tail = float(normal_p(found.rules.thresholds.alarm_z)) / 2
    n = sum(result.measured is not Measured.NONE for school in schools for result in school.results)
    return int(np.floor(n * tail)) + 1 if n else 0


def _agreement(over: Sequence[RatedSchool], under: Sequence[RatedSchool]) -> Agreement:
    sides: Mapping[bool, Sequence[RatedSchool]] = {True: over, False: under}
    same = apart = 0
    for rated_high, schools in sides.items():
        for school in schools:
            if school.measured in (Measured.HIGH, Measured.LOW):
                alike = (school.measured is Measured.HIGH) is rated_high
                same, apart = same + alike, apart + (not alike)
    n = same + apart
    return Agreement(n, same, apart, round_half_up(100 * same / n) if n else None)
