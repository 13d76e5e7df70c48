"""The lines of a trend chart as one long table."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib.analysis.areas import area_values
from lib.analysis.benchmarks import benchmarks_of, preferred
from lib.analysis.cube import BoolArray
from lib.analysis.examination import Examination
from lib.analysis.trends import school_trend

#: ``series`` in words; the area's own first.
TREND_LINE_COLUMNS = ("series", "year_be", "value", "n")


#: The line over the same schools is drawn once it leaves the other by this share of the area's movement.
_TELLING = 0.15


@dataclass(frozen=True, slots=True)
class NamedLine:
    """Another line of the chart: (year, value, n), NaN where missing."""

    name: str
    points: tuple[tuple[int, float, float], ...]


def make_trend_lines(area: pd.DataFrame, others: Sequence[NamedLine] = ()) -> pd.DataFrame:
    """Area over all schools, over the same schools where that tells another story, and other lines.

    Args:
        area: AREA_TREND_COLUMNS.
        others: years outside the area's are left out.
    """
    years = [int(year) for year in area["year_be"]]
    lines = [NamedLine("เขต", _points(area, "all_schools", "n_total")), *others]
    if same_schools_differ(area):
        n_same = int(area["n_same_schools"].iloc[-1])
        lines.append(NamedLine(f"โรงเรียนเดิม {n_same:,} แห่ง", _points(area, "same_schools", "")))
    rows = [(line.name, *point) for line in lines for point in line.points if point[0] in years]
    return pd.DataFrame(rows, columns=list(TREND_LINE_COLUMNS))


def same_schools_differ(area: pd.DataFrame) -> bool:
    """Whether the schools with a figure in every year tell another story (AREA_TREND_COLUMNS)."""
    moved = float(area["all_schools"].max() - area["all_schools"].min())
    apart = float((area["all_schools"] - area["same_schools"]).abs().max())
    return apart >= max(_TELLING * moved, 0.005)


def outside_line(found: Examination, indicator_id: str) -> NamedLine | None:
    """The outside value of the latest year with the same one of earlier years; None without one."""
    place = found.place(indicator_id)
    indicator, cube = found.cube.indicators[place], found.cube
    latest = preferred(
        benchmarks_of(found.benchmarks, indicator, cube.periods[place]), cube.periods[place].year_be
    )
    if latest is None or not latest.scope:
        return None
    points = []
    for year in range(cube.depth):
        period = cube.period(place, year)
        for row in benchmarks_of(found.benchmarks, indicator, period):
            if (row.scope, row.name) == (latest.scope, latest.name):
                points.append((period.year_be, row.value, float("nan")))
                break
    return NamedLine(latest.name, tuple(points))


def school_line(found: Examination, indicator_id: str, school_id: str, name: str) -> NamedLine:
    """One school's latest years; years before a break in the definition are left out."""
    trend = school_trend(found, indicator_id, school_id)
    return NamedLine(name, _points(trend[trend["comparable"]], "value", "n"))


def members_line(
    found: Examination, indicator_id: str, inside: BoolArray, name: str, years: int = 3
) -> NamedLine:
    """The latest comparable years of some schools together, weighted as the area is.

    Args:
        inside: ``[school]``, True for the schools of the line.
    """
    place = found.place(indicator_id)
    cube = found.cube.only(place)
    values = area_values(cube, inside)[0]
    shown = [y for y in range(max(cube.depth - years, 0), cube.depth) if cube.comparable[0, y]]
    n = np.where(inside & np.isfinite(cube.value[0]), cube.n[0], np.nan)
    totals = [float(np.nansum(n[year])) for year in shown]
    return NamedLine(
        name,
        tuple(
            (cube.year_be(0, year), float(values[year]), total or float("nan"))
            for year, total in zip(shown, totals, strict=True)
        ),
    )


def _points(frame: pd.DataFrame, value: str, n: str) -> tuple[tuple[int, float, float], ...]:
    counts = frame[n] if n else [float("nan")] * len(frame)
    return tuple(
        (int(year), float(figure), float(count))
        for year, figure, count in zip(frame["year_be"], frame[value], counts, strict=True)
    )
