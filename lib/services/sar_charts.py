"""The synthesis of self-assessments as charts: standards side by side, and one of them by group or year."""

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from lib.analysis.sar_frames import level_counts
from lib.catalog.report_words import load_sar_words
from lib.charts.described import chart_words, draw_chart
from lib.charts.drawing import ChartTable, Drawing, chart_table
from lib.charts.sar_levels import make_sar_levels
from lib.charts.spec import ChartSpec
from lib.domain.assessment_synthesis import (
    LevelSynthesis,
    StandardSummary,
    SynthesisGroup,
    YearSynthesis,
)
from lib.domain.assessments import LevelOfEducation
from lib.domain.chart_descriptions import Chart
from lib.report.sar_levels import level_chart, level_series
from lib.services.chart_words import READ_LEVELS, READ_SHARES
from lib.thai.numerals import format_number

if TYPE_CHECKING:
    import pandas as pd

_SOURCE = "ที่มา: รายงานการประเมินตนเองของสถานศึกษา"
_HIGH = 4
_YEAR = "ปีการศึกษา"
_LONGEST_NAME = 40


def row_name(row: StandardSummary) -> str:
    """``มาตรฐานที่ 1 …`` or ``ประเด็น 1.1 …``."""
    return f"{_number(row)} {row.name}"


def pick_row(level: LevelSynthesis, number: str) -> StandardSummary:
    """The row of a standard (``1``) or item (``1.1``)."""
    return next(row for row in (*level.standards, *level.items) if row.number == number)


def make_level_chart(level: LevelSynthesis, year_be: int, *, items: bool = False) -> Drawing:
    """Stacked bars standard × level as the report has them, or item × level, of one level of education."""
    name = f"ระดับ{level.level_of_education.label}"
    rows = level.items if items else level.standards
    named = [(_short(f"{row.item} {row.name}") if items else row_name(row), row) for row in rows]
    n = f"n = {level.n_counted:,} แห่ง"
    if items:
        n = f"รายงานเป็นรายประเด็น {max(row.n_rated for row in rows):,} จาก {level.n_counted:,} แห่ง"
        drawn = _item_chart(named, f"ระดับคุณภาพรายประเด็น {name}")
    else:
        drawn = level_chart(level, year_be, load_sar_words())
    chart = replace(
        drawn,
        message=_lowest(level, rows),
        n_text=n,
        period=f"{_YEAR} {year_be}",
        source=_SOURCE,
        note=READ_LEVELS,
    )
    of = "รายประเด็น" if items else "รายมาตรฐาน"
    file_name = f"ระดับคุณภาพตามรายงานการประเมินตนเอง {name} {of} ปีการศึกษา {year_be}"
    table = partial(_table, level_counts(named), "มาตรฐานหรือประเด็น", {})
    return Drawing(draw_chart(chart), chart_words(chart), file_name, table)


def _item_chart(named: Sequence[tuple[str, StandardSummary]], caption: str) -> Chart:
    rated = [(name, row) for name, row in named if row.n_rated] or named
    return Chart(
        "stacked_bar",
        caption,
        tuple(name for name, _ in rated),
        level_series([row for _, row in rated]),
        "แห่ง",
        f"แผนภูมิแท่งซ้อน{caption}",
        decimals=0,
    )


def make_group_chart(
    groups: Sequence[SynthesisGroup], level: LevelOfEducation, number: str, year_be: int
) -> Drawing:
    """One standard or item: a bar of 100 per cent per group with a rated school, in the groups' own order."""
    parts = [(group, _of(group, level)) for group in groups]
    rows = [(group, pick_row(part, number)) for group, part in parts]
    named = [(f"{group.label} ({row.n_rated:,} แห่ง)", row) for group, row in rows if row.n_rated]
    kind = groups[0].kind.label
    told = f"ระดับ{level.label} · ร้อยละของสถานศึกษาที่มีระดับ · ปีการศึกษา {year_be}"
    return _share_chart(named, told, kind, f"แยกตาม{kind} ระดับ{level.label} {number} ปีการศึกษา {year_be}")


