"""A document or workbook under way: what is written, on which page, and what is true of it."""

import io
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from tests.sar_corpus.defects import BOILERPLATE, Defect

Rows = Sequence[Sequence[str]]
Merge = tuple[int, int, int, int]
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)


@dataclass
class Digits:
    """How the author types numbers: ``arabic``, ``thai`` or ``mixed`` within one number."""

    kind: str
    rng: random.Random

    def __call__(self, text: str) -> str:
        if self.kind == "thai":
            return text.translate(_THAI)
        if self.kind == "mixed":
            return re.sub(r"\d", lambda m: m[0].translate(_THAI) if self.rng.random() < 0.4 else m[0], text)
        return text


@dataclass
class Paper:
    """A Word document as a list of blocks; ``page`` is where the next block begins."""

    page: int = 1
    blocks: list[tuple[str, object]] = field(default_factory=list)

    def p(self, text: str, style: str = "Normal") -> None:
        self.blocks.append(("p", (text, style)))

    def table(self, rows: Rows, merges: Sequence[Merge] = ()) -> None:
        self.blocks.append(("table", (rows, merges)))

    def box(self, lines: Sequence[str]) -> None:
        self.blocks.append(("box", lines))

    def turn(self) -> None:
        self.blocks.append(("turn", None))
        self.page += 1

    def docx(self, defect: Defect | None, rng: random.Random, boilerplate: bool = False) -> bytes:
        document = docx.Document()
        broken = (lambda text: defect(text, rng)) if defect else str
        for number, (kind, block) in enumerate(self.blocks):
            if boilerplate and number % 12 == 5:
                document.add_paragraph(BOILERPLATE[number % 2])
            if kind == "p":
                text, style = block
                document.add_paragraph(broken(text), style=style)
            elif kind == "table":
                rows, merges = block
                _add_table(document, [[broken(cell) for cell in row] for row in rows], merges)
            elif kind == "box":
                _add_box(document, [broken(line) for line in block])
            else:
                document.add_page_break()
        stream = io.BytesIO()
        document.save(stream)
        return stream.getvalue()


def _add_table(document: Document, rows: Rows, merges: Sequence[Merge]) -> None:
    table = document.add_table(len(rows), max(len(row) for row in rows), style="Table Grid")
    for at, row in enumerate(rows):
        for to, text in enumerate(row):
            first, *more = text.split("\n")
            cell = table.cell(at, to)
            cell.text = first
            for line in more:
                cell.add_paragraph(line)
    for top, left, bottom, right in merges:
        text = table.cell(top, left).text
        merged = table.cell(top, left).merge(table.cell(bottom, right))
        merged.text = text


def _add_box(document: Document, lines: Sequence[str]) -> None:
    """A text box as Word writes it: the shape, and the same text again for old programs."""
    paragraphs = "".join(
        f"<w:p><w:r><w:t xml:space='preserve'>{escape(line)}</w:t></w:r></w:p>" for line in lines
    )
    content = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    paragraph = document.add_paragraph()
    paragraph._p.append(
        parse_xml(
            f"<w:r {_NS}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><a:graphic>"
            f"<a:graphicData uri='x'><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData>"
            f"</a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}"
            f"</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


@dataclass
class Book:
    """A workbook under way; a row is added at a time, addresses as Excel shows them."""

    sheets: dict[str, list[list[object]]] = field(default_factory=dict)
    merges: dict[str, list[str]] = field(default_factory=dict)

    def sheet(self, name: str) -> list[list[object]]:
        return self.sheets.setdefault(name, [])

    def row(self, name: str, *cells: object) -> int:
        rows = self.sheet(name)
        rows.append(list(cells))
        return len(rows)

    def merge(self, name: str, area: str) -> None:
        self.merges.setdefault(name, []).append(area)

    def xlsx(self, defect: Defect | None, rng: random.Random) -> bytes:
        book = Workbook()
        book.remove(book.worksheets[0])
        for name, rows in self.sheets.items():
            sheet = book.create_sheet(name)
            for at, row in enumerate(rows, start=1):
                for to, cell in enumerate(row, start=1):
                    if cell not in (None, ""):
                        sheet.cell(at, to, defect(cell, rng) if defect and isinstance(cell, str) else cell)
            for area in self.merges.get(name, ()):
                sheet.merge_cells(area)
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()


def cell_of(row: int, column: int) -> str:
    """Excel's name of a cell, both from 1."""
    return f"{get_column_letter(column)}{row}"
