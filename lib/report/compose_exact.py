"""The exact values behind the figures that the committee report prints."""

from lib.domain.bound_figures import printed_value
from lib.domain.documents import ExactFigure
from lib.domain.report_content import FigureRow, ReportContent
from lib.report.compose_findings import exact_of_finding


def exact_figures(content: ReportContent) -> tuple[ExactFigure, ...]:
    """Values of the result tables and of the findings, each figure once."""
    figures = [each for domain in content.domains for row in domain.rows for each in _of_row(row)]
    figures += [each for finding in content.all_findings for each in exact_of_finding(finding)]
    return tuple({each.figure_id: each for each in figures}.values())


def _of_row(row: FigureRow) -> tuple[ExactFigure, ...]:
    n = printed_value(row.n_text)
    known = {"value": row.value, "target": row.target, "benchmark": row.benchmark}
    return tuple(
        ExactFigure(f"{row.figure_id}|{measure}", value, n if measure == "value" else None, row.unit)
        for measure, value in known.items()
        if value is not None
    )
