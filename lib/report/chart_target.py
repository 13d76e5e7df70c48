"""The target of a chart where no series can show it: a dashed line over the plot, words in the caption."""

from lxml import etree
from pptx.chart.chart import Chart as PptxChart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from lib.domain.chart_descriptions import Chart
from lib.domain.chart_looks import target_words
from lib.domain.chart_scales import value_scale
from lib.domain.palette import INK
from lib.report.characters import printable
from lib.report.chart_layout import Plot, plot_of, text_pt
from lib.report.text_width import word_width_cm
from lib.report.word_fonts import dress_drawing_text

USER_SHAPES_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
USER_SHAPES_RELATIONSHIP = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes"
)
_NAMES = f'{nsdecls("c", "a")} xmlns:cdr="http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"'


def full_caption(chart: Chart) -> str:
    """The caption, with the target in words where no series names it."""
    if chart.target is None or not chart.lies_down:
        return chart.caption
    return f"{chart.caption} ({target_words(chart)})"


def has_target_shape(chart: Chart) -> bool:
    """Whether the target lies over the plot: no line series crosses lying bars or shows on one place."""
    alone = len(chart.categories) == 1 and chart.kind != "scatter"
    return chart.target is not None and (chart.lies_down or alone)


def target_shape(chart: Chart) -> bytes:
    """The part with the line and, over lying bars, its name."""
    plot = plot_of(chart)
    share = value_scale(chart).share(chart.target or 0.0)
    if chart.lies_down:
        x = plot.left + plot.width * share
        line = _line((x, plot.top, x, plot.top + plot.height), plot)
        half = word_width_cm(target_words(chart), text_pt(chart)) / 2 + 0.3
        left = min(max(x - half, 0.0), plot.chart_width - 2 * half)
        shapes = line + _words(chart, (left, 0.05, left + 2 * half, plot.top), plot)
    else:
        y = plot.top + plot.height * (1 - share)
        shapes = _line((plot.left, y, plot.left + plot.width, y), plot)
    root = parse_xml(f"<c:userShapes {_NAMES}>{shapes}</c:userShapes>")
    dress_drawing_text(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def link_target_shape(root: etree._Element, relationship_id: str) -> None:
    """Name the part in the chart, after its workbook."""
    etree.SubElement(root, qn("c:userShapes"), {qn("r:id"): relationship_id})


def move_to_line_plot(pptx_chart: PptxChart, series: etree._Element) -> None:
    """Draw the target over the bars: a line plot on the same axes."""
    bars = pptx_chart._chartSpace.find(f".//{qn('c:barChart')}")
    bars.remove(series)
    for child in series.findall(qn("c:invertIfNegative")):
        series.remove(child)
    marker = etree.Element(qn("c:marker"))
    etree.SubElement(marker, qn("c:symbol"), {"val": "none"})
    properties = series.find(qn("c:spPr"))
    properties.addnext(marker)
    line = etree.Element(qn("c:lineChart"))
    etree.SubElement(line, qn("c:grouping"), {"val": "standard"})
    etree.SubElement(line, qn("c:varyColors"), {"val": "0"})
    line.append(series)
    etree.SubElement(series, qn("c:smooth"), {"val": "0"})
    etree.SubElement(line, qn("c:marker"), {"val": "1"})
    for axis in bars.findall(qn("c:axId")):
        etree.SubElement(line, qn("c:axId"), {"val": axis.get("val")})
    bars.addnext(line)


def _line(ends: tuple[float, float, float, float], plot: Plot) -> str:
    shape = (
        '<cdr:cxnSp macro=""><cdr:nvCxnSpPr><cdr:cNvPr id="2" name="target"/>'
        "<cdr:cNvCxnSpPr/></cdr:nvCxnSpPr>"
        f'<cdr:spPr><a:xfrm>{_box(ends)}</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        f'<a:ln w="19050"><a:solidFill><a:srgbClr val="{INK}"/></a:solidFill><a:prstDash val="dash"/></a:ln>'
        "</cdr:spPr></cdr:cxnSp>"
    )
    return _anchored(shape, ends, plot)


def _words(chart: Chart, ends: tuple[float, float, float, float], plot: Plot) -> str:
    size = round(text_pt(chart) * 100)
    colour = f'<a:solidFill><a:srgbClr val="{INK}"/></a:solidFill>'
    shape = (
        '<cdr:sp macro="" textlink=""><cdr:nvSpPr><cdr:cNvPr id="3" name="target name"/>'
        '<cdr:cNvSpPr txBox="1"/></cdr:nvSpPr>'
        f'<cdr:spPr><a:xfrm>{_box(ends)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        '</cdr:spPr><cdr:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"/>'
        f'<a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r><a:rPr sz="{size}">{colour}</a:rPr>'
        f"<a:t>{printable(target_words(chart))}</a:t></a:r></a:p></cdr:txBody></cdr:sp>"
    )
    return _anchored(shape, ends, plot)


def _box(ends: tuple[float, float, float, float]) -> str:
    left, top, right, bottom = (round(place * 360_000) for place in ends)
    return f'<a:off x="{left}" y="{top}"/><a:ext cx="{right - left}" cy="{bottom - top}"/>'


def _anchored(shape: str, ends: tuple[float, float, float, float], plot: Plot) -> str:
    left, right = (f"{place / plot.chart_width:.5f}" for place in ends[::2])
    top, bottom = (f"{place / plot.chart_height:.5f}" for place in ends[1::2])
    return (
        f"<cdr:relSizeAnchor><cdr:from><cdr:x>{left}</cdr:x><cdr:y>{top}</cdr:y></cdr:from>"
        f"<cdr:to><cdr:x>{right}</cdr:x><cdr:y>{bottom}</cdr:y></cdr:to>{shape}</cdr:relSizeAnchor>"
    )
