"""Native, editable charts in Word: one part for the drawing, one for the workbook behind it."""

from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from lib.domain.chart_alt import alt_words
from lib.domain.chart_descriptions import Chart
from lib.report.chart_layout import chart_height_cm
from lib.report.chart_workbook import chart_workbook
from lib.report.chart_xml import chart_xml
from lib.report.word_text import attribute

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHART_NS = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_DRAWING_NS = "http://schemas.openxmlformats.org/drawingml/2006/main"
_EMU_PER_CM = 360_000
_WORKBOOK_ID = "rId1"


def add_chart_part(document: DocxDocument, chart: Chart, number: int) -> str:
    """Put a chart and its workbook into the package.

    Returns:
        The relationship id the drawing names.
    """
    package = document.part.package
    workbook = Part(
        PackURI(f"/word/embeddings/Microsoft_Excel_Sheet{number}.xlsx"),
        _WORKBOOK_TYPE,
        chart_workbook(chart),
        package,
    )
    root = chart_xml(chart, _WORKBOOK_ID)
    xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART_TYPE, xml, package)
    part.load_rel(RELATIONSHIP_TYPE.PACKAGE, workbook, _WORKBOOK_ID)
    return str(document.part.relate_to(part, RELATIONSHIP_TYPE.CHART))


def drawing_xml(chart: Chart, number: int, relationship_id: str) -> str:
    """The inline drawing of a chart, with its words for the blind."""
    width, height = round(chart.width_cm * _EMU_PER_CM), round(chart_height_cm(chart) * _EMU_PER_CM)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr id="{number}" name="Chart {number}" descr="{attribute(alt_words(chart))}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_DRAWING_NS}"><a:graphicData uri="{_CHART_NS}">'
        f'<c:chart xmlns:c="{_CHART_NS}" r:id="{relationship_id}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
