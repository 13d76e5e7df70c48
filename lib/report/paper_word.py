"""A paper of the office as a Word file: black on A4, pages numbered above from the second on."""

from datetime import datetime, time
from io import BytesIO

from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from lib.domain.documents import Digits, Document, Table
from lib.domain.papers import Agenda, Letter, Memo, Minutes, Order, Paper
from lib.report.characters import printable, with_digits
from lib.report.fixed_dates import with_fixed_dates
from lib.report.paper_letters import letter_parts, memo_parts, order_parts
from lib.report.paper_meetings import agenda_parts, minutes_parts
from lib.report.paper_parts import Crest, Line, Part, Piece, Rows
from lib.report.paper_styles import use_paper_styles
from lib.report.word_blocks import paragraph_xml
from lib.report.word_figures import FigureMarks
from lib.report.word_fonts import LANGUAGE
from lib.report.word_pages import body_number_format
from lib.report.word_styles import TEXT_WIDTH_CM, twips
from lib.report.word_tables import table_xml
from lib.report.word_template import open_template
from lib.report.word_text import Bookmarks, field_xml, run_xml, text_xml

_CREST_WIDTH_CM = {3.0: 2.8, 1.5: 1.5}
_CREST_WORDS = {3.0: "ที่สำหรับ\nตราครุฑ\n3 ซม.", 1.5: "ตราครุฑ"}
_COLUMN_GAP_CM = 0.25
_TOP_CM, _CREST_TOP_CM = 2.0, 1.5


def make_paper_docx(
    paper: Paper, title: str, office: str, *, thai_digits: bool, is_sample: bool = False
) -> bytes:
    """Write one paper.

    Args:
        title: kept in the file's properties.

    Returns:
        The Word file; the same paper gives the same bytes.
    """
    digits: Digits = "thai" if thai_digits else "arabic"
    parts = _parts(paper)
    word = open_template()
    use_paper_styles(word)
    marks = FigureMarks(Document(title, "", office, "", ()), Bookmarks())
    sample = (
        paragraph_xml("PaperSample", run_xml("เอกสารตัวอย่าง จัดทำจากข้อมูลสมมติ", digits)) if is_sample else ""
    )
    content = sample + "".join(_part_xml(part, digits, marks) for part in parts)
    has_crest = any(isinstance(part, Crest) for part in parts)
    body = f"<w:body>{content}{_section(digits, _CREST_TOP_CM if has_crest else _TOP_CM)}</w:body>"
    word.part._element = parse_xml(f"<w:document {nsdecls('w', 'r', 'wp')}>{body}</w:document>")
    word = word.part.document
    _number_pages(word, digits)
    properties = word.core_properties
    properties.title = printable(title)[:255]
    properties.author = properties.last_modified_by = printable(office)[:255]
    properties.language, properties.comments = LANGUAGE, ""
    day = paper.meeting.day if isinstance(paper, Agenda | Minutes) else paper.day
    properties.created = properties.modified = datetime.combine(day, time())
    stream = BytesIO()
    word.save(stream)
    return with_fixed_dates(stream.getvalue())


def _parts(paper: Paper) -> list[Part]:
    match paper:
        case Letter():
            return letter_parts(paper)
        case Memo():
            return memo_parts(paper)
        case Agenda():
            return agenda_parts(paper)
        case Minutes():
            return minutes_parts(paper)
        case Order():
            return order_parts(paper)


def _part_xml(part: Part, digits: Digits, marks: FigureMarks) -> str:
    match part:
        case Line():
            shown = paragraph_xml(part.style, "".join(_piece(piece, digits) for piece in part.pieces))
            return shown.replace("</w:pPr>", "<w:keepNext/></w:pPr>", 1) if part.with_next else shown
        case Rows():
            return _rows(part, digits)
        case Crest():
            return _crest(part, digits)
        case Table():
            # Tables of figures keep Arabic digits, as those of the report do.
            return table_xml(part, TEXT_WIDTH_CM, "arabic", marks) + paragraph_xml("Gap", "")


def _piece(piece: Piece, digits: Digits) -> str:
    if piece.look == "label":
        style = '<w:rPr><w:rStyle w:val="PaperLabel"/></w:rPr>'
        return f"<w:r>{style}{text_xml(piece.text, digits)}</w:r>"
    own: Digits = "arabic" if piece.look == "verbatim" else digits
    return run_xml(piece.text, own, bold=piece.look == "bold")


