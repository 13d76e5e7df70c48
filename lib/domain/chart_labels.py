"""Which values of a chart are written at their place, the same on screen and on paper."""

from lib.domain.chart_descriptions import Chart
from lib.domain.chart_scales import value_scale
from lib.thai.numerals import format_number

_MOST_LABELS = 40
_LEAST_PART = 0.07  # of the axis; a label does not fit into a shorter part of a stack
_LEAST_GAP = 0.13  # of the axis, between the labels of two lines at one place


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
            if chart.kind == "line" and any(abs(value - other) < length * _LEAST_GAP for other in placed):
                continue
            placed.append(value)
            kept.add((position, category))
    return frozenset(kept)
