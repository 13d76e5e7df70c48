"""The DrawingML of a native chart, from python-pptx's writer, dressed for Thai readers."""

from lxml import etree
from pptx.chart.axis import ValueAxis
from pptx.chart.chart import Chart as PptxChart
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from lib.domain.chart_descriptions import Chart
from lib.domain.chart_looks import drawn_series
from lib.domain.chart_scales import Scale, place_scale, step_decimals, value_scale
from lib.domain.palette import INK, LINE, RULE
from lib.report.characters import printable
from lib.report.chart_layout import has_legend, name_size_pt, place_plot, text_pt
from lib.report.chart_scatter import bind_cells, scatter_xml
from lib.report.chart_series import dress_series
from lib.report.word_fonts import LANGUAGE, dress_drawing_text

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
    written = scatter_xml(chart, number_format(chart)) if chart.kind == "scatter" else _category_xml(chart)
    root = parse_xml(_with_positive_axis_ids(written).encode())
    if chart.kind == "scatter":
        bind_cells(root, chart, number_format(chart))
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


def _category_xml(chart: Chart) -> str:
    data = CategoryChartData(number_format=number_format(chart))  # type: ignore[no-untyped-call]
    data.categories = [printable(name) for name in chart.categories]
    for series in drawn_series(chart):
        data.add_series(printable(series.name), series.values)  # type: ignore[no-untyped-call]
    writer = ChartXmlWriter(_KINDS[chart.kind], data)  # type: ignore[no-untyped-call]
    return str(writer.xml)


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
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if chart.kind == "scatter":
        _set_scale(categories, place_scale(chart), 0)
        _set_title(categories, chart.x_unit, chart)
        # points stand between the ends of both axes, whatever their signs
        values._element.find(qn("c:crosses")).set("val", "min")
    else:
        _show_every_label(categories._element)
    if chart.lies_down:
        categories.reverse_order = True
        # A reversed category axis carries the value axis to the top unless it crosses at the far end.
        values._element.find(qn("c:crosses")).set("val", "max")
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = _rgb(LINE)
    values.major_gridlines.format.line.width = Pt(0.5)
    values.major_tick_mark = XL_TICK_MARK.NONE
    values.format.line.fill.background()
    scale = value_scale(chart)
    _set_scale(values, scale, step_decimals(scale))
    _set_title(values, chart.unit, chart)


def _set_scale(axis: ValueAxis, scale: Scale, decimals: int) -> None:
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = scale.low, scale.high, scale.step
    axis.tick_labels.number_format = "#,##0" + ("." + "0" * decimals if decimals else "")
    axis.tick_labels.number_format_is_linked = False


def _set_title(axis: ValueAxis, words: str, chart: Chart) -> None:
    told = " ".join(printable(words).split())
    axis.has_title = bool(told)
    if told:
        frame = axis.axis_title.text_frame
        frame.text = told
        frame.paragraphs[0].runs[0].font.size = Pt(text_pt(chart))
        frame.paragraphs[0].runs[0].font.bold = False


def _show_every_label(axis: etree._Element) -> None:
    """Keep the program from leaving out every second category."""
    skip = etree.Element(qn("c:tickLblSkip"), {"val": "1"})
    axis.find(qn("c:noMultiLvlLbl")).addprevious(skip)


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


def _dress_legend(pptx_chart: PptxChart, chart: Chart) -> None:
    pptx_chart.has_legend = has_legend(chart)
    if pptx_chart.has_legend:
        pptx_chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        pptx_chart.legend.include_in_layout = False
        named: set[str] = set()
        position = pptx_chart.legend._element.find(qn("c:legendPos"))
        entries = []
        for place, series in enumerate(drawn_series(chart)):
            if series.name in named:
                entry = etree.Element(qn("c:legendEntry"))
                etree.SubElement(entry, qn("c:idx"), {"val": str(place)})
                etree.SubElement(entry, qn("c:delete"), {"val": "1"})
                entries.append(entry)
            named.add(series.name)
        for entry in reversed(entries):
            position.addnext(entry)


def _finish(root: etree._Element, workbook_id: str) -> None:
    """Language, square corners, a light frame and the link to the workbook, each at its place."""
    date_1904 = root.find(qn("c:date1904"))
    if date_1904 is None:
        date_1904 = etree.Element(qn("c:date1904"))
        root.insert(0, date_1904)
    date_1904.set("val", "0")
    language = etree.Element(qn("c:lang"), {"val": LANGUAGE})
    corners = root.find(qn("c:roundedCorners"))
    if corners is None:
        corners = etree.Element(qn("c:roundedCorners"))
    corners.set("val", "0")
    date_1904.addnext(language)
    language.addnext(corners)
    frame = parse_xml(_FRAME)
    root.find(qn("c:txPr")).addprevious(frame)
    data = etree.SubElement(root, qn("c:externalData"), {qn("r:id"): workbook_id})
    etree.SubElement(data, qn("c:autoUpdate"), {"val": "0"})
