"""The synthesis of self-assessments as a chart."""

from functools import partial
from typing import TYPE_CHECKING

from lib.analysis.sar_frames import level_counts
from lib.charts.drawing import ChartTable, Drawing, chart_table
from lib.charts.sar_levels import make_sar_levels
from lib.charts.spec import ChartSpec
from lib.domain.assessment_synthesis import LevelSynthesis
from lib.services.chart_words import READ_LEVELS
from lib.thai.numerals import format_number

if TYPE_CHECKING:
    import pandas as pd


def make_level_chart(level: LevelSynthesis, year_be: int) -> Drawing:
    """Stacked bars standard × level of one level of education; the title says the message."""
    name = f"ระดับ{level.level_of_education.label}"
    counts = level_counts(level)
    words = ChartSpec(
        title=_message(level),
        subtitle=f"{name} · จำนวนสถานศึกษา · n = {level.n_submitted:,} แห่ง · ปีการศึกษา {year_be}",
        footnote="ที่มา: รายงานการประเมินตนเองของสถานศึกษา",
        axis="จำนวนสถานศึกษา (แห่ง)",
        reading=READ_LEVELS,
    )
    file_name = f"ระดับคุณภาพตามรายงานการประเมินตนเอง {name} ปีการศึกษา {year_be}"
    return Drawing(
        make_sar_levels(counts, words), words, file_name, partial(_table, counts, level.n_submitted)
    )


def _table(counts: "pd.DataFrame", n: int) -> ChartTable:
    return chart_table(
        counts.assign(n=n),
        {
            "standard": "มาตรฐาน",
            "level": "ระดับ (1–5)",
            "level_label": "ชื่อระดับ",
            "n_schools": "จำนวนสถานศึกษา (แห่ง)",
            "n": "ส่งรายงานแล้ว (แห่ง)",
        },
    )


def _message(level: LevelSynthesis) -> str:
    """The standard with the fewest schools at ดีเลิศ or above, as a plain statement."""
    rated = [standard for standard in level.standards if standard.n_rated]
    if not rated:
        return f"ยังไม่มีระดับคุณภาพที่อ่านได้ของระดับ{level.level_of_education.label}"
    high = {each.standard: sum(count.n for count in each.counts if count.level >= 4) for each in rated}
    lowest = min(rated, key=lambda each: (high[each.standard] / each.n_rated, each.standard))
    share = format_number(100 * high[lowest.standard] / lowest.n_rated)
    return (
        f"มาตรฐานที่ {lowest.standard} ถึงระดับดีเลิศน้อยที่สุด: "
        f"{high[lowest.standard]:,} จาก {lowest.n_rated:,} แห่ง (ร้อยละ {share})"
    )
