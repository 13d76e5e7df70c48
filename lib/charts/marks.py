"""The sign of a school in a chart: shape and fill say what colour says, so that grey print loses nothing."""

from enum import StrEnum

import altair as alt

from lib.charts.theme import CHANCE, GROUND, IMPROVEMENT, LEGEND_OFFSET, MUTED, PRIMARY, STRENGTH


class Mark(StrEnum):
    """How a school stands to its area; the value is the word in the legend."""

    GOOD = "ดีกว่าเขต"
    POOR = "ด้อยกว่าเขต"
    DIFFERS = "ต่างจากเขต"
    CHANCE = "ยังแยกไม่ออกจากความผันผวน"
    SMALL = "จำนวนน้อย"
    PLAIN = "โรงเรียน"


_SHAPES = {Mark.GOOD: "triangle-up", Mark.POOR: "triangle-down", Mark.DIFFERS: "diamond"}
_FILLS = {
    Mark.GOOD: STRENGTH,
    Mark.POOR: IMPROVEMENT,
    Mark.DIFFERS: PRIMARY,
    Mark.CHANCE: CHANCE,
    Mark.SMALL: GROUND,
    Mark.PLAIN: PRIMARY,
}


def school_signs(
    present: set[str], legend_offset: int = LEGEND_OFFSET
) -> dict[str, alt.Shape | alt.Fill | alt.Stroke]:
    """Shape, fill and outline over the column ``mark``, for the marks that occur.

    Args:
        legend_offset: room between the legend and the plotting area, where names stand in it.
    """
    marks = [mark for mark in Mark if mark in present]
    domain = [str(mark) for mark in marks]
    legend = alt.Legend(symbolStrokeWidth=1.5, offset=legend_offset)
    outlines = [_FILLS[mark] if mark in _SHAPES else MUTED for mark in marks]
    return {
        "shape": alt.Shape(
            "mark:N",
            scale=alt.Scale(domain=domain, range=[_SHAPES.get(mark, "circle") for mark in marks]),
            legend=legend,
        ),
        "fill": alt.Fill(
            "mark:N", scale=alt.Scale(domain=domain, range=[_FILLS[mark] for mark in marks]), legend=legend
        ),
        "stroke": alt.Stroke("mark:N", scale=alt.Scale(domain=domain, range=outlines), legend=legend),
    }
