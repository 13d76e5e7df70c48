"""What all described charts share: rows, axes, the legend and the target line."""

import json
from collections.abc import Sequence
from typing import Literal

import altair as alt

from lib.charts.rows import Row
from lib.charts.theme import FONT_SIZE, INK, SMALL_SIZE, VegaSpec
from lib.charts.wrapping import wrapped
from lib.domain.chart_descriptions import Chart
from lib.domain.chart_labels import label_text, readable_labels
from lib.domain.chart_looks import target_words
from lib.domain.chart_scales import Scale, place_scale, step_decimals, value_scale
from lib.domain.palette import Dash

DASH_PX: dict[Dash, list[int]] = {
    "solid": [1, 0],
    "dash": [8, 4],
    "dot": [2, 3],
    "long_dash_dot": [10, 3, 2, 3],
}
_PLOT_PX, _LETTER_PX, _NAME_LETTERS = 760, 8.9, 42
_MOST_LEVEL_NAMES = 14


def rows_of(chart: Chart) -> list[Row]:
    """One row per value: ``place`` of its category, ``order`` of its series; missing ones are null."""
    kept = readable_labels(chart)
    return [
        {
            "order": order,
            "series": series.name,
            "place": place,
            "category": category,
            "value": value,
            "colour": f"#{series.colour}",
            "label": label_text(chart, value) if value is not None and (order, place) in kept else "",
            "sentence": sentence(chart, category, series.name, value),
        }
        for order, series in enumerate(chart.series)
        for place, (category, value) in enumerate(zip(chart.categories, series.values, strict=True))
    ]


def sentence(chart: Chart, category: str, series: str, value: float | None) -> str:
    """What a bar or point says when pointed at."""
    if value is None:
        return f"{category}: {series} ไม่มีข้อมูล"
    return f"{category}: {series} {label_text(chart, value)} ({chart.unit})"


def inline(rows: Sequence[Row]) -> alt.Chart:
    return alt.Chart(alt.InlineData(values=list(rows)))


def value_axis(chart: Chart, *, grid: bool = True) -> VegaSpec:
    """Scale, title and axis of the values, as the native chart has them."""
    return _settings(value_scale(chart), chart.unit, grid=grid)


def place_axis(chart: Chart) -> VegaSpec:
    """The same of the places of a scatter."""
    return _settings(place_scale(chart), chart.x_unit, grid=False)


def _settings(scale: Scale, title: str, *, grid: bool) -> VegaSpec:
    return {
        "scale": alt.Scale(domain=[scale.low, scale.high], nice=False, zero=False),
        "title": title or None,
        "axis": alt.Axis(values=list(scale.ticks), format=f",.{step_decimals(scale)}f", grid=grid),
    }


def lying_names(chart: Chart) -> alt.Y:
    """Category names left of lying bars, the first on top."""
    names = [wrapped(name, _NAME_LETTERS) for name in chart.categories]
    axis = alt.Axis(labelExpr=_pick(names), labelFontSize=FONT_SIZE, ticks=False, domain=False, labelLimit=0)
    return alt.Y("place:O", title=None, axis=axis, scale=alt.Scale(domain=list(range(len(names)))))


def standing_names(chart: Chart, padding: float | None = None) -> alt.X:
    """Category names below standing bars and lines."""
    n = len(chart.categories)
    level = n <= _MOST_LEVEL_NAMES
    letters = max(6, int(_PLOT_PX / n / _LETTER_PX))
    names = [wrapped(name, letters) if level else [name] for name in chart.categories]
    axis = alt.Axis(
        labelExpr=_pick(names),
        labelAngle=0 if level else -60,
        labelFontSize=SMALL_SIZE,
        ticks=False,
        grid=False,
    )
    scale = alt.Scale(domain=list(range(n)), padding=alt.Undefined if padding is None else padding)
    return alt.X("place:O", title=None, axis=axis, scale=scale)


def series_scale(chart: Chart, values: Sequence[str | list[int]]) -> alt.Scale:
    return alt.Scale(domain=list(range(len(chart.series))), range=list(values))


def series_legend(chart: Chart) -> alt.Legend | None:
    """Names of the series in their order; none for a single one."""
    if len(chart.series) == 1:
        return None
    return alt.Legend(title=None, labelExpr=_pick([[one.name] for one in chart.series]))


def colour_of_series(chart: Chart) -> alt.Color:
    return alt.Color(
        "order:N",
        scale=series_scale(chart, [f"#{one.colour}" for one in chart.series]),
        legend=series_legend(chart),
    )


def target_layers(chart: Chart) -> list[alt.Chart]:
    """The dashed line of the target with its name at its end."""
    if chart.target is None:
        return []
    base = inline([{"series": target_words(chart), "value": chart.target, "colour": INK}])
    rule = base.mark_rule(color=INK, strokeWidth=2, strokeDash=DASH_PX["dash"])
    look: VegaSpec = {"color": INK, "fontSize": SMALL_SIZE, "fontWeight": 600}
    scale = value_scale(chart)
    if chart.lies_down:
        at = alt.X("value:Q", **value_axis(chart))
        side: Literal["left", "right"] = "right" if scale.share(chart.target) > 0.7 else "left"
        name = base.mark_text(align=side, baseline="bottom", dy=-4, **look)
        return [rule.encode(x=at), name.encode(x=at, y=alt.value(0), text="series:N")]
    level = alt.Y("value:Q", **value_axis(chart))
    name = base.mark_text(align="left", baseline="middle", dx=8, **look)
    return [rule.encode(y=level), name.encode(y=level, x=alt.value("width"), text="series:N")]


def _pick(names: Sequence[Sequence[str]]) -> str:
    """An expression that turns a position into the lines of its name."""
    return f"{json.dumps([list(lines) for lines in names], ensure_ascii=False)}[datum.value]"
