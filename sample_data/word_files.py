"""Short Word files of the sample office; a second run gives the same bytes."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt

from sample_data.file_bytes import MADE_AT, settled_archive

_FONT = "TH Sarabun New"
_TABLE_LOOKS = ("TableNormal", "TableGrid")
_UNUSED_PARTS = ("/stylesWithEffects", "/thumbnail")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; ``title`` stands in the middle, ``new_page`` begins a page before it."""

    text: str
    kind: Literal["title", "heading", "body", "bullet", "new_page"] = "body"


@dataclass(frozen=True, slots=True)
class Lines:
    """A table; the first row is its header."""

    rows: tuple[tuple[str, ...], ...]


Block = Line | Lines


def word_bytes(blocks: Sequence[Block], title: str) -> bytes:
    """A docx of the blocks in order."""
    document = Document()
    _drop_unused(document)
    document.core_properties.title = title
    document.core_properties.author = "สำนักงานตัวอย่าง"
    document.core_properties.comments = "เอกสารสมมติ"
    document.core_properties.created = document.core_properties.modified = MADE_AT
    for name in ("Normal", "Heading 1", "List Bullet", "Title"):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(18 if name == "Heading 1" else 16)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for part in ("w:cs", "w:eastAsia", "w:hAnsi", "w:ascii"):
            fonts.set(qn(part), _FONT)
        _set_thai_size(style.element.get_or_add_rPr(), style.font.size)
        for part in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(part), None)
    for block in blocks:
        if isinstance(block, Lines):
            _table(document, block)
        elif block.kind == "new_page":
            document.add_page_break()
        elif block.kind == "heading":
            document.add_heading(block.text, 1)
        elif block.kind == "bullet":
            document.add_paragraph(block.text, "List Bullet")
        else:
            paragraph = document.add_paragraph(block.text)
            if block.kind == "title":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                paragraph.runs[0].bold = True
                paragraph.runs[0].font.cs_bold = True
    out = io.BytesIO()
    document.save(out)
    return settled_archive(out.getvalue())


def _drop_unused(document: WordDocument) -> None:
    """Looks of tables nobody uses and copies of the template's styles are most of a short file's bytes."""
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLE_LOOKS:
            styles.remove(style)
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_UNUSED_PARTS)]:
            del rels[key]


def _set_thai_size(properties: BaseOxmlElement, size: Pt) -> None:
    """Word takes the size of Thai letters from a property of its own."""
    thai = properties.find(qn("w:szCs"))
    if thai is None:
        thai = OxmlElement("w:szCs")
        properties.find(qn("w:sz")).addnext(thai)
    thai.set(qn("w:val"), str(int(size.pt * 2)))


def _table(document: WordDocument, block: Lines) -> None:
    table = document.add_table(len(block.rows), len(block.rows[0]), "Table Grid")
    for row, texts in zip(table.rows, block.rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
