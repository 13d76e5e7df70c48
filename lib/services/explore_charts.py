"""The four pictures of one indicator; each title is the message, each footnote the source."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from lib.analysis.trend_lines import NamedLine, make_trend_lines
from lib.charts.distribution import make_distribution
from lib.charts.funnel import make_funnel
from lib.charts.groups import make_group_bars
from lib.charts.marks import Mark
from lib.charts.spec import ChartSpec, HeldAgainst
from lib.charts.theme import VegaSpec
from lib.charts.trend import make_trend
from lib.domain.indicators import Direction
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
) -> VegaSpec:
    """One picture as Vega-Lite.

    Args:
        colour: of the indicator's domain.
        chosen: school id to name.
        chosen_line: that school's years, for the trend; ``more_lines`` of other groups.
        title: the message, in place of the picture's own.
    """
    spec = replace(_common(view), colour=colour, chosen=chosen)
    if picture is Picture.SPREAD:
        return make_distribution(view.schools, replace(spec, title=title or _spread_title(view)))
    if picture is Picture.FUNNEL:
        counting = view.words.wording.rules.classifier(view.indicator.denominator)
        axis = f"{view.indicator.denominator} ({counting}) · แรเงา = ช่วงความผันผวน 95 % · เส้นประ = 99.8 %"
        return make_funnel(
            view.schools, view.funnel, replace(spec, title=title or funnel_message(view)), axis
        )
    if picture is Picture.TREND:
        return make_trend(
            _lines(view, (chosen_line, *more_lines)),
            # the area and the outside value are lines of their own there
            replace(
                spec,
                title=title or _trend_title(view),
                held=tuple(held for held in spec.held if held.kind == "target"),
            ),
        )
    return make_group_bars(view.groups, replace(spec, title=title or _groups_title(view)))


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
    files = " · ".join(view.files[:2]) + (f" และอีก {len(view.files) - 2} ไฟล์" if len(view.files) > 2 else "")
    return ChartSpec(
        title="",
        subtitle=f"{indicator.name} · หน่วย {words.unit} · {behind} · {summary.period.label}",
        footnote=f"ที่มา: {files or 'ไม่มีไฟล์รายโรงเรียน'} · ข้อมูลรุ่นที่ {view.data_version:,}",
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
