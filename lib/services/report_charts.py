"""Charts of the committee report that rest on years: the last three side by side, longer trends."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lib.analysis.examination import Examination
from lib.analysis.trends import area_trend
from lib.catalog.report_words import load_report_words
from lib.domain.chart_descriptions import Chart, ChartSeries
from lib.domain.indicators import Indicator
from lib.domain.palette import year_shades
from lib.domain.report_content import DomainResults

if TYPE_CHECKING:
    import pandas as pd

_YEARS, _FEWEST_YEARS, _FEWEST_FOR_LINE, _LONGEST = 3, 2, 4, 10
_MOST_GROUPS, _MOST_LINES = 4, 4
_LINES = ("0072B2", "A55F00", "00785A", "A6407F")


def year_charts(
    found: Examination, indicators: Sequence[Indicator], domain: DomainResults
) -> tuple[Chart, ...]:
    """The area's last three years side by side, one chart per unit and kind of year.

    Args:
        indicators: in the order they are preferred; only the first with two years or more are drawn.
        domain: gives the colour, the words and the key.
    """
    charts: list[Chart] = []
    for (unit, kind), trends in _by_axis(found, indicators, _YEARS, _FEWEST_YEARS).items():
        drawn = trends[:_MOST_GROUPS]
        years = sorted({int(year) for _, trend in drawn for year in trend["year_be"]})
        shades = year_shades(domain.colour.removeprefix("#"), len(years))
        caption = f"ผล{domain.name} {_span(kind, years)} หน่วย{unit}"
        charts.append(
            Chart(
                "grouped_bar",
                caption,
                tuple(indicator.short_name for indicator, _ in drawn),
                tuple(
                    ChartSeries(f"{kind} {year}", tuple(_of_year(trend, year) for _, trend in drawn), shade)
                    for year, shade in zip(years, shades, strict=True)
                ),
                unit,
                f"แผนภูมิแท่ง{caption} ของ {len(drawn)} ตัวชี้วัด",
                note=_some(len(drawn), len(trends)),
                key=f"years_{domain.domain_id}_{len(charts)}",
                n_text=load_report_words().phrases["chart_n"],
            )
        )
    return tuple(charts)


def trend_charts(
    found: Examination, indicators: Sequence[Indicator], domain: DomainResults
) -> tuple[Chart, ...]:
    """The area's longer trends as lines, where four years or more can be compared."""
    charts: list[Chart] = []
    for (unit, kind), trends in _by_axis(found, indicators, _LONGEST, _FEWEST_FOR_LINE).items():
        drawn = trends[:_MOST_LINES]
        own = {int(year) for _, trend in drawn for year in trend["year_be"]}
        years = list(range(min(own), max(own) + 1))
        caption = f"แนวโน้ม{domain.name} {_span(kind, years)} หน่วย{unit}"
        charts.append(
            Chart(
                "line",
                caption,
                tuple(str(year) for year in years),
                tuple(
                    ChartSeries(indicator.short_name, tuple(_of_year(trend, year) for year in years), hue)
                    for (indicator, trend), hue in zip(drawn, _LINES, strict=False)
                ),
                unit,
                f"กราฟเส้น{caption} ของ {len(drawn)} ตัวชี้วัด",
                note=_some(len(drawn), len(trends)),
                key=f"trend_{domain.domain_id}_{len(charts)}",
                n_text=load_report_words().phrases["chart_n"],
            )
        )
    return tuple(charts)


def _by_axis(
    found: Examination, indicators: Sequence[Indicator], years: int, fewest: int
) -> dict[tuple[str, str], list[tuple[Indicator, "pd.DataFrame"]]]:
    """Trends that may share an axis: of one unit and one kind of year."""
    axes: dict[tuple[str, str], list[tuple[Indicator, pd.DataFrame]]] = {}
    for indicator in indicators:
        trend = area_trend(found, indicator.id, years)
        trend = trend[trend["all_schools"].notna()]
        if len(trend) >= fewest:
            period = found.cube.periods[found.place(indicator.id)]
            axes.setdefault((indicator.unit, period.label.rsplit(" ", 1)[0]), []).append((indicator, trend))
    return axes


def _of_year(trend: "pd.DataFrame", year_be: int) -> float | None:
    own = trend.loc[trend["year_be"] == year_be, "all_schools"]
    return None if own.empty else float(own.iloc[0])


def _some(n_drawn: int, n_all: int) -> str:
    return f"แสดง {n_drawn} จาก {n_all} ตัวชี้วัดที่มีข้อมูลหลายปี" if n_drawn < n_all else ""


def _span(kind: str, years: Sequence[int]) -> str:
    return f"{kind} {years[0]}-{years[-1]}"
