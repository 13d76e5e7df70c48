"""One slide of the file: its layout, words in placeholders, chart or table in the place of a placeholder."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as PptxPresentation
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.placeholder import LayoutPlaceholder, SlidePlaceholder
from pptx.slide import Slide as PptxSlide
from pptx.slide import SlideLayout
from pptx.util import Cm

from lib.domain.documents import Digits, Run
from lib.domain.slides import Slide, SlideLine
from lib.errors import WorkbenchError
from lib.report.characters import with_digits
from lib.report.chart_slides import add_slide_chart
from lib.report.slide_fit import LINE_PT, SMALL_PT
from lib.report.slide_layouts import CONTENT, COVER, FOOT_PT, TWO
from lib.report.slide_tables import add_slide_table, table_height_cm
from lib.report.slide_template import find_layout
from lib.report.slide_text import fill
from lib.report.word_fonts import LANGUAGE

_EMU_PER_CM = 360_000
_CHART_SHARE, _GAP_CM = 0.6, 0.6
_CHART_TEXT_PT = 20
_FIELD_ID = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
#: Placeholders that hold no content.
BESIDE_BODY = (
    PP_PLACEHOLDER.TITLE,
    PP_PLACEHOLDER.CENTER_TITLE,
    PP_PLACEHOLDER.DATE,
    PP_PLACEHOLDER.FOOTER,
    PP_PLACEHOLDER.SLIDE_NUMBER,
)


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """Names of the shapes that hold what a slide says; empty where it has none.

    Attributes:
        chart_number: of the chart's part; 0 without a chart.
    """

    title: str
    lines: str = ""
    table: str = ""
    chart_number: int = 0


@dataclass(frozen=True, slots=True)
class _Area:
    left: float
    top: float
    width: float
    height: float


def write_page(made: PptxPresentation, slide: Slide, digits: Digits) -> WrittenPage:
    """Add one slide.

    Raises:
        WorkbenchError: the template lacks the layout.
    """
    page = made.slides.add_slide(_layout(made, slide))
    title = page.shapes.title
    fill(title._element.txBody, (slide.message,), digits)
    bodies = _bodies(page)
    area = _area(bodies)
    drawn, rest = _draw(page, slide, bodies, area)
    if slide.lines:
        size = None if slide.kind == "cover" else SMALL_PT if drawn is not None else LINE_PT
        fill(rest[0]._element.txBody, slide.lines, digits, size_pt=size, kind=slide.kind)
        rest, told = rest[1:], rest[0].name
    else:
        told = ""
    for empty in rest:
        empty._element.getparent().remove(empty._element)
    _add_foot(page, slide, digits, len(made.slides))
    _add_notes(page, slide, digits)
    number = _chart_number(drawn) if slide.chart is not None and drawn is not None else 0
    return WrittenPage(title.name, told, drawn.name if slide.table is not None and drawn else "", number)


def _layout(made: PptxPresentation, slide: Slide) -> SlideLayout:
    """The layout for what the slide has: cover, one content, or picture with words beside."""
    both = slide.lines and (slide.chart is not None or slide.table is not None)
    name = COVER if slide.kind == "cover" else TWO if both else CONTENT
    layout = find_layout(made, name)
    if layout is None:
        said = f"แม่แบบสไลด์ไม่มีเลย์เอาต์ “{name}” จึงยังไม่ได้สร้างไฟล์"
        raise WorkbenchError(said, "ใส่แม่แบบที่ตรวจแล้วว่าครบ หรือกลับไปใช้แบบของโปรแกรม")
    return layout


def _bodies(page: PptxSlide) -> list[SlidePlaceholder]:
    """Placeholders for content, in the order of their numbers."""
    found = (each for each in page.placeholders if each.placeholder_format.type not in BESIDE_BODY)
    return sorted(found, key=lambda each: each.placeholder_format.idx)


def _area(bodies: Sequence[SlidePlaceholder]) -> _Area:
    """The room that all content placeholders take together, in cm."""
    left = min(each.left for each in bodies) / _EMU_PER_CM
    top = min(each.top for each in bodies) / _EMU_PER_CM
    right = max(each.left + each.width for each in bodies) / _EMU_PER_CM
    bottom = max(each.top + each.height for each in bodies) / _EMU_PER_CM
    return _Area(left, top, right - left, bottom - top)


def _draw(
    page: PptxSlide, slide: Slide, bodies: list[SlidePlaceholder], area: _Area
) -> tuple[GraphicFrame | None, list[SlidePlaceholder]]:
    """Chart or table in the place of the first placeholder, the second beside or below it."""
    first, rest = bodies[0], bodies[1:]
    if slide.chart is not None:
        share = _CHART_SHARE if slide.lines else 1.0
        width = area.width * share
        frame = add_slide_chart(
            page, slide.chart, area.left, area.top, width, area.height, text_pt=_CHART_TEXT_PT
        )
        beside = area.left + width + _GAP_CM
        box = _Area(beside, area.top, area.left + area.width - beside, area.height)
    elif slide.table is not None:
        height = table_height_cm(slide.table, area.width)
        frame = add_slide_table(page, slide.table, area.left, area.top, area.width)
        below = area.top + height + _GAP_CM
        box = _Area(area.left, below, area.width, max(area.top + area.height - below, 1.4))
    else:
        return None, bodies
    _stand_in(frame, first)
    if slide.lines and rest:
        _move(rest[0], box)
    return frame, rest


def _stand_in(frame: GraphicFrame, placeholder: SlidePlaceholder) -> None:
    """Let the frame be the placeholder: in its place of the reading order and under its number."""
    old = placeholder._element
    element = frame._element
    mark = etree.SubElement(element.nvGraphicFramePr.nvPr, qn("p:ph"))
    mark.set("idx", str(placeholder.placeholder_format.idx))
    element.nvGraphicFramePr.cNvPr.set("name", placeholder.name)
    old.addprevious(element)
    old.getparent().remove(old)


def _move(shape: SlidePlaceholder, box: _Area) -> None:
    shape.left, shape.top = Cm(box.left), Cm(box.top)
    shape.width, shape.height = Cm(box.width), Cm(box.height)


def _chart_number(frame: GraphicFrame) -> int:
    return int(str(frame.chart_part.partname).removesuffix(".xml").rpartition("chart")[2])


def _add_foot(page: PptxSlide, slide: Slide, digits: Digits, number: int) -> None:
    """Source and page number in the places that the layout has for them; the library does not copy these."""
    for each in list(page.slide_layout.placeholders):
        kind = each.placeholder_format.type
        if kind == PP_PLACEHOLDER.FOOTER and slide.source:
            _foot_paragraph(_copied(page, each), ((Run(slide.source),),), digits, "l")
        elif kind == PP_PLACEHOLDER.SLIDE_NUMBER and slide.kind != "cover":
            body = _copied(page, each)
            paragraph = _foot_paragraph(body, ((),), digits, "r")
            field = etree.SubElement(paragraph, qn("a:fld"), {"id": _FIELD_ID, "type": "slidenum"})
            etree.SubElement(field, qn("a:rPr"), {"lang": LANGUAGE, "sz": str(FOOT_PT * 100)})
            etree.SubElement(field, qn("a:t")).text = with_digits(str(number), digits)


def _foot_paragraph(
    body: etree._Element, lines: Sequence[SlideLine], digits: Digits, align: str
) -> etree._Element:
    """Side and size said on the slide itself: LibreOffice takes them from no layout."""
    fill(body, lines, digits, size_pt=FOOT_PT)
    paragraph = body.find(qn("a:p"))
    paragraph.insert(0, etree.Element(qn("a:pPr"), {"algn": align}))
    return paragraph


def _copied(page: PptxSlide, placeholder: LayoutPlaceholder) -> etree._Element:
    """The text body of a new placeholder like the layout's."""
    page.shapes.clone_placeholder(placeholder)
    return page.shapes._spTree[-1].get_or_add_txBody()


def _add_notes(page: PptxSlide, slide: Slide, digits: Digits) -> None:
    notes = (*slide.notes, (Run(slide.source),)) if slide.source else slide.notes
    frame = page.notes_slide.notes_text_frame if notes else None
    if frame is not None:
        fill(frame._txBody, notes, digits)
