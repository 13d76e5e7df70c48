"""One domain of the results: the paragraph that reads its table, the table, charts, findings."""

import math
from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.documents import Block, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.report_content import DomainResults, FigureRow, ReportContent
from lib.report.compose_parts import bullets, finding_list, written
from lib.report.compose_topics import topic_blocks
from lib.thai.numerals import format_number

_BESIDE_COLOUR = "9AA5AB"
_MOST_BARS = 14  # more categories in one lying chart cannot be read on paper
_PER_CENT = "ร้อยละ"


def domain_blocks(content: ReportContent, domain: DomainResults, words: ReportWords) -> list[Block]:
    """Heading, reading, table, charts, findings and recommendations of one domain."""
    head = words.headings
    blocks: list[Block] = [Heading(2, domain.name, numbered=True)]
    blocks += written(content, words, f"{domain.domain_id}_text")
    if domain.rows:
        key = f"results_{domain.domain_id}"
        blocks.append(_reading(domain, words, key))
        blocks.append(_table(domain, words, key))
        blocks += _charts(domain, words)
    else:
        blocks.append(Paragraph((Run(words.phrases["no_data"]),)))
    for heading, kinds in (
        ("strengths", ("strength",)),
        ("improvement_areas", ("improvement_area",)),
        ("matters", ("watch", "data_quality")),
    ):
        chosen = tuple(each for each in domain.findings if each.finding.kind in kinds and not each.is_shared)
        if chosen or heading != "matters":
            blocks += [Heading(3, head[heading]), finding_list(chosen, words)]
    blocks += topic_blocks(domain, words)
    advice = tuple(advice.addressed for each in domain.findings for advice in each.recommendations)
    if advice:
        blocks += [Heading(3, head["recommendations"]), bullets(advice)]
    return blocks


def _reading(domain: DomainResults, words: ReportWords, key: str) -> Paragraph:
    """The paragraph that reads the table; it names figures, never causes.

    Distances are compared between per cents only, whichever way is good for each.
    """
    before, after = words.phrases["reading"].split("{table}")
    said = after.format(
        domain=domain.name,
        n_judged=format_number(domain.n_judged, 0),
        n_reached=format_number(domain.n_reached, 0),
    )
    gaps = {
        row: row.target_gap for row in domain.rows if row.unit == _PER_CENT and row.target_gap is not None
    }
    best = max(gaps, key=gaps.__getitem__, default=None)
    far = min(gaps, key=gaps.__getitem__, default=None)
    if best is not None and gaps[best] > 0:
        said += words.say("reading_best", name=best.name, value=_against_target(best))
    if far is not None and gaps[far] < 0:
        said += words.say("reading_far", name=far.name, value=_against_target(far))
    return Paragraph((Run(before), Run("", refers_to=key), Run(said)))


def _against_target(row: FigureRow) -> str:
    n = f", n = {row.n_text}" if row.n_text != "–" else ""
    return f"{_PER_CENT} {row.value_text} เป้าหมาย{_PER_CENT} {row.target_text}{n}"


def _table(domain: DomainResults, words: ReportWords, key: str) -> Table:
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
        note=_note(domain, words),
        bold_rows=frozenset(bold),
        key=key,
    )


def _cells(row: FigureRow) -> tuple[str, ...]:
    return (
        row.name if row.name.startswith(row.unit) else f"{row.name} ({row.unit})",
        f"{row.value_text}*" if row.is_median else row.value_text,
        row.n_text,
        row.target_text,
        row.benchmark_text,
        row.change_text,
        row.meeting_text,
    )


def _note(domain: DomainResults, words: ReportWords) -> str:
    parts = [words.phrases["table_note"]]
    if any(row.is_median for row in domain.rows):
        parts.append(words.phrases["median_note"])
    limits = sorted({row.small_below for row in domain.rows if row.small_below is not None})
    if limits:
        parts.append(words.say("small_note", n=" หรือ ".join(str(limit) for limit in limits)))
    return " ".join(parts)


def _charts(domain: DomainResults, words: ReportWords) -> list[Block]:
    """Indicators against their targets, then those without one against the widest stated figure."""
    drawn = [row for row in domain.rows if row.drawn and row.value is not None]
    against_target = [row for row in drawn if row.target is not None]
    against_others = [row for row in drawn if row.target is None and row.benchmark is not None]
    blocks: list[Block] = []
    for rows, key in ((against_target, "chart_target"), (against_others, "chart_benchmark")):
        parts = _even_parts(rows)
        for place, part in enumerate(parts, start=1):
            more = f" ({place} จาก {len(parts)})" if len(parts) > 1 else ""
            caption = words.say(f"{key}_caption", domain=domain.name) + more
            beside = words.phrases[f"{key}_series"]
            blocks.append(_chart(domain, part, caption, beside, with_target=key == "chart_target"))
    return blocks


def _even_parts(rows: Sequence[FigureRow]) -> list[Sequence[FigureRow]]:
    """As few charts as hold all rows, none of them with a lonely bar."""
    n_parts = math.ceil(len(rows) / _MOST_BARS)
    size = math.ceil(len(rows) / n_parts) if n_parts else 1
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def _chart(
    domain: DomainResults, rows: Sequence[FigureRow], caption: str, beside: str, *, with_target: bool
) -> Chart:
    values = tuple(row.value for row in rows)
    held = tuple(row.target if with_target else row.benchmark for row in rows)
    highest = max(value for value in (*values, *held) if value is not None)
    return Chart(
        "bar",
        caption,
        tuple(row.short_name for row in rows),
        (
            ChartSeries("ผล", values, domain.colour.removeprefix("#")),
            ChartSeries(beside, held, _BESIDE_COLOUR),
        ),
        "ร้อยละหรือคะแนน",
        f"แผนภูมิแท่ง{caption} {len(rows)} ตัวชี้วัด",
        percent_axis=highest <= 100,
    )
