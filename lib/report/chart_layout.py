"""Where the plot of a native chart stands: left alone, office programs shrink it and drop Thai labels."""

from dataclasses import dataclass
from math import ceil

from lxml import etree
from pptx.oxml.ns import qn

from lib.domain.chart_descriptions import Chart
from lib.domain.chart_labels import label_text, readable_labels
from lib.domain.chart_looks import legend_names, target_series
from lib.domain.chart_scales import value_scale
from lib.report.chart_target import trend_names
from lib.report.text_width import word_width_cm

_TEXT_PT = 14
_SMALL_TEXT_PT = 10
_SMALL_BELOW_CM = 12.0  # narrower charts cannot hold text of the usual size
_TALLEST_CM = 20.0
_LINE_CM = 0.9  # one line of chart text
_MOST_LABEL_SHARE = 0.4  # of the width, for category names beside lying bars
_EDGE_CM = 0.9


@dataclass(frozen=True, slots=True)
class Plot:
    """Centimetres of the plotting area in its chart."""

    left: float
    top: float
    width: float
    height: float
    chart_width: float
    chart_height: float


def has_legend(chart: Chart) -> bool:
    return len(legend_names(chart)) > 1


def text_pt(chart: Chart) -> int:
    """Size of every word of the chart but the names on a tall one."""
    if chart.text_pt is not None:
        return chart.text_pt
    return _SMALL_TEXT_PT if is_small(chart) else _TEXT_PT


def is_small(chart: Chart) -> bool:
    """Whether two such charts stand side by side."""
    return chart.width_cm < _SMALL_BELOW_CM and chart.text_pt is None


def chart_height_cm(chart: Chart) -> float:
    """Room for every label: lying bars grow with their number, standing ones keep one height."""
    if chart.height_cm is not None:
        return chart.height_cm
    if not chart.lies_down:
        return (
            9.5 + _legend_cm(chart)
            if chart.kind == "scatter"
            else 9.0 + (_name_lines(chart) - 1) * _line_cm(chart)
        )
    bars = 0.4 + 0.6 * len(chart.series) if chart.kind == "bar" else 1.1
    row = max(bars, 1.1, _name_lines(chart) * 0.85)
    return min(_TALLEST_CM, _below_cm(chart) + _top_cm(chart) + row * len(chart.categories))


def name_size_pt(chart: Chart) -> int:
    """Size of the category names, smaller where a chart leaves each less than its lines."""
    size = text_pt(chart)
    if not chart.lies_down:
        return size
    row = (chart_height_cm(chart) - _below_cm(chart) - _top_cm(chart)) / len(chart.categories)
    room = _MOST_LABEL_SHARE * chart.width_cm

    def needed(pt: int) -> float:
        widest = max(word_width_cm(name, pt) for name in chart.categories)
        return 0.85 * pt / _TEXT_PT * ceil(widest / room)

    return next((pt for pt in range(size, 8, -1) if needed(pt) <= row), 8)


def plot_of(chart: Chart) -> Plot:
    """The room that ticks, axis titles, category names and legend leave."""
    height = chart_height_cm(chart)
    left = _label_cm(chart) + 0.7 if chart.lies_down else _line_cm(chart) + _tick_cm(chart) + 0.6
    top = _top_cm(chart)
    return Plot(
        left,
        top,
        max(chart.width_cm - left - _right_cm(chart), 1.0),
        max(height - top - _below_cm(chart), 1.0),
        chart.width_cm,
        height,
    )


def place_plot(root: etree._Element, chart: Chart) -> None:
    """Write the place of the plotting area, and of the title below it; the legend keeps the lower edge."""
    plot = plot_of(chart)
    area = root.find(f".//{qn('c:plotArea')}")
    _place(area, plot, (plot.left, plot.top, plot.width, plot.height))
    # left alone, LibreOffice lays the title of a level axis over the legend
    words = chart.unit if chart.lies_down else chart.x_unit
    title = area.find(f"{qn('c:valAx')}/{qn('c:title')}")
    if words and title is not None:
        width = word_width_cm(words, text_pt(chart))
        left = plot.left + (plot.width - width) / 2
        _place(title, plot, (left, plot.top + plot.height + _line_cm(chart)))


