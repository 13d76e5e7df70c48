"""A short paper of one or two pages: no cover, smaller type, two charts side by side, lines to write on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lib.domain.bound_figures import FileOrigin
from lib.domain.chart_descriptions import Chart
from lib.domain.documents import Block, Digits, Document, Heading
from lib.report.characters import printable, with_digits
from lib.report.numbering import Numbered, NumberedDocument
from lib.report.word_blocks import BlockWriter, paragraph_xml
from lib.report.word_charts import add_chart_part, drawing_xml
from lib.report.word_fonts import LANGUAGE
from lib.report.word_package import packed
from lib.report.word_pages import body_number_format
from lib.report.word_sheet_styles import SHEET_WIDTH_CM, sheet_section_xml, use_sheet_styles
from lib.report.word_styles import twips
from lib.report.word_template import open_template
from lib.report.word_text import field_xml, run_xml

CHART_WIDTH_CM = 8.2
CHART_HEIGHT_CM = 4.4
_N_LINES = 4
_BETWEEN = "  |  "


@dataclass(frozen=True, slots=True)
class SheetPages:
    """The parts of the paper in reading order.

    Attributes:
        title: one line or more; ``office`` stands under it.
        charts: at most two stand side by side, under their heading; none leaves the heading out.
        sources: written small and with Arabic digits, since names of files are quoted.
    """

    title: str
    office: str
    opening: tuple[Block, ...]
    charts_heading: str
    charts: tuple[Chart, ...]
    middle: tuple[Block, ...]
    notes_heading: str
    sources_heading: str
    sources: tuple[str, ...]
    made_on: date
    digits: Digits


def write_sheet(pages: SheetPages, origin: FileOrigin | None = None) -> bytes:
    """Write the paper as a Word file; the same pages give the same bytes.

    Args:
        origin: what it was made from; with it the file lists its figures and can be checked later.
    """
    word = open_template()
    use_sheet_styles(word)
    writer = _writer(pages, word)
    content = "".join(
        (
            paragraph_xml("SheetTitle", run_xml(pages.title, pages.digits)),
            paragraph_xml("SheetOffice", run_xml(pages.office, pages.digits)),
            _blocks(writer, pages.opening),
            _charts(writer, pages, word),
            _blocks(writer, pages.middle),
            _blocks(writer, (Heading(2, pages.notes_heading),)),
            paragraph_xml("WritingLine", "<w:r><w:tab/></w:r>") * _N_LINES,
            _blocks(writer, (Heading(3, pages.sources_heading),)),
            paragraph_xml("SheetSource", run_xml(_BETWEEN.join(pages.sources), "arabic")),
            sheet_section_xml(body_number_format(pages.digits)),
        )
    )
    word.part._element = parse_xml(
        f"<w:document {nsdecls('w', 'r', 'wp')}><w:body>{content}</w:body></w:document>"
    )
    word = word.part.document
    _write_footer(word, pages)
    _write_properties(word, pages)
    return packed(word, writer.tables, writer.figures, origin)


def sheet_document(pages: SheetPages) -> Document:
    """The paper's blocks in their order, for who asks what figures it shows."""
    blocks = (*pages.opening, *pages.charts, *pages.middle)
    return Document(pages.title, "", pages.office, "", blocks, lang_digits=pages.digits)


def _writer(pages: SheetPages, word: DocxDocument) -> BlockWriter:
    """Nothing on the paper is referred to by number."""
    return BlockWriter(sheet_document(pages), NumberedDocument((), ()), word)


def _blocks(writer: BlockWriter, blocks: Sequence[Block]) -> str:
    """Each block with a place of its own in the file; a heading's is what the navigation pane jumps to."""
    return "".join(
        writer.block_xml(
            Numbered(block, "", 0, f"_Sheet{id_}" if isinstance(block, Heading) else ""), SHEET_WIDTH_CM
        )
        for id_, block in enumerate(blocks)
    )


def _charts(writer: BlockWriter, pages: SheetPages, word: DocxDocument) -> str:
    """The charts in a row without borders, each under its caption."""
    if not pages.charts:
        return ""
    width = twips(SHEET_WIDTH_CM / len(pages.charts))
    for number, chart in enumerate(pages.charts, start=1):
        writer.figures.note_chart(chart, number)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        + paragraph_xml("SheetCaption", run_xml(chart.caption, pages.digits, bold=True))
        + paragraph_xml("Figure", drawing_xml(chart, number, add_chart_part(word, chart, number)))
        + "</w:tc>"
        for number, chart in enumerate(pages.charts, start=1)
    )
    grid = f'<w:gridCol w:w="{width}"/>' * len(pages.charts)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width * len(pages.charts)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )
    return _blocks(writer, (Heading(2, pages.charts_heading),)) + table + paragraph_xml("Gap", "")


def _write_footer(word: DocxDocument, pages: SheetPages) -> None:
    """The title's last line and the page number, in case the two leaves part."""
    section = word.sections[0]
    section.footer.is_linked_to_previous = False
    element = section.footer._element
    for child in list(element):
        element.remove(child)
    name = run_xml(pages.title.rpartition("\n")[2] + "   หน้า ", pages.digits)
    number = field_xml("PAGE", with_digits("1", pages.digits))
    element.append(parse_xml(f"<w:hdr {nsdecls('w')}>{paragraph_xml('Footer', name + number)}</w:hdr>")[0])


def _write_properties(word: DocxDocument, pages: SheetPages) -> None:
    properties = word.core_properties
    properties.title = printable(pages.title.replace("\n", " "))[:255]
    properties.author = properties.last_modified_by = printable(pages.office)[:255]
    properties.language = LANGUAGE
    properties.subject = properties.keywords = properties.comments = ""
    properties.revision = 1
    properties.created = properties.modified = datetime.combine(pages.made_on, time())
