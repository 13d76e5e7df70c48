"""Put a committee report together from its content; knows chapters, not Word."""

from lib.catalog.report_words import ReportWords
from lib.domain.bound_words import with_numbers_bound
from lib.domain.documents import Block, Document, FrontSection, Heading, Paragraph
from lib.domain.report_content import ReportContent
from lib.report.compose_annex import annexes
from lib.report.compose_chapters import conclusion, context, introduction, method
from lib.report.compose_exact import exact_figures
from lib.report.compose_findings import finding_lines
from lib.report.compose_parts import unbroken_office, written
from lib.report.compose_results import results
from lib.report.figure_runs import joined_runs, told
from lib.report.written_blocks import without_empty_sections
from lib.thai.dates import format_date
from lib.thai.numerals import format_number

_MOST_IN_SUMMARY = 6  # a summary is two pages; the rest stands in the last chapter


def compose_report(content: ReportContent, words: ReportWords, *, for_editing: bool = False) -> Document:
    """The report by chapters (five-chapter convention), only accepted findings in it.

    Args:
        for_editing: sections without words keep a place for them.
    """
    blocks: list[Block] = []
    for chapter in (introduction, context, method, results, conclusion, annexes):
        blocks += chapter(content, words)
    document = Document(
        title=_title(content, words),
        subtitle=_subtitle(content, words),
        office=unbroken_office(content.office_name),
        date_text=_date_text(content, words),
        blocks=tuple(blocks),
        front_matter=(
            FrontSection(words.headings["preface"], written(content, words, "preface_text")),
            FrontSection(words.headings["summary"], _summary(content, words)),
        ),
        lang_digits="thai" if content.thai_digits else "arabic",
        contents=True,
        list_of_tables=True,
        list_of_charts=True,
        made_on=content.made_on,
        exact=exact_figures(content),
    )
    document = with_numbers_bound(document)
    return document if for_editing else without_empty_sections(document)


def _title(content: ReportContent, words: ReportWords) -> str:
    """The title, on every page of a draft with the word for it."""
    title = words.headings["title"]
    return f"{title}\n{words.phrases['draft']}" if content.is_draft else title


def _subtitle(content: ReportContent, words: ReportWords) -> str:
    academic, fiscal = content.academic_year_be, content.fiscal_year_be
    if academic and fiscal:
        return words.say("subtitle", academic_year=str(academic), fiscal_year=str(fiscal))
    if academic:
        return words.say("subtitle_academic", academic_year=str(academic))
    return words.say("subtitle_fiscal", fiscal_year=str(fiscal))


def _date_text(content: ReportContent, words: ReportWords) -> str:
    made = f"จัดทำเมื่อ {format_date(content.made_on)}"
    return f"{made}\n{words.phrases['sample']}" if content.is_sample else made


def _summary(content: ReportContent, words: ReportWords) -> tuple[Block, ...]:
    findings = [each for each in content.all_findings if not each.is_shared]
    n_shared = len(content.all_findings) - len(findings)
    about = f"report|{content.academic_year_be}|{content.fiscal_year_be}"
    counts = told(
        words,
        "summary_counts",
        about,
        n_judged=format_number(sum(domain.n_judged for domain in content.domains), 0),
        n_reached=format_number(sum(domain.n_reached for domain in content.domains), 0),
        n_strengths=format_number(sum(each.finding.kind == "strength" for each in findings), 0),
        n_areas=format_number(sum(each.finding.kind == "improvement_area" for each in findings), 0),
    )
    if n_shared:
        counts += told(words, "summary_shared", f"{about}|shared", n=format_number(n_shared, 0))
    blocks: list[Block] = [*written(content, words, "summary_text"), Paragraph(joined_runs(counts))]
    for heading, kind in (("strengths", "strength"), ("improvement_areas", "improvement_area")):
        own = tuple(each for each in findings if each.finding.scope == "area" and each.finding.kind == kind)
        if own:
            blocks += [Heading(3, words.headings[heading]), *finding_lines(own[:_MOST_IN_SUMMARY], words)]
        if len(own) > _MOST_IN_SUMMARY:
            rest = format_number(len(own) - _MOST_IN_SUMMARY, 0)
            blocks.append(Paragraph(told(words, "summary_rest", f"{about}|{kind}|rest", n=rest)))
    return tuple(blocks)
