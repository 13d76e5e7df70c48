"""How a chart shows its target: a dashed series where the kind allows, words in the caption elsewhere."""

from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.report.word_styles import INK


def target_series(chart: Chart) -> tuple[ChartSeries, ...]:
    """The target as a series over all categories; empty for lying bars, which a line cannot cross in Word."""
    if chart.target is None or chart.kind not in ("grouped_bar", "line"):
        return ()
    return (ChartSeries(_in_words(chart), (chart.target,) * len(chart.categories), INK),)


def full_caption(chart: Chart) -> str:
    """The caption, with the target in words where it is not drawn."""
    if chart.target is None or target_series(chart):
        return chart.caption
    return f"{chart.caption} ({_in_words(chart)})"


def _in_words(chart: Chart) -> str:
    return f"เป้าหมาย {chart.target:,.{chart.decimals}f}"
