"""Draws a described chart on screen: the numbers, order, colours and decimals of its native twin."""

from functools import partial

import altair as alt

from lib.charts.described_bars import bar_layers, stack_layers
from lib.charts.described_lines import line_layers
from lib.charts.described_scatter import scatter_layers
from lib.charts.drawing import ChartTable, Drawing
from lib.charts.spec import ChartSpec, notes
from lib.charts.theme import VegaSpec, finished
from lib.charts.wrapping import beside
from lib.domain.chart_descriptions import Chart
from lib.domain.chart_labels import label_text
from lib.domain.chart_looks import drawn_series

_LAYERS = {
    "bar": bar_layers,
    "grouped_bar": bar_layers,
    "stacked_bar": stack_layers,
    "line": line_layers,
    "scatter": scatter_layers,
}
_STANDING_HEIGHT, _SCATTER_HEIGHT, _STACK_ROW, _BAR, _BAR_GAP = 320, 380, 48, 26, 18


def draw_chart(chart: Chart) -> VegaSpec:
    """The picture with its title, unit, n, years, note and source."""
    words = chart_words(chart)
    below = 62 if chart.lies_down or chart.kind == "scatter" else 58
    widest = beside(chart.categories) if chart.lies_down else beside(())
    layers = (*_LAYERS[chart.kind](chart), *notes(words, below, widest))
    return finished(alt.layer(*layers, title=words.heading).properties(height=plot_height_px(chart)))


def draw_bare(chart: Chart) -> VegaSpec:
    """The picture alone, where the page around it says title, note and source."""
    return finished(alt.layer(*_LAYERS[chart.kind](chart)).properties(height=plot_height_px(chart)))


def described_drawing(chart: Chart) -> Drawing:
    """The picture with its words and the table behind it."""
    return Drawing(draw_chart(chart), chart_words(chart), chart.caption, partial(described_table, chart))


def chart_words(chart: Chart) -> ChartSpec:
    """Title, second line and feet of a described chart."""
    second = (chart.caption if chart.message else "", f"หน่วย {chart.unit}" if chart.unit else "")
    return ChartSpec(
        title=chart.message or chart.caption,
        subtitle=" · ".join(filter(None, (*second, chart.n_text, chart.period))),
        footnote=chart.source,
        reading=chart.note,
        axis=chart.unit,
    )


def described_table(chart: Chart) -> ChartTable:
    """Categories with a column per series, figures as the labels print them."""
    drawn = drawn_series(chart)
    places = ((chart.x_unit or "x",),) if chart.xs else ()
    header = ("รายการ", *(name for names in places for name in names), *(one.name for one in drawn))
    rows = []
    for place, category in enumerate(chart.categories):
        values = [one.values[place] for one in drawn]
        printed = [
            None if value is None else float(label_text(chart, value).replace(",", "")) for value in values
        ]
        rows.append((category, *((chart.xs[place],) if chart.xs else ()), *printed))
    return ChartTable(header, tuple(rows))


def plot_height_px(chart: Chart) -> int:
    """Height of the plotting area."""
    match chart.kind:
        case "bar":
            return (_BAR * len(chart.series) + _BAR_GAP) * len(chart.categories)
        case "stacked_bar":
            return _STACK_ROW * len(chart.categories)
        case "scatter":
            return _SCATTER_HEIGHT
        case _:
            return _STANDING_HEIGHT
