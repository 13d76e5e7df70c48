"""The first sheet of the list of issues: one row a school, how many matters it has and the first of each."""

from lib.domain.assessments import StatementKind
from lib.domain.sar_report_content import ListedReport, SarReportContent
from lib.domain.schools import School
from lib.report.sar_issue_rows import contradictions, disagreements, levels_of, status_text, unfinished
from lib.report.sar_parts import told_words
from lib.report.table_workbook import Cell

_MOST_LETTERS = 90


def overview_rows(content: SarReportContent) -> list[tuple[Cell, ...]]:
    """One row per school, in the order of the content."""
    reports = {report.school.school_id: report for report in content.reports}
    return [_row(content, school, reports.get(school.school_id)) for school in content.schools]


def _row(content: SarReportContent, school: School, report: ListedReport | None) -> tuple[Cell, ...]:
    levels = [current.level_of_education for current in levels_of(content, school, report)]
    said = report.saved.assessment.statements if report else ()
    by_kind = {kind: [told_words(each.text) for each in said if each.kind is kind] for kind in StatementKind}
    return (
        school.name,
        school.smis_code,
        school.cluster,
        status_text(report),
        *(len(by_kind[kind]) if report else None for kind in StatementKind),
        sum(len(contradictions(report, level)) for level in levels) if report else None,
        sum(len(disagreements(content, school, level)) for level in levels) if report else None,
        sum(each.school_id == school.school_id and each.is_open for each in content.external.recommendations),
        _first(by_kind[StatementKind.STRENGTH]),
        _first(by_kind[StatementKind.IMPROVEMENT_AREA])
        or _first([text for level in levels for text in unfinished(content, school, level)]),
    )


def _first(texts: list[str]) -> str:
    """The first one, shortened between words; the whole stands on the sheet of statements."""
    if not texts:
        return ""
    line = " ".join(texts[0].split())
    if len(line) <= _MOST_LETTERS:
        return line
    cut = line.rfind(" ", 0, _MOST_LETTERS)
    return f"{line[: cut if cut > _MOST_LETTERS // 2 else _MOST_LETTERS]} …"
