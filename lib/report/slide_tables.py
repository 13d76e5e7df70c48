"""A small native table on a slide, its rows as high as their text needs."""

from lxml import etree
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as PptxSlide
from pptx.util import Cm, Pt

from lib.domain.documents import Run, Table
from lib.report.slide_fit import SMALL_PT, lines_taken
from lib.report.slide_text import fill
from lib.report.word_styles import HEAD_FILL, LINE

_LINE_CM = 1.3  # one line at 24 pt in the taller of the faces
_PADDING_CM = 0.25
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_HEAD = RGBColor.from_string(HEAD_FILL)  # type: ignore[no-untyped-call]
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}


def table_height_cm(table: Table, width_cm: float) -> float:
    """Height of the table when it is so wide."""
    return sum(_row_heights_cm(table, width_cm))


def add_slide_table(
    slide: PptxSlide, table: Table, left_cm: float, top_cm: float, width_cm: float
) -> GraphicFrame:
    """Put a table on a slide; figures in it keep Arabic digits, as tables of the report do."""
    heights = _row_heights_cm(table, width_cm)
    frame = slide.shapes.add_table(
        len(table.rows) + 1, len(table.columns), Cm(left_cm), Cm(top_cm), Cm(width_cm), Cm(sum(heights))
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", table.caption)
    drawn = frame.table
    drawn.horz_banding = False
    drawn._tbl.find(f".//{qn('a:tableStyleId')}").text = _NO_STYLE
    total = sum(column.width_cm for column in table.columns)
    for place, column in enumerate(table.columns):
        drawn.columns[place].width = Cm(column.width_cm / total * width_cm)
    cells = (tuple(column.title for column in table.columns), *table.rows)
    for row, (texts, height) in enumerate(zip(cells, heights, strict=True)):
        drawn.rows[row].height = Cm(height)
        for place, text in enumerate(texts):
            _fill_cell(drawn.cell(row, place), text, table.columns[place].align, is_head=row == 0)
    return frame


def _fill_cell(cell: object, text: str, align: str, *, is_head: bool) -> None:
    body = cell._tc.get_or_add_txBody()  # type: ignore[attr-defined]
    fill(body, ((Run(text, bold=is_head),),), "arabic", size_pt=SMALL_PT)
    for paragraph in body.findall(qn("a:p")):
        properties = etree.Element(qn("a:pPr"), {"algn": _ALIGN[align]})
        etree.SubElement(etree.SubElement(properties, qn("a:lnSpc")), qn("a:spcPct"), {"val": "90000"})
        paragraph.insert(0, properties)
    cell.margin_top = cell.margin_bottom = Cm(_PADDING_CM / 2)  # type: ignore[attr-defined]
    if is_head:
        cell.fill.solid()  # type: ignore[attr-defined]
        cell.fill.fore_color.rgb = _HEAD  # type: ignore[attr-defined]
    _rule(cell._tc.get_or_add_tcPr())  # type: ignore[attr-defined]


def _rule(properties: etree._Element) -> None:
    """A light line under the cell; borders come before the fill."""
    line = etree.Element(qn("a:lnB"), {"w": str(Pt(1))})
    fill_element = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill_element, qn("a:srgbClr"), {"val": LINE})
    properties.insert(0, line)


def _row_heights_cm(table: Table, width_cm: float) -> list[float]:
    total = sum(column.width_cm for column in table.columns)
    rooms = [column.width_cm / total * width_cm - 0.6 for column in table.columns]
    cells = (tuple(column.title for column in table.columns), *table.rows)
    return [
        _PADDING_CM
        + _LINE_CM * max(lines_taken(text, room, SMALL_PT) for text, room in zip(row, rooms, strict=True))
        for row in cells
    ]
