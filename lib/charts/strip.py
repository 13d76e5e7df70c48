"""One school over the schools it is compared with: two rows of dots along one measure."""

import altair as alt
import pandas as pd

from lib.charts.marks import school_signs
from lib.charts.picking import PickField, pickable
from lib.charts.spec import HELD_ROW, ChartSpec, held_upright, notes, padded, records
from lib.charts.theme import FONT_SIZE, INK, LEGEND_OFFSET, LINE, VegaSpec, finished

_ROW_HEIGHT = 76
_DOT, _OWN_DOT = 150, 260
_COLUMNS = ("school_id", "row", "value", "mark", "sentence", "own")


def make_strip(schools: pd.DataFrame, spec: ChartSpec) -> VegaSpec:
    """Draw every school with a value in its row; a school with too few pupils stays hollow.

    Args:
        schools: school_id, row (name of its row, the school's own first), own (whether it is that school),
            value (indicator's unit), mark (lib.charts.marks.Mark), sentence.
    """
    shown = schools[schools["value"].notna()]
    ends = padded(float(shown["value"].min()), float(shown["value"].max()), spec)
    scale = alt.Scale(domain=ends, nice=False, zero=False)
    rows = list(dict.fromkeys(shown.sort_values("own", ascending=False, kind="stable")["row"]))
    y = alt.Y(
        "row:N",
        sort=rows,
        title=None,
        scale=alt.Scale(domain=rows),
        axis=alt.Axis(labels=False, ticks=False, domain=False, grid=True, gridColor=LINE),
    )
    x = alt.X("value:Q", scale=scale, title=spec.axis, axis=alt.Axis(grid=False, tickCount=8))
    base = alt.Chart(records(shown, _COLUMNS)).encode(x=x, y=y)
    dots = base.mark_point(strokeWidth=1.5, opacity=1, cursor="pointer").encode(
        size=alt.condition("datum.own", alt.value(_OWN_DOT), alt.value(_DOT)),
        tooltip="sentence:N",
        **school_signs(set(shown["mark"]), LEGEND_OFFSET + HELD_ROW * len(spec.held)),
    )
    ring = (
        base.transform_filter("datum.own")
        .mark_point(shape="circle", size=_OWN_DOT * 2, stroke=INK, strokeWidth=2)
        .encode()
    )
    # above its line and not beside it, or the notes would start as far in as the longest name
    names = (
        alt.Chart(records(shown.drop_duplicates("row"), _COLUMNS))
        .mark_text(align="left", baseline="bottom", dy=-16, fontSize=FONT_SIZE, fontWeight=600, color=INK)
        .encode(x=alt.value(0), y=y, text="row:N")
    )
    layers = (
        *held_upright(spec, scale, above=True),
        pickable(dots, PickField.SCHOOL),
        ring,
        names,
        *notes(spec, 62),
    )
    return finished(alt.layer(*layers, title=spec.heading).properties(height=_ROW_HEIGHT * len(rows)))
