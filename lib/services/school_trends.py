"""The latest years of a school's foremost findings, beside area and like schools, for native charts."""

import math
from collections.abc import Sequence

from lib.analysis.examination import Examination
from lib.analysis.trend_lines import NamedLine
from lib.domain.indicators import Direction
from lib.domain.school_sheet import SheetTrend
from lib.services.indicator_words import make_words
from lib.services.peers import load_peer_line
from lib.services.school import SchoolView
from lib.services.school_findings import FindingLine
from lib.services.school_rows import IndicatorRow
from lib.thai.numerals import round_half_up

#: School, area, like schools; dashes tell them apart on grey paper.
LINE_COLOURS = ("0F5E6B", "1F2A30", "9AA5AB")
_MOST = 2
_FEWEST_YEARS = 2


def sheet_trends(
    found: Examination, view: SchoolView, lines: Sequence[FindingLine]
) -> tuple[SheetTrend, ...]:
    """Of the surest findings that have figures of two years, each indicator once; what needs work first."""
    rows = {row.indicator.id: row for section in view.sections for row in section.rows}
    wanted = sorted(lines, key=lambda line: (line.finding.kind == "strength", line.finding.tier or 3))
    trends: list[SheetTrend] = []
    for indicator_id in dict.fromkeys(line.finding.indicator_id for line in wanted):
        row = rows.get(indicator_id)
        if row is None or sum(point.value is not None for point in row.years) < _FEWEST_YEARS:
            continue
        peers = load_peer_line(found, indicator_id, view.school.school_id)
        trends.append(_trend(row, peers, make_words(row.indicator, found.rules).unit))
        if len(trends) == _MOST:
            break
    return tuple(trends)


def _trend(row: IndicatorRow, peers: NamedLine | None, unit: str) -> SheetTrend:
    years = [point.year_be for point in row.years]
    lines = [
        ("โรงเรียน", tuple(_printed(point.value) for point in row.years)),
        ("เขต", tuple(_printed(point.area) for point in row.years)),
    ]
    if peers is not None and not row.indicator.sums:
        known = {year: value for year, value, _ in peers.points}
        lines.append(("ใกล้เคียง", tuple(_printed(known.get(year)) for year in years)))
    kept = tuple(line for line in lines if any(value is not None for value in line[1]))
    # a sum's target is the area's own, and a band has no one line to reach
    of_schools = not row.indicator.sums and row.indicator.direction is not Direction.BAND
    return SheetTrend(
        row.indicator.short_name,
        unit,
        tuple(map(str, years)),
        kept,
        0 if row.indicator.sums else 2,
        row.indicator.target if of_schools else None,
    )


def _printed(value: float | None) -> float | None:
    """As it is printed elsewhere, so that the chart's labels say the same."""
    return None if value is None or not math.isfinite(value) else round_half_up(value)
