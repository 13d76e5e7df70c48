"""A native scatter: points of schools and the lines of limits, all over one column of places."""

from lxml import etree
from pptx.chart.data import XyChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from xlsxwriter.utility import xl_col_to_name

from lib.domain.chart_descriptions import Chart
from lib.domain.chart_looks import drawn_series
from lib.report.characters import printable
from lib.report.chart_workbook import column_range, first_series_column


def scatter_xml(chart: Chart, number_format: str) -> str:
    """What python-pptx writes for the series; their cells are set by ``bind_cells``."""
    data = XyChartData(number_format=number_format)  # type: ignore[no-untyped-call]
    for series in drawn_series(chart):
        points = data.add_series(printable(series.name))  # type: ignore[no-untyped-call]
        points.add_data_point(0.0, 0.0)
    writer = ChartXmlWriter(XL_CHART_TYPE.XY_SCATTER, data)  # type: ignore[no-untyped-call]
    return str(writer.xml)


def bind_cells(root: etree._Element, chart: Chart, number_format: str) -> None:
    """Each series over all rows of the workbook; a row that is another series' stays empty."""
    first = first_series_column(chart)
    drawn = root.findall(f".//{qn('c:ser')}")
    for column, (element, series) in enumerate(zip(drawn, drawn_series(chart), strict=True), start=first):
        element.find(f"{qn('c:tx')}//{qn('c:f')}").text = f"Sheet1!${xl_col_to_name(column)}$1"
        _fill(element.find(qn("c:xVal")), column_range(chart, 1), chart.xs, "General")
        _fill(element.find(qn("c:yVal")), column_range(chart, column), series.values, number_format)


def name_points(root: etree._Element, chart: Chart) -> list[etree._Element]:
    """Labels with names beside the named points.

    Returns:
        The run properties of the names, to be dressed like other labels.
    """
    dressed = []
    for element, series in zip(root.findall(f".//{qn('c:ser')}"), chart.series, strict=False):
        named = [place for place in sorted(chart.named) if series.values[place] is not None]
        if not named:
            continue
        labels = etree.Element(qn("c:dLbls"))
        for place in named:
            label = etree.SubElement(labels, qn("c:dLbl"))
            etree.SubElement(label, qn("c:idx"), {"val": str(place)})
            rich = etree.SubElement(etree.SubElement(label, qn("c:tx")), qn("c:rich"))
            etree.SubElement(rich, qn("a:bodyPr"), {"wrap": "none"})
            run = etree.SubElement(etree.SubElement(rich, qn("a:p")), qn("a:r"))
            dressed.append(etree.SubElement(run, qn("a:rPr")))
            etree.SubElement(run, qn("a:t")).text = printable(chart.categories[place])
            right = chart.xs[place] < max(chart.xs) / 2
            etree.SubElement(label, qn("c:dLblPos"), {"val": "r" if right else "l"})
            _show(label, value=True)
        _show(labels, value=False)
        before = element.find(qn("c:marker"))
        (before if before is not None else element.find(qn("c:spPr"))).addnext(labels)
    return dressed


def _show(parent: etree._Element, *, value: bool) -> None:
    for tag in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        etree.SubElement(parent, qn(f"c:{tag}"), {"val": "1" if value and tag == "showVal" else "0"})


def _fill(values: etree._Element, cells: str, numbers: tuple[float | None, ...], number_format: str) -> None:
    for old in list(values):
        values.remove(old)
    reference = etree.SubElement(values, qn("c:numRef"))
    etree.SubElement(reference, qn("c:f")).text = cells
    cache = etree.SubElement(reference, qn("c:numCache"))
    etree.SubElement(cache, qn("c:formatCode")).text = number_format
    etree.SubElement(cache, qn("c:ptCount"), {"val": str(len(numbers))})
    for place, number in enumerate(numbers):
        if number is not None:
            point = etree.SubElement(cache, qn("c:pt"), {"idx": str(place)})
            etree.SubElement(point, qn("c:v")).text = repr(float(number))
