"""A PDF's text layer to pages of text blocks and tables; runs in the reader child only.

pdfium is not safe for threads: one child reads one file. Nothing of the file is run or fetched.
"""

from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from lib.domain.document_text import TextBlock
from lib.domain.issues import Issue, Severity
from lib.ingest.limits import PDF_PAGE_LETTERS_MAX, PDF_PAGES_MAX
from lib.ingest.pdf_blocks import Block, BlockMaker
from lib.ingest.pdf_drawing import Drawing, read_drawing
from lib.ingest.pdf_fields import read_fields
from lib.ingest.pdf_furniture import find_furniture
from lib.ingest.pdf_layout import PageLayout, lay_out
from lib.ingest.pdf_opening import open_pdf
from lib.ingest.pdf_ruler import turn_point
from lib.ingest.pdf_words import count_characters, read_words
from lib.ingest.plain_text import PlainText
from lib.ingest.transfer import ResultWriter

_NO_DRAWING: Final = Drawing((), 0.0, 0, False)
_NO_LAYOUT: Final = PageLayout((), ())


def write_pdf(content: bytes, writer: ResultWriter) -> None:
    """Read a PDF page by page: what kind of page it is, then its paragraphs and tables.

    Raises:
        RefusedFile: F09 with a password, F10 or F11 when damaged, S04 without a page.
    """
    document = open_pdf(content)
    document.init_forms()
    n_pages = len(document)
    facts, layouts = [], []
    for number in range(min(n_pages, PDF_PAGES_MAX)):
        about, layout = _read_page(document, number)
        facts.append(about)
        layouts.append(layout)
    furniture = find_furniture(layouts)
    layouts = [layout.without(furniture) for layout in layouts]
    maker = BlockMaker(layouts)
    text = PlainText()
    writer.write_header("pages")
    for number, (about, layout) in enumerate(zip(facts, layouts, strict=True), start=1):
        writer.write({"pdf_page": number, **about})
        for block in maker.make(layout, number):
            writer.write_block(_clean(block, text))
    writer.write_end((*_remarks(document, n_pages), *text.issues), page_count=min(n_pages, PDF_PAGES_MAX))


def _read_page(document: pdfium.PdfDocument, number: int) -> tuple[dict[str, object], PageLayout]:
    try:
        page = document[number]
        textpage = page.get_textpage()
    except pdfium.PdfiumError:
        return _facts(0, _NO_DRAWING, fault="damaged"), _NO_LAYOUT
    n_letters = count_characters(textpage)
    if n_letters > PDF_PAGE_LETTERS_MAX:
        return _facts(n_letters, _NO_DRAWING, fault="too_long"), _NO_LAYOUT
    found = read_words(textpage, n_letters)
    words = (*found.words, *read_fields(document, page, found.quarter_turns))
    width, height = page.get_size()
    drawing = read_drawing(page, width * height, found.quarter_turns)
    layout = lay_out(words, drawing.rulings, *_edges(page, found.quarter_turns))
    n_visible = sum(len(word.text) for word in words)
    n_turned = sum(len(word.text) for word in words if word.turned)
    textpage.close()
    page.close()
    return _facts(n_visible, drawing, n_turned=n_turned), layout


def _edges(page: pdfium.PdfPage, quarter_turns: int) -> tuple[float, float, float]:
    left, bottom, right, top = page.get_mediabox()
    one, other = turn_point(left, bottom, quarter_turns), turn_point(right, top, quarter_turns)
    return min(one[1], other[1]), max(one[1], other[1]), max(one[0], other[0])


def _facts(n_letters: int, drawing: Drawing, *, n_turned: int = 0, fault: str = "") -> dict[str, object]:
    return {
        "n_letters": n_letters,
        "n_turned": n_turned,
        "image_pct": round(100 * drawing.image_share),
        "n_paths": drawing.n_paths,
        "hidden_text": drawing.hidden_text,
        "fault": fault,
    }


def _clean(block: Block, text: PlainText) -> Block:
    if isinstance(block, TextBlock):
        return TextBlock(
            text.clean(block.text).strip(), block.style, block.page, block.is_heading, block.continues
        )
    rows = tuple(tuple(text.clean(cell).strip() for cell in row) for row in block.rows)
    return type(block)(rows, block.page, block.continues)


def _remarks(document: pdfium.PdfDocument, n_pages: int) -> list[Issue]:
    issues = []
    if n_pages > PDF_PAGES_MAX:
        message = f"เอกสารมี {n_pages:,} หน้า ระบบอ่าน {PDF_PAGES_MAX:,} หน้าแรก"
        hint = "ตรวจว่าผลประเมินอยู่ในหน้าที่อ่านแล้ว หรือแยกภาคผนวกออกเป็นอีกไฟล์"
        issues.append(Issue(Severity.WARNING, "D02", message, hint))
    if raw.FPDFDoc_GetJavaScriptActionCount(document) > 0 or raw.FPDFDoc_GetAttachmentCount(document) > 0:
        message = "ไฟล์ PDF มีสคริปต์หรือไฟล์แนบซ่อนอยู่ ระบบอ่านเฉพาะข้อความในหน้าและไม่เปิดส่วนอื่น"
        issues.append(Issue(Severity.WARNING, "F18", message, "ไม่ต้องทำอะไร หากข้อความครบถ้วน"))
    return issues
