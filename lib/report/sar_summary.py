"""บทสรุปผู้บริหาร of the report on self-assessments: one sentence per figure, each with its n."""

from lib.catalog.report_words import ReportWords
from lib.domain.assessment_synthesis import LevelSynthesis
from lib.domain.assessments import StatementKind
from lib.domain.documents import Block, BulletList, Run
from lib.domain.level_changes import Direction
from lib.domain.sar_report_content import SarReportContent
from lib.report.sar_levels import share_runs
from lib.report.sar_parts import count_text, high_word, kind_figure, pct_text, said
from lib.report.sar_results import apart_schools
from lib.thai.numerals import format_number

_MOST_THEMES = 3
_TOLD = (StatementKind.STRENGTH, StatementKind.IMPROVEMENT_AREA)


def summary_blocks(content: SarReportContent, words: ReportWords) -> tuple[Block, ...]:
    """The generated summary; every figure is bookmarked under the key of its data."""
    if not content.reports:
        return (said(words.say("no_reports", year=str(content.academic_year_be))),)
    points: list[tuple[Run, ...]] = [_submitted(content, words)]
    for level in content.told:
        points += [_levels(content, level, words), moves_runs(content, level, words)]
    points += [(run,) for kind in _TOLD for run in themes_runs(content, kind, words)]
    points += [(run,) for run in results_runs(content, words)]
    points.append(contradiction_runs(content, words))
    return (BulletList(tuple(point for point in points if point)),)


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


def _submitted(content: SarReportContent, words: ReportWords) -> tuple[Run, ...]:
    synthesis = content.synthesis
    text = words.say(
        "summary_submitted",
        n=count_text(synthesis.n_reports),
        total=count_text(synthesis.n_schools),
        pct=pct_text(synthesis.n_reports, synthesis.n_schools),
        confirmed=count_text(synthesis.n_confirmed),
    )
    return (Run(text, figure_id=kind_figure(content.academic_year_be, "submitted")),)


def _levels(content: SarReportContent, level: LevelSynthesis, words: ReportWords) -> tuple[Run, ...]:
    """Schools at the high levels, standard by standard, in one sentence."""
    name, n = level.level_of_education.label, count_text(level.n_counted)
    shares = share_runs(level, content.academic_year_be, words)
    if not shares:
        return (Run(words.say("no_levels", level=name)),)
    return Run(words.say("summary_level", level=name, n=n, word=high_word(level))), *shares


def moves_runs(content: SarReportContent, level: LevelSynthesis, words: ReportWords) -> tuple[Run, ...]:
    """How schools moved from the year before, standard by standard; nothing without an earlier year."""
    moved = [change for change in content.history(level.level_of_education).changes if change.n_both]
    if not moved:
        return ()
    name = level.level_of_education.label
    runs = [Run(words.say("changes_of", level=name, before=str(moved[0].from_year_be)))]
    for change in moved:
        told = words.say(
            "change_of",
            standard=words.say("standard_short", number=change.standard),
            risen=count_text(change.n(Direction.RISEN)),
            same=count_text(change.n(Direction.SAME)),
            fallen=count_text(change.n(Direction.FALLEN)),
            n=count_text(change.n_both),
        )
        years = f"{change.from_year_be}-{change.to_year_be}"
        key = f"sar|{years}|{level.level_of_education}|{change.standard}"
        runs.append(Run(told, figure_id=key))
    return tuple(runs)


def contradiction_runs(content: SarReportContent, words: ReportWords) -> tuple[Run, ...]:
    n = content.n_contradictions
    if not n:
        return (Run(words.phrases["contradictions_none"]),)
    reports = sum(bool(report.contradictions) for report in content.reports)
    text = words.say("summary_contradictions", n=count_text(n), reports=count_text(reports))
    return (Run(text, figure_id=kind_figure(content.academic_year_be, "contradictions")),)
