"""Annexes: the files behind the figures, gaps of the data, the rules in force, answers of meetings."""

from lib.catalog.report_words import ReportWords
from lib.domain.documents import Block, Heading, Paragraph, Run, Table, TableColumn
from lib.domain.report_content import ReportContent
from lib.report.compose_parts import bullets
from lib.report.compose_pins import pinned_annex
from lib.thai.numerals import format_number


def annexes(content: ReportContent, words: ReportWords) -> list[Block]:
    """Sources, data quality, rules, answers of meetings."""
    head = words.headings
    blocks: list[Block] = [
        Heading(1, head["annex_sources"]),
        Table(
            words.phrases["sources_caption"],
            (
                TableColumn("ที่", "center", 1.2),
                TableColumn("ไฟล์", width_cm=6.2),
                TableColumn("นำเข้าเมื่อ", width_cm=3.4),
                TableColumn("แถวอ่าน = นำเข้า + ไม่รับ + ข้าม", "right", 3.4),
                TableColumn("ค่า", "right", 1.8),
            ),
            tuple(
                (
                    str(place),
                    f"{line.file_name}\n({line.sha256[:12]})",
                    line.loaded_at,
                    line.rows_text,
                    format_number(line.n_values, 0),
                )
                for place, line in enumerate(content.sources, start=1)
            ),
        ),
        Heading(1, head["annex_quality"]),
    ]
    blocks.append(bullets(content.gaps) if content.gaps else Paragraph((Run(words.phrases["no_gaps"]),)))
    blocks += [
        Heading(1, head["annex_rules"]),
        Table(
            words.phrases["rules_caption"],
            (TableColumn("กฎ", "center", 2.4), TableColumn("ความหมายและเกณฑ์", width_cm=13.6)),
            content.rules,
        ),
        *pinned_annex(content, words),
    ]
    return blocks
