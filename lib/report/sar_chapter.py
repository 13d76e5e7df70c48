"""Self-assessments in the committee report: the same tables, cut short to what a committee asks."""

from lib.catalog.report_words import ReportWords
from lib.domain.assessments import StatementKind
from lib.domain.documents import Block, BulletList, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.sar_report_content import SarReportContent
from lib.domain.theme_synthesis import ThemeCount
from lib.report.sar_levels import is_rated, reading_blocks, standards_table
from lib.report.sar_method import counted_text
from lib.report.sar_parts import count_text, kind_figure, quoted, said
from lib.report.sar_summary import contradiction_runs, moves_runs, results_runs
from lib.report.sar_themes import chosen_quotes
from lib.thai.numerals import format_number

_KINDS = (StatementKind.STRENGTH, StatementKind.IMPROVEMENT_AREA)
_MOST_THEMES = 4
_MOST_QUOTED = 1


def chapter_blocks(content: SarReportContent, words: ReportWords) -> list[Block]:
    """Counts, tables by level of education, themes with a few quotes, what to ask."""
    year = content.academic_year_be
    if not content.reports:
        return [said(words.say("no_reports", year=str(year)))]
    blocks: list[Block] = [said(counted_text(content, words), kind_figure(year, "submitted"))]
    rated = [level for level in content.told if is_rated(level)]
    # The tables lie on their side: one after the other, so that the paper turns once.
    blocks += [standards_table(level, year, words) for level in rated]
    for level in rated:
        blocks += reading_blocks(level, year, words)
        moved = moves_runs(content, level, words)
        blocks += [Paragraph(moved)] if moved else []
    blocks += _themes(content, words)
    checks = [*results_runs(content, words), *_overdue(content, words), *contradiction_runs(content, words)]
    return [
        *blocks,
        Heading(3, words.headings["chapter_checks"]),
        BulletList(tuple((run,) for run in checks)),
    ]


def _themes(content: SarReportContent, words: ReportWords) -> list[Block]:
    """The themes of most schools under two headings, a statement or two of each of the first."""
    groups = [
        (kind, level, counts[:_MOST_THEMES])
        for kind in _KINDS
        for level in content.told
        if (counts := content.themes.of(kind, level.level_of_education))
    ]
    if not groups:
        return [Heading(3, words.headings["chapter_themes"]), said(words.phrases["themes_none"])]
    rows: list[tuple[str, ...]] = []
    bold = set()
    quotes: list[tuple[Run, ...]] = []
    for kind, level, counts in groups:
        bold.add(len(rows))
        n = count_text(counts[0].n_submitted)
        name = level.level_of_education.label
        rows.append((words.say("chapter_themes_group", kind=kind.label, level=name, n=n), "", ""))
        rows += [(c.name, count_text(c.n_schools), format_number(c.pct)) for c in counts]
        quotes += _quotes(content, kind, counts[0])
    columns = (
        TableColumn("เรื่อง", width_cm=11.0),
        TableColumn("จำนวน (แห่ง)", "right", 2.6),
        TableColumn("ร้อยละ", "right", 2.4),
    )
    note = words.say("chapter_themes_note", most=str(_MOST_THEMES))
    table = Table(
        words.phrases["chapter_themes_caption"], columns, tuple(rows), note=note, bold_rows=frozenset(bold)
    )
    return [Heading(3, words.headings["chapter_themes"]), table, BulletList(tuple(quotes))]


def _quotes(content: SarReportContent, kind: StatementKind, count: ThemeCount) -> list[tuple[Run, ...]]:
    named = content.names_schools
    chosen = chosen_quotes(count, names_schools=named, most=_MOST_QUOTED)
    lead = Run(f"{kind.label} {count.name}: ")
    return [(lead, *quoted(quote, names_schools=named)) for quote in chosen]


def _overdue(content: SarReportContent, words: ReportWords) -> list[Run]:
    """How long the missing reports are overdue; nothing without a due day or before it."""
    days, n = content.board.days_overdue, len(content.board.missing)
    if not days or not n:
        return []
    text = words.say("chapter_overdue", n=count_text(n), days=count_text(days))
    return [Run(text, figure_id=kind_figure(content.academic_year_be, "missing"))]
