"""Themes counted by schools: under each heading and level of education, by cluster, beside last year."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lib.analysis.statement_similarity import bag, group_alike, weigh_words
from lib.analysis.theme_assignment import LEAST_LIKENESS
from lib.domain.assessments import LevelOfEducation, StatementKind
from lib.domain.theme_synthesis import (
    ClusterCount,
    SimilarGroup,
    SubmittedReport,
    ThemeCount,
    ThemedStatement,
    ThemedYear,
    ThemeSynthesis,
    YearBefore,
)
from lib.domain.themes import Taxonomy, Theme
from lib.thai.numerals import round_half_up
from lib.thai.text import sort_key

_OPPOSITE = {
    StatementKind.STRENGTH: StatementKind.IMPROVEMENT_AREA,
    StatementKind.IMPROVEMENT_AREA: StatementKind.STRENGTH,
}
_LEVELS: tuple[LevelOfEducation | None, ...] = (*LevelOfEducation, None)
_Said = Mapping[tuple[StatementKind, LevelOfEducation | None, str], Sequence[ThemedStatement]]


def count_themes(year: ThemedYear, before: ThemedYear | None, taxonomy: Taxonomy) -> ThemeSynthesis:
    """The synthesis of one year.

    Args:
        before: the year before; None where it has no reports.
    """
    said, said_before = _said(year.statements), _said(before.statements if before else ())
    counts = [
        _count(theme, kind, level, said, year, _before(theme, kind, level, said_before, before))
        for kind in StatementKind
        for level in _LEVELS
        for theme in taxonomy.themes
        if (kind, level, theme.id) in said
    ]
    kinds, places = list(StatementKind), {theme.id: place for place, theme in enumerate(taxonomy.themes)}
    counts.sort(
        key=lambda each: (
            kinds.index(each.kind),
            _LEVELS.index(each.level_of_education),
            -each.n_schools,
            places[each.theme_id],
        )
    )
    return ThemeSynthesis(
        year.academic_year_be, year.n_schools, year.reports, year.statements, tuple(counts), year.unthemed
    )


def group_unthemed(statements: Iterable[ThemedStatement]) -> tuple[SimilarGroup, ...]:
    """Statements without a theme, those alike together; by heading, level and number of schools."""
    apart: dict[tuple[StatementKind, LevelOfEducation | None], list[ThemedStatement]] = defaultdict(list)
    for each in statements:
        if not each.theme_id:
            apart[each.kind, each.level_of_education].append(each)
    groups = []
    for (kind, level), every in apart.items():
        texts = sorted({each.text for each in every})
        weights = weigh_words(texts)
        for places in group_alike([bag(text) for text in texts], weights, least=LEAST_LIKENESS):
            wanted = {texts[place] for place in places}
            quotes = _in_order(each for each in every if each.text in wanted)
            groups.append(SimilarGroup(kind, level, _n_schools(quotes), quotes))
    kinds = list(StatementKind)
    return tuple(
        sorted(
            groups,
            key=lambda group: (
                kinds.index(group.kind),
                _LEVELS.index(group.level_of_education),
                -group.n_schools,
                group.quotes[0].text,
            ),
        )
    )


def narrow(year: ThemedYear, clusters: frozenset[str], n_schools: int) -> ThemedYear:
    """The year with the schools of some clusters only; statements keep the theme they have.

    Args:
        n_schools: active schools of those clusters.
    """
    statements = tuple(each for each in year.statements if each.cluster in clusters)
    reports = tuple(each for each in year.reports if each.cluster in clusters)
    return ThemedYear(year.academic_year_be, n_schools, reports, statements, group_unthemed(statements))


def _count(
    theme: Theme,
    kind: StatementKind,
    level: LevelOfEducation | None,
    said: _Said,
    year: ThemedYear,
    before: YearBefore | None,
) -> ThemeCount:
    quotes = said[kind, level, theme.id]
    schools = {each.school_id for each in quotes}
    opposite = {
        each.school_id
        for each in (said.get((_OPPOSITE[kind], level, theme.id), ()) if kind in _OPPOSITE else ())
    }
    sent = _sent(year.reports, level)
    return ThemeCount(
        theme_id=theme.id,
        name=theme.name,
        kind=kind,
        level_of_education=level,
        items=theme.items.get(level, ()) if level else (),
        n_schools=len(schools),
        n_submitted=len(sent),
        pct=round_half_up(100 * len(schools) / len(sent)),
        n_statements=len(quotes),
        n_both=len(schools & opposite),
        clusters=_clusters(quotes, sent),
        before=before,
        quotes=_in_order(quotes),
    )


def _before(
    theme: Theme,
    kind: StatementKind,
    level: LevelOfEducation | None,
    said: _Said,
    before: ThemedYear | None,
) -> YearBefore | None:
    if before is None:
        return None
    sent = _sent(before.reports, level)
    n_schools = _n_schools(said.get((kind, level, theme.id), ()))
    return YearBefore(before.academic_year_be, n_schools, len(sent)) if sent else None


def _said(statements: Iterable[ThemedStatement]) -> _Said:
    said: dict[tuple[StatementKind, LevelOfEducation | None, str], list[ThemedStatement]] = defaultdict(list)
    for each in statements:
        if each.theme_id:
            said[each.kind, each.level_of_education, each.theme_id].append(each)
    return said


def _sent(reports: Iterable[SubmittedReport], level: LevelOfEducation | None) -> list[SubmittedReport]:
    return [report for report in reports if level is None or level in report.levels]


def _clusters(quotes: Iterable[ThemedStatement], sent: Iterable[SubmittedReport]) -> tuple[ClusterCount, ...]:
    submitted: dict[str, set[str]] = defaultdict(set)
    for report in sent:
        submitted[report.cluster].add(report.school_id)
    named: dict[str, set[str]] = defaultdict(set)
    for each in quotes:
        named[each.cluster].add(each.school_id)
    return tuple(
        ClusterCount(cluster, len(named[cluster]), len(schools))
        for cluster, schools in sorted(submitted.items(), key=lambda pair: sort_key(pair[0]))
    )


def _in_order(quotes: Iterable[ThemedStatement]) -> tuple[ThemedStatement, ...]:
    return tuple(
        sorted(
            quotes,
            key=lambda each: (
                sort_key(each.cluster),
                sort_key(each.school_name),
                each.school_id,
                each.place.page or 0,
                each.place.block or 0,
                each.text,
            ),
        )
    )


def _n_schools(quotes: Iterable[ThemedStatement]) -> int:
    return len({each.school_id for each in quotes})
