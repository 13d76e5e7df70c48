"""Colours, dashes, labels and the target line of a native chart's series."""

from collections.abc import Sequence

from lxml import etree
from pptx.chart.chart import Chart as PptxChart
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Pt

from lib.domain.chart_descriptions import Chart
from lib.domain.chart_labels import label_text, readable_labels
from lib.domain.chart_looks import is_line, series_dash, series_shape, target_series
from lib.domain.palette import INK, MUTED, Dash, Shape, readable_on
from lib.report.chart_label_marks import clear_behind, drop_label
from lib.report.chart_layout import is_small, plot_of, text_pt
from lib.report.chart_scatter import name_points
from lib.report.chart_target import frame_target, move_to_line_plot, move_to_trend
from lib.report.text_width import word_width_cm

_DASHES: dict[Dash, MSO_LINE] = {
    "solid": MSO_LINE.SOLID,
    "dash": MSO_LINE.DASH,
    "dot": MSO_LINE.ROUND_DOT,
    "long_dash_dot": MSO_LINE.LONG_DASH_DOT,
}
_MARKERS: dict[Shape, XL_MARKER_STYLE] = {
    "circle": XL_MARKER_STYLE.CIRCLE,
    "square": XL_MARKER_STYLE.SQUARE,
    "diamond": XL_MARKER_STYLE.DIAMOND,
    "triangle": XL_MARKER_STYLE.TRIANGLE,
}
_FEW = 3  # bars of fewer places would be as broad as tables
_STROKE_PT = 20
_LABEL_PLACES = {
    "bar": XL_LABEL_POSITION.OUTSIDE_END,
    "grouped_bar": XL_LABEL_POSITION.OUTSIDE_END,
    "stacked_bar": XL_LABEL_POSITION.CENTER,
    "line": XL_LABEL_POSITION.ABOVE,
}


def dress_series(pptx_chart: PptxChart, chart: Chart) -> None:
    """Colour every series, label its values where there is room, draw the target as a dashed line."""
    drawn = list(pptx_chart.plots[0].series)
    own = drawn[: len(chart.series)]
    if chart.kind == "scatter":
        for position, series in enumerate(own):
            _dress_points(series, chart, position)
        for properties in name_points(pptx_chart._chartSpace, chart):
            properties.set("sz", str(_label_size_pt(chart) * 100))
    elif chart.kind == "line":
        for position, series in enumerate(own):
            _dress_line(series, chart, position)
    else:
        _dress_bars(pptx_chart, own, chart)
    _label(own, chart)
    if target_series(chart):
        _dress_target(pptx_chart, drawn[-1], chart)


def _dress_target(pptx_chart: PptxChart, series: object, chart: Chart) -> None:
    element: etree._Element = series._element  # type: ignore[attr-defined]
    if chart.lies_down:
        move_to_trend(pptx_chart, element, chart)
        return
    alone = len(chart.categories) == 1 and chart.kind != "scatter"  # a line over one place has no length
    if alone and chart.kind == "grouped_bar":
        frame_target(element)
        return
    _dress_limit(series, INK, "dash", 1.5)
    if chart.kind == "grouped_bar":
        move_to_line_plot(pptx_chart, element)
        return
    series.marker.style = XL_MARKER_STYLE.DASH if alone else XL_MARKER_STYLE.NONE  # type: ignore[attr-defined]
    if alone:
        series.marker.size = _STROKE_PT  # type: ignore[attr-defined]
    series.smooth = False  # type: ignore[attr-defined]


def _dress_bars(pptx_chart: PptxChart, drawn: Sequence[object], chart: Chart) -> None:
    plot = pptx_chart.plots[0]
    plot.gap_width = 80 if chart.kind == "bar" and len(chart.series) == 1 else 40
    if chart.kind == "grouped_bar" and len(chart.categories) < _FEW:
        plot.gap_width = 150
    plot.overlap = 100 if chart.kind == "stacked_bar" else 0
    for series, source in zip(drawn, chart.series, strict=True):
        shape = series.format  # type: ignore[attr-defined]
        shape.fill.solid()
        shape.fill.fore_color.rgb = _rgb(source.colour)
        series.invert_if_negative = False  # type: ignore[attr-defined]
        # pale fills keep their edge on paper, and parts of a stack stay apart in grey print
        shape.line.color.rgb = _rgb(MUTED if chart.kind == "stacked_bar" else source.colour)
        shape.line.width = Pt(0.5)


def _dress_line(series: object, chart: Chart, position: int) -> None:
    colour = chart.series[position].colour
    _dress_limit(series, colour, series_dash(chart, position), 2.25)
    series.smooth = False  # type: ignore[attr-defined]
    _dress_marker(series, colour, series_shape(chart, position), hollow=False, size=8)


def _dress_points(series: object, chart: Chart, position: int) -> None:
    source = chart.series[position]
    series.marker.style = XL_MARKER_STYLE.NONE  # type: ignore[attr-defined]
    if is_line(source):
        _dress_limit(series, source.colour, series_dash(chart, position), 1.5)
        return
    series.format.line.fill.background()  # type: ignore[attr-defined]
    _dress_marker(
        series, source.colour, series_shape(chart, position), hollow=source.mark == "hollow", size=7
    )


def _dress_marker(series: object, colour: str, shape: Shape, *, hollow: bool, size: int) -> None:
    marker = series.marker  # type: ignore[attr-defined]
    marker.style = _MARKERS[shape]
    marker.size = size
    if hollow:  # white would be drawn without an edge by LibreOffice, which takes the edge's colour here
        marker.format.fill.background()
    else:
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = _rgb(colour)
    marker.format.line.color.rgb = _rgb(colour)


def _dress_limit(series: object, colour: str, dash: Dash, width_pt: float) -> None:
    line = series.format.line  # type: ignore[attr-defined]
    line.color.rgb = _rgb(colour)
    line.width = Pt(width_pt)
    line.dash_style = _DASHES[dash]


def _label(drawn: Sequence[object], chart: Chart) -> None:
    """Value labels where they can be read."""
    size = _label_size_pt(chart)
    kept = readable_labels(chart)
    if not size or not kept:
        return
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
        labels.font.color.rgb = _rgb(readable_on(source.colour) if chart.kind == "stacked_bar" else INK)
        labels.position = place
        if chart.kind == "line":
            clear_behind(labels._element)
        for point in range(len(chart.categories)):
            if (position, point) not in kept:
                drop_label(labels._element, point)


def _label_size_pt(chart: Chart) -> int:
    """The largest size at which labels stand side by side; 0 where even the smallest would collide."""
    size = text_pt(chart)
    if chart.kind == "bar":
        bar_cm = plot_of(chart).height / (len(chart.categories) * (len(chart.series) + 0.4))
        return min(size if is_small(chart) else size - 2, max(8, int(bar_cm * 28.35 / 1.1)))
    if chart.kind != "grouped_bar":
        return size if is_small(chart) else size - 2
    room = plot_of(chart).width / (len(chart.categories) * (len(chart.series) + 0.4))
    words = [label_text(chart, value) for value in chart.numbers]
    fitting = (
        less
        for less in (size - 1, size - 2, size - 3)
        if all(word_width_cm(word, less) <= room for word in words)
    )
    return next(fitting, 0)


def _runs_below(chart: Chart) -> bool:
    """Whether the first line ends below the second."""
    ends = [next((v for v in reversed(s.values) if v is not None), None) for s in chart.series[:2]]
    return len(ends) == 2 and None not in ends and (ends[0] or 0.0) < (ends[1] or 0.0)


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]
