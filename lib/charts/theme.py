"""Colours, type and padding of every chart; ``.streamlit/config.toml`` says the same, a test holds it."""

from typing import Any, TypeAlias

import altair as alt

from lib.charts.rows import Rows
from lib.domain import palette

#: A finished chart, ready for the browser.
VegaSpec: TypeAlias = dict[str, Any]

PRIMARY = f"#{palette.PRIMARY}"
INK = f"#{palette.INK}"
MUTED = f"#{palette.MUTED}"
LINE = f"#{palette.LINE}"
GROUND = f"#{palette.GROUND}"
PANEL = f"#{palette.PANEL}"
STRENGTH = f"#{palette.STRENGTH}"
IMPROVEMENT = f"#{palette.IMPROVEMENT}"
WATCH = f"#{palette.WATCH}"
CHANCE = f"#{palette.CHANCE}"
#: Five steps from far below a target to past it; both ends are dark, so each goes with its number.
STEPS = (IMPROVEMENT, "#EDC3AF", PANEL, "#A9D3CC", STRENGTH)

FONT = "'Leelawadee UI', Sarabun, 'TH Sarabun New', 'Noto Sans Thai', Thonburi, Loma, sans-serif"
FONT_SIZE = 15
SMALL_SIZE = 14
TITLE_SIZE = 20
#: Room between a legend and the plotting area.
LEGEND_OFFSET = 14

#: Upper marks of Thai letters are cut off at the edge without room above; a number instead of a dict breaks
#: Streamlit's chart.
PADDING = {"left": 14, "top": 14, "right": 18, "bottom": 10}


def finished(chart: alt.LayerChart | alt.FacetChart, rows: Rows | None = None) -> VegaSpec:
    """Dress a chart and turn it into Vega-Lite, with the rows its layers name."""
    dressed = chart.properties(
        width="container",
        padding=PADDING,
        background=GROUND,
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
    ).configure(
        font=FONT,
        axis=alt.AxisConfig(
            labelColor=INK,
            labelFontSize=SMALL_SIZE,
            labelLimit=0,
            labelPadding=6,
            titleColor=MUTED,
            titleFontSize=SMALL_SIZE,
            titleFontWeight="normal",
            titlePadding=10,
            gridColor=LINE,
            domainColor=LINE,
            tickColor=LINE,
        ),
        view=alt.ViewConfig(stroke=None),
        title=alt.TitleConfig(
            anchor="start",
            frame="bounds",
            color=INK,
            fontSize=TITLE_SIZE,
            fontWeight=600,
            lineHeight=30,
            offset=18,
            subtitleColor=MUTED,
            subtitleFontSize=SMALL_SIZE,
            subtitleLineHeight=24,
            subtitlePadding=10,
        ),
        legend=alt.LegendConfig(
            orient="top",
            direction="horizontal",
            labelColor=INK,
            labelFontSize=SMALL_SIZE,
            labelLimit=0,
            symbolSize=130,
            columnPadding=24,
            offset=LEGEND_OFFSET,
            title=None,
        ),
    )
    spec: VegaSpec = dressed.to_dict()
    if rows is not None:
        spec["datasets"] = spec.get("datasets", {}) | rows.named
    return spec
