"""The sheet of one school for a visit, as a Word file of one or two pages."""

from lib.catalog.report_words import ReportWords
from lib.domain.bound_figures import FileOrigin
from lib.domain.bound_words import blocks_with_numbers_bound
from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.documents import Block, BulletList, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.school_sheet import SchoolSheet, SheetTrend
from lib.report.word_sheet import CHART_HEIGHT_CM, CHART_WIDTH_CM, SheetPages, write_sheet

_COLUMNS = (
    TableColumn("ตัวชี้วัด", width_cm=4.2),
    TableColumn("ค่า", "right", 2.4),
    TableColumn("จำนวน", "right", 2.6),
    TableColumn("เขต", "right", 1.6),
    TableColumn("ใกล้เคียง", "right", 2.6),
    TableColumn("เทียบกับเขต", width_cm=3.6),
)


def make_school_sheet(sheet: SchoolSheet, words: ReportWords, origin: FileOrigin | None = None) -> bytes:
    """The sheet as Word; the same content gives the same bytes."""
    return write_sheet(sheet_pages(sheet, words), origin)


def sheet_pages(sheet: SchoolSheet, words: ReportWords) -> SheetPages:
    """The sheet's blocks in the places of the paper."""
    head = words.headings
    office = f"{sheet.office_name} ({words.phrases['sample']})" if sheet.is_sample else sheet.office_name
    return SheetPages(
        title=f"{head['title']}\nโรงเรียน{sheet.school_name}",
        office=office,
        opening=blocks_with_numbers_bound(
            (*_head(sheet), Heading(2, head["findings"]), *_findings(sheet, words))
        ),
        charts=tuple(_chart(trend, sheet.colours) for trend in sheet.trends),
        charts_heading=head["trends"],
        middle=blocks_with_numbers_bound(
            (
                *_domains(sheet, head["domains"]),
                Heading(2, head["levels"]),
                *_levels(sheet),
                Heading(2, head["questions"]),
                _points(sheet.questions),
                Heading(2, head["visits"]),
                _points(sheet.visits),
            )
        ),
        notes_heading=head["notes"],
        sources_heading=head["sources"],
        sources=(*sheet.sources, sheet.data_line),
        made_on=sheet.made_on,
        digits="thai" if sheet.thai_digits else "arabic",
    )


def _head(sheet: SchoolSheet) -> tuple[Block, ...]:
    facts: list[Run] = []
    for label, text in sheet.facts:
        between = "  " if facts else ""
        facts += [Run(f"{between}{label} " if label else between), Run(text, bold=True)]
    return Paragraph(tuple(facts), "plain"), Paragraph((Run(sheet.sentence),), "plain")


def _findings(sheet: SchoolSheet, words: ReportWords) -> tuple[Block, ...]:
    if not sheet.findings:
        return (Paragraph((Run(words.phrases["no_findings"]),), "plain"),)
    points = BulletList(
        tuple(
            (
                Run(f"{each.sign} {each.kind} ", bold=True),
                Run(f"({each.certainty}) "),
                Run(each.sentence, figure_id=f"finding|{each.finding_id}"),
            )
            for each in sheet.findings
        )
    )
    if not sheet.n_more:
        return (points,)
    return points, Paragraph((Run(words.say("more_findings", n=f"{sheet.n_more:,}")),), "note")


def _domains(sheet: SchoolSheet, heading: str) -> tuple[Block, ...]:
    """All domains in one table, each under a line of its own."""
    shown = [domain for domain in sheet.domains if domain.rows]
    if not shown:
        return ()
    rows: list[tuple[str, ...]] = []
    bold = set()
    for domain in shown:
        bold.add(len(rows))
        rows.append((domain.name, *("" for _ in _COLUMNS[1:])))
        rows += [
            (row.name, *map(_unbroken, (row.value, row.counted, row.area, row.peers)), row.certainty)
            for row in domain.rows
        ]
    note = f"{sheet.reading} {' · '.join(f'{domain.name} {domain.periods}' for domain in shown)}"
    return Heading(2, heading), Table(
        "", _COLUMNS, tuple(rows), note=note, bold_rows=frozenset(bold), key="sheet_results"
    )


def _unbroken(text: str) -> str:
    """A figure with its unit, or a range, stays on one line."""
    return text.replace(" ", "\u00a0")


def _levels(sheet: SchoolSheet) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph((Run(sheet.report_line),), "plain")]
    if sheet.levels:
        columns = (
            TableColumn("ระดับการศึกษา", width_cm=4.0),
            *(TableColumn(name, "center", 3.0) for name in sheet.standards),
        )
        rows = tuple((each.level_of_education, *each.levels) for each in sheet.levels)
        blocks.append(Table("", columns, rows, key="sheet_levels"))
    blocks += [Paragraph((Run(line),), "plain") for line in sheet.disagreements]
    return tuple(blocks)


def _points(lines: tuple[str, ...]) -> BulletList:
    return BulletList(tuple((Run(line),) for line in lines))


def _chart(trend: SheetTrend, colours: tuple[str, ...]) -> Chart:
    told = " · ".join(name for name, _ in trend.lines)
    return Chart(
        "line",
        trend.caption,
        trend.years,
        tuple(
            ChartSeries(name, values, colour)
            for (name, values), colour in zip(trend.lines, colours, strict=False)
        ),
        trend.unit,
        f"กราฟเส้น {trend.caption} ของ {told}",
        target=trend.target,
        decimals=trend.decimals,
        width_cm=CHART_WIDTH_CM,
        height_cm=CHART_HEIGHT_CM,
    )
