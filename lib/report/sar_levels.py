"""Standard × level of one level of education: the table, the sentence that reads it, the chart."""

from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.assessment_synthesis import LevelSynthesis, StandardSummary
from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.documents import Block, Paragraph, Run, Table, TableColumn
from lib.domain.palette import LEVELS
from lib.report.sar_parts import count_text, high_word, level_figure, n_high, pct_text, said
from lib.thai.numerals import format_number


def level_blocks(level: LevelSynthesis, year_be: int, words: ReportWords) -> list[Block]:
    """Table of standards and items, the paragraph that reads it, the chart of the standards."""
    if not is_rated(level):
        return [said(words.say("no_levels", level=level.level_of_education.label))]
    return [standards_table(level, year_be, words), *reading_blocks(level, year_be, words)]


def is_rated(level: LevelSynthesis) -> bool:
    """Whether any level of any standard or item could be read."""
    return any(row.n_rated for row in (*level.standards, *level.items))


def reading_blocks(level: LevelSynthesis, year_be: int, words: ReportWords) -> list[Block]:
    """The paragraph that reads the table, and the chart of the standards."""
    blocks: list[Block] = [_reading(level, year_be, words)]
    if any(row.n_rated for row in level.standards):
        blocks.append(level_chart(level, year_be, words))
    return blocks


def standards_table(level: LevelSynthesis, year_be: int, words: ReportWords) -> Table:
    """Each standard in bold with its items below it; five levels, those without one, and all reports."""
    columns = [TableColumn("มาตรฐานและประเด็นพิจารณา", width_cm=7.6)]
    for name in (*(count.word for count in level.standards[0].counts), "ไม่ระบุ"):
        columns += [TableColumn("แห่ง", "right", 1.1, name), TableColumn("ร้อยละ", "right", 1.5, name)]
    columns += [TableColumn("รวม", "right", 1.2), TableColumn("ค่าเฉลี่ย", "right", 1.4)]
    rows: list[tuple[str, ...]] = []
    bold = set()
    for standard in level.standards:
        bold.add(len(rows))
        rows.append(_cells(standard, words))
        rows += [_cells(item, words) for item in level.items if item.standard == standard.standard]
    name = level.level_of_education.label
    return Table(
        words.say("standards_caption", level=name, year=str(year_be)),
        tuple(columns),
        tuple(rows),
        note=_note(level, words),
        bold_rows=frozenset(bold),
        key=_key(level),
    )


def level_chart(level: LevelSynthesis, year_be: int, words: ReportWords) -> Chart:
    """Stacked bars of the standards, the lowest level first."""
    rated = [row for row in level.standards if row.n_rated]
    name, n = level.level_of_education.label, count_text(level.n_counted)
    return Chart(
        "stacked_bar",
        words.say("levels_chart_caption", level=name),
        tuple(standard_name(row, words) for row in rated),
        level_series(rated),
        "แห่ง",
        words.say("levels_chart_alt", level=name, n=n),
        note=words.say("levels_chart_note", n=n, year=str(year_be)),
        decimals=0,
    )


def level_series(rows: Sequence[StandardSummary]) -> tuple[ChartSeries, ...]:
    """Schools per level of each row, the lowest level first."""
    return tuple(
        ChartSeries(count.word, _heights(rows, place), LEVELS[place])
        for place, count in enumerate(rows[0].counts)
    )


def standard_name(row: StandardSummary, words: ReportWords) -> str:
    return words.say("standard_name", number=row.standard, name=row.name).strip()


def _heights(rows: Sequence[StandardSummary], place: int) -> tuple[float | None, ...]:
    return tuple(float(row.counts[place].n) for row in rows)


def _cells(row: StandardSummary, words: ReportWords) -> tuple[str, ...]:
    cells = [f"{row.item} {row.name}" if row.item else standard_name(row, words)]
    for count in row.counts:
        cells += [count_text(count.n), format_number(count.pct)]
    unsaid = row.n_without_level + row.n_apart
    cells += [count_text(unsaid), pct_text(unsaid, row.n_counted)]
    return (*cells, count_text(row.n_counted), format_number(row.mean))


def _note(level: LevelSynthesis, words: ReportWords) -> str:
    note = words.say("standards_note", n=count_text(level.n_counted))
    recomputed = sum(row.n_recomputed for row in level.standards)
    return f"{note} {words.say('recomputed_note', n=count_text(recomputed))}" if recomputed else note


def _key(level: LevelSynthesis) -> str:
    return f"sar_levels_{level.level_of_education}"


def _reading(level: LevelSynthesis, year_be: int, words: ReportWords) -> Paragraph:
    """How many schools each standard has at the high levels; figures, no causes."""
    name, n = level.level_of_education.label, count_text(level.n_counted)
    said_first = words.say("levels_reading", level=name, n=n, word=high_word(level))
    shares = share_runs(level, year_be, words)
    return Paragraph((Run("จาก"), Run("", refers_to=_key(level)), Run(said_first), *shares))


def share_runs(level: LevelSynthesis, year_be: int, words: ReportWords) -> tuple[Run, ...]:
    """Schools at the high levels of each standard, one bookmarked figure after the other."""
    runs = []
    for row in level.standards:
        if row.n_rated:
            high = n_high(row)
            told = words.say(
                "levels_reading_each",
                standard=standard_name(row, words),
                n=count_text(high),
                pct=pct_text(high, row.n_counted),
            )
            runs.append(Run(told, figure_id=level_figure(year_be, row)))
    return tuple(runs)
