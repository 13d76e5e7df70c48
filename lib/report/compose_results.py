"""บทที่ 4: the domains, the synthesis of self-assessments, the KPI level."""

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Block, Chart, ChartSeries, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.report_content import ReportContent, SarTable
from lib.report.compose_domains import domain_blocks
from lib.report.compose_parts import bullets, paragraphs
from lib.thai.numerals import format_number

_LEVEL_COLOURS = ("B4471A", "D08A4E", "C9B458", "5FA08C", "00695C")


def results(content: ReportContent, words: ReportWords) -> list[Block]:
    """Every domain in the office's order, then the synthesis of self-assessments and the KPI level."""
    blocks: list[Block] = [Heading(1, words.headings["chapter_results"], numbered=True)]
    for domain in content.domains:
        blocks += domain_blocks(content, domain, words)
    blocks += _sar(content, words)
    blocks += _kpi(content, words)
    return blocks


def _sar(content: ReportContent, words: ReportWords) -> list[Block]:
    blocks: list[Block] = [Heading(2, words.headings["sar"], numbered=True)]
    blocks += paragraphs(content.text("sar_text"))
    if not content.sar:
        return [*blocks, Paragraph((Run(words.phrases["no_sar"]),))]
    for table in content.sar:
        blocks += _sar_level(table, words)
    return blocks


def _sar_level(table: SarTable, words: ReportWords) -> list[Block]:
    level = table.level_of_education
    reading = words.say(
        "sar_reading",
        level=level,
        n_all=format_number(table.n_all, 0),
        n_offering=format_number(table.n_offering, 0),
        n_submitted=format_number(table.n_submitted, 0),
    )
    columns = [TableColumn("มาตรฐาน", width_cm=6.0)]
    for name in table.level_names:
        columns += [TableColumn("จำนวน", "right", 1.5, name), TableColumn("ร้อยละ", "right", 1.7, name)]
    columns += [TableColumn("รวม", "right", 1.4), TableColumn("ค่าเฉลี่ย", "right", 1.8)]
    rows = []
    for row in table.rows:
        total = sum(row.counts)
        cells = [row.standard]
        for count in row.counts:
            cells += [format_number(count, 0), format_number(100 * count / total if total else None)]
        rows.append((*cells, format_number(total, 0), row.mean_text))
    return [
        Paragraph((Run(reading),)),
        Table(
            words.say("sar_caption", level=level), tuple(columns), tuple(rows), note=_sar_note(table, words)
        ),
        Chart(
            "stacked_bar",
            words.say("sar_chart_caption", level=level),
            tuple(row.standard for row in table.rows),
            tuple(
                ChartSeries(
                    name, tuple(float(row.counts[place]) for row in table.rows), _LEVEL_COLOURS[place]
                )
                for place, name in enumerate(table.level_names)
            ),
            "แห่ง",
            f"แผนภูมิแท่งซ้อนจำนวนสถานศึกษาตามระดับคุณภาพ ระดับ{level}",
            decimals=0,
        ),
    ]


def _sar_note(table: SarTable, words: ReportWords) -> str:
    """What the counts leave out, and how many of them were worked out rather than stated."""
    return words.say(
        "sar_note",
        without=format_number(sum(row.n_without_level for row in table.rows), 0),
        other=format_number(sum(row.n_other_scale for row in table.rows), 0),
        recomputed=format_number(sum(row.n_recomputed for row in table.rows), 0),
    )


def _kpi(content: ReportContent, words: ReportWords) -> list[Block]:
    blocks: list[Block] = [Heading(2, words.headings["kpi"], numbered=True)]
    if content.kpi is None:
        return [*blocks, Paragraph((Run(words.phrases["no_kpi"]),))]
    reading = words.say(
        "kpi_reading",
        title=content.kpi.title,
        fiscal_year=str(content.kpi.fiscal_year_be),
        level=content.kpi.level_text,
    )
    return [*blocks, Paragraph((Run(reading),)), bullets(content.kpi.reasons)]
