"""Where the plot of a native chart stands: left alone, office programs shrink it and drop Thai labels."""

from math import ceil

from lxml import etree
from pptx.oxml.ns import qn

from lib.domain.chart_descriptions import Chart
from lib.report.chart_target import target_series
from lib.report.text_width import word_width_cm

TEXT_PT = 14
_SMALL_TEXT_PT = 10
_SMALL_BELOW_CM = 12.0  # narrower charts cannot hold text of the usual size
_TALLEST_CM = 20.0
_LINE_CM = 0.9  # one line of chart text
_MOST_LABEL_CM = 6.3


def has_legend(chart: Chart) -> bool:
    return len(chart.series) + len(target_series(chart)) > 1


def text_pt(chart: Chart) -> int:
    """Size of every word of the chart but the names on a tall one."""
    return _SMALL_TEXT_PT if is_small(chart) else TEXT_PT


def is_small(chart: Chart) -> bool:
    """Whether two such charts stand side by side."""
    return chart.width_cm < _SMALL_BELOW_CM


def lies_down(chart: Chart) -> bool:
    return chart.kind in ("bar", "stacked_bar")


def chart_height_cm(chart: Chart) -> float:
    """Room for every label: lying bars grow with their number, standing ones keep one height."""
    if chart.height_cm is not None:
        return chart.height_cm
    if not lies_down(chart):
        return 9.0
    bars = 0.4 + 0.6 * len(chart.series) if chart.kind == "bar" else 1.1
    row = max(bars, 1.1, _name_lines(chart) * 0.85)
    return min(_TALLEST_CM, _below_cm(chart) + 0.4 + row * len(chart.categories))


def name_size_pt(chart: Chart) -> int:
    """Size of the category names, smaller where a tall chart leaves each less than its line."""
    row = (chart_height_cm(chart) - _below_cm(chart) - 0.4) / len(chart.categories)
    return text_pt(chart) if not lies_down(chart) or row >= 0.85 else max(9, int(row / 0.85 * TEXT_PT))


def place_plot(root: etree._Element, chart: Chart) -> None:
    """Give the plot area the room that ticks, axis title and legend leave."""
    height = chart_height_cm(chart)
    left = _label_cm(chart) + 0.7 if lies_down(chart) else 2.0
    right = 0.9
    top = 0.4 if lies_down(chart) else 0.8  # a label may stand on the topmost point
    area = root.find(f".//{qn('c:plotArea')}")
    old = area.find(qn("c:layout"))
    if old is not None:
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    numbers = {
        "layoutTarget": "inner",
        "xMode": "edge",
        "yMode": "edge",
        "x": f"{left / chart.width_cm:.4f}",
        "y": f"{top / height:.4f}",
        "w": f"{(chart.width_cm - left - right) / chart.width_cm:.4f}",
        "h": f"{(height - top - _below_cm(chart)) / height:.4f}",
    }
    for tag, value in numbers.items():
        etree.SubElement(manual, qn(f"c:{tag}"), {"val": value})
    area.insert(0, layout)


def _below_cm(chart: Chart) -> float:
    """Ticks, the unit where it stands below, and the legend."""
    lines = 1 + lies_down(chart)
    line_cm = _LINE_CM * text_pt(chart) / TEXT_PT
    legend = 0.0
    if has_legend(chart):
        key_cm = 1.0 if is_small(chart) else 1.4
        names = [series.name for series in (*chart.series, *target_series(chart))]
        width = sum(word_width_cm(name, text_pt(chart)) + key_cm for name in names)
        legend = line_cm * (1 + int(width / (chart.width_cm - 1))) + 0.2
    return lines * line_cm + legend + 0.2


def _label_cm(chart: Chart) -> float:
    """Width of the category names, which wrap at the most that is good for the bars."""
    return min(_MOST_LABEL_CM, max(1.5, _widest_name_cm(chart)))


def _name_lines(chart: Chart) -> int:
    return ceil(_widest_name_cm(chart) / _MOST_LABEL_CM)


def _widest_name_cm(chart: Chart) -> float:
    return max(word_width_cm(name, TEXT_PT) for name in chart.categories)
