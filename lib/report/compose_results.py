"""บทที่ 4: the domains, the synthesis of self-assessments, the KPI level."""

from lib.catalog.report_words import ReportWords, load_sar_words
from lib.domain.documents import Block, Heading, Paragraph, Run
from lib.domain.report_content import ReportContent
from lib.report.compose_domains import domain_blocks
from lib.report.compose_kpi import kpi_blocks
from lib.report.compose_parts import written
from lib.report.sar_chapter import chapter_blocks


def results(content: ReportContent, words: ReportWords) -> list[Block]:
    """Every domain in the office's order, then the synthesis of self-assessments and the KPI level."""
    blocks: list[Block] = [Heading(1, words.headings["chapter_results"], numbered=True)]
    for domain in content.domains:
        blocks += domain_blocks(content, domain, words)
    blocks += _sar(content, words)
    blocks += kpi_blocks(content, words)
    return blocks


def _sar(content: ReportContent, words: ReportWords) -> list[Block]:
    blocks: list[Block] = [Heading(2, words.headings["sar"], numbered=True)]
    blocks += written(content, words, "sar_text")
    if content.sar is None:
        return [*blocks, Paragraph((Run(words.phrases["no_sar"]),))]
    return [*blocks, *chapter_blocks(content.sar, load_sar_words())]
