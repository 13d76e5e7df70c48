"""Colours, dashes, labels and the target line of a native chart's series."""

from collections.abc import Sequence

from lxml import etree
from pptx.chart.chart import Chart as PptxChart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Pt

from lib.domain.chart_descriptions import Chart
from lib.report.chart_layout import is_small
from lib.report.chart_target import target_series
from lib.report.text_width import word_width_cm
from lib.report.word_styles import INK

# A grey print tells lines apart by these, not by colour.
_DASHES = (MSO_LINE.SOLID, MSO_LINE.DASH, MSO_LINE.ROUND_DOT, MSO_LINE.LONG_DASH_DOT)
_MARKERS = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.DIAMOND, XL_MARKER_STYLE.TRIANGLE)
_MOST_LABELS = 40
_WHITE = "FFFFFF"
_PLOT_CM = 13.1
_LABEL_PLACES = {
    "bar": XL_LABEL_POSITION.OUTSIDE_END,
    "grouped_bar": XL_LABEL_POSITION.OUTSIDE_END,
    "stacked_bar": XL_LABEL_POSITION.CENTER,
    "line": XL_LABEL_POSITION.ABOVE,
}


def dress_series(pptx_chart: PptxChart, chart: Chart) -> None:
    """Colour every series, label its values where there is room, draw the target as a dashed line."""
    plot = pptx_chart.plots[0]
    drawn = list(plot.series)
    if chart.kind == "line":
        for position, series in enumerate(drawn[: len(chart.series)]):
            _dress_line(series, chart.series[position].colour, position)
    else:
        plot.gap_width = 80 if chart.kind == "bar" and len(chart.series) == 1 else 40
        plot.overlap = 100 if chart.kind == "stacked_bar" else 0
        for position, series in enumerate(drawn[: len(chart.series)]):
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = _rgb(chart.series[position].colour)
            series.invert_if_negative = False
    _label(drawn[: len(chart.series)], chart)
    if target_series(chart):
        _dress_target(drawn[-1])
        if chart.kind == "line":
            drawn[-1].marker.style = XL_MARKER_STYLE.NONE
            drawn[-1].smooth = False
        else:
            _move_to_line_plot(pptx_chart, drawn[-1]._element)


def _dress_line(series: object, colour: str, position: int) -> None:
    line = series.format.line  # type: ignore[attr-defined]
    line.color.rgb = _rgb(colour)
    line.width = Pt(2.25)
    line.dash_style = _DASHES[position % len(_DASHES)]
    series.smooth = False  # type: ignore[attr-defined]
    marker = series.marker  # type: ignore[attr-defined]
    marker.style = _MARKERS[position % len(_MARKERS)]
    marker.size = 8
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = _rgb(colour)
    marker.format.line.color.rgb = _rgb(colour)


def _label(drawn: Sequence[object], chart: Chart) -> None:
    """Value labels where they can be read: not in a crowd, not over each other, not in a sliver."""
    size = _label_size_pt(chart)
    if not size:
        return
    kept = _readable_labels(chart)
    place = _LABEL_PLACES[chart.kind]
    if is_small(chart):  # there is room for the labels of one line, on the side away from the others
        drawn = drawn[:1]
        place = XL_LABEL_POSITION.BELOW if _runs_below(chart) else place
    decimals = "." + "0" * chart.decimals if chart.decimals else ""
    for position, (series, source) in enumerate(zip(drawn, chart.series, strict=False)):
        labels = series.data_labels  # type: ignore[attr-defined]
        labels.show_value = True
        labels.number_format = f"#,##0{decimals}"
        labels.number_format_is_linked = False
        labels.font.size = Pt(size)
        labels.font.color.rgb = _rgb(_readable_on(source.colour) if chart.kind == "stacked_bar" else INK)
        labels.position = place
        for point in range(len(chart.categories)):
            if (position, point) not in kept:
                _drop_label(labels._element, point)


def _label_size_pt(chart: Chart) -> int:
    """The largest size at which labels stand side by side; 0 where even the smallest would collide."""
    if chart.kind == "grouped_bar":
        room = _PLOT_CM / (len(chart.categories) * (len(chart.series) + 0.4))
        values = [value for series in chart.series for value in series.values if value is not None]
        words = [f"{value:,.{chart.decimals}f}" for value in values]
        fitting = (size for size in (13, 12, 11) if all(word_width_cm(word, size) <= room for word in words))
        return next(fitting, 0)
    if is_small(chart):
        return 10
    return 12 if len(chart.series) * len(chart.categories) <= _MOST_LABELS else 0


def _readable_labels(chart: Chart) -> set[tuple[int, int]]:
    """Series and point of each label to keep; of lines that meet, the earlier series has the label."""
    length = _axis_length(chart)
    kept: set[tuple[int, int]] = set()
    for point in range(len(chart.categories)):
        placed: list[float] = []
        for position, series in enumerate(chart.series):
            value = series.values[point]
            if value is None:
                continue
            if chart.kind == "stacked_bar" and abs(value) < length * 0.07:
                continue
            if chart.kind == "line" and any(abs(value - other) < length * 0.13 for other in placed):
                continue
            placed.append(value)
            kept.add((position, point))
    return kept


def _runs_below(chart: Chart) -> bool:
    """Whether the first line ends below the second."""
    ends = [next((v for v in reversed(s.values) if v is not None), None) for s in chart.series[:2]]
    return len(ends) == 2 and None not in ends and (ends[0] or 0.0) < (ends[1] or 0.0)


def _axis_length(chart: Chart) -> float:
    """What the value axis spans, near enough, in the chart's unit."""
    if chart.percent_axis:
        return 100.0
    if chart.kind == "stacked_bar":
        stacks = zip(*(series.values for series in chart.series), strict=True)
        return max((sum(value or 0.0 for value in stack) for stack in stacks), default=0.0)
    values = [value for series in chart.series for value in series.values if value is not None]
    return max(values, default=0.0) - min(values, default=0.0)


def _drop_label(labels: etree._Element, position: int) -> None:
    """Delete one point's label; such entries come first in ``c:dLbls``, in order."""
    entry = etree.Element(qn("c:dLbl"))
    etree.SubElement(entry, qn("c:idx"), {"val": str(position)})
    etree.SubElement(entry, qn("c:delete"), {"val": "1"})
    labels.insert(len(labels.findall(qn("c:dLbl"))), entry)


def _readable_on(colour: str) -> str:
    """White or ink, whichever stands out on a fill (relative luminance of WCAG, roughly)."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    luminance = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return _WHITE if luminance < 0.22 else INK


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


def _dress_target(series: object) -> None:
    line = series.format.line  # type: ignore[attr-defined]
    line.color.rgb = _rgb(INK)
    line.width = Pt(1.5)
    line.dash_style = MSO_LINE.DASH


def _move_to_line_plot(pptx_chart: PptxChart, series: etree._Element) -> None:
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
