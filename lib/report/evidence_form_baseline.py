"""The table of earlier years on a KPI form, each result bound to its data."""

from collections.abc import Mapping

from lib.domain.bound_figures import BoundFigure, PlacedFigure, bind
from lib.domain.documents import Digits
from lib.domain.evidence_forms import EvidenceForm
from lib.report.evidence_form_xml import Cell, head_xml, table_xml
from lib.report.word_blocks import paragraph_xml
from lib.report.word_text import Bookmarks, figure_bookmark, run_xml

_LABEL_CM, _UNIT_CM = 8.5, 1.8
_YEARS_CM = 5.7
_LEAST_YEAR_CM = 1.8


def form_figures(form: EvidenceForm, results: Mapping[str, tuple[str, ...]]) -> tuple[BoundFigure, ...]:
    """The results of earlier years that the form prints; all else on it is what people filled in."""
    told = (
        (f"kpi|{form.id}|{form.fiscal_year_be}|baseline|{row.id}|{year}", result)
        for row in form.baseline
        for year, result in zip(form.baseline_years, results.get(row.id, ()), strict=False)
    )
    return tuple(bind(figure_id, result, {}) for figure_id, result in told if any(map(str.isdigit, result)))


def past_results_xml(
    form: EvidenceForm, results: Mapping[str, tuple[str, ...]], digits: Digits
) -> tuple[str, list[PlacedFigure]]:
    """The table of earlier years with its figures; no table where the form asks for none."""
    if not form.baseline:
        return "", []
    years = form.baseline_years
    figures = {each.figure_id: each for each in form_figures(form, results)}
    bookmarks, placed = Bookmarks(), list[PlacedFigure]()

    def shown(row_id: str, year: int, result: str) -> str:
        run = run_xml(result, digits)
        figure = figures.get(f"kpi|{form.id}|{form.fiscal_year_be}|baseline|{row_id}|{year}")
        if figure is None:
            return run
        name, start, end = bookmarks.ends(figure_bookmark(figure.figure_id))
        placed.append(PlacedFigure(name, figure))
        return f"{start}{run}{end}"

    head = (
        [
            Cell(head_xml("ข้อมูลพื้นฐานประกอบตัวชี้วัด"), merge="start"),
            Cell(head_xml("หน่วยวัด"), merge="start"),
            Cell(head_xml("ผลการดำเนินงานในอดีต\nปีงบประมาณ พ.ศ."), span=len(years)),
        ],
        [
            Cell(head_xml(""), merge="continue"),
            Cell(head_xml(""), merge="continue"),
            *(Cell(head_xml(str(year), digits)) for year in years),
        ],
    )
    rows = [
        [
            Cell(paragraph_xml("FormCell", run_xml(row.label, digits))),
            Cell(paragraph_xml("FormCenter", run_xml(row.unit, digits))),
            *(
                Cell(paragraph_xml("FormCenter", shown(row.id, year, result)))
                for year, result in zip(years, results.get(row.id, ("-",) * len(years)), strict=True)
            ),
        ]
        for row in form.baseline
    ]
    years_cm = max(_YEARS_CM, _LEAST_YEAR_CM * len(years))
    label_cm = _LABEL_CM + _YEARS_CM - years_cm
    widths = (label_cm, _UNIT_CM, *(years_cm / len(years) for _ in years))
    return paragraph_xml("Gap", "") + table_xml(widths, head, rows), placed
