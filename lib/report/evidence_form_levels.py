"""The tables of a KPI form behind its main one: its levels, and the results of past years."""

from collections.abc import Mapping

from lib.domain.documents import Digits
from lib.domain.evidence_forms import EvidenceForm, Scoring
from lib.report.evidence_form_xml import Cell, head_xml, table_xml
from lib.report.word_blocks import paragraph_xml
from lib.report.word_text import run_xml

_LEVELS_CM = (1.5, 6.8, 7.7)
_NAMED_LEVEL_CM = 3.0
_BASELINE_CM = (8.5, 1.8)
_BASELINE_YEARS_CM = 5.7
_LEAST_YEAR_CM = 1.8


def levels_xml(form: EvidenceForm, digits: Digits) -> str:
    """Unit, weight and scoring, and the table of levels with their criteria, on a new page."""
    facts = (
        f"หน่วยวัด: {form.unit}",
        f"น้ำหนัก: ร้อยละ {form.weight_pct:.2f}",
        form.scoring_note,
        form.milestone_note,
    )
    summary = paragraph_xml("FormLegend", run_xml(" · ".join(fact for fact in facts if fact), digits))
    with_criteria = form.scoring is Scoring.MILESTONES
    number_cm, text_cm, criteria_cm = _LEVELS_CM
    if any(level.name for level in form.levels):
        text_cm -= _NAMED_LEVEL_CM - number_cm
        number_cm = _NAMED_LEVEL_CM
    widths = (number_cm, text_cm, criteria_cm) if with_criteria else (number_cm, text_cm + criteria_cm)
    titles = ("ระดับ", "ระดับขั้นของการปฏิบัติงาน", "โดยพิจารณา")[: len(widths)]
    rows = []
    for level in form.levels:
        cells = [
            Cell(paragraph_xml("FormCenter", run_xml(f"{level.level} {level.name}".strip(), digits))),
            Cell(paragraph_xml("FormCell", run_xml(level.text, digits))),
        ]
        if with_criteria:
            criteria = [
                each for item in form.items if item.level == level.level for each in item.sub_criteria
            ]
            shown = "".join(
                paragraph_xml("FormItem", run_xml(f"{each.number}\t{each.text}", digits)) for each in criteria
            )
            cells.append(Cell(shown or paragraph_xml("FormCell", "")))
        rows.append(cells)
    title = paragraph_xml("FormSection", run_xml(form.indicator_label, digits))
    head = ([Cell(head_xml(text)) for text in titles],)
    return _new_page() + title + summary + table_xml(widths, head, rows, last_with=2)


def past_results_xml(form: EvidenceForm, results: Mapping[str, tuple[str, ...]], digits: Digits) -> str:
    """The table of past results; ``results`` by id of the baseline row, one for each year."""
    years = form.baseline_years
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
                Cell(paragraph_xml("FormCenter", run_xml(result, digits)))
                for result in results.get(row.id, ("-",) * len(years))
            ),
        ]
        for row in form.baseline
    ]
    years_cm = max(_BASELINE_YEARS_CM, _LEAST_YEAR_CM * len(years))
    label_cm = _BASELINE_CM[0] + _BASELINE_YEARS_CM - years_cm
    widths = (label_cm, _BASELINE_CM[1], *(years_cm / len(years) for _ in years))
    return paragraph_xml("Gap", "") + table_xml(widths, head, rows) if rows else ""


def _new_page() -> str:
    return '<w:p><w:pPr><w:pStyle w:val="SectionMark"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
