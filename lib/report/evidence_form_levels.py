"""The levels of a KPI form with what each asks for."""

from lib.domain.documents import Digits
from lib.domain.evidence_forms import EvidenceForm, Scoring
from lib.report.evidence_form_xml import Cell, head_xml, table_xml
from lib.report.word_blocks import paragraph_xml
from lib.report.word_text import run_xml

_LEVELS_CM = (1.5, 6.8, 7.7)
_NAMED_LEVEL_CM = 3.0


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


def _new_page() -> str:
    return '<w:p><w:pPr><w:pStyle w:val="SectionMark"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
