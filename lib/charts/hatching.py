"""Hatching: how a chart draws a field that cannot be told from chance."""

from collections.abc import Callable

import altair as alt

from lib.charts.theme import CHANCE, GROUND, INK, MUTED

CHANCE_WORDS = "ลายเส้นเฉียง = แยกไม่ออกจากความผันผวน"
_STRIPES = 3


def hatched(
    cells: alt.Chart, at: Callable[[float], alt.X], field: str, sides: tuple[float, float]
) -> list[alt.Chart]:
    """Slanting strokes over a part of every cell; Vega-Lite has no pattern to fill with.

    A gradient that jumps would look the same, but is written into the picture once per cell.

    Args:
        cells: rows whose ``y`` spans a band.
        at: the encoding of ``field`` at a place within its band, 0 to 1.
        sides: where the part begins and ends within the band.
    """
    left, right = sides
    step = (right - left) / _STRIPES
    strokes = cells.mark_rule(color=CHANCE, strokeWidth=1.2)
    return [
        strokes.encode(x=at(left + step * place), x2=alt.X2(field, bandPosition=left + step * (place + 1)))
        for place in range(_STRIPES)
    ]


def hatch_legend(below: int) -> list[alt.Chart]:
    """A hatched sample and what it means, ``below`` the plotting area by that many pixels."""
    at = alt.Chart(alt.InlineData(values=[{}]))
    top, bottom = (alt.value(alt.expr(f"height + {below + half}")) for half in (-9, 9))
    sample = at.mark_rect(fill=GROUND, stroke=MUTED, strokeWidth=0.6).encode(
        x=alt.value(0), x2=alt.value(27), y=top, y2=bottom
    )
    strokes = [
        at.mark_rule(color=CHANCE, strokeWidth=1.2).encode(
            x=alt.value(9 * place), x2=alt.value(9 * (place + 1)), y=bottom, y2=top
        )
        for place in range(_STRIPES)
    ]
    words = at.mark_text(
        text=CHANCE_WORDS, align="left", baseline="middle", dx=38, dy=below, color=INK, fontSize=13
    ).encode(x=alt.value(0), y=alt.value("height"))
    return [sample, *strokes, words]
