"""The area's report on its schools' self-assessments as a document; knows parts, not Word."""

from lib.catalog.report_words import ReportWords
from lib.domain.bound_words import with_numbers_bound
from lib.domain.documents import Block, Document, FrontSection, Heading
from lib.domain.sar_report_content import SarReportContent
from lib.report.compose_parts import unbroken_office
from lib.report.sar_annex import annexes
from lib.report.sar_external import external_part
from lib.report.sar_groups import group_blocks, year_blocks
from lib.report.sar_levels import level_blocks
from lib.report.sar_method import method_part, office_name, text_of, written
from lib.report.sar_parts import said
from lib.report.sar_results import results_part
from lib.report.sar_summary import summary_blocks
from lib.report.sar_themes import theme_part
from lib.report.written_blocks import without_empty_sections
from lib.thai.dates import format_date


def compose_sar_report(
    content: SarReportContent, words: ReportWords, *, for_editing: bool = False
) -> Document:
    """Cover, คำนำ, บทสรุปผู้บริหาร, contents, the parts and annexes; the same content gives the same document.

    Args:
        for_editing: sections without words keep a place for them.
    """
    head = words.headings
    made = f"จัดทำเมื่อ {format_date(content.made_on)}"
    blocks: list[Block] = []
    for part in (method_part, levels_part, theme_part, results_part, external_part, _advice, annexes):
        blocks += part(content, words)
    document = Document(
        title=head["title"],
        subtitle=words.say("subtitle", year=str(content.academic_year_be)),
        office=unbroken_office(office_name(content)),
        date_text=f"{made}\n{words.phrases['sample']}" if content.office.is_sample else made,
        blocks=tuple(blocks),
        front_matter=(
            FrontSection(head["preface"], written(content, words, "sar_preface_text")),
            FrontSection(
                head["summary"],
                (*written(content, words, "sar_summary_text"), *summary_blocks(content, words)),
            ),
        ),
        lang_digits="thai" if content.office.thai_digits else "arabic",
        contents=True,
        list_of_tables=True,
        list_of_charts=True,
        made_on=content.made_on,
        chapter_word=head["chapter_word"],
    )
    document = with_numbers_bound(document)
    return document if for_editing else without_empty_sections(document)


def levels_part(content: SarReportContent, words: ReportWords) -> list[Block]:
    """Every level of education: levels, groups, years."""
    head = words.headings
    blocks: list[Block] = [Heading(1, head["part_levels"], numbered=True)]
    for level in content.synthesis.levels:
        name = level.level_of_education.label
        blocks.append(Heading(2, words.say("level", level=name), numbered=True))
        if not level.n_counted:
            blocks.append(said(words.say("level_without_reports", level=name)))
            continue
        blocks += level_blocks(level, content.academic_year_be, words)
        blocks += [Heading(3, head["years"])]
        blocks += year_blocks(content.history(level.level_of_education), level, words)
        blocks += [Heading(3, head["groups"]), *group_blocks(content, level, words)]
    return blocks


def _advice(content: SarReportContent, words: ReportWords) -> list[Block]:
    blocks: list[Block] = [
        Heading(1, words.headings["part_advice"], numbered=True),
        *written(content, words, "sar_advice_text"),
    ]
    if text_of(content, words, "sar_advice_text"):
        return blocks
    return [*blocks, said(words.phrases["no_advice"])]
