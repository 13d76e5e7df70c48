"""The main table of a KPI form: what was done, มี or ไม่มี, and the evidence."""

from collections.abc import Mapping

from lib.domain.documents import Digits
from lib.domain.evidence import Answer, AnswerChoice, EvidenceFile
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.evidence_items import FormItem
from lib.report.evidence_form_styles import COLUMNS_CM
from lib.report.evidence_form_xml import Cell, field_lines_xml, head_xml, table_xml
from lib.report.word_blocks import paragraph_xml
from lib.report.word_text import run_xml, text_xml

_TICKED, _EMPTY = "☑", "☐"
_NO_ANSWER = Answer()


def answer_table_xml(
    form: EvidenceForm, answers: Mapping[str, Answer], files: tuple[EvidenceFile, ...], digits: Digits
) -> str:
    """Items with their marks, the ticks under one merged head, fields and files; only ``files`` that count.

    Args:
        answers: item id → answer.
    """
    source = f"แหล่งข้อมูล/อ้างอิง/หลักฐาน\n({form.instruction})"
    head = (
        [
            Cell(head_xml("การปฏิบัติงาน"), merge="start"),
            Cell(head_xml("ผลการปฏิบัติงาน"), span=2),
            Cell(head_xml(source), merge="start"),
        ],
        [
            Cell(head_xml(""), merge="continue"),
            Cell(head_xml("มี")),
            Cell(head_xml("ไม่มี")),
            Cell(head_xml(""), merge="continue"),
        ],
    )
    rows = []
    for item in form.items:
        answer = answers.get(item.id, _NO_ANSWER)
        own = tuple(file for file in files if file.item_id == item.id)
        evidence = field_lines_xml(item, answer, "FormBlank", digits) + _attached(own, digits)
        rows.append(
            [
                Cell(
                    paragraph_xml(
                        "FormItem", run_xml(f"{_mark(form, item)}\t{item.number}. {item.title}", digits)
                    )
                ),
                Cell(_tick(answer.answer, "yes")),
                Cell(_tick(answer.answer, "no")),
                Cell(evidence or paragraph_xml("FormCell", "")),
            ]
        )
    return table_xml(COLUMNS_CM, head, rows)


def _mark(form: EvidenceForm, item: FormItem) -> str:
    return next(each.mark for each in form.rounds if each.id == item.round_id)


def _tick(answer: AnswerChoice, choice: AnswerChoice) -> str:
    sign = _TICKED if answer == choice else _EMPTY
    run = f'<w:r><w:rPr><w:rStyle w:val="FormTick"/></w:rPr>{text_xml(sign, "arabic")}</w:r>'
    return paragraph_xml("FormCenter", run)


def _attached(files: tuple[EvidenceFile, ...], digits: Digits) -> str:
    if not files:
        return ""
    lines = [paragraph_xml("FormCell", run_xml("ไฟล์แนบ", digits))]
    for position, file in enumerate(files, start=1):
        page = f" หน้า {file.page}" if file.page else ""
        # A title that is the file's own name must still find the file.
        title = run_xml(file.title, "arabic" if file.title == file.file_name else digits)
        number = run_xml(f"{position})\t", digits)
        lines.append(paragraph_xml("FormItem", number + title + (run_xml(page, digits) if page else "")))
    return "".join(lines)
