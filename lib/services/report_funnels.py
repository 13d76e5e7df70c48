"""Funnels of the committee report: the points and limits of the explore page, for paper."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from lib.analysis.examination import Examination
from lib.charts.marks import Mark
from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.palette import CHANCE, IMPROVEMENT, MUTED, PRIMARY, STRENGTH, Shape
from lib.domain.report_content import AcceptedFinding
from lib.services.analysis import OfficeData
from lib.services.chart_tables import n_column
from lib.services.explore import IndicatorView, load_indicator_view

if TYPE_CHECKING:
    import pandas as pd

_READING = "อ่านว่า: จุดระหว่างเส้นทึบยังแยกไม่ออกจากความผันผวนของปีเดียว จุดนอกเส้นประต่างจากเขตชัดเจน ยิ่งจำนวนน้อยช่วงยิ่งกว้าง"
_MOST_FUNNELS = 2
_MOST_LIMIT_PLACES = 30
#: Colour and sign of each kind of school; a small one is hollow.
_SIGNS: dict[Mark, tuple[str, Shape]] = {
    Mark.CHANCE: (CHANCE, "circle"),
    Mark.PLAIN: (PRIMARY, "circle"),
    Mark.GOOD: (STRENGTH, "triangle"),
    Mark.POOR: (IMPROVEMENT, "diamond"),
    Mark.DIFFERS: (PRIMARY, "square"),
    Mark.SMALL: (MUTED, "circle"),
}
_LIMITS = (
    ("lower", "ช่วงความผันผวนร้อยละ 95", False),
    ("upper", "ช่วงความผันผวนร้อยละ 95", False),
    ("outer_lower", "ช่วงความผันผวนร้อยละ 99.8", True),
    ("outer_upper", "ช่วงความผันผวนร้อยละ 99.8", True),
)


def funnel_charts(
    data: OfficeData, found: Examination, accepted: Iterable[AcceptedFinding]
) -> dict[str, tuple[Chart, ...]]:
    """Domain id → funnels of the first indicators with an accepted finding about schools."""
    about_schools = [each for each in accepted if each.finding.scope in ("school", "schools")]
    charts: dict[str, Chart] = {}
    domains: dict[str, list[Chart]] = {}
    for each in about_schools:
        indicator_id = each.finding.indicator_id
        if indicator_id in charts or len(charts) == _MOST_FUNNELS:
            continue
        view = load_indicator_view(data, found, indicator_id)
        if view.funnel.empty:
            continue
        named = {
            other.finding.scope_id
            for other in about_schools
            if other.finding.indicator_id == indicator_id and other.finding.scope == "school"
        }
        charts[indicator_id] = chart = funnel_chart(view, named)
        domains.setdefault(each.finding.domain, []).append(chart)
    return {domain: tuple(drawn) for domain, drawn in domains.items()}


def funnel_chart(view: IndicatorView, named: set[str]) -> Chart:
    """The funnel of the explore page for paper: same points, same limits.

    Args:
        named: ids of schools that accepted findings name; small ones stay without a name all the same.
    """
    schools = view.schools[view.schools["value"].notna() & view.schools["n"].notna()]
    curve = _thinned(view.funnel, float(schools["n"].min()))
    names, xs, marks = [], [], [Mark(str(mark)) for mark in schools["mark"]]
    written = set()
    for place, (school_id, name, n) in enumerate(
        zip(schools["school_id"], schools["school_name"], schools["n"], strict=True)
    ):
        is_named = str(school_id) in named and marks[place] is not Mark.SMALL
        names.append(str(name) if is_named else f"n = {n:,.0f}")
        xs.append(float(n))
        if is_named:
            written.add(place)
    points = [float(value) for value in schools["value"]]
    after = (None,) * len(curve)
    series = [
        ChartSeries(
            str(mark),
            (*(value if own is mark else None for value, own in zip(points, marks, strict=True)), *after),
            _SIGNS[mark][0],
            "hollow" if mark is Mark.SMALL else "points",
            _SIGNS[mark][1],
        )
        for mark in _SIGNS
        if mark in marks
    ]
    before = (None,) * len(points)
    series += [
        ChartSeries(
            name, (*before, *(float(at) for at in curve[column])), MUTED, "dashed" if dashed else "line"
        )
        for column, name, dashed in _LIMITS
    ]
    caption = f"{view.indicator.short_name} ของแต่ละโรงเรียนเทียบกับจำนวน"
    return Chart(
        "scatter",
        caption,
        (*names, *(f"ขอบเขตที่ n = {n:,.0f}" for n in curve["n"])),
        tuple(series),
        view.words.unit,
        f"แผนภาพกรวย{caption} {len(points):,} โรงเรียน",
        note=_READING,
        key=f"funnel_{view.indicator.id}",
        xs=(*xs, *(float(n) for n in curve["n"])),
        x_unit=n_column(view),
        named=frozenset(written),
        n_text=view.words.counted(view.summary.n_total),
        period=view.summary.period.label,
    )


def _thinned(curve: "pd.DataFrame", fewest: float) -> "pd.DataFrame":
    """Enough places of the limits to look curved, closer where they bend; the first and the last stay."""
    kept = curve[curve["n"] >= fewest]
    last = len(kept) - 1
    if last < _MOST_LIMIT_PLACES:
        return kept
    steps = _MOST_LIMIT_PLACES - 1
    return kept.iloc[sorted({round(last * (step / steps) ** 2) for step in range(steps + 1)})]
