"""The DrawingML of a native chart, from python-pptx's writer, dressed for Thai readers."""

import math

from lxml import etree
from pptx.chart.chart import Chart as PptxChart
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from lib.domain.chart_descriptions import Chart
from lib.report.characters import printable
from lib.report.chart_layout import has_legend, is_small, lies_down, name_size_pt, place_plot, text_pt
from lib.report.chart_series import dress_series
from lib.report.chart_target import target_series
from lib.report.word_fonts import LANGUAGE, dress_drawing_text
from lib.report.word_styles import INK, LINE, RULE

_KINDS = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked_bar": XL_CHART_TYPE.BAR_STACKED,
    "grouped_bar": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
}
_FRAME = (
    f'<c:spPr {nsdecls("c", "a")}><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    f'<a:ln w="6350"><a:solidFill><a:srgbClr val="{LINE}"/></a:solidFill></a:ln></c:spPr>'
)


def chart_xml(chart: Chart, workbook_id: str) -> etree._Element:
    """The ``c:chartSpace`` of a chart.

    Args:
        workbook_id: relationship id of the workbook with the chart's data.
    """
    data = CategoryChartData(number_format=number_format(chart))  # type: ignore[no-untyped-call]
    data.categories = [printable(name) for name in chart.categories]
    for series in (*chart.series, *target_series(chart)):
        data.add_series(printable(series.name), series.values)  # type: ignore[no-untyped-call]
    writer = ChartXmlWriter(_KINDS[chart.kind], data)  # type: ignore[no-untyped-call]
    root = parse_xml(_with_positive_axis_ids(writer.xml).encode())
    pptx_chart = PptxChart(root, None)  # type: ignore[no-untyped-call]
    pptx_chart.font.size = Pt(text_pt(chart))
    pptx_chart.font.color.rgb = _rgb(INK)
    pptx_chart.has_title = False
    _dress_axes(pptx_chart, chart)
    dress_series(pptx_chart, chart)
    _dress_legend(pptx_chart, chart)
    place_plot(root, chart)
    _finish(root, workbook_id)
    dress_drawing_text(root)
    return root


def number_format(chart: Chart) -> str:
    return "#,##0" + ("." + "0" * chart.decimals if chart.decimals else "")


def _with_positive_axis_ids(xml: str) -> str:
    """python-pptx writes negative axis ids, which the schema does not allow."""
    return xml.replace('Id val="-', 'Id val="').replace('crossAx val="-', 'crossAx val="')


def _dress_axes(pptx_chart: PptxChart, chart: Chart) -> None:
    categories, values = pptx_chart.category_axis, pptx_chart.value_axis
    categories.has_major_gridlines = False
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.format.line.color.rgb = _rgb(RULE)
    categories.tick_labels.font.size = Pt(name_size_pt(chart))
    _show_every_label(categories._element)
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if lies_down(chart):
        categories.reverse_order = True
        # A reversed category axis carries the value axis to the top unless it crosses at the far end.
        values._element.find(qn("c:crosses")).set("val", "max")
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = _rgb(LINE)
    values.major_gridlines.format.line.width = Pt(0.5)
    values.major_tick_mark = XL_TICK_MARK.NONE
    values.format.line.fill.background()
    values.tick_labels.number_format = "#,##0" if _whole_steps(chart) else number_format(chart)
    values.tick_labels.number_format_is_linked = False
    if chart.percent_axis:
        values.minimum_scale, values.maximum_scale, values.major_unit = 0, 100, 20
    elif chart.kind != "line" and _lowest(chart) >= 0:
        values.minimum_scale = 0
    elif chart.kind == "line" and is_small(chart):
        # left alone, a program starts at 0 and lays the lines over each other
        values.minimum_scale, values.maximum_scale, values.major_unit = _close_scale(chart)
    unit = " ".join(printable(chart.unit).split())
    values.has_title = bool(unit)
    if unit:
        frame = values.axis_title.text_frame
        frame.text = unit
        frame.paragraphs[0].runs[0].font.size = Pt(text_pt(chart))
        frame.paragraphs[0].runs[0].font.bold = False


def _show_every_label(axis: etree._Element) -> None:
    """Keep the program from leaving out every second category."""
    skip = etree.Element(qn("c:tickLblSkip"), {"val": "1"})
    axis.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


def _whole_steps(chart: Chart) -> bool:
    """Whether axis labels can do without decimals."""
    numbers = [abs(value) for series in chart.series for value in series.values if value is not None]
    return chart.percent_axis or chart.decimals == 0 or max(numbers, default=0) >= 10


def _close_scale(chart: Chart) -> tuple[float, float, float]:
    """Ends around the lines, on whole steps, and the step between."""
    numbers = [value for series in chart.series for value in series.values if value is not None]
    low, high = min(numbers), max(numbers)
    span = (high - low) or max(abs(high), 1.0) * 0.2
    power = 10.0 ** math.floor(math.log10(span / 2))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= span / 2)
    # room for a label above the topmost and below the lowest point
    first = math.floor((low - span * 0.3) / step) * step
    last = math.ceil((high + span * 0.3) / step) * step
    if low >= 0:
        first = max(first, 0.0)
    if chart.unit == "ร้อยละ" and high <= 100:
        last = min(last, 100.0)
    return first, last, step


def _lowest(chart: Chart) -> float:
    return min((value for series in chart.series for value in series.values if value is not None), default=0)


def _dress_legend(pptx_chart: PptxChart, chart: Chart) -> None:
    pptx_chart.has_legend = has_legend(chart)
    if pptx_chart.has_legend:
        pptx_chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        pptx_chart.legend.include_in_layout = False


def _finish(root: etree._Element, workbook_id: str) -> None:
    """Language, square corners, a light frame and the link to the workbook, each at its place."""
    date_1904 = root.find(qn("c:date1904"))
    language = etree.Element(qn("c:lang"), {"val": LANGUAGE})
    corners = root.find(qn("c:roundedCorners"))
    if corners is None:
        corners = etree.Element(qn("c:roundedCorners"))
    corners.set("val", "0")
    position = 0 if date_1904 is None else root.index(date_1904) + 1
    root.insert(position, language)
    root.insert(position + 1, corners)
    frame = parse_xml(_FRAME)
    root.find(qn("c:txPr")).addprevious(frame)
    data = etree.SubElement(root, qn("c:externalData"), {qn("r:id"): workbook_id})
    etree.SubElement(data, qn("c:autoUpdate"), {"val": "0"})
