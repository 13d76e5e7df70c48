"""Value against the number of pupils behind it: the fewer the pupils, the wider chance reaches."""

import altair as alt
import pandas as pd

from lib.charts.marks import school_signs
from lib.charts.picking import PickField, pickable
from lib.charts.rows import Rows
from lib.charts.spec import ChartSpec, held_level, notes, padded
from lib.charts.theme import CHANCE, FONT_SIZE, GROUND, INK, MUTED, PRIMARY, SMALL_SIZE, VegaSpec, finished

_PLOT_HEIGHT = 340
_COLUMNS = ("school_id", "n", "value", "mark", "sentence", "school_name")
_CURVE = ("n", "lower", "upper", "outer_lower", "outer_upper")
_WIDER = ("n", "outer_lower", "outer_upper")
_LABEL_ROOM = 26
_WIDER_LABEL = "เมื่อคำนึงว่าโรงเรียนต่างกันเองอยู่แล้ว"


def make_funnel(
    schools: pd.DataFrame,
    curve: pd.DataFrame,
    spec: ChartSpec,
    n_axis: str,
    wider: pd.DataFrame | None = None,
) -> VegaSpec:
    """Draw schools with a value and an n over the range that chance allows.

    Args:
        schools: school_id, school_name, value, n, mark (lib.charts.marks.Mark), sentence.
        curve: n with limits of 95 % (lower, upper) and 99.8 % (outer_lower, outer_upper), n ascending.
        n_axis: whom n counts, in words.
        wider: the same columns with limits that allow for schools that differ beyond chance; its 99.8 %
            limits are drawn as a second pair.
    """
    rows = Rows()
    shown = schools[schools["value"].notna() & schools["n"].notna()]
    reach = [float(shown["value"].min()), float(shown["value"].max())]
    if wider is not None:
        reach += [float(wider["outer_lower"].iloc[-1]), float(wider["outer_upper"].iloc[-1])]
    ends = padded(min(reach), max(reach), spec)
    y_scale = alt.Scale(domain=ends, nice=False, zero=False)
    # the square root gives small schools, where chance matters, more room than large ones
    x_scale = alt.Scale(type="sqrt", domain=[0, float(shown["n"].max()) * 1.05], nice=False)
    x = alt.X("n:Q", scale=x_scale, title=n_axis, axis=alt.Axis(grid=False, tickCount=8))
    limits = alt.Chart(rows.add(curve, _CURVE)).encode(x=x)
    hatching = limits.mark_rule(color=CHANCE, strokeWidth=1, opacity=0.55, clip=True).encode(
        y=alt.Y("lower:Q", scale=y_scale, title=spec.axis), y2="upper:Q"
    )
    edges = [
        limits.mark_line(color=MUTED, strokeWidth=1.5, strokeDash=dash, clip=True).encode(
            y=alt.Y(f"{name}:Q", scale=y_scale, title=spec.axis)
        )
        for name, dash in (
            ("lower", [1, 0]),
            ("upper", [1, 0]),
            ("outer_lower", [5, 4]),
            ("outer_upper", [5, 4]),
        )
    ]
    y = alt.Y("value:Q", scale=y_scale, title=spec.axis, axis=alt.Axis(tickCount=6))
    dots = (
        alt.Chart(rows.add(shown, _COLUMNS))
        .mark_point(size=110, strokeWidth=1.5, opacity=1, cursor="pointer")
        .encode(x=x, y=y, tooltip="sentence:N", **school_signs(set(shown["mark"])))
    )
    layers = [hatching, *edges, *held_level(spec, ends, _PLOT_HEIGHT)]
    if wider is not None:
        layers += _wider_limits(wider, rows, x, spec.axis, ends)
    layers.append(pickable(dots, PickField.SCHOOL))
    chosen = shown[shown["school_id"] == spec.chosen]
    if not chosen.empty:
        named = alt.Chart(rows.add(chosen, _COLUMNS)).encode(x=x, y=y)
        right = float(chosen["n"].iloc[0]) < float(shown["n"].max()) / 2
        layers.append(named.mark_point(shape="circle", size=420, stroke=INK, strokeWidth=2.5))
        # a white edge under the name keeps it readable over lines and dots
        for colour, edge in ((GROUND, 5), (INK, 0)):
            name = named.mark_text(
                align="left" if right else "right",
                dx=16 if right else -16,
                dy=-14,
                fontSize=FONT_SIZE,
                fontWeight=600,
                color=colour,
                stroke=GROUND,
                strokeWidth=edge,
            )
            layers.append(name.encode(text="school_name:N"))
    return finished(
        alt.layer(*layers, *notes(spec, 66), title=spec.heading).properties(height=_PLOT_HEIGHT), rows
    )


def _wider_limits(
    curve: pd.DataFrame, rows: Rows, x: alt.X, title: str, ends: list[float]
) -> list[alt.Chart]:
    """A pair of long dashes, named once above its upper end, or below where there is no room."""
    scale = alt.Scale(domain=ends, nice=False, zero=False)
    room = _PLOT_HEIGHT * (ends[1] - float(curve["outer_upper"].iloc[-1])) / (ends[1] - ends[0])
    above = room > _LABEL_ROOM
    limits = alt.Chart(rows.add(curve, _WIDER)).encode(x=x)
    pair = [
        limits.mark_line(color=PRIMARY, strokeWidth=2, strokeDash=[14, 6], clip=True).encode(
            y=alt.Y(f"{name}:Q", scale=scale, title=title)
        )
        for name in _WIDER[1:]
    ]
    end = alt.Chart(rows.add(curve.tail(1), _WIDER)).encode(
        x=x, y=alt.Y("outer_upper:Q", scale=scale, title=title)
    )
    names = [
        end.mark_text(
            text=_WIDER_LABEL,
            align="right",
            baseline="bottom" if above else "top",
            dx=-6,
            dy=-6 if above else 8,
            color=colour,
            fontSize=SMALL_SIZE,
            stroke=GROUND,
            strokeWidth=edge,
        )
        for colour, edge in ((GROUND, 5), (PRIMARY, 0))
    ]
    return [*pair, *names]
