"""A Document as a Word file: every block a string of named styles, parsed once into an A4 template."""

from datetime import datetime, time

from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lib.domain.bound_figures import FileOrigin
from lib.domain.documents import Document
from lib.report.characters import printable, with_digits
from lib.report.document_marks import add_marks
from lib.report.numbering import NumberedDocument, number_document
from lib.report.office_frame import OWN_FRAME, OfficeTemplate, TemplateFrame
from lib.report.office_template import open_office_template
from lib.report.page_setup import PageSetup
from lib.report.text_width import in_halves
from lib.report.word_blocks import BlockWriter, paragraph_xml
from lib.report.word_contents import contents_xml
from lib.report.word_fonts import LANGUAGE
from lib.report.word_package import packed
from lib.report.word_pages import body_number_format, section_mark, section_xml, split_by_orientation
from lib.report.word_template import open_template
from lib.report.word_text import field_xml, run_xml


def write_docx(
    document: Document, template: OfficeTemplate | None = None, origin: FileOrigin | None = None
) -> bytes:
    """Write a document as a Word file that needs no further touch.

    Args:
        template: the office's own, filled in; None for ours.
        origin: what it was made from; with it the file lists its figures and can be checked later.

    Returns:
        The file; the same document gives the same bytes.

    Raises:
        BrokenTemplate: the office's template cannot be written into.
    """
    word, frame = open_office_template(template) if template else (open_template(), OWN_FRAME)
    numbered = number_document(document)
    cover = frame.before + ("" if frame.has_cover else _cover(document))
    if cover:
        cover += section_mark(section_xml(setup=frame.setup, is_first=True))
    writer = BlockWriter(document, numbered, word)
    content = cover + _front(document, numbered, writer, frame.setup, is_first=not cover, after=frame.after)
    # The parsed tree becomes the part itself: moving a large table into another tree is quadratic in lxml.
    word.part._element = parse_xml(f"<w:document {frame.root}><w:body>{content}</w:body></w:document>")
    word = word.part.document
    _write_margins(word, document, frame)
    _write_properties(word, document)
    add_marks(word, document, writer.tables)
    return packed(word, writer.tables, writer.figures, origin)


def _cover(document: Document) -> str:
    lines = (
        ("Title", in_halves(document.title)),
        ("Subtitle", document.subtitle),
        ("CoverOffice", document.office),
        ("CoverDate", document.date_text),
    )
    shown = [paragraph_xml(style, run_xml(text, document.lang_digits)) for style, text in lines if text]
    return "".join(shown)


def _front(
    document: Document,
    numbered: NumberedDocument,
    writer: BlockWriter,
    setup: PageSetup,
    *,
    is_first: bool,
    after: str,
) -> str:
    """Front pages and body, each in its own numbering, and what the template has after them."""
    parts: list[str] = []
    for section in numbered.front:
        parts += writer.blocks_xml(section, setup.text_width_cm)
    parts.append(contents_xml(document, numbered, setup))
    if any(parts):
        parts.append(section_mark(section_xml("thaiLetters", start=1, setup=setup, is_first=is_first)))
        is_first = False
    page_format = body_number_format(document.lang_digits)
    stretches = split_by_orientation(numbered.body, setup)
    sections = [
        section_xml(
            page_format,
            start=1 if position == 0 else None,
            landscape=stretch.landscape,
            setup=setup,
            is_first=is_first and position == 0,
        )
        for position, stretch in enumerate(stretches)
    ] or [section_xml(page_format, start=1, setup=setup, is_first=is_first)]
    for position, stretch in enumerate(stretches):
        parts += writer.blocks_xml(stretch.items, stretch.text_width_cm)
        if position < len(stretches) - 1:
            parts.append(section_mark(sections[position]))
    return "".join(parts) + after + sections[-1]


def _write_margins(word: DocxDocument, document: Document, frame: TemplateFrame) -> None:
    """Title above and page number below from the second section on; the cover keeps neither.

    What the office's template has there stays.
    """
    section = word.sections[min(1, len(word.sections) - 1)]
    title = run_xml(document.title.replace("\n", " "), document.lang_digits)
    number = field_xml("PAGE", with_digits("1", document.lang_digits))
    for is_kept, part, style, content in (
        (frame.has_header, section.header, "Header", title),
        (frame.has_footer, section.footer, "Footer", number),
    ):
        if is_kept:
            continue
        part.is_linked_to_previous = False
        element = part._element
        for child in list(element):
            element.remove(child)
        wrapped = parse_xml(f"<w:hdr {nsdecls('w')}>{paragraph_xml(style, content)}</w:hdr>")
        element.append(wrapped[0])


def _write_properties(word: DocxDocument, document: Document) -> None:
    """Properties of the file, from the document alone: no clock, no user name of this machine."""
    properties = word.core_properties
    properties.title = printable(document.title.replace("\n", " "))[:255]
    properties.subject = printable(document.subtitle)[:255]
    properties.author = properties.last_modified_by = printable(document.office)[:255]
    properties.language = LANGUAGE
    properties.keywords = properties.comments = ""
    properties.revision = 1
    if document.made_on is not None:
        properties.created = properties.modified = datetime.combine(document.made_on, time())