def _crest(crest: Crest, digits: Digits) -> str:
    """A faint empty frame of the crest's height; on a memorandum the title stands beside it."""
    width = _CREST_WIDTH_CM[crest.height_cm]
    words = paragraph_xml("PaperCrest", run_xml(_CREST_WORDS[crest.height_cm], digits))
    frame = _cell(words, width, framed=True)
    if not crest.beside:
        return _table((width,), [frame], crest.height_cm, centred=True)
    middle = TEXT_WIDTH_CM - 2 * width
    title = paragraph_xml("PaperMemoTitle", run_xml(crest.beside, digits))
    empty = _cell(paragraph_xml("PaperPlain", ""), width, framed=False)
    cells = [frame, _cell(title, middle, framed=False), empty]
    return _table((width, middle, width), cells, crest.height_cm, centred=False)


def _rows(part: Rows, digits: Digits) -> str:
    """Columns without rules; no line is cut by a page's end."""
    return "".join(
        (
            _table_start(part.widths_cm, centred=False, gap_cm=_COLUMN_GAP_CM),
            *(
                "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
                + "".join(
                    _cell(paragraph_xml("PaperSeat", run_xml(text, digits)), width, framed=False)
                    for text, width in zip(row, part.widths_cm, strict=True)
                )
                + "</w:tr>"
                for row in part.rows
            ),
            "</w:tbl>",
            paragraph_xml("Gap", ""),
        )
    )


def _cell(content: str, width_cm: float, *, framed: bool) -> str:
    """One cell; a framed one stands in the middle of its height."""
    edges = "".join(
        f'<w:{edge} w:val="dashed" w:sz="4" w:space="0" w:color="B8C2C6"/>'
        for edge in ("top", "left", "bottom", "right")
    )
    borders = f"<w:tcBorders>{edges}</w:tcBorders>" if framed else ""
    align = '<w:vAlign w:val="center"/>' if framed else ""
    layout = f'<w:tcW w:w="{twips(width_cm)}" w:type="dxa"/>{borders}{align}'
    return f"<w:tc><w:tcPr>{layout}</w:tcPr>{content}</w:tc>"


def _table(widths_cm: tuple[float, ...], cells: list[str], height_cm: float, *, centred: bool) -> str:
    height = f'<w:trHeight w:val="{twips(height_cm)}" w:hRule="exact"/>'
    row = f"<w:tr><w:trPr>{height}</w:trPr>{''.join(cells)}</w:tr>"
    return f"{_table_start(widths_cm, centred=centred)}{row}</w:tbl>" + paragraph_xml("Gap", "")


def _table_start(widths_cm: tuple[float, ...], *, centred: bool, gap_cm: float = 0) -> str:
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths_cm)
    place = '<w:jc w:val="center"/>' if centred else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths_cm))}" w:type="dxa"/>{place}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{twips(gap_cm)}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _section(digits: Digits, top_cm: float) -> str:
    margins = (
        f'<w:pgMar w:top="{twips(top_cm)}" w:right="{twips(2)}" w:bottom="{twips(2)}" w:left="{twips(3)}" '
        f'w:header="{twips(1.2)}" w:footer="{twips(1)}" w:gutter="0"/>'
    )
    size = f'<w:pgSz w:w="{twips(21)}" w:h="{twips(29.7)}"/>'
    numbers = f'<w:pgNumType w:fmt="{body_number_format(digits)}" w:start="1"/>'
    return f'<w:sectPr><w:type w:val="nextPage"/>{size}{margins}{numbers}<w:titlePg/></w:sectPr>'


def _number_pages(word: DocxDocument, digits: Digits) -> None:
    """``- ๒ -`` above the text from the second page on."""
    header = word.sections[0].header
    header.is_linked_to_previous = False
    element = header._element
    for child in list(element):
        element.remove(child)
    number = run_xml("- ", digits) + field_xml("PAGE", with_digits("2", digits)) + run_xml(" -", digits)
    wrapped = parse_xml(f"<w:hdr {nsdecls('w')}>{paragraph_xml('PaperNumber', number)}</w:hdr>")
    element.append(wrapped[0])
