"""Own level × measured result: how many schools stand where, the disagreements framed."""

from functools import partial

import altair as alt
import pandas as pd

from lib.charts.hatching import hatched
from lib.charts.spec import ChartSpec, notes, records
from lib.charts.theme import (
    FONT_SIZE,
    GROUND,
    INK,
    LINE,
    MUTED,
    PANEL,
    SMALL_SIZE,
    STEPS,
    VegaSpec,
    finished,
)
from lib.charts.wrapping import beside

_ROW_HEIGHT = 46
_HALVES = ((0.0, 0.5), (0.5, 1.0))
_COLUMNS = ("row", "column", "side", "n_schools", "label", "framed", "sentence")
#: What a column stands for decides its ground; what is only likely is hatched, never a paler alarm.
_GROUNDS = {"low": STEPS[1], "likely": GROUND, "same": PANEL, "high": STEPS[3], "other": LINE}


def make_rating_matrix(cells: pd.DataFrame, spec: ChartSpec) -> VegaSpec:
    """Draw one field per level and result with its number of schools.

    Args:
        cells: row and column (labels in the order shown; ``|`` breaks a column's), side (low, likely, same,
            high, other), n_schools, framed (the two disagreements), sentence.
    """
    shown = cells.assign(label=[f"{n:,}" if n else "–" for n in cells["n_schools"]])
    rows, columns = list(dict.fromkeys(shown["row"])), list(dict.fromkeys(shown["column"]))
    base = alt.Chart(records(shown, _COLUMNS)).encode(y=_y(rows), tooltip="sentence:N")
    filled = alt.condition(
        "datum.n_schools > 0",
        alt.Fill(
            "side:N", scale=alt.Scale(domain=list(_GROUNDS), range=list(_GROUNDS.values())), legend=None
        ),
        alt.value(GROUND),
    )
    fields = base.mark_rect(strokeWidth=1).encode(x=_x(columns), fill=filled, stroke=alt.value(LINE))
    likely = shown[(shown["side"] == "likely") & (shown["n_schools"] > 0)]
    strokes = alt.Chart(records(likely, ("row", "column"))).encode(
        y=_y(rows, 1.0), y2=alt.Y2("row", bandPosition=0)
    )
    edges = alt.Chart(records(shown[shown["framed"]], ("row", "column"))).mark_rect(
        stroke=INK, strokeWidth=2.4, filled=False
    )
    number = base.encode(x=_x(columns), text="label:N")
    layers = [
        fields,
        *(layer for half in _HALVES for layer in hatched(strokes, partial(_x, columns), "column", half)),
        edges.encode(x=_x(columns), y=_y(rows)),
        # a white edge keeps the number readable over the strokes
        number.transform_filter("datum.side == 'likely' && datum.n_schools > 0").mark_text(
            fontSize=FONT_SIZE, fontWeight=600, stroke=GROUND, strokeWidth=6, color=GROUND
        ),
        number.mark_text(fontSize=FONT_SIZE, fontWeight=600).encode(
            color=alt.condition("datum.n_schools > 0", alt.value(INK), alt.value(MUTED))
        ),
        *notes(spec, 18, beside(rows)),
    ]
    chart = alt.layer(*layers, title=spec.heading).properties(height=_ROW_HEIGHT * len(rows))
    return finished(chart)


def _x(columns: list[str], position: float = 0.5) -> alt.X:
    """A place within the band of a column, 0 to 1."""
    return alt.X(
        "column:N",
        sort=columns,
        title=None,
        bandPosition=position,
        scale=alt.Scale(type="band", paddingInner=0.05, paddingOuter=0.02),
        axis=alt.Axis(
            orient="top",
            labelAngle=0,
            labelExpr="split(datum.label, '|')",
            labelFontSize=SMALL_SIZE - 1,
            labelLineHeight=20,
            labelPadding=28,
            ticks=False,
            domain=False,
        ),
    )


def _y(rows: list[str], position: float = 0.5) -> alt.Y:
    return alt.Y(
        "row:N",
        sort=rows,
        title=None,
        bandPosition=position,
        scale=alt.Scale(type="band", paddingInner=0.12, paddingOuter=0.02),
        axis=alt.Axis(labelFontSize=FONT_SIZE, ticks=False, domain=False, labelLimit=290),
    )
