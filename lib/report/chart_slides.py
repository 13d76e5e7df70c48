"""Native, editable charts on slides, dressed as in Word."""

from dataclasses import replace

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.util import Cm

from lib.domain.chart_alt import alt_words
from lib.domain.chart_descriptions import Chart
from lib.report.characters import printable
from lib.report.chart_workbook import chart_workbook
from lib.report.chart_xml import chart_xml


def add_slide_chart(
    slide: Slide,
    chart: Chart,
    left_cm: float,
    top_cm: float,
    width_cm: float,
    height_cm: float,
    *,
    text_pt: int = 20,
) -> GraphicFrame:
    """Put a chart with its workbook on a slide.

    Args:
        text_pt: size of its words; the whole room reads them.

    Returns:
        The frame, with the words for those who cannot see it.
    """
    sized = replace(chart, width_cm=width_cm, height_cm=height_cm, text_pt=text_pt)
    part = _chart_part(slide, sized)
    relationship_id = slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    element = slide.shapes._add_chart_graphicFrame(
        relationship_id, Cm(left_cm), Cm(top_cm), Cm(width_cm), Cm(height_cm)
    )
    element.nvGraphicFramePr.cNvPr.set("descr", printable(alt_words(chart)))
    return GraphicFrame(element, slide.shapes)


def _chart_part(slide: Slide, chart: Chart) -> Part:
    package = slide.part.package
    workbook = EmbeddedXlsxPart.new(chart_workbook(chart), package)
    root = chart_xml(chart, "rId1")
    edge = root.find(f"{qn('c:spPr')}/{qn('a:ln')}")
    for child in list(edge):  # a slide needs no frame around its chart
        edge.remove(child)
    etree.SubElement(edge, qn("a:noFill"))
    name = package.next_partname(ChartPart.partname_template)
    part = ChartPart(name, CONTENT_TYPE.DML_CHART, package, root)
    part.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE)
    return part
