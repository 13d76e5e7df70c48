"""The target of a native chart: a dashed line that stands on cells of the chart's own workbook."""

from lxml import etree
from pptx.chart.chart import Chart as PptxChart
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from lib.domain.chart_descriptions import Chart
from lib.domain.chart_looks import target_words
from lib.domain.chart_scales import value_scale
from lib.domain.palette import INK

_CATEGORY_AXIS, _VALUE_AXIS = "900000001", "900000002"
_LINE = f'<a:ln w="19050"><a:solidFill><a:srgbClr val="{INK}"/></a:solidFill><a:prstDash val="dash"/></a:ln>'
_UNSEEN = f"<c:spPr {nsdecls('c', 'a')}><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_FRAMED = f"<c:spPr {nsdecls('c', 'a')}><a:noFill/>{_LINE}</c:spPr>"
#: In the legend, where its sample stands beside the series with the value; taking an entry out of the
#: legend of lying bars takes another one in LibreOffice, which counts them from the other end.
_TREND_NAME = "เส้นเป้าหมาย"
_TREND = (
    f"<c:trendline {nsdecls('c', 'a')}><c:name>{_TREND_NAME}</c:name><c:spPr>{_LINE}</c:spPr>"
    '<c:trendlineType val="linear"/><c:forward val="0.5"/><c:backward val="0.5"/>'
    '<c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>'
)


def trend_names(chart: Chart) -> tuple[str, ...]:
    """What the line of the target adds to the legend."""
    crosses = chart.target is not None and chart.lies_down and len(chart.categories) > 1
    return (_TREND_NAME,) if crosses else ()


def full_caption(chart: Chart) -> str:
    """The caption, with the target in words beside lying bars."""
    if chart.target is None or not chart.lies_down:
        return chart.caption
    return f"{chart.caption} ({target_words(chart)})"


def frame_target(series: etree._Element) -> None:
    """Draw a bar as a dashed frame."""
    properties = series.find(qn("c:spPr"))
    if properties is not None:
        series.remove(properties)
    series.find(qn("c:tx")).addnext(parse_xml(_FRAMED))


def move_to_trend(pptx_chart: PptxChart, series: etree._Element, chart: Chart) -> None:
    """Draw the target across lying bars: the trend of unseen bars as long as it.

    No other line crosses lying bars in Word and LibreOffice alike. Bars of their own axes take no room from
    the others, and may have a trend where the others are stacked. One place has no trend: a dashed frame.
    """
    bars = pptx_chart._chartSpace.find(f".//{qn('c:barChart')}")
    bars.remove(series)
    frame_target(series)  # the legend shows the frame beside the name
    if len(chart.categories) > 1:
        categories = series.find(qn("c:cat"))
        for place in range(len(chart.categories)):
            categories.addprevious(parse_xml(_UNSEEN.format(place)))
        categories.addprevious(parse_xml(_TREND))
    own = parse_xml(
        f'<c:barChart {nsdecls("c")}><c:barDir val="bar"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/><c:gapWidth val="40"/><c:overlap val="100"/><c:axId val="{_CATEGORY_AXIS}"/>'
        f'<c:axId val="{_VALUE_AXIS}"/></c:barChart>'
    )
    own.find(qn("c:varyColors")).addnext(series)
    bars.addnext(own)
    scale = value_scale(chart)
    last = bars.getparent().findall(qn("c:valAx"))[-1]
    ends = f'<c:max val="{scale.high}"/><c:min val="{scale.low}"/>'
    last.addnext(parse_xml(_unseen_axis("valAx", "minMax", ends, "t", (_VALUE_AXIS, _CATEGORY_AXIS))))
    last.addnext(parse_xml(_unseen_axis("catAx", "maxMin", "", "r", (_CATEGORY_AXIS, _VALUE_AXIS))))


def _unseen_axis(kind: str, order: str, ends: str, side: str, ids: tuple[str, str]) -> str:
    own, crossing = ids
    return (
        f'<c:{kind} {nsdecls("c")}><c:axId val="{own}"/><c:scaling><c:orientation val="{order}"/>{ends}'
        f'</c:scaling><c:delete val="1"/><c:axPos val="{side}"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="{crossing}"/>'
        f'<c:crosses val="autoZero"/></c:{kind}>'
    )


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
