"""Which values of a chart are written at their place, the same on screen and on paper."""

from lib.domain.chart_descriptions import Chart
from lib.domain.chart_scales import value_scale
from lib.thai.numerals import format_number

_MOST_LABELS = 40
_LEAST_PART = 0.07  # of the axis; a label does not fit into a shorter part of a stack
_LEAST_GAP = 0.13  # of the axis, that a label above the point of a line takes


def label_text(chart: Chart, value: float) -> str:
    """A value as its label writes it, rounded half up."""
    return format_number(value, chart.decimals)


def readable_labels(chart: Chart) -> frozenset[tuple[int, int]]:
    """Series and category of each value that is written: none in a crowd, none over another or in a sliver.

    Of lines that meet, the earlier series has the label; the points of a scatter have names instead.
    """
    if chart.kind == "scatter":
        return frozenset()
    if chart.kind != "grouped_bar" and len(chart.series) * len(chart.categories) > _MOST_LABELS:
        return frozenset()
    scale = value_scale(chart)
    length = scale.high - scale.low
    kept = set()
    for category in range(len(chart.categories)):
        placed: list[float] = []
        for position, series in enumerate(chart.series):
            value = series.values[category]
            if value is None:
                continue
            if chart.kind == "stacked_bar" and abs(value) < length * _LEAST_PART:
                continue
            if chart.kind == "line" and _is_covered(chart, (position, category), placed, length * _LEAST_GAP):
                continue
            placed.append(value)
            kept.add((position, category))
    return frozenset(kept)


def _is_covered(chart: Chart, at: tuple[int, int], placed: list[float], room: float) -> bool:
    """Whether another label or the point of another line stands where the label, above its point, would."""
    position, category = at
    value = chart.series[position].values[category] or 0.0
    others = [series.values[category] for series in chart.series[:position]]
    points = [other for other in others if other is not None]
    return any(abs(value - other) < room for other in placed) or any(
        0 <= other - value < room for other in points
    )
