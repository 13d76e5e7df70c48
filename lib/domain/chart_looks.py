"""What tells the series of a chart apart, and its target line: the same on screen and on paper."""

from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.palette import DASHES, INK, SHAPES, Dash, Shape
from lib.thai.numerals import format_number


def target_words(chart: Chart) -> str:
    """Name of the target line; empty without one."""
    return "" if chart.target is None else f"เป้าหมาย {format_number(chart.target, chart.decimals)}"


def target_series(chart: Chart) -> tuple[ChartSeries, ...]:
    """The target as a series over all categories."""
    if chart.target is None:
        return ()
    return (ChartSeries(target_words(chart), (chart.target,) * len(chart.categories), INK, "dashed"),)


def drawn_series(chart: Chart) -> tuple[ChartSeries, ...]:
    """The series in their order, the target last."""
    return (*chart.series, *target_series(chart))


def legend_names(chart: Chart) -> tuple[str, ...]:
    """Names in the legend; the two lines of a limit share one."""
    return tuple(dict.fromkeys(series.name for series in drawn_series(chart)))


def series_dash(chart: Chart, position: int) -> Dash:
    """How the line of a series is broken: by its place, in a scatter by what it is."""
    if position >= len(chart.series):
        return "dash"
    if chart.kind == "scatter":
        return "dash" if chart.series[position].mark == "dashed" else "solid"
    return DASHES[position % len(DASHES)]


def series_shape(chart: Chart, position: int) -> Shape:
    """The sign at the points of a series."""
    return chart.series[position].shape if chart.kind == "scatter" else SHAPES[position % len(SHAPES)]


def is_line(series: ChartSeries) -> bool:
    """Whether a series of a scatter is a limit or a level, not points."""
    return series.mark in ("line", "dashed")
