"""A Word document written as its author would in Word: styles, automatic numbers, symbols, boxes, headers."""

import io
from collections.abc import Callable, Sequence
from html import escape

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from tests.sar_corpus.paper import _NS, _add_box

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
#: Marks that Word draws from a symbol font: text stands in no ``w:t``.
TICKED, UNTICKED = "\ue0fe", "\ue0a8"
#: A check box of Word's form tools, ticked or not.
BOX_ON, BOX_OFF = "\ue101", "\ue100"
_SYMBOL = {TICKED: "F0FE", UNTICKED: "F0A8"}
Cell = str | tuple[str, str] | Callable[[_Cell], None]


class Sheet:
    """Blocks go straight into the document; ``page`` is where the next one begins."""

    def __init__(self) -> None:
        self.doc: Document = docx.Document()
        self.page = 1

    def p(self, text: str, style: str = "Normal") -> Paragraph:
        paragraph = self.doc.add_paragraph(style=style)
        _write(paragraph, text)
        return paragraph

    def bold(self, text: str) -> None:
        """A heading typed bold in the body style."""
        self.doc.add_paragraph().add_run(text).bold = True

    def table(
        self, rows: Sequence[Sequence[Cell]], merges: Sequence[tuple[int, int, int, int]] = ()
    ) -> Table:
        table = self.doc.add_table(len(rows), max(len(row) for row in rows), style="Table Grid")
        fill(table, rows, merges)
        return table

    def box(self, lines: Sequence[str]) -> None:
        _add_box(self.doc, lines)

    def turn(self) -> None:
        self.doc.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        self.page += 1

    def head_foot(self, head: str, foot: str) -> None:
        section = self.doc.sections[0]
        section.header.paragraphs[0].text = head
        section.footer.paragraphs[0].text = foot

    def contents(self, lines: Sequence[tuple[str, int]]) -> None:
        """A table of contents as text with tabs, the way it stands in the file."""
        for text, page in lines:
            self.p(f"{text}\t{page}")

    def bytes(self) -> bytes:
        stream = io.BytesIO()
        self.doc.save(stream)
        return stream.getvalue()


def fill(table: Table, rows: Sequence[Sequence[Cell]], merges: Sequence[tuple[int, int, int, int]]) -> None:
    covered = {
        (r, c)
        for top, left, bottom, right in merges
        for r in range(top, bottom + 1)
        for c in range(left, right + 1)
        if (r, c) != (top, left)
    }
    for top, left, bottom, right in merges:
        table.cell(top, left).merge(table.cell(bottom, right))
    for at, row in enumerate(rows):
        for to, content in enumerate(row):
            if (at, to) in covered:
                continue
            put(table.cell(at, to), content)


def put(cell: _Cell, content: Cell) -> None:
    """Text, (text, list style) for each line a paragraph, or a function that fills the cell."""
    if callable(content):
        content(cell)
        return
    text, style = (content, "Normal") if isinstance(content, str) else content
    lines = text.split("\n")
    for place, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.style = style
        _write(paragraph, line)


def _write(paragraph: Paragraph, text: str) -> None:
    plain = ""
    for letter in text:
        if letter in _SYMBOL or letter in (BOX_ON, BOX_OFF):
            paragraph.add_run(plain)
            plain = ""
            paragraph._p.append(_symbol(letter) if letter in _SYMBOL else _check_box(letter == BOX_ON))
        else:
            plain += letter
    if plain:
        paragraph.add_run(plain)


def _symbol(letter: str) -> object:
    return parse_xml(f"<w:r {_NS}><w:sym w:font='Wingdings' w:char='{_SYMBOL[letter]}'/></w:r>")


def _check_box(on: bool) -> object:
    mark = escape("☒" if on else "☐")
    return parse_xml(
        f"<w:sdt {_NS} {_W14}><w:sdtPr><w14:checkbox><w14:checked w14:val='{int(on)}'/></w14:checkbox>"
        "</w:sdtPr>"
        f"<w:sdtContent><w:r><w:t>{mark}</w:t></w:r></w:sdtContent></w:sdt>"
    )
