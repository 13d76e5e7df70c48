"""บทที่ 4: per domain a table, the paragraph that reads it, a chart, the findings; then SAR and KPI."""

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Block, Chart, ChartSeries, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.report_content import DomainResults, FigureRow, ReportContent, SarTable
from lib.report.compose_parts import bullets, finding_list, paragraphs
from lib.thai.numerals import format_number

_TARGET_COLOUR = "9AA5AB"
_LEVEL_COLOURS = ("B4471A", "D08A4E", "C9B458", "5FA08C", "00695C")
_MOST_BARS = 14


def results(content: ReportContent, words: ReportWords) -> list[Block]:
    """Every domain in the office's order, then the synthesis of self-assessments and the KPI level."""
    blocks: list[Block] = [Heading(1, words.headings["chapter_results"], numbered=True)]
    for domain in content.domains:
        blocks += _domain(content, domain, words)
    blocks += _sar(content, words)
    blocks += _kpi(content, words)
    return blocks


def _domain(content: ReportContent, domain: DomainResults, words: ReportWords) -> list[Block]:
    head = words.headings
    blocks: list[Block] = [Heading(2, domain.name, numbered=True)]
    blocks += paragraphs(content.text(f"{domain.domain_id}_text"))
    if domain.rows:
        key = f"results_{domain.domain_id}"
        blocks.append(_reading(domain, words, key))
        blocks.append(_table(domain, words, key))
        chart = _chart(domain, words)
        blocks += [chart] if chart else []
    else:
        blocks.append(Paragraph((Run(words.phrases["no_data"]),)))
    for heading, kinds in (
        ("strengths", ("strength",)),
        ("improvement_areas", ("improvement_area",)),
        ("matters", ("watch", "data_quality")),
    ):
        chosen = tuple(each for each in domain.findings if each.finding.kind in kinds)
        if chosen or heading != "matters":
            blocks += [Heading(3, head[heading]), finding_list(chosen, words)]
    advice = tuple(
        each.recommendation + (f" (เสนอต่อ {each.recommend_to})" if each.recommend_to else "")
        for each in domain.findings
        if each.recommendation
    )
    if advice:
        blocks += [Heading(3, head["recommendations"]), bullets(advice)]
    return blocks


def _reading(domain: DomainResults, words: ReportWords, key: str) -> Paragraph:
    """The paragraph that reads the table; it names figures, never causes."""
    before, after = words.phrases["reading"].split("{table}")
    said = after.format(
        domain=domain.name,
        n_judged=format_number(domain.n_judged, 0),
        n_reached=format_number(domain.n_reached, 0),
    )
    judged = [row for row in domain.rows if row.value is not None and row.target and row.per_cent]
    ranked = sorted(judged, key=_gap)
    if ranked and _gap(ranked[-1]) > 0:
        said += words.say("reading_best", name=ranked[-1].name, value=_value_with_n(ranked[-1]))
    if ranked and _gap(ranked[0]) < 0:
        said += words.say("reading_far", name=ranked[0].name, value=_value_with_n(ranked[0]))
    return Paragraph((Run(before), Run("", refers_to=key), Run(said)))


def _gap(row: FigureRow) -> float:
    """Towards the good side where higher is better; rows of other directions carry no comparable target."""
    return (row.value or 0.0) - (row.target or 0.0)


def _value_with_n(row: FigureRow) -> str:
    return f"{row.value_text} {row.unit}" + (f", n = {row.n_text}" if row.n_text != "–" else "")


def _table(domain: DomainResults, words: ReportWords, key: str) -> Table:
    small = " ".join(dict.fromkeys(row.small_note for row in domain.rows if row.small_note))
    rows: list[tuple[str, ...]] = []
    bold = set()
    for period in dict.fromkeys(row.period for row in domain.rows):
        bold.add(len(rows))
        rows.append((period, *("" for _ in range(6))))
        rows += [_cells(row) for row in domain.rows if row.period == period]
    return Table(
        words.say("results_caption", domain=domain.name),
        (
            TableColumn("ตัวชี้วัด (หน่วย)", width_cm=4.6),
            TableColumn("ผล", "right", 1.6),
            TableColumn("n", "right", 1.4),
            TableColumn("เป้าหมาย", "right", 1.4),
            TableColumn("ค่า เปรียบเทียบ", "right", 1.8),
            TableColumn("เปลี่ยน จากปีก่อน", "right", 1.6),
            TableColumn("โรงเรียน ถึงเป้าหมาย", "right", 1.9),
        ),
        tuple(rows),
        note=words.say("table_note", small=small).strip(),
        bold_rows=frozenset(bold),
        key=key,
    )


def _cells(row: FigureRow) -> tuple[str, ...]:
    return (
        f"{row.name} ({row.unit})",
        row.value_text,
        row.n_text,
        row.target_text,
        row.benchmark_text,
        row.change_text,
        row.meeting_text,
    )


def _chart(domain: DomainResults, words: ReportWords) -> Chart | None:
    """Indicators on one axis 0–100 against their targets; amounts and counts stay in the table."""
    rows = [row for row in domain.rows if row.per_cent and row.value is not None][:_MOST_BARS]
    if not rows:
        return None
    series = [ChartSeries("ผล", tuple(row.value for row in rows), domain.colour.removeprefix("#"))]
    if any(row.target is not None for row in rows):
        series.append(ChartSeries("ค่าเป้าหมาย", tuple(row.target for row in rows), _TARGET_COLOUR))
    return Chart(
        "bar",
        words.say("chart_caption", domain=domain.name),
        tuple(row.short_name for row in rows),
        tuple(series),
        "ร้อยละหรือคะแนน",
        f"แผนภูมิแท่งผล{domain.name} {len(rows)} ตัวชี้วัด เทียบกับค่าเป้าหมาย",
        percent_axis=True,
    )


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
    columns.append(TableColumn("ค่าเฉลี่ย", "right", 1.8))
    rows = []
    for row in table.rows:
        total = sum(row.counts)
        cells = [row.standard]
        for count in row.counts:
            cells += [format_number(count, 0), format_number(100 * count / total if total else None)]
        rows.append((*cells, row.mean_text))
    return [
        Paragraph((Run(reading),)),
        Table(words.say("sar_caption", level=level), tuple(columns), tuple(rows), landscape=True),
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
