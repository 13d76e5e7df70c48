"""A chart in one or two sentences, for those who cannot see it: the same on screen, paper and slides."""

from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.chart_labels import label_text
from lib.domain.chart_looks import is_line, target_words

_KINDS = {
    "bar": "แผนภูมิแท่ง",
    "grouped_bar": "แผนภูมิแท่ง",
    "stacked_bar": "แผนภูมิแท่งซ้อน",
    "line": "กราฟเส้น",
    "scatter": "แผนภาพกระจาย",
}
#: Words by which a text already says its kind.
_KIND_WORDS = ("แผนภูมิ", "แผนภาพ", "กราฟ")

_Place = tuple[float, ChartSeries, str]


def alt_words(chart: Chart) -> str:
    """Kind, what, years, n and target, then the highest and the lowest value with their places."""
    told = chart.alt_text
    if not any(word in told for word in _KIND_WORDS):
        told = f"{_KINDS[chart.kind]} {told}"
    more = (chart.period, chart.n_text, target_words(chart))
    first = " ".join([told, *(words for words in more if words and words not in told)])
    return f"{first} {_ends(chart)}".strip()


def _ends(chart: Chart) -> str:
    places = [
        (value, series, category)
        for series in chart.series
        if not (chart.kind == "scatter" and is_line(series))
        for category, value in zip(chart.categories, series.values, strict=True)
        if value is not None
    ]
    if not places:
        return "ยังไม่มีค่า"
    highest, lowest = max(places, key=lambda one: one[0]), min(places, key=lambda one: one[0])
    if highest[0] == lowest[0]:
        return f"ค่า {_at(chart, highest)}" if len(places) == 1 else f"ทุกค่าเท่ากับ {_value(chart, highest)}"
    return f"สูงสุด {_at(chart, highest)} ต่ำสุด {_at(chart, lowest)}"


def _at(chart: Chart, place: _Place) -> str:
    _, series, category = place
    whose = category if len(chart.series) == 1 else f"{series.name} {category}"
    return f"{_value(chart, place)} ({' '.join(whose.split())})"


def _value(chart: Chart, place: _Place) -> str:
    return label_text(chart, place[0])
