"""The four pictures of one indicator; each title is the message, each footnote the source."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from lib.analysis.trend_lines import NamedLine, make_trend_lines
from lib.charts.distribution import make_distribution
from lib.charts.drawing import Drawing
from lib.charts.funnel import make_funnel
from lib.charts.groups import make_group_bars
from lib.charts.marks import Mark
from lib.charts.spec import ChartSpec, HeldAgainst
from lib.charts.trend import make_trend
from lib.domain.indicators import Direction
from lib.services.chart_tables import groups_table, n_column, schools_table, trend_table
from lib.services.chart_words import (
    READ_FUNNEL,
    READ_GROUPS,
    READ_SPREAD,
    READ_TREND,
    read_wider,
    source_line,
)
from lib.services.explore import IndicatorView
from lib.services.indicator_words import outside_value

if TYPE_CHECKING:
    import pandas as pd


class Picture(StrEnum):
    """What may be drawn of an indicator."""

    SPREAD = "spread"
    FUNNEL = "funnel"
    TREND = "trend"
    GROUPS = "groups"

    @property
    def label(self) -> str:
        return {
            Picture.SPREAD: "กระจายรายโรงเรียน",
            Picture.FUNNEL: "กรวยตามจำนวน",
            Picture.TREND: "แนวโน้ม 3 ปี",
            Picture.GROUPS: "กลุ่มโรงเรียน",
        }[self]


def pictures_of(view: IndicatorView) -> tuple[Picture, ...]:
    """The pictures this indicator has figures for."""
    has = {
        Picture.SPREAD: view.schools["value"].notna().sum() > 1,
        Picture.FUNNEL: not view.funnel.empty,
        Picture.TREND: len(view.trend) > 1,
        Picture.GROUPS: view.groups["value"].notna().sum() > 1,
    }
    return tuple(picture for picture in Picture if has[picture])


def draw_picture(
    view: IndicatorView,
    picture: Picture,
    colour: str,
    chosen: str = "",
    chosen_line: NamedLine | None = None,
    *more_lines: NamedLine,
    title: str = "",
) -> Drawing:
    """One picture of an indicator.

    Args:
        colour: of the indicator's domain.
        chosen: school id to name.
        chosen_line: that school's years, for the trend; ``more_lines`` of other groups.
        title: the message, in place of the picture's own.
    """
    name = f"{view.indicator.name} {picture.label} {view.summary.period.label}"
    spec = replace(_common(view), colour=colour, chosen=chosen)
    if picture is Picture.SPREAD:
        words = replace(spec, title=title or _spread_title(view), reading=READ_SPREAD)
        return Drawing(make_distribution(view.schools, words), words, name, partial(schools_table, view))
    if picture is Picture.FUNNEL:
        words = replace(spec, title=title or funnel_message(view), reading=_read_funnel(view))
        wider = view.wider.curve if view.wider.unlike else None
        drawn = make_funnel(view.schools, view.funnel, words, n_column(view), wider)
        return Drawing(drawn, words, name, partial(schools_table, view))
    if picture is Picture.TREND:
        # the area and the outside value are lines of their own there
        targets = tuple(held for held in spec.held if held.kind == "target")
        words = replace(spec, title=title or _trend_title(view), reading=READ_TREND, held=targets)
        lines = _lines(view, (chosen_line, *more_lines))
        return Drawing(make_trend(lines, words), words, name, partial(trend_table, view, lines))
    words = replace(spec, title=title or _groups_title(view), reading=READ_GROUPS)
    return Drawing(make_group_bars(view.groups, words), words, name, partial(groups_table, view))


def _read_funnel(view: IndicatorView) -> str:
    if not view.wider.unlike:
        return READ_FUNNEL
    return READ_FUNNEL + read_wider(view.words.bare(view.wider.factor), view.wider.n_schools)


def _common(view: IndicatorView) -> ChartSpec:
    summary, words, indicator = view.summary, view.words, view.indicator
    counted = words.counted(summary.n_total)
    behind = (
        f"{counted} · โรงเรียน {summary.n_schools:,} แห่ง" if counted else f"โรงเรียน {summary.n_schools:,} แห่ง"
    )
    held: list[HeldAgainst] = []
    # the area's sum and a sum's target are no measure for one school
    if summary.value is not None and not indicator.sums:
        held.append(HeldAgainst("area", summary.value, f"เขต {words.bare(summary.value)}"))
    if summary.target is not None and not indicator.sums and indicator.direction is not Direction.BAND:
        held.append(HeldAgainst("target", summary.target, f"เป้าหมาย {words.bare(summary.target)}"))
    outside = outside_value(summary)
    if outside is not None and not indicator.sums:
        held.append(HeldAgainst("benchmark", outside.value, f"{outside.name} {words.bare(outside.value)}"))
    return ChartSpec(
        title="",
        subtitle=f"{indicator.name} · หน่วย {words.unit} · {behind} · {summary.period.label}",
        footnote=source_line(view.files, view.file_dates, view.data_version),
        axis=words.unit,
        low=indicator.valid_min,
        high=indicator.valid_max,
        held=tuple(held),
    )


def _spread_title(view: IndicatorView) -> str:
    _, quarter, _, three_quarters, _ = view.summary.quantiles
    bare = view.words.bare
    if bare(quarter) == bare(three_quarters):
        same = int((view.schools["value"] == quarter).sum())
        return f"{same:,} จาก {view.summary.n_schools:,} โรงเรียนมีค่า {bare(quarter)}"
    return f"ครึ่งหนึ่งของโรงเรียนอยู่ระหว่าง {bare(quarter)} ถึง {bare(three_quarters)}"


def funnel_message(view: IndicatorView) -> str:
    """How many schools differ from the area, of those that can be read."""
    counts = view.schools[view.schools["value"].notna()]["mark"].value_counts()
    outside = int(sum(counts.get(str(mark), 0) for mark in (Mark.GOOD, Mark.POOR, Mark.DIFFERS)))
    small = int(counts.get(str(Mark.SMALL), 0))
    readable = int(counts.sum()) - small
    told = f"{outside:,} จาก {readable:,} โรงเรียนต่างจากเขตเกินความผันผวนของปีเดียว"
    return told + (f" อีก {small:,} แห่งมีจำนวนน้อย" if small else "")


def _trend_title(view: IndicatorView) -> str:
    change = view.summary.change_all
    return "ค่าของเขตในปีที่มีข้อมูล" if change is None else f"ค่าของเขต{view.words.area_change(change)}"


def _groups_title(view: IndicatorView) -> str:
    values = view.groups["value"].dropna()
    short = view.words.short
    return f"ค่าของกลุ่มโรงเรียนอยู่ระหว่าง {short(float(values.min()))} ถึง {short(float(values.max()))}"


def _lines(view: IndicatorView, chosen: Sequence[NamedLine | None]) -> "pd.DataFrame":
    lines = make_trend_lines(view.trend, [line for line in (view.outside, *chosen) if line is not None])
    words = view.words
    return lines.assign(
        figure=[words.bare(float(value)) for value in lines["value"]],
        sentence=[
            f"{series} ปี {year} {words.figure(float(value))} {words.counted(float(n))}".strip()
            for series, year, value, n in zip(
                lines["series"], lines["year_be"], lines["value"], lines["n"], strict=True
            )
        ],
    )
