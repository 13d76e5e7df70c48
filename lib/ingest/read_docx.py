"""A Word file's body to text blocks and tables; runs in the reader child only.

Table cells are read from ``w:tc`` directly: python-docx would lay out whatever width a cell claims.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import takewhile
from typing import Final

from lxml import etree
from lxml.etree import _Element

from lib.domain.document_text import TableBlock, TextBlock
from lib.ingest.content_types import find_main_part, read_relations
from lib.ingest.docx_styles import ParagraphStyle, W, read_outline_level, read_paragraph_styles
from lib.ingest.docx_text import FALLBACK, TEXT_BOX, ParagraphReader
from lib.ingest.limits import TABLE_SPAN_MAX
from lib.ingest.plain_text import PlainText
from lib.ingest.refusals import make_refusal
from lib.ingest.transfer import ResultWriter
from lib.ingest.workbook_parts import find_part

_MAIN_PART: Final = "word/document.xml"
_NO_STYLE: Final = ParagraphStyle("", False)
_WRAPPERS: Final = frozenset(
    {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo"}
)


def write_docx(content: bytes, writer: ResultWriter) -> None:
    """Read a docx: body paragraphs, text boxes after the paragraph that holds them, tables on their grid.

    Raises:
        RefusedFile: F03, F11, or S04 for a document without text.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        main = find_main_part(archive, _MAIN_PART)
        root = _parse(archive, main)
        styles_part = next(
            (
                find_part(archive, one.target)
                for one in read_relations(archive, main)
                if one.kind.endswith("/styles")
            ),
            "",
        )
        styles = read_paragraph_styles(_parse(archive, styles_part) if styles_part else None)
    body = root.find(f"{W}body")
    if body is None:
        raise make_refusal("F11", part=main)
    reader = _BodyReader(styles)
    writer.write_header("document")
    n_blocks = 0
    for block in reader.read(body):
        writer.write_block(block)
        n_blocks += 1
    if not n_blocks:
        raise make_refusal("S04")
    writer.write_end(reader.text.issues, page_count=reader.paragraphs.page)


def _parse(archive: zipfile.ZipFile, part: str) -> _Element:
    # The door has seen that no part has a DTD; these settings are the second lock.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        with archive.open(part) as stream:
            return etree.parse(stream, parser).getroot()
    except (KeyError, etree.XMLSyntaxError) as error:
        raise make_refusal("F11", part=part) from error


class _BodyReader:
    def __init__(self, styles: dict[str, ParagraphStyle]) -> None:
        self.text = PlainText()
        self.paragraphs = ParagraphReader()
        self._styles = styles

    def read(self, parent: _Element) -> Iterator[TextBlock | TableBlock]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._read_paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._read_table(child)
            elif child.tag in _WRAPPERS:
                yield from self.read(child)

    def _read_paragraph(self, paragraph: _Element) -> Iterator[TextBlock | TableBlock]:
        properties = paragraph.find(f"{W}pPr")
        style, level = _NO_STYLE, read_outline_level(properties)
        if properties is not None:
            if _is_on(properties.find(f"{W}pageBreakBefore")):
                self.paragraphs.turn_page()
            named = properties.find(f"{W}pStyle")
            style_id = "" if named is None else str(named.get(f"{W}val", ""))
            style = self._styles.get(style_id, ParagraphStyle(style_id, False))
        # A break before the first letter moves the paragraph's own page.
        before = self.paragraphs.page
        text = self.text.clean(self.paragraphs.read(paragraph)).strip()
        if text:
            page = self.paragraphs.page if _starts_with_break(paragraph) else before
            yield TextBlock(text, style.name, page, style.is_heading if level is None else level < 9)
        for box in _find_boxes(paragraph):
            yield from self.read(box)

    def _read_table(self, table: _Element) -> Iterator[TextBlock | TableBlock]:
        page = self.paragraphs.page
        rows: list[tuple[str, ...]] = []
        nested: list[_Element] = []
        for row in _unwrap(table, f"{W}tr"):
            cells = [""] * _read_number(row.find(f"{W}trPr/{W}gridBefore"), 0)
            for cell in _unwrap(row, f"{W}tc"):
                span = _read_number(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                continues = merge is not None and merge.get(f"{W}val", "continue") == "continue"
                text = self._read_cell(cell, nested)
                cells.append("" if continues else text)
                cells.extend([""] * (span - 1))
            rows.append(tuple(cells))
        yield TableBlock(tuple(rows), page)
        for inner in nested:
            yield from self._read_table(inner)

    def _read_cell(self, cell: _Element, nested: list[_Element]) -> str:
        lines = []
        for child in _unwrap(cell, f"{W}p", f"{W}tbl"):
            if child.tag == f"{W}tbl":
                nested.append(child)
                continue
            lines.append(self.text.clean(self.paragraphs.read(child)).strip())
            for box in _find_boxes(child):
                lines.extend(
                    self.text.clean(self.paragraphs.read(inner)).strip() for inner in box.iter(f"{W}p")
                )
        return "\n".join(line for line in lines if line)


def _unwrap(parent: _Element, *names: str) -> Iterator[_Element]:
    """Children of these names, through content controls and tracked insertions."""
    for child in parent:
        if child.tag in names:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrap(child, *names)


def _find_boxes(paragraph: _Element) -> Iterator[_Element]:
    """Outermost text boxes of a paragraph, each once: a fallback only repeats the box beside it."""
    for box in paragraph.iter(TEXT_BOX):
        between = list(takewhile(lambda one: one is not paragraph, box.iterancestors()))
        if not any(one.tag in (FALLBACK, TEXT_BOX) for one in between):
            yield box


def _starts_with_break(paragraph: _Element) -> bool:
    for element in paragraph.iter(f"{W}lastRenderedPageBreak", f"{W}br", f"{W}t"):
        if element.tag == f"{W}t":
            return False
        if element.tag == f"{W}lastRenderedPageBreak" or element.get(f"{W}type") == "page":
            return True
    return False


def _is_on(switch: _Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val", "1") in ("1", "true", "on")


def _read_number(element: _Element | None, missing: int) -> int:
    if element is None:
        return missing
    stated = str(element.get(f"{W}val", ""))
    if not (stated.isascii() and stated.isdigit()):
        return missing
    if len(stated) > 9 or int(stated) > TABLE_SPAN_MAX:
        raise make_refusal("F11", part=f"ตาราง (เซลล์ที่กว้าง {stated[:12]} คอลัมน์)")
    return int(stated)
