"""One domain of the results: the paragraph that reads its table, the table, charts, findings."""

import math
from collections.abc import Sequence

from lib.catalog.report_words import ReportWords
from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.documents import Block, Heading, Paragraph, Run
from lib.domain.palette import BESIDE
from lib.domain.report_content import DomainResults, FigureRow, ReportContent
from lib.report.compose_findings import finding_list
from lib.report.compose_parts import bullets, written
from lib.report.compose_table import result_table
from lib.report.compose_topics import topic_blocks
from lib.report.figure_runs import joined_runs, told
from lib.thai.numerals import format_number

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
        blocks.append(result_table(domain, words, key))
        blocks += _charts(domain, words)
        blocks += domain.charts
    else:
        blocks.append(Paragraph((Run(words.phrases["no_data"]),)))
    for heading, kinds in (
        ("strengths", ("strength",)),
        ("improvement_areas", ("improvement_area",)),
        ("matters", ("watch", "data_quality")),
    ):
        chosen = tuple(each for each in domain.findings if each.finding.kind in kinds and not each.is_shared)
        if chosen or heading != "matters":
            blocks += [Heading(3, head[heading]), *finding_list(chosen, words)]
    blocks += topic_blocks(domain, words)
    advice = tuple(advice.addressed for each in domain.findings for advice in each.recommendations)
    if advice:
        blocks += [Heading(3, head["recommendations"]), bullets(advice)]
    return blocks


def _reading(domain: DomainResults, words: ReportWords, key: str) -> Paragraph:
    """The paragraph that reads the table; it names figures, never causes.

    Distances are compared between per cents only, whichever way is good for each.
    """
    about = f"domain|{domain.domain_id}"
    said = told(
        words,
        "reading",
        about,
        table=(Run("", refers_to=key),),
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
        said += told(words, "reading_best", about, name=best.name, value=_against_target(best))
    if far is not None and gaps[far] < 0:
        said += told(words, "reading_far", about, name=far.name, value=_against_target(far))
    return Paragraph(joined_runs(said))


def _against_target(row: FigureRow) -> tuple[Run, ...]:
    def figure(measure: str, text: str) -> Run:
        return Run(text, figure_id=f"{row.figure_id}|{measure}")

    runs = [Run(f"{_PER_CENT} "), figure("value", row.value_text)]
    runs += [Run(f" เป้าหมาย{_PER_CENT} "), figure("target", row.target_text)]
    return (*runs, Run(", n = "), figure("n", row.n_text)) if row.n_text != "–" else tuple(runs)


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
            blocks.append(
                _chart(
                    words,
                    domain,
                    part,
                    caption,
                    beside,
                    f"{key}_{domain.domain_id}_{place}",
                    with_target=key == "chart_target",
                )
            )
    return blocks


def _even_parts(rows: Sequence[FigureRow]) -> list[Sequence[FigureRow]]:
    """As few charts as hold all rows, none of them with a lonely bar."""
    n_parts = math.ceil(len(rows) / _MOST_BARS)
    size = math.ceil(len(rows) / n_parts) if n_parts else 1
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def _chart(
    words: ReportWords,
    domain: DomainResults,
    rows: Sequence[FigureRow],
    caption: str,
    beside: str,
    key: str,
    *,
    with_target: bool,
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
            ChartSeries(beside, held, BESIDE),
        ),
        "ร้อยละหรือคะแนน",
        f"แผนภูมิแท่ง{caption} {len(rows)} ตัวชี้วัด",
        percent_axis=highest <= 100,
        key=key,
        n_text=words.phrases["chart_n"],
        period=" ".join(dict.fromkeys(row.period for row in rows)),
    )