def _place(element: etree._Element, plot: Plot, box_cm: tuple[float, ...]) -> None:
    """Left and top edge; with width and height as well, the box inside the axes."""
    old = element.find(qn("c:layout"))
    if old is not None:
        element.remove(old)
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    settings = {"layoutTarget": "inner"} if len(box_cm) == 4 else {}
    settings |= {"xMode": "edge", "yMode": "edge"}
    sides = (plot.chart_width, plot.chart_height) * 2
    for tag, place, side in zip("xywh", box_cm, sides, strict=False):
        settings[tag] = f"{place / side:.4f}"
    for tag, value in settings.items():
        etree.SubElement(manual, qn(f"c:{tag}"), {"val": value})
    text = element.find(qn("c:tx"))
    if text is None:
        element.insert(0, layout)
    else:
        text.addnext(layout)


def _line_cm(chart: Chart) -> float:
    return _LINE_CM * text_pt(chart) / _TEXT_PT


def _top_cm(chart: Chart) -> float:
    if chart.lies_down:
        return 0.4
    return 0.8  # a label may stand on the topmost point


def _right_cm(chart: Chart) -> float:
    """Room right of the plot; the label of a bar that fills its axis stands there."""
    if chart.kind != "bar" or not readable_labels(chart):
        return _EDGE_CM
    scale = value_scale(chart)
    size = text_pt(chart)
    over = (
        word_width_cm(label_text(chart, value), size) for value in chart.numbers if scale.share(value) > 0.9
    )
    return max(_EDGE_CM, max(over, default=0.0) + 0.3)


def _below_cm(chart: Chart) -> float:
    """Ticks or names, the unit where it stands below, and the legend."""
    named_below = chart.lies_down or chart.kind == "scatter"
    lines = 2 if named_below else _name_lines(chart)
    legend = _legend_cm(chart)
    return lines * _line_cm(chart) + (legend + 0.3 if legend else 0.0) + 0.2


def _legend_cm(chart: Chart) -> float:
    if not has_legend(chart):
        return 0.0
    # LibreOffice draws long samples where a legend names a line
    sample = (
        2.2 if chart.kind in ("line", "scatter") or (target_series(chart) and not is_small(chart)) else 1.4
    )
    key_cm = 1.0 if is_small(chart) else sample * text_pt(chart) / _TEXT_PT
    names = (*legend_names(chart), *trend_names(chart))
    widths = [word_width_cm(name, text_pt(chart)) + key_cm for name in names]
    # entries stand in columns as wide as the widest name
    per_row = max(1, int((chart.width_cm - 1) / max(widths)))
    return _line_cm(chart) * ceil(len(names) / per_row)


def _label_cm(chart: Chart) -> float:
    """Width of the category names, which wrap at the most that is good for the bars."""
    return min(_MOST_LABEL_SHARE * chart.width_cm, max(1.5, _widest_name_cm(chart)))


def _tick_cm(chart: Chart) -> float:
    """Width of the numbers beside the value axis of a standing chart."""
    ticks = value_scale(chart).ticks
    return max(word_width_cm(f"{tick:,.10g}", text_pt(chart)) for tick in ticks)


def _name_lines(chart: Chart) -> int:
    if chart.kind == "scatter":
        return 1
    if chart.lies_down:
        return ceil(_widest_name_cm(chart) / (_MOST_LABEL_SHARE * chart.width_cm))
    room = (chart.width_cm - 3.0) / len(chart.categories)
    return min(3, ceil(_widest_name_cm(chart) / room * 1.15))


def _widest_name_cm(chart: Chart) -> float:
    return max(word_width_cm(name, text_pt(chart)) for name in chart.categories)
