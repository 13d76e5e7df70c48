"""Put the slides of a meeting together from the content of its report; 10 to 15, in the order it runs."""

from dataclasses import replace

from lib.catalog.report_words import ReportWords
from lib.domain.report_content import ReportContent
from lib.domain.slides import Slide, SlideDeck
from lib.report.slide_compose_closing import decisions_slide, recommendations_slide, sources_slide
from lib.report.slide_compose_evidence import follow_up_slide, kpi_slide, no_evidence_slide, sar_slide
from lib.report.slide_compose_findings import both_slide, findings_slide, own_findings, schools_slide
from lib.report.slide_compose_opening import agenda, context, cover
from lib.report.slide_compose_results import missing_slide, results_slide
from lib.report.slide_finding_lines import finding_lines
from lib.report.slide_fit import MOST_POINTS

LEAST, MOST = 10, 15
_ALWAYS = 6  # cover, agenda, context, recommendations, decisions, sources


def compose_slides(content: ReportContent, words: ReportWords) -> SlideDeck:
    """The slides; what has no data is told on few of them, what is much is told briefly."""
    lines = finding_lines(content, words)
    results = _results(content, words)
    schools = schools_slide(content, lines)
    middle = (*results, *([schools] if schools else []))
    strengths, areas = own_findings(content, "strength"), own_findings(content, "improvement_area")
    evidence = _evidence(content, words, len(middle))
    found: tuple[Slide, ...] = (
        findings_slide(content, "strength", lines),
        findings_slide(content, "improvement_area", lines),
    )
    merges = not strengths and not areas and _ALWAYS + len(middle) + len(evidence) + 1 >= LEAST
    if merges:
        found = (both_slide(content, lines),)
    told = [
        cover(content, words),
        context(content, words),
        *results,
        *found,
        *([schools] if schools else []),
        *evidence,
        recommendations_slide(content, lines),
        decisions_slide(content, words),
        sources_slide(content, words),
    ]
    told.insert(1, agenda(told, words))
    return SlideDeck(
        _title(content, words),
        content.office_name,
        tuple(told),
        "thai" if content.thai_digits else "arabic",
        content.made_on,
    )


def _title(content: ReportContent, words: ReportWords) -> str:
    title = words.headings["deck"]
    return f"{title} ({words.headings['draft']})" if content.is_draft else title


def _results(content: ReportContent, words: ReportWords) -> tuple[Slide, ...]:
    """One slide per domain with figures, one for all without."""
    empty = [domain for domain in content.domains if not domain.rows]
    told = [results_slide(content, domain, words) for domain in content.domains if domain.rows]
    return (*told, missing_slide(content, empty, words)) if empty else tuple(told)


def _evidence(content: ReportContent, words: ReportWords, n_middle: int) -> tuple[Slide, ...]:
    """Self-assessments, KPI level, followed recommendations; two of them on one slide where pages run out."""
    if content.sar is None and not content.kpi and _ALWAYS + n_middle + 2 + 1 >= LEAST:
        return (no_evidence_slide(words),)
    sar, kpi = sar_slide(content, words), kpi_slide(content, words)
    followed = follow_up_slide(content, words)
    if followed is None:
        return (sar, kpi)
    if _ALWAYS + n_middle + 2 + 3 <= MOST:
        return (sar, kpi, followed)
    return (sar, _joined(kpi, followed))


def _joined(kpi: Slide, followed: Slide) -> Slide:
    """The followed recommendations as one more line under the KPI level."""
    lines = (*kpi.lines[: MOST_POINTS - 1], followed.message)
    return replace(kpi, lines=lines, notes=(*kpi.notes, *followed.lines))
