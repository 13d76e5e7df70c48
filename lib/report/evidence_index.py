"""The index of a form's evidence: one line for each piece, as a spreadsheet file and as a Word file."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from lib.domain.evidence import Answer, AnswerChoice, EvidenceFile
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.evidence_items import FormItem
from lib.report.characters import printable
from lib.thai.dates import format_date
from lib.thai.text import safe_text

_HEADERS = (
    "ข้อ",
    "การปฏิบัติงาน",
    "ผลการปฏิบัติงาน",
    "ลำดับ",
    "ชื่อหลักฐาน",
    "ชนิดหลักฐาน",
    "ลงวันที่",
    "หน้า",
    "หมายเหตุ",
    "ไฟล์ในชุดนี้",
    "ลิงก์",
    "ที่เก็บเอกสาร",
    "ฉบับก่อนหน้า",
    "ชื่อไฟล์เดิม",
    "sha256",
)
_ANSWERS: dict[AnswerChoice, str] = {"yes": "มี", "no": "ไม่มี", "": "ยังไม่ได้ตอบ"}
NO_EVIDENCE = "ไม่มีหลักฐานที่นับ"
_NO_ANSWER = Answer()


@dataclass(frozen=True, slots=True)
class IndexLine:
    """One piece of evidence; ``path`` is its place in the archive, empty for a link or a binder."""

    position: int
    file: EvidenceFile
    path: str = ""


@dataclass(frozen=True, slots=True)
class IndexedItem:
    """One item of the form with its evidence in order."""

    item: FormItem
    answer: str
    lines: tuple[IndexLine, ...]


def index_items(
    form: EvidenceForm, answers: Mapping[str, Answer], lines: Mapping[str, Sequence[IndexLine]]
) -> tuple[IndexedItem, ...]:
    """Every item of the form, those without evidence too.

    Args:
        answers / lines: by item id.
    """
    return tuple(
        IndexedItem(item, _ANSWERS[answers.get(item.id, _NO_ANSWER).answer], tuple(lines.get(item.id, ())))
        for item in form.items
    )


def index_csv(form: EvidenceForm, items: Sequence[IndexedItem]) -> bytes:
    """The index for a spreadsheet: UTF-8 with byte order mark, no cell that could be a formula."""
    kinds = {kind.id: kind.name for kind in form.kinds}
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_HEADERS)
    for indexed in items:
        start = (str(indexed.item.number), indexed.item.title, indexed.answer)
        for line in indexed.lines:
            file = line.file
            cells = (
                *start,
                str(line.position),
                file.title,
                kinds.get(file.kind, file.kind),
                dated(file),
                file.page,
                file.note,
                line.path,
                file.link,
                file.held_at,
                earlier_words(file),
                file.file_name if file.sha256 else "",
                file.sha256,
            )
            writer.writerow([safe_text(printable(cell)) for cell in cells])
        if not indexed.lines:
            writer.writerow([*map(safe_text, start), "", NO_EVIDENCE, *("" for _ in _HEADERS[5:])])
    return text.getvalue().encode("utf-8-sig")


def dated(file: EvidenceFile) -> str:
    """The day the document bears, as people write it; empty where nobody said."""
    return format_date(file.dated_on, short=True) if file.dated_on else ""


def earlier_words(file: EvidenceFile) -> str:
    """How many earlier versions there are, which are not handed out; empty for none."""
    return f"มีฉบับก่อนหน้า {len(file.earlier):,} ฉบับ ไม่รวมในชุดนี้" if file.earlier else ""
