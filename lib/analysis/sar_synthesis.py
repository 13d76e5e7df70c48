"""Synthesis of self-assessments: standard by level, by cluster, statements by frequency, who is missing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from lib.domain.assessment_synthesis import (
    ClusterRow,
    LevelCount,
    LevelSynthesis,
    ReportedCount,
    SarSynthesis,
    SchoolReport,
    StandardSummary,
    StatementCount,
)
from lib.domain.assessments import LevelOfEducation, ReportStatus, StatementKind
from lib.domain.recomputed_levels import recomputed_levels
from lib.domain.standards import StandardsCatalogue
from lib.thai.numerals import round_half_up
from lib.thai.text import fold_key, sort_key

#: A level converted from a per cent stands on the same five steps as the word.
_COMPARABLE = ("sar5", "sar5_pct")
_LEVELS = range(1, 6)


def synthesise(schools: Sequence[SchoolReport], year_be: int, standards: StandardsCatalogue) -> SarSynthesis:
    """The synthesis of one academic year.

    Args:
        schools: every active school, with its report where it sent one; drafts count as submitted.
    """
    reports = [school for school in schools if school.assessment is not None]
    return SarSynthesis(
        academic_year_be=year_be,
        n_schools=len(schools),
        n_reports=len(reports),
        n_confirmed=sum(school.status is ReportStatus.CONFIRMED for school in reports),
        levels=tuple(_level(schools, level, standards) for level in LevelOfEducation),
        clusters=tuple(_clusters(schools, standards)),
        statements=_statements(reports),
        not_submitted=tuple(school for school in schools if school.assessment is None),
    )


def schools_counted(
    schools: Sequence[SchoolReport], cell: ReportedCount
) -> tuple[tuple[SchoolReport, int | None, bool], ...]:
    """The schools behind one cell of the table: each with its level, and whether it is the mean of items."""
    found = []
    for school in _submitted(schools, cell.level_of_education):
        if cell.level_of_education not in school.offers:
            continue
        level, scale, recomputed = _level_of(school, cell.level_of_education, cell.standard, "")
        counted = level in cell.levels and scale in _COMPARABLE if cell.levels else level is None
        if counted:
            found.append((school, level, recomputed))
    return tuple(found)


def _level(
    schools: Sequence[SchoolReport], level: LevelOfEducation, standards: StandardsCatalogue
) -> LevelSynthesis:
    offering = [school for school in schools if level in school.offers]
    submitted = _submitted(offering, level)
    current = standards.current(level).standards
    words = [standards.vocabularies[0].word(number) for number in _LEVELS]
    return LevelSynthesis(
        level_of_education=level,
        n_schools=len(schools),
        n_offering=len(offering),
        n_submitted=len(submitted),
        standards=tuple(_summary(submitted, level, s.id, "", s.name, words) for s in current),
        items=tuple(
            _summary(submitted, level, s.id, item.id, item.name, words) for s in current for item in s.items
        ),
    )


def _submitted(offering: Iterable[SchoolReport], level: LevelOfEducation) -> list[SchoolReport]:
    """Schools that offer the level and whose report covers it."""
    return [
        school for school in offering if school.assessment is not None and level in school.assessment.levels
    ]


def _summary(
    submitted: Sequence[SchoolReport],
    level: LevelOfEducation,
    standard: str,
    item: str,
    name: str,
    words: Sequence[str],
) -> StandardSummary:
    counts: Counter[int] = Counter()
    n_other = n_recomputed = 0
    for school in submitted:
        stated, scale, recomputed = _level_of(school, level, standard, item)
        if stated is not None and scale not in _COMPARABLE:
            n_other += 1
        elif stated is not None:
            counts[stated] += 1
            n_recomputed += recomputed
    n_rated, n = sum(counts.values()), len(submitted)
    return StandardSummary(
        level_of_education=level,
        standard=item or standard,
        name=name,
        counts=tuple(
            LevelCount(number, word, counts[number], round_half_up(100 * counts[number] / n) if n else 0.0)
            for number, word in zip(_LEVELS, words, strict=True)
        ),
        n_rated=n_rated,
        n_submitted=n,
        n_without_level=n - n_rated - n_other,
        n_other_scale=n_other,
        n_recomputed=n_recomputed,
        mean=_mean(counts),
    )


def _level_of(
    school: SchoolReport, level: LevelOfEducation, standard: str, item: str
) -> tuple[int | None, str, bool]:
    """Level, scale, and whether a standard without a stated level took the mean of its items."""
    if school.assessment is None:
        return None, "", False
    own = [r for r in school.assessment.ratings if r.level_of_education is level and r.standard == standard]
    stated = next((r for r in own if r.item == item), None)
    if stated is not None and stated.level is not None:
        return stated.level, stated.scale, False
    recomputed = None if item else recomputed_levels(school.assessment).get((level, standard))
    return recomputed, own[0].scale if own else "", recomputed is not None


def _mean(counts: Counter[int]) -> float | None:
    n = sum(counts.values())
    return round_half_up(sum(level * count for level, count in counts.items()) / n) if n else None


def _clusters(schools: Sequence[SchoolReport], standards: StandardsCatalogue) -> Iterable[ClusterRow]:
    """One row per cluster, level of education it offers, and standard."""
    by_cluster: dict[str, list[SchoolReport]] = defaultdict(list)
    for school in schools:
        by_cluster[school.cluster].append(school)
    for cluster in sorted(by_cluster, key=sort_key):
        for level in LevelOfEducation:
            offering = [school for school in by_cluster[cluster] if level in school.offers]
            submitted = _submitted(offering, level)
            words = [str(number) for number in _LEVELS]
            for standard in standards.current(level).standards if offering else ():
                row = _summary(submitted, level, standard.id, "", standard.name, words)
                yield ClusterRow(
                    cluster, level, standard.id, len(offering), len(submitted), row.n_rated, row.mean
                )


def _statements(reports: Iterable[SchoolReport]) -> tuple[StatementCount, ...]:
    """Statements by kind, most schools first; spellings that fold alike are one."""
    schools: dict[tuple[StatementKind, str], dict[str, None]] = defaultdict(dict)
    wording: dict[tuple[StatementKind, str], str] = {}
    for report in reports:
        for statement in report.assessment.statements if report.assessment else ():
            key = (statement.kind, fold_key(statement.text))
            wording.setdefault(key, statement.text)
            schools[key][report.school_id] = None
    counted = [StatementCount(key[0], wording[key], len(ids), tuple(ids)) for key, ids in schools.items()]
    order = list(StatementKind)
    return tuple(sorted(counted, key=lambda c: (order.index(c.kind), -c.n_schools, sort_key(c.text))))
