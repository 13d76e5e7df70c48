"""บทสรุปผู้บริหาร of the report on self-assessments: one sentence per figure, each with its n."""

from lib.catalog.report_words import ReportWords
from lib.domain.assessment_synthesis import LevelSynthesis
from lib.domain.assessments import StatementKind
from lib.domain.documents import Block, BulletList, Run
from lib.domain.level_changes import Direction
from lib.domain.sar_report_content import SarReportContent
from lib.report.sar_levels import standard_name
from lib.report.sar_parts import count_text, high_word, kind_figure, level_figure, n_high, pct_text, said
from lib.report.sar_results import apart_schools
from lib.thai.numerals import format_number

_MOST_THEMES = 3
_TOLD = (StatementKind.STRENGTH, StatementKind.IMPROVEMENT_AREA)


def summary_blocks(content: SarReportContent, words: ReportWords) -> tuple[Block, ...]:
    """The generated summary; every figure is bookmarked under the key of its data."""
    if not content.reports:
        return (said(words.say("no_reports", year=str(content.academic_year_be))),)
    runs = [*_submitted(content, words)]
    for level in content.told:
        runs += _levels(content, level, words)
        runs += _moves(content, level, words)
    for kind in _TOLD:
        runs += themes_runs(content, kind, words)
    runs += results_runs(content, words)
    runs += _contradictions(content, words)
    return (BulletList(tuple((run,) for run in runs)),)


def themes_runs(content: SarReportContent, kind: StatementKind, words: ReportWords) -> list[Run]:
    """The themes of most schools under one heading, per level of education."""
    runs = []
    for level in content.told:
        counts = content.themes.of(kind, level.level_of_education)[:_MOST_THEMES]
        if not counts:
            continue
        told = ", ".join(
            words.say(
                "summary_theme_each",
                name=count.name,
                n=count_text(count.n_schools),
                pct=format_number(count.pct),
            )
            for count in counts
        )
        name = level.level_of_education.label
        text = words.say("summary_theme", kind=kind.label, level=name, themes=told)
        text += words.say("summary_theme_n", n=count_text(counts[0].n_submitted))
        runs.append(
            Run(text, figure_id=kind_figure(content.academic_year_be, kind, level.level_of_education))
        )
    return runs


def results_runs(content: SarReportContent, words: ReportWords) -> list[Run]:
    """How many schools' own levels and results point apart; nothing where none could be compared."""
    if not content.matrices:
        return []
    over, under, n = apart_schools(content)
    text = words.say("summary_apart", over=count_text(over), under=count_text(under), n=count_text(n))
    return [Run(text, figure_id=kind_figure(content.academic_year_be, "apart"))]


def _submitted(content: SarReportContent, words: ReportWords) -> list[Run]:
    synthesis = content.synthesis
    text = words.say(
        "summary_submitted",
        n=count_text(synthesis.n_reports),
        total=count_text(synthesis.n_schools),
        pct=pct_text(synthesis.n_reports, synthesis.n_schools),
        confirmed=count_text(synthesis.n_confirmed),
    )
    return [Run(text, figure_id=kind_figure(content.academic_year_be, "submitted"))]


def _levels(content: SarReportContent, level: LevelSynthesis, words: ReportWords) -> list[Run]:
    return [
        Run(
            words.say(
                "summary_level",
                level=level.level_of_education.label,
                standard=standard_name(row, words),
                word=high_word(level),
                n=count_text(n_high(row)),
                total=count_text(row.n_counted),
                pct=pct_text(n_high(row), row.n_counted),
            ),
            figure_id=level_figure(content.academic_year_be, row),
        )
        for row in level.standards
        if row.n_rated
    ]


def _moves(content: SarReportContent, level: LevelSynthesis, words: ReportWords) -> list[Run]:
    """How schools moved from the year before, standard by standard."""
    return [
        Run(
            words.say(
                "change_of",
                before=str(change.from_year_be),
                now=str(change.to_year_be),
                level=level.level_of_education.label,
                standard=words.say("standard_short", number=change.standard),
                risen=count_text(change.n(Direction.RISEN)),
                same=count_text(change.n(Direction.SAME)),
                fallen=count_text(change.n(Direction.FALLEN)),
                n=count_text(change.n_both),
            ),
            figure_id=f"sar|{change.from_year_be}-{change.to_year_be}|{level.level_of_education}|{change.standard}",
        )
        for change in content.history(level.level_of_education).changes
        if change.n_both
    ]


def _contradictions(content: SarReportContent, words: ReportWords) -> list[Run]:
    n = content.n_contradictions
    if not n:
        return [Run(words.phrases["contradictions_none"])]
    reports = sum(bool(report.contradictions) for report in content.reports)
    text = words.say("summary_contradictions", n=count_text(n), reports=count_text(reports))
    return [Run(text, figure_id=kind_figure(content.academic_year_be, "contradictions"))]
