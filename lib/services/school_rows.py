"""A school's indicators as its page and its sheet print them: figure, what it rests on, what it is beside."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lib.analysis.examination import Examination
from lib.analysis.school_profile import SchoolFigure
from lib.analysis.sentences import whole_number
from lib.charts.marks import Mark
from lib.domain.findings import Finding, FindingKind
from lib.domain.indicators import DomainArea, Indicator
from lib.domain.observations import WHOLE_YEAR
from lib.domain.periods import Period
from lib.services.indicator_words import IndicatorWords, make_words

#: Rows of a domain that stand in sight; without findings fewer do, the others wait behind a click.
MOST_ROWS = 4
_FILLED_TO = 3
_YEARS = 3
#: Signs of the kinds of findings; the word always stands beside them.
SIGNS: dict[FindingKind, str] = {"strength": "▲", "improvement_area": "▼", "watch": "◆", "data_quality": "–"}
_SURE = {1: "ต่างเกินความผันผวน", 2: "น่าจะต่าง"}
#: Sources of a school's figures: (indicator, year, term) → file and cells.
Sources = Mapping[tuple[str, int, int], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class YearPoint:
    """One year of a school beside its area and its like schools; None where there is no figure."""

    year_be: int
    value: float | None
    area: float | None
    peers: tuple[float, float] | None
    sentence: str


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """One indicator of a school, as printed.

    Attributes:
        counted: x of n, or n alone, with its mark where n is small; empty where nothing is counted.
        n: how many the value rests on, None where nothing is counted.
        small: n is below the indicator's smallest.
        peers: the middle half of the like schools, empty where it is not known.
        certainty: how sure it is that the school differs from its area, with its sign.
        tier: of the most certain finding about it, 0 where that is no matter of chance, None without one.
        years: the latest three, oldest first; none before a break in the definition.
        source_file / source_ref: the way home of the value.
    """

    indicator: Indicator
    period: Period
    value: str
    counted: str
    n: int | None
    small: bool
    area: str
    peers: str
    certainty: str
    change: str
    tier: int | None
    years: tuple[YearPoint, ...]
    source_file: str
    source_ref: str


@dataclass(frozen=True, slots=True)
class DomainSection:
    """A domain's indicators with a figure of this school: the few that matter first, then every one."""

    domain: DomainArea
    shown: tuple[IndicatorRow, ...]
    rows: tuple[IndicatorRow, ...]


def make_section(domain: DomainArea, rows: Iterable[IndicatorRow]) -> DomainSection:
    """The rows of a domain; those with findings stand first, the surest before the others."""
    own = tuple(row for row in rows if row.indicator.domain == domain.id)
    spoken = sorted((row for row in own if row.tier is not None), key=lambda row: row.tier or 3)
    others = [row for row in own if row.tier is None and row.indicator.key_indicator]
    n_others = max(_FILLED_TO - len(spoken), 0)
    return DomainSection(domain, (*spoken[:MOST_ROWS], *others[:n_others]), own)


def make_row(one: SchoolFigure, found: Examination, sources: Sources, surest: Finding | None) -> IndicatorRow:
    """One indicator of a school.

    Args:
        surest: the most certain finding about it.
    """
    words = make_words(one.indicator, found.rules)
    file, place = sources.get((one.indicator.id, one.period.year_be, one.period.term or WHOLE_YEAR), ("", ""))
    # a sum of the area, or of other schools, is no measure for one school
    alone = one.indicator.sums
    low, high = one.peer_range
    return IndicatorRow(
        indicator=one.indicator,
        period=one.period,
        value=words.figure(one.value),
        counted=_counted(one),
        n=round(one.n) if one.indicator.has_n and math.isfinite(one.n) else None,
        small=one.small,
        area="" if alone else words.bare(one.area),
        peers="" if alone or not math.isfinite(low) else f"{words.bare(low)} – {words.bare(high)}",
        certainty=_certainty(one, words, surest),
        change=words.signed_change(one.value, one.change, one.certain),
        tier=surest.tier if surest else None,
        years=_years(one, words, alone=alone),
        source_file=file,
        source_ref=place,
    )


def _counted(one: SchoolFigure) -> str:
    if not (one.indicator.has_n and math.isfinite(one.n)):
        return ""
    part = f"{whole_number(one.x)} จาก " if math.isfinite(one.x) else ""
    return f"{part}{whole_number(one.n)}{' (น้อย)' if one.small else ''}"


def _certainty(one: SchoolFigure, words: IndicatorWords, surest: Finding | None) -> str:
    if surest is not None:
        told = _SURE.get(surest.tier) or ("ควรตรวจตัวเลข" if surest.kind == "data_quality" else "เทียบเกณฑ์")
        return f"{SIGNS[surest.kind]} {told}"
    if one.indicator.sums or not math.isfinite(one.value):
        return ""
    mark = words.mark(one.relation, small=one.small)
    if mark is Mark.SMALL:
        return f"– {mark.value}"
    if mark in (Mark.GOOD, Mark.POOR, Mark.DIFFERS):
        # beyond the 95 % of one year alone raises no alarm among so many figures, so it gets no sign
        return f"{'สูง' if one.value > one.area else 'ต่ำ'}กว่าเขต ปีเดียว"
    return words.relation(mark, one.value, one.area, one.n)


def _years(one: SchoolFigure, words: IndicatorWords, *, alone: bool) -> tuple[YearPoint, ...]:
    """The latest years side by side; a year before a break in the definition has no place."""
    last = one.period.year_be
    own, area = dict(one.years), dict(one.area_years)
    peers = {year: (low, high) for year, low, high in one.peer_years}
    points = []
    for year in range(last - _YEARS + 1, last + 1):
        value = _known(own.get(year))
        beside = None if alone else _known(area.get(year))
        low, high = peers.get(year, (math.nan, math.nan))
        like = None if alone or not math.isfinite(low) else (low, high)
        told = [f"{one.indicator.name} {year}: โรงเรียน {words.figure(value)}"]
        if beside is not None:
            told.append(f"เขต {words.bare(beside)}")
        if like is not None:
            told.append(f"ครึ่งกลางของโรงเรียนใกล้เคียง {words.bare(low)} ถึง {words.bare(high)}")
        points.append(YearPoint(year, value, beside, like, " · ".join(told)))
    return tuple(points)


def _known(value: float | None) -> float | None:
    return None if value is None or not math.isfinite(value) else value
