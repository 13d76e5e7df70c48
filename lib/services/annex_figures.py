"""Figures of the annex: indicator by indicator and year by year, the area's line with its schools."""

import math
from collections.abc import Iterator, Mapping

import numpy as np

from lib.analysis.areas import aggregation_of
from lib.analysis.benchmarks import benchmarks_of, stated_area_value
from lib.analysis.examination import Examination
from lib.analysis.standing import level_of, reaches_target
from lib.domain.annex import AreaLine, FigureBlock, Goal, SchoolLine, Way
from lib.domain.indicators import Direction, Indicator, Kind
from lib.domain.observations import WHOLE_YEAR
from lib.domain.report_content import FigureRow, ReportContent
from lib.domain.source_refs import is_source_ref, parse_source_ref
from lib.services.analysis import OfficeData
from lib.thai.numerals import round_half_up

_YEARS = 3
_WHOLE_BAHT_FROM = 10_000
#: (school id, year, term) → numerator and n as the file states them, file name, reference.
_Homes = dict[tuple[str, int, int], tuple[float, float, str, str]]


def figure_blocks(data: OfficeData, found: Examination, content: ReportContent) -> Iterator[FigureBlock]:
    """Blocks by indicator in the catalogue's order, the oldest of the last three years first.

    They are made one by one, so that a large office needs no more memory than a small one.
    """
    shown = {row.figure_id: row for domain in content.domains for row in domain.rows}
    homes = {str(key): part for key, part in data.observations.groupby("indicator_id", sort=False)}
    for place, indicator in enumerate(found.cube.indicators):
        part = homes.get(indicator.id)
        known: _Homes = {}
        if part is not None:
            mine = part[part["period_kind"] == str(indicator.period_kind)]
            columns = ("school_id", "year_be", "term", "numerator", "n", "source_file", "source_ref")
            known = {
                (str(school), int(year), int(term)): (float(x), float(n), str(file), str(ref))
                for school, year, term, x, n, file, ref in zip(*(mine[c] for c in columns), strict=True)
            }
        depth = found.cube.depth
        for year in range(max(depth - _YEARS, 0), depth):
            block = _block(data, found, place, year, known, shown)
            if block is not None:
                yield block


def _block(
    data: OfficeData,
    found: Examination,
    place: int,
    year: int,
    homes: _Homes,
    shown: Mapping[str, FigureRow],
) -> FigureBlock | None:
    """None where neither a school nor a file has a figure of the area."""
    cube = found.cube
    indicator, period = cube.indicators[place], cube.period(place, year)
    inside = np.flatnonzero(np.isfinite(cube.value[place, year]))
    weights = cube.n[place, year][inside]
    value = float(found.area[place, year])
    way: Way = "stated"
    if inside.size:
        named = aggregation_of(indicator, any_n=bool(np.isfinite(weights).any()))
        way = named if named in ("weighted_mean", "sum", "median") else "stated"
    elif (stated := stated_area_value(benchmarks_of(found.benchmarks, indicator, period))) is not None:
        value = stated
    if not math.isfinite(value):
        return None
    scale = data.catalogue.scale(indicator.scale) if indicator.scale else None
    lines = tuple(
        _line(found, place, year, int(school), homes, level_of(scale, float(cube.value[place, year, school])))
        for school in inside
    )
    area = _area(found, place, year, way, value, lines, shown)
    return FigureBlock(
        indicator.domain, area, tuple(band.label for band in scale.bands) if scale else (), lines
    )


def _line(found: Examination, place: int, year: int, school: int, homes: _Homes, level: str) -> SchoolLine:
    cube = found.cube
    who, period = cube.schools[school], cube.period(place, year)
    key = (who.school_id, period.year_be, period.term or WHOLE_YEAR)
    x, n, file, ref = homes.get(key, (math.nan, math.nan, "", ""))
    source = parse_source_ref(ref) if is_source_ref(ref) else None
    return SchoolLine(
        who.school_id,
        who.name,
        who.cluster,
        _known(x),
        _known(n),
        float(cube.value[place, year, school]),
        _known(float(cube.n[place, year, school])),
        level,
        file,
        source.sheet if source else "",
        ",".join(cells.address for cells in source.cells) if source else ref,
    )


def _area(
    found: Examination,
    place: int,
    year: int,
    way: Way,
    value: float,
    lines: tuple[SchoolLine, ...],
    shown: Mapping[str, FigureRow],
) -> AreaLine:
    cube = found.cube
    indicator, period = cube.indicators[place], cube.period(place, year)
    figure_id = f"{indicator.id}|{period.kind}|{period.year_be}"
    latest = year == cube.depth - 1
    change = found.change_all[place] if latest else None
    whole = indicator.kind is Kind.COUNT or (indicator.kind is Kind.AMOUNT and abs(value) >= _WHOLE_BAHT_FROM)
    weights = [line.weight for line in lines if line.weight is not None]
    goal = _goal(indicator)
    values = np.array([line.value for line in lines], float)
    return AreaLine(
        indicator.id,
        indicator.name,
        indicator.unit,
        period,
        way,
        value,
        0 if whole else 2,
        sum(weights) if weights else None,
        len(lines),
        goal,
        int(reaches_target(indicator, values).sum()) if goal and lines else None,
        round_half_up(change.printed) if change else None,
        change.year_be if change else 0,
        figure_id,
        shown[figure_id].value_text if latest and figure_id in shown else "",
    )


def _goal(indicator: Indicator) -> Goal | None:
    """The target as schools are held against it; that of a sum is the area's own, unless it is 0."""
    target = indicator.target
    if target is None or indicator.direction is Direction.CONTEXT or (indicator.sums and target):
        return None
    if indicator.direction is Direction.LOWER:
        return Goal(None, target)
    if indicator.direction is Direction.BAND:
        return Goal(target, target if indicator.target_high is None else indicator.target_high)
    return Goal(target, None)


def _known(value: float) -> float | None:
    return value if math.isfinite(value) else None
