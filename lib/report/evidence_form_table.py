"""The main table of a KPI form: what was done, มี or ไม่มี, and the evidence."""

from collections.abc import Mapping

from lib.domain.documents import Digits
from lib.domain.evidence import Answer, AnswerChoice, EvidenceFile
from lib.domain.evidence_forms import EvidenceForm, Scoring
from lib.domain.evidence_items import FormItem
from lib.report.evidence_form_styles import COLUMNS_CM
from lib.report.evidence_form_xml import Cell, field_lines_xml, head_xml, table_xml
from lib.report.word_blocks import paragraph_xml
from lib.report.word_text import run_xml, text_xml

_TICKED, _EMPTY = "☑", "☐"
_ANSWERS = {"yes": "มี", "no": "ไม่มี", "": ""}
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
    # Milestones list their criteria beside the levels; a checklist has no other place for them.
    own_rows = form.scoring is Scoring.CHECKLIST
    for item in form.items:
        answer = answers.get(item.id, _NO_ANSWER)
        own = tuple(file for file in files if file.item_id == item.id)
        evidence = (
            field_lines_xml(item, answer, "FormBlank", digits)
            + ("" if own_rows else _considered(item, answer, digits))
            + _attached(own, digits)
        )
        rows.append(
            [
                Cell(
                    paragraph_xml(
                        "FormItem", run_xml(f"{_mark(form, item)}\t{item.number}. {item.title}", digits)
                    )
                ),
                Cell(_tick(answer.answer, "yes")),
                Cell(_tick(answer.answer, "no")),
                Cell(
                    evidence or paragraph_xml("FormCell", ""),
                    merge="start" if own_rows and item.sub_criteria else "",
                ),
            ]
        )
        if own_rows:
            rows += _criteria_rows(item, answer, digits)
    return table_xml(COLUMNS_CM, head, rows, last_with=2, with_next=True)


def _mark(form: EvidenceForm, item: FormItem) -> str:
    return next(each.mark for each in form.rounds if each.id == item.round_id)


def _tick(answer: AnswerChoice, choice: AnswerChoice) -> str:
    sign = _TICKED if answer == choice else _EMPTY
    run = f'<w:r><w:rPr><w:rStyle w:val="FormTick"/></w:rPr>{text_xml(sign, "arabic")}</w:r>'
    return paragraph_xml("FormCenter", run)


def _criteria_rows(item: FormItem, answer: Answer, digits: Digits) -> list[list[Cell]]:
    """A row with its own ticks for each sub-criterion, beside the evidence of the item."""
    return [
        [
            Cell(paragraph_xml("FormSub", run_xml(f"{each.number}\t{each.text}", digits))),
            Cell(_tick(answer.sub_answers.get(each.number, ""), "yes")),
            Cell(_tick(answer.sub_answers.get(each.number, ""), "no")),
            Cell(paragraph_xml("FormCell", ""), merge="continue"),
        ]
        for each in item.sub_criteria
    ]


def _considered(item: FormItem, answer: Answer, digits: Digits) -> str:
    """The answers to the sub-criteria, once there are any."""
    told = [
        f"{each.number} {_ANSWERS[answer.sub_answers[each.number]]}"
        for each in item.sub_criteria
        if answer.sub_answers.get(each.number)
    ]
    return paragraph_xml("FormCell", run_xml(f"โดยพิจารณา {'  '.join(told)}", digits)) if told else ""


def _attached(files: tuple[EvidenceFile, ...], digits: Digits) -> str:
    if not files:
        return ""
    word = "ไฟล์แนบ" if all(file.sha256 for file in files) else "หลักฐาน"
    lines = [paragraph_xml("FormCell", run_xml(word, digits))]
    for position, file in enumerate(files, start=1):
        page = f" หน้า {file.page}" if file.page else ""
        # A title that is the file's own name must still find the file.
        title = run_xml(file.title, "arabic" if file.title == file.file_name else digits)
        number = run_xml(f"{position})\t", digits)
        after = run_xml(page, digits) if page else ""
        lines.append(paragraph_xml("FormItem", number + title + after + _kept_elsewhere(file, digits)))
    return "".join(lines)


def _kept_elsewhere(file: EvidenceFile, digits: Digits) -> str:
    """Where evidence without a file is to be found; an address keeps its digits."""
    if file.sha256:
        return ""
    place = run_xml(f" เก็บที่ {file.held_at}", digits) if file.held_at else ""
    return place + (run_xml(f" {file.link}", "arabic") if file.link else "")
