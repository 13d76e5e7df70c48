"""Level and change side by side in every cell, for many indicators over a few groups or schools."""

from functools import partial

import altair as alt
import pandas as pd

from lib.charts.hatching import hatch_legend, hatched
from lib.charts.picking import PickField, pickable
from lib.charts.rows import Rows
from lib.charts.spec import ChartSpec, notes
from lib.charts.theme import GROUND, INK, LINE, MUTED, STEPS, VegaSpec, finished
from lib.charts.wrapping import beside

_ROW_HEIGHT = 30
_COLUMNS = (
    "indicator_id",
    "group_id",
    "row",
    "column",
    "level",
    "level_sign",
    "level_chance",
    "light",
    "change_sign",
    "change_chance",
    "sentence",
)
#: The five steps as the legend names them, and what stands where no step may be told.
LEVEL_WORDS = ("1 ด้อยมาก", "2 ด้อย", "3 ใกล้เคียง", "4 ดี", "5 ดีมาก", "– บอกไม่ได้")
#: Where level and change begin and end within a cell.
_LEVEL, _CHANGE = (0.0, 0.5), (0.5, 1.0)
_DARK = (1.0, 5.0)


def make_heatmap(cells: pd.DataFrame, spec: ChartSpec) -> VegaSpec:
    """Draw the level of each cell at its left as a coloured step, its change at the right as a sign.

    Args:
        cells: indicator_id, group_id, row and column (labels in the order shown), status (1-5, NaN where
            nothing may be said), level_chance (level not to be told from chance), change_sign (▲ better,
            ▼ worse, = still, empty without an earlier year), change_chance, sentence.
    """
    status = cells["status"]
    shown = cells.assign(
        level=[LEVEL_WORDS[-1 if step != step else int(step) - 1] for step in status],
        level_sign=["–" if step != step else f"{int(step)}" for step in status],
        light=[step not in _DARK for step in status],
    )
    held = Rows()
    rows, columns = list(dict.fromkeys(shown["row"])), list(dict.fromkeys(shown["column"]))
    base = alt.Chart(held.add(shown, _COLUMNS)).encode(y=_y(rows), tooltip="sentence:N")
    level, change = (
        base.mark_rect(stroke=MUTED, strokeWidth=0.6, cursor="pointer").encode(
            x=_x(columns, start), x2=alt.X2("column", bandPosition=end)
        )
        for start, end in (_LEVEL, _CHANGE)
    )
    layers = [
        pickable(level.encode(fill=_fill(set(shown["level"]))), PickField.INDICATOR, PickField.GROUP),
        change.encode(fill=alt.value(GROUND)),
    ]
    for sides, chance, sign in (
        (_LEVEL, "level_chance", "level_sign"),
        (_CHANGE, "change_chance", "change_sign"),
    ):
        ends = alt.Chart(held.add(shown[shown[chance]], ("row", "column", sign)))
        strokes = ends.encode(y=_y(rows, 1.0), y2=alt.Y2("row", bandPosition=0))
        layers += hatched(strokes, partial(_x, columns), "column", sides)
        # a white edge keeps the sign readable over the strokes
        edge = ends.mark_text(fontSize=13, fontWeight=600, stroke=GROUND, strokeWidth=5, color=GROUND)
        layers.append(edge.encode(x=_x(columns, sum(sides) / 2), y=_y(rows), text=f"{sign}:N"))
    layers += [
        base.mark_text(fontSize=13, fontWeight=600).encode(
            x=_x(columns, sum(_LEVEL) / 2),
            text="level_sign:N",
            color=alt.condition("datum.light", alt.value(INK), alt.value(GROUND)),
        ),
        base.mark_text(fontSize=13, fontWeight=600, color=INK).encode(
            x=_x(columns, sum(_CHANGE) / 2), text="change_sign:N"
        ),
        *hatch_legend(below=20),
        *notes(spec, 42, beside(rows)),
    ]
    chart = alt.layer(*layers, title=spec.heading).properties(height=_ROW_HEIGHT * len(rows))
    # Streamlit would draw so many signs on a canvas, where the picture cannot be saved as SVG
    return finished(chart.properties(usermeta={"embedOptions": {"renderer": "svg"}}), held)


def _x(columns: list[str], position: float = 0.5) -> alt.X:
    """A place within the band of a column, 0 to 1."""
    return alt.X(
        "column:N",
        sort=columns,
        title=None,
        bandPosition=position,
        scale=alt.Scale(type="band", paddingInner=0.1, paddingOuter=0),
        axis=alt.Axis(orient="top", labelAngle=-45, ticks=False, domain=False),
    )


def _y(rows: list[str], position: float = 0.5) -> alt.Y:
    return alt.Y(
        "row:N",
        sort=rows,
        title=None,
        bandPosition=position,
        scale=alt.Scale(type="band", paddingInner=0.16, paddingOuter=0),
        axis=alt.Axis(ticks=False, domain=False, labelLimit=290),
    )


def _fill(present: set[str]) -> alt.Fill:
    """Colours of the steps that occur, each named in the legend with its number."""
    colours = dict(zip(LEVEL_WORDS, (*STEPS, LINE), strict=True))
    shown = [word for word in LEVEL_WORDS if word in present]
    return alt.Fill(
        "level:N",
        scale=alt.Scale(domain=shown, range=[colours[word] for word in shown]),
        legend=alt.Legend(symbolType="square", symbolStrokeColor=MUTED),
    )
