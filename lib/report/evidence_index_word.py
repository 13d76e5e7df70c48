"""The index of a form's evidence as a Word file on paper laid on its side."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lib.domain.documents import Digits
from lib.domain.evidence_forms import EvidenceForm
from lib.domain.office import Office
from lib.report.characters import printable
from lib.report.evidence_form_styles import form_styles_xml
from lib.report.evidence_form_xml import Cell, head_xml, table_xml
from lib.report.evidence_index import NO_EVIDENCE, IndexedItem, IndexLine, dated, earlier_words
from lib.report.fixed_dates import with_fixed_dates
from lib.report.word_blocks import paragraph_xml
from lib.report.word_fonts import LANGUAGE, run_properties
from lib.report.word_pages import section_xml
from lib.report.word_template import open_template
from lib.report.word_text import run_xml

_COLUMNS = (
    ("ที่", 1.0),
    ("ชื่อหลักฐาน", 6.0),
    ("ชนิดหลักฐาน", 3.9),
    ("ลงวันที่", 2.2),
    ("หน้า", 1.3),
    ("หมายเหตุ", 3.0),
    ("ที่เก็บ", 7.8),
)
_HASH_LINE = 32
_STYLE = (
    '<w:style w:type="paragraph" w:customStyle="1" w:styleId="FormHash"><w:name w:val="Form Hash"/>'
    '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr/>'
    f"<w:rPr>{run_properties(9)}</w:rPr></w:style>"
)


def make_index_docx(form: EvidenceForm, items: Sequence[IndexedItem], office: Office) -> bytes:
    """The evidence item by item: title, kind, day, page, note, and where it is; same evidence, same bytes."""
    digits: Digits = "thai" if office.thai_digits else "arabic"
    word = open_template()
    for style in _parsed(form_styles_xml() + _STYLE):
        word.styles.element.append(style)
    lines = [line for indexed in items for line in indexed.lines]
    n_files = sum(bool(line.path) for line in lines)
    told = (
        f"หลักฐานที่นับ {len(lines):,} รายการ เป็นไฟล์ในชุดนี้ {n_files:,} ไฟล์ "
        f"ลิงก์หรือแฟ้มเอกสาร {len(lines) - n_files:,} รายการ"
    )
    kinds = {kind.id: kind.name for kind in form.kinds}
    rows = [row for indexed in items for row in _rows(indexed, kinds, digits)]
    head = ([Cell(head_xml(title)) for title, _ in _COLUMNS],)
    content = (
        (
            paragraph_xml("FormCode", run_xml("เอกสารตัวอย่าง จัดทำจากข้อมูลสมมติ", digits))
            if office.is_sample
            else ""
        )
        + paragraph_xml("FormTitle", run_xml("ดัชนีหลักฐาน", digits))
        + paragraph_xml("FormName", run_xml(f"{form.indicator_label} {form.indicator_name}", digits))
        + paragraph_xml("FormLine", run_xml(f"{office.name} ปีงบประมาณ พ.ศ. {form.fiscal_year_be}", digits))
        + paragraph_xml("FormLegend", run_xml(told, digits))
        + table_xml(tuple(width for _, width in _COLUMNS), head, rows)
        + section_xml(landscape=True)
    )
    for element in _parsed(content):
        word.element.body.append(element)
    properties = word.core_properties
    properties.title = f"ดัชนีหลักฐาน {printable(form.code)} {form.fiscal_year_be}"
    properties.author = properties.last_modified_by = printable(office.name)[:255]
    properties.language, properties.comments = LANGUAGE, ""
    # One moment for all, so that the same evidence gives the same bytes.
    properties.created = properties.modified = datetime(2000, 1, 1)
    stream = BytesIO()
    word.save(stream)
    return with_fixed_dates(stream.getvalue())


def _rows(indexed: IndexedItem, kinds: dict[str, str], digits: Digits) -> list[list[Cell]]:
    """A row across for the item, then one for each piece."""
    title = f"ข้อ {indexed.item.number} {indexed.item.title} ({indexed.answer})"
    item = paragraph_xml("FormCell", run_xml(title, digits, bold=True))
    item = item.replace("</w:pPr>", "<w:keepNext/></w:pPr>")
    rows = [[Cell(item, span=len(_COLUMNS))]]
    if not indexed.lines:
        return [*rows, [Cell(_text(NO_EVIDENCE, digits), span=len(_COLUMNS))]]
    return [*rows, *(_piece(line, kinds, digits) for line in indexed.lines)]


def _piece(line: IndexLine, kinds: dict[str, str], digits: Digits) -> list[Cell]:
    file = line.file
    own_name = file.title == file.file_name
    note = "\n".join(text for text in (file.note, earlier_words(file)) if text)
    return [
        Cell(paragraph_xml("FormCenter", run_xml(str(line.position), digits))),
        Cell(_text(file.title, "arabic" if own_name else digits)),
        Cell(_text(kinds.get(file.kind, file.kind), digits)),
        Cell(_text(dated(file), digits)),
        Cell(paragraph_xml("FormCenter", run_xml(file.page, digits))),
        Cell(_text(note, digits)),
        Cell(_place(line, digits)),
    ]


def _place(line: IndexLine, digits: Digits) -> str:
    """The file in the archive with its hash, the link, the shelf; names and addresses keep their digits."""
    file, parts = line.file, []
    if line.path:
        # The folder is told by the item's own row.
        parts.append(_text(f"ไฟล์ {line.path.rpartition('/')[2]}", "arabic"))
        halves = (f"sha256 {file.sha256[:_HASH_LINE]}", file.sha256[_HASH_LINE:])
        parts.append(paragraph_xml("FormHash", run_xml("\n".join(halves), "arabic")))
    if file.link:
        parts.append(_text(f"ลิงก์ {file.link}", "arabic"))
    if file.held_at:
        parts.append(_text(f"แฟ้มเอกสาร {file.held_at}", digits))
    return "".join(parts)


def _text(text: str, digits: Digits) -> str:
    return paragraph_xml("FormCell", run_xml(text, digits) if text else "")


def _parsed(content: str) -> list[object]:
    return list(parse_xml(f"<w:body {nsdecls('w')}>{content}</w:body>"))