def make_year_chart(years: Sequence[YearSynthesis], number: str) -> Drawing:
    """One standard or item: a bar of 100 per cent per academic year, the oldest first."""
    level = years[-1].level.level_of_education
    rows = [(year.academic_year_be, pick_row(year.level, number)) for year in years]
    named = [(f"ปี {year} ({row.n_rated:,} แห่ง)", row) for year, row in rows if row.n_rated]
    told = f"ระดับ{level.label} · ร้อยละของสถานศึกษาที่มีระดับในปีนั้น แต่ละปีอาจเป็นคนละแห่ง"
    span = f"{years[0].academic_year_be}-{years[-1].academic_year_be}"
    return _share_chart(named, told, _YEAR, f"รายปี ระดับ{level.label} {number} ปีการศึกษา {span}")


def _share_chart(
    named: Sequence[tuple[str, StandardSummary]], subtitle: str, what: str, file_name: str
) -> Drawing:
    counts = level_counts(named)
    row = named[0][1]
    high, rated = sum(_n_high(each) for _, each in named), sum(each.n_rated for _, each in named)
    reached = f"{high:,} จาก {rated:,} แห่ง"
    if what == _YEAR:
        reached = " · ".join(
            f"{name.split(' (')[0]}: {_n_high(each):,} จาก {each.n_rated:,} แห่ง" for name, each in named
        )
    words = ChartSpec(
        title=f"{_number(row)} ถึงระดับ{row.counts[_HIGH - 1].word}ขึ้นไป {reached}",
        subtitle=f"{_short(row.name)} · {subtitle}",
        footnote=_SOURCE,
        axis="ร้อยละของสถานศึกษา",
        reading=READ_SHARES,
    )
    table = partial(_table, counts, what, {name: each.n_rated for name, each in named})
    file_name = f"ระดับคุณภาพตามรายงานการประเมินตนเอง {file_name}"
    return Drawing(make_sar_levels(counts, words), words, file_name, table)


def _of(group: SynthesisGroup, level: LevelOfEducation) -> LevelSynthesis:
    return next(part for part in group.levels if part.level_of_education is level)


def _table(counts: "pd.DataFrame", what: str, rated: dict[str, int]) -> ChartTable:
    totals = counts.groupby("standard", sort=False)["n_schools"].transform("sum")
    return chart_table(
        counts.assign(n=counts["standard"].map(rated) if rated else totals),
        {
            "standard": what,
            "level": "ระดับ (1–5)",
            "level_label": "ชื่อระดับ",
            "n_schools": "จำนวนสถานศึกษา (แห่ง)",
            "n": "มีระดับคุณภาพ (แห่ง)",
        },
    )


def _lowest(level: LevelSynthesis, rows: Sequence[StandardSummary]) -> str:
    """The standard or item with the smallest share of schools at ดีเลิศ or above, as a plain statement."""
    rated = [row for row in rows if row.n_rated]
    if not rated:
        return f"ยังไม่มีระดับคุณภาพที่อ่านได้ของระดับ{level.level_of_education.label}"
    lowest = min(rated, key=lambda row: (_n_high(row) / row.n_rated, row.number))
    share = format_number(100 * _n_high(lowest) / lowest.n_rated)
    word = lowest.counts[_HIGH - 1].word
    reached = f"{_n_high(lowest):,} จาก {lowest.n_rated:,} แห่ง (ร้อยละ {share})"
    return f"{_number(lowest)} ถึงระดับ{word}น้อยที่สุด: {reached}"


def _number(row: StandardSummary) -> str:
    return f"ประเด็น {row.item}" if row.item else f"มาตรฐานที่ {row.standard}"


def _n_high(row: StandardSummary) -> int:
    return sum(count.n for count in row.counts if count.level >= _HIGH)


def _short(name: str) -> str:
    """Names of items are sentences; a chart has room for their beginning, cut between whole letters."""
    room, kept = _LONGEST_NAME, ""
    for letter in name:
        room -= unicodedata.category(letter) != "Mn"
        if room < 0:
            return f"{kept.rstrip()}…"
        kept += letter
    return kept
