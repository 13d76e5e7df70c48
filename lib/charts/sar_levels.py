"""Self-assessed levels of groups or years as shares, the number of schools in each part."""

import altair as alt
import pandas as pd

from lib.charts.spec import ChartSpec, notes, records
from lib.charts.theme import FONT_SIZE, INK, MUTED, VegaSpec, finished
from lib.charts.wrapping import beside
from lib.domain.palette import LEVELS

_PERCENTS = [0, 20, 40, 60, 80, 100]
_COLUMNS = ("standard", "level_label", "n_schools", "start", "middle", "end", "dark", "sentence")


def make_sar_levels(counts: pd.DataFrame, spec: ChartSpec) -> VegaSpec:
    """Draw one bar of 100 per cent per group or year, parted by level from low to high.

    Args:
        counts: standard (words, official order), level (1-5), level_label, n_schools; levels without a
            school may be absent.
    """
    ordered = counts[counts["n_schools"] > 0].sort_values("level", kind="stable")
    end = ordered.groupby("standard", sort=False)["n_schools"].cumsum()
    total = ordered.groupby("standard", sort=False)["n_schools"].transform("sum")
    unit = 100 / total
    shown = ordered.assign(
        start=(end - ordered["n_schools"]) * unit,
        middle=(end - ordered["n_schools"] / 2) * unit,
        end=end * unit,
        dark=ordered["level"] >= 4,
        sentence=[
            f"{standard}: ระดับ{label} {n:,} จาก {of:,} โรงเรียน"
            for standard, label, n, of in zip(
                ordered["standard"], ordered["level_label"], ordered["n_schools"], total, strict=True
            )
        ],
    )
    labels = ordered.drop_duplicates("level").set_index("level")["level_label"]
    standards = list(dict.fromkeys(counts["standard"]))
    y = alt.Y(
        "standard:N",
        sort=standards,
        title=None,
        axis=alt.Axis(labelFontSize=FONT_SIZE, ticks=False, domain=False, labelLimit=420),
    )
    base = alt.Chart(records(shown, _COLUMNS)).encode(y=y, tooltip="sentence:N")
    scale = alt.Scale(domain=[0, 100.0], nice=False, zero=True)
    bars = base.mark_bar(height={"band": 0.7}, stroke=MUTED, strokeWidth=0.8).encode(
        x=alt.X(
            "start:Q",
            scale=scale,
            title=spec.axis,
            axis=alt.Axis(grid=False, tickMinStep=1, values=_PERCENTS),
        ),
        x2="end:Q",
        fill=alt.Fill(
            "level_label:N",
            scale=alt.Scale(
                domain=list(labels), range=[f"#{LEVELS[int(level) - 1]}" for level in labels.index]
            ),
            legend=alt.Legend(symbolType="square"),
        ),
    )
    words = base.mark_text(fontSize=FONT_SIZE).encode(
        x=alt.X("middle:Q", scale=scale),
        text="n_schools:Q",
        color=alt.condition("datum.dark", alt.value("white"), alt.value(INK)),
    )
    chart = alt.layer(bars, words, *notes(spec, 62, beside(standards)), title=spec.heading)
    return finished(chart.properties(height=48 * len(standards)))
