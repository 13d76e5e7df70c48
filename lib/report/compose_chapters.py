"""Chapters before and after the results: introduction, context, method, conclusion."""

from lib.catalog.report_words import ReportWords
from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.documents import Block, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.findings import RECIPIENTS
from lib.domain.report_content import ReportContent
from lib.report.compose_findings import finding_lines
from lib.report.compose_parts import paragraphs, text_of, written
from lib.report.compose_topics import topic_summary
from lib.report.figure_runs import joined_runs, told
from lib.thai.numerals import format_number

_INK = "0F5E6B"


def introduction(content: ReportContent, words: ReportWords) -> list[Block]:
    """บทที่ 1."""
    head = words.headings
    return [
        Heading(1, head["chapter_introduction"], numbered=True),
        Heading(2, head["background"], numbered=True),
        *written(content, words, "background_text"),
        Heading(2, head["purpose"], numbered=True),
        *written(content, words, "purpose_text"),
        Heading(2, head["scope"], numbered=True),
        *written(content, words, "scope_text"),
    ]


def context(content: ReportContent, words: ReportWords) -> list[Block]:
    """บทที่ 2: schools, pupils, sizes."""
    about = f"office||{content.academic_year_be or content.fiscal_year_be}"
    counted = (("clusters", content.n_clusters), ("pupils", content.n_pupils))
    filled = {
        name: told(words, name, f"{about}|{name}", n=format_number(n, 0)) if n else (Run(""),)
        for name, n in counted
    }
    n_schools = format_number(content.n_schools, 0)
    opening = told(words, "context", about, office=content.office_name, n_schools=n_schools, **filled)
    blocks: list[Block] = [Heading(1, words.headings["chapter_context"], numbered=True)]
    blocks += written(content, words, "context_text")
    if not content.sizes:
        return [*blocks, Paragraph(opening)]
    led = joined_runs((*opening, Run(words.phrases["context_sizes"])))
    blocks.append(Paragraph((*led, Run("", refers_to="sizes"))))
    total = sum(count for _, count in content.sizes)
    rows = [
        (name, format_number(count, 0), format_number(100 * count / total if total else None))
        for name, count in content.sizes
    ]
    blocks.append(
        Table(
            words.phrases["sizes_caption"],
            (
                TableColumn("ขนาด", width_cm=6),
                TableColumn("จำนวน (แห่ง)", "right", 4),
                TableColumn("ร้อยละ", "right", 4),
            ),
            (*rows, ("รวม", format_number(total, 0), format_number(100.0 if total else None))),
            bold_rows=frozenset({len(rows)}),
            key="sizes",
        )
    )
    blocks.append(
        Chart(
            "bar",
            words.phrases["sizes_caption"],
            tuple(name for name, _ in content.sizes),
            (ChartSeries("จำนวนสถานศึกษา", tuple(float(count) for _, count in content.sizes), _INK),),
            "แห่ง",
            f"แผนภูมิแท่งจำนวนสถานศึกษาตามขนาด รวม {total} แห่ง",
            decimals=0,
            key="sizes_chart",
        )
    )
    return blocks


def method(content: ReportContent, words: ReportWords) -> list[Block]:
    """บทที่ 3."""
    head = words.headings
    about = f"report|{content.academic_year_be}|{content.fiscal_year_be}|sources"
    n_files = format_number(len(content.sources), 0)
    return [
        Heading(1, head["chapter_method"], numbered=True),
        Heading(2, head["sources_method"], numbered=True),
        Paragraph(told(words, "sources_method_text", about, n_files=n_files)),
        Heading(2, head["statistics_method"], numbered=True),
        *paragraphs(text_of(content, words, "statistics_method_text")),
    ]


def conclusion(content: ReportContent, words: ReportWords) -> list[Block]:
    """บทที่ 5: strengths, areas for development, recommendations by whom they address."""
    head, findings = words.headings, content.all_findings
    own = [each for each in findings if not each.is_shared]
    strengths = tuple(each for each in own if each.finding.kind == "strength")
    areas = tuple(each for each in own if each.finding.kind == "improvement_area")
    blocks: list[Block] = [
        Heading(1, head["chapter_conclusion"], numbered=True),
        *written(content, words, "conclusion_text"),
        Paragraph((Run(words.phrases["lines_note"]),), "note"),
        Heading(2, head["strengths"], numbered=True),
        *finding_lines(strengths, words),
        *topic_summary(content, ("strength",), words),
        Heading(2, head["improvement_areas"], numbered=True),
        *finding_lines(areas, words),
        *topic_summary(content, ("improvement_area", "watch"), words),
        Heading(2, head["recommendations"], numbered=True),
        *written(content, words, "recommendations_text"),
    ]
    advised = [(each.finding.domain, advice) for each in findings for advice in each.recommendations]
    if not advised:
        return [*blocks, Paragraph((Run(words.phrases["no_recommendations"]),))]
    advised.sort(key=lambda pair: RECIPIENTS.index(pair[1].to))
    names = {domain.domain_id: domain.name for domain in content.domains}
    blocks.append(
        Table(
            words.phrases["recommendations_caption"],
            (
                TableColumn("เสนอต่อ", width_cm=2.6),
                TableColumn("ด้าน", width_cm=3.2),
                TableColumn("ข้อเสนอแนะ", width_cm=10.2),
            ),
            tuple((advice.to or "ไม่ระบุ", names[domain], advice.text) for domain, advice in advised),
        )
    )
    return blocks
