"""What schools say of a standard beside what the assessors said; nothing is converted or judged."""

from collections import Counter
from collections.abc import Mapping, Sequence

from lib.catalog.standards import load_standards
from lib.domain.assessments import LevelOfEducation, Rating, ReportedLevel, ReportStatus, SavedSelfAssessment
from lib.domain.external_assessments import ExternalAssessment
from lib.domain.external_board import InternalExternal
from lib.domain.external_figures import ExternalOutcome
from lib.domain.external_rounds import ExternalRound, ExternalRounds
from lib.domain.schools import School
from lib.services.school_levels import told_level


def compare_with_reports(
    outcomes: Sequence[ExternalAssessment],
    reports: Sequence[SavedSelfAssessment],
    schools: Mapping[str, School],
    rounds: ExternalRounds,
) -> tuple[InternalExternal, ...]:
    """One line per school, level of education and standard that either side speaks of.

    The school's side is its newest report by the standards in force; the assessors' side the latest round
    whose standards bear the same numbers.
    """
    newest: dict[str, SavedSelfAssessment] = {}
    for report in reports:
        if report.academic_year_be >= getattr(newest.get(report.school_id), "academic_year_be", 0):
            newest[report.school_id] = report
    comparing = [each for each in rounds.rounds if each.compares_with_sar]
    if not comparing:
        return ()
    of = comparing[-1]
    told = _latest(outcomes, of)
    lines = [
        line
        for school in schools.values()
        for level in LevelOfEducation
        for line in _lines(school, level, newest.get(school.school_id), told, of)
    ]
    return tuple(lines)


def count_pairs(lines: Sequence[InternalExternal]) -> tuple[tuple[str, str, int], ...]:
    """(own word, assessors' word, how many school × standard) where both sides speak; by own level."""
    words = load_standards().vocabularies[0].words
    order = {spelling: place for place, spellings in enumerate(words) for spelling in spellings}
    counted = Counter((each.internal, each.external) for each in lines if each.internal and each.external)
    return tuple(
        (*pair, n)
        for pair, n in sorted(counted.items(), key=lambda each: (order.get(each[0][0], 9), each[0][1]))
    )


def _latest(
    outcomes: Sequence[ExternalAssessment], of: ExternalRound
) -> dict[tuple[str, str, str], ExternalAssessment]:
    """(school, level, standard) → the outcome of the round's latest phase that speaks of it."""
    phases = [each.id for each in of.phases]
    found: dict[tuple[str, str, str], ExternalAssessment] = {}
    for each in sorted(
        (each for each in outcomes if each.key.round_id == of.id),
        key=lambda one: phases.index(one.key.phase) if one.key.phase in phases else -1,
    ):
        for result in each.reading.results:
            found[each.key.school_id, each.key.level_of_education, result.standard] = each
    return found


def _lines(
    school: School,
    level: LevelOfEducation,
    report: SavedSelfAssessment | None,
    told: Mapping[tuple[str, str, str], ExternalAssessment],
    of: ExternalRound,
) -> list[InternalExternal]:
    known = of.level(level.value)
    lines = []
    for standard in known.standards if known else ():
        rating = _rating(report, level, standard.id)
        outcome = told.get((school.school_id, level.value, standard.id))
        result = outcome.reading.result_of(standard.id) if outcome else None
        if rating is None and result is None:
            continue
        own = report if rating is not None else None
        lines.append(
            InternalExternal(
                school.school_id,
                school.name,
                school.cluster,
                level.value,
                level.label,
                standard.id,
                of.standard_name(level.value, standard.id),
                told_level(rating) if rating else "",
                own.academic_year_be if own else None,
                own is not None and own.status is ReportStatus.CONFIRMED,
                ReportedLevel(own.report_id, level, standard.id) if own else None,
                result.result if result else "",
                f"{of.name} {of.phase_name(outcome.key.phase)}" if outcome else "",
                ExternalOutcome(outcome.assessment_id, standard.id) if outcome else None,
            )
        )
    return lines


def _rating(report: SavedSelfAssessment | None, level: LevelOfEducation, standard: str) -> Rating | None:
    """The level stated for a standard of the set in force; older sets number other things."""
    if report is None:
        return None
    standards = load_standards()
    scales = {standards.current(level).scale, standards.percent_bands.scale}
    return next(
        (
            each
            for each in report.assessment.ratings
            if each.level_of_education is level
            and each.standard == standard
            and not each.item
            and each.level
            and each.scale in scales
        ),
        None,
    )
