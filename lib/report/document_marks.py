"""A part of the Word file that says how it was printed, so that an edited copy can be told from it."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml.etree import _Element

from lib.domain.documents import Document
from lib.domain.written_sections import MARKS_NAMESPACE, SECTION_TITLES, line_mark
from lib.report.characters import printable
from lib.report.word_package import WaitingTables
from lib.report.written_blocks import printed_sections

_PART = PackURI("/customXml/sections.xml")
# Properties with an id: without them LibreOffice leaves a custom part out when it saves.
_PROPERTIES = PackURI("/customXml/sectionsProps.xml")
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_PROPERTIES_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
    '<ds:datastoreItem ds:itemID="{2C94D1B5-7E08-4A63-8F17-9B5A60D3E4C2}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs>'
    f'<ds:schemaRef ds:uri="{MARKS_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)
_TEXT, _PARAGRAPH, _ROW, _CONTROL = qn("w:t"), qn("w:p"), qn("w:tr"), qn("w:sdt")


def add_marks(word: DocxDocument, document: Document, tables: WaitingTables) -> None:
    """Keep the sections as printed and a mark of every other line; nothing where there is no section."""
    sections = printed_sections(document)
    if not sections:
        return
    marks = sorted({line_mark(text) for text in (*_lines(word.element.body), *tables.lines())} - {""})
    told = "".join(
        f"<section id={quoteattr(section_id)} text={quoteattr(printable(text), {chr(10): '&#10;'})}/>"
        for section_id, text in sections
    )
    subject = quoteattr(printable(f"{document.title} {document.subtitle}".replace("\n", " ")))
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<printed xmlns="{MARKS_NAMESPACE}" subject={subject}>{told}'
        f"<lines>{' '.join(marks)}</lines></printed>"
    )
    part = Part(_PART, "application/xml", xml.encode(), word.part.package)
    properties = Part(_PROPERTIES, _PROPERTIES_TYPE, _PROPERTIES_XML.encode(), word.part.package)
    part.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    word.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _lines(parent: _Element) -> Iterator[str]:
    """Texts of paragraphs and of table rows outside every content control."""
    for child in parent:
        if child.tag in (_PARAGRAPH, _ROW):
            yield "".join(child.itertext(_TEXT))
        elif child.tag != _CONTROL or not _is_ours(child):
            yield from _lines(child)


def _is_ours(control: _Element) -> bool:
    """A written section, or a list of contents, which Word fills anew."""
    properties = control.find(qn("w:sdtPr"))
    if properties is None:
        return False
    tag = properties.find(qn("w:tag"))
    return properties.find(qn("w:docPartObj")) is not None or (
        tag is not None and tag.get(qn("w:val")) in SECTION_TITLES
    )
