"""A KPI evidence form as the official Word document, field by field."""

import re
from collections.abc import Iterable, Mapping
from io import BytesIO

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lib.domain.bound_figures import DocumentKind, FileOrigin
from lib.domain.documents import Digits
from lib.domain.evidence import Answer, EvidenceFile
from lib.domain.evidence_contacts import Contact
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.office import Office
from lib.report.characters import printable
from lib.report.evidence_form_baseline import past_results_xml
from lib.report.evidence_form_levels import levels_xml
from lib.report.evidence_form_styles import form_styles_xml
from lib.report.evidence_form_table import answer_table_xml
from lib.report.evidence_form_xml import line_xml
from lib.report.figure_binding import with_figures
from lib.report.word_blocks import paragraph_xml
from lib.report.word_fonts import LANGUAGE
from lib.report.word_pages import section_xml
from lib.report.word_template import open_template
from lib.report.word_text import run_xml


def make_evidence_form(
    form: EvidenceForm,
    answers: Mapping[str, Answer],
    files: Iterable[EvidenceFile],
    office: Office,
    *,
    results: Mapping[str, tuple[str, ...]],
    contacts: Iterable[Contact] = (),
    thai_digits: bool | None = None,
) -> bytes:
    """The form as a Word file, blanks dotted where nothing was entered.

    Args:
        answers: item id → answer.
        files: evidence; only what counts is named on the form.
        results: baseline row id → results of ``form.baseline_years``.
        contacts: people in the form's roles; a role without a name stays blank.
        thai_digits: None follows the office's own choice.
    """
    use_thai = office.thai_digits if thai_digits is None else thai_digits
    digits: Digits = "thai" if use_thai else "arabic"
    counted = tuple(file for file in files if file.accepted)
    word = open_template()
    for style in _parsed(form_styles_xml()):
        word.styles.element.append(style)
    past_results, placed = past_results_xml(form, results, digits)
    content = (
        _heading(form, office, digits)
        + answer_table_xml(form, answers, counted, digits)
        + _legend(form, digits)
        + levels_xml(form, digits)
        + past_results
        + _sources(form, digits)
        + _roles(form, {each.role: each for each in contacts}, digits)
        + section_xml()
    )
    for element in _parsed(content):
        word.element.body.append(element)
    properties = word.core_properties
    properties.title = f"{form.code} ปีงบประมาณ พ.ศ. {form.fiscal_year_be}"
    properties.author = properties.last_modified_by = printable(office.name)[:255]
    properties.language = LANGUAGE
    properties.comments = ""
    stream = BytesIO()
    word.save(stream)
    origin = FileOrigin(DocumentKind.KPI_FORM, None, form.fiscal_year_be, form.id)
    return with_figures(stream.getvalue(), origin, placed)


def _heading(form: EvidenceForm, office: Office, digits: Digits) -> str:
    sample = paragraph_xml("FormCode", run_xml("เอกสารตัวอย่าง จัดทำจากข้อมูลสมมติ", digits))
    reference = form.reference_line.replace("{fiscal_year}", str(form.fiscal_year_be))
    return (
        (sample if office.is_sample else "")
        + paragraph_xml("FormCode", run_xml(f"เอกสารอ้างอิง {form.code}", _digits_of_code(form, digits)))
        + paragraph_xml("FormTitle", run_xml(form.heading, digits))
        + paragraph_xml("FormName", run_xml(f"{form.indicator_label} {form.indicator_name}", digits))
        + paragraph_xml("FormLine", run_xml(reference, digits))
        + "".join(
            line_xml(
                line, _office_values(office, line) if kind is office.office_type else {}, "FormLine", digits
            )
            for kind, line in form.office_lines.items()
        )
        + paragraph_xml("Gap", "")
    )


def _digits_of_code(form: EvidenceForm, digits: Digits) -> Digits:
    """A code of a foreign script, such as ARS 46 (1), is a name and keeps its digits."""
    return "arabic" if re.search("[A-Za-z]", form.code) else digits


def _office_values(office: Office, line: str) -> dict[str, str]:
    """An office without a number writes a dash, or its provinces where the line has no place for them."""
    unnumbered = "-" if "{area_name}" in line and office.area_name else office.area_name
    return {"area_name": office.area_name, "district_no": office.district_no or unnumbered}


def _legend(form: EvidenceForm, digits: Digits) -> str:
    text = "     ".join(f"{each.mark} {each.legend}" for each in form.rounds)
    return paragraph_xml("FormLegend", run_xml(text, digits))


def _sources(form: EvidenceForm, digits: Digits) -> str:
    kinds = "".join(
        paragraph_xml("FormList", run_xml(f"{position}.\t{kind.name}", digits))
        for position, kind in enumerate(form.kinds, start=1)
    )
    title = paragraph_xml("FormSection", run_xml("แหล่งข้อมูล", digits))
    return title + kinds + paragraph_xml("Gap", "")


def _roles(form: EvidenceForm, contacts: Mapping[str, Contact], digits: Digits) -> str:
    """A line for each role, and one for how to reach its person where the office wrote that."""
    lines = []
    for role in form.roles:
        person = contacts.get(role, Contact(role))
        lines.append(line_xml(f"{role} {{name}}", {"name": person.name}, "FormLine", digits))
        told = (("ตำแหน่ง", person.position), ("โทรศัพท์", person.phone))
        reached = "  ".join(f"{word} {text}" for word, text in told if text)
        email = run_xml(f"{'  ' if reached else ''}อีเมล {person.email}", "arabic") if person.email else ""
        if reached or email:
            lines.append(paragraph_xml("FormReach", run_xml(reached, digits) + email))
    return "".join(lines)


def _parsed(content: str) -> list[object]:
    return list(parse_xml(f"<w:body {nsdecls('w')}>{content}</w:body>"))
