"""One indicator in one year over schools, their groups and the area, as sums an attacker could work with."""

from dataclasses import dataclass

import numpy as np

from lib.analysis.areas import area_values
from lib.analysis.cube import Cube
from lib.analysis.intervals import Array
from lib.analysis.suppression_units import Units
from lib.domain.indicators import Indicator, Kind
from lib.domain.publication import PublicationSettings, Reason
from lib.domain.schools import School, SizeScheme

_ALIKE_SHARE = 0.5  # of the schools with figures of both


@dataclass(frozen=True, slots=True, eq=False)
class FigureTable:
    """Figures of all units; NaN where a unit has none.

    Attributes:
        value / n / x: per unit; ``x`` is what adds up: people counted, or the sum behind a mean.
    """

    indicator: Indicator
    year: int
    value: Array
    n: Array
    x: Array


def make_units(
    schools: tuple[School, ...], scheme: SizeScheme, *, shows_schools: bool
) -> tuple[Units, tuple[tuple[str, str, str], ...]]:
    """The units, and (kind, id, name) of the groups and of the area in their order."""
    bands = [scheme.band_of(school.pupils) for school in schools]
    names = {band.id: band.name for band in scheme.bands}
    own = {
        "cluster": [school.cluster for school in schools],
        "district": [school.district for school in schools],
        "size": [band.id if band else "" for band in bands],
    }
    told: list[tuple[str, str, str]] = []
    rows: list[list[bool]] = []
    for kind, of in own.items():
        there = [band.id for band in scheme.bands] if kind == "size" else sorted(set(of))
        for group in there:
            if group and group in of:
                told.append((kind, group, names[group] if kind == "size" else group))
                rows.append([each == group for each in of])
    told.append(("area", "", ""))
    rows.append([True] * len(schools))
    kinds = [kind for kind, _, _ in told]
    partition = np.array([kinds.index(kind) for kind in kinds], np.int64)
    return Units(len(schools), np.array(rows, bool), partition, shows_schools), tuple(told)


def make_figure_tables(cube: Cube, units: Units) -> tuple[FigureTable, ...]:
    """One per key indicator and year with a figure."""
    grouped = [area_values(cube, inside) for inside in units.member]
    tables = []
    for place, indicator in enumerate(cube.indicators):
        for year in range(cube.depth):
            value = cube.value[place, year]
            if not indicator.key_indicator or not np.isfinite(value).any():
                continue
            n, x = cube.n[place, year], _counted(indicator, cube, place, year)
            tables.append(
                FigureTable(
                    indicator,
                    year,
                    np.append(value, [group[place, year] for group in grouped]),
                    np.append(n, _sums(units, n)),
                    np.append(x, _sums(units, x)),
                )
            )
    return tuple(tables)


def _counted(indicator: Indicator, cube: Cube, place: int, year: int) -> Array:
    """What adds up over schools: whole numerators, else values times people above the scale's lowest."""
    value, n = cube.value[place, year], cube.n[place, year]
    if indicator.kind is Kind.PROPORTION:
        told = cube.numerator[place, year]
        return np.asarray(np.where(np.isfinite(told), told, value * n / 100), float)
    if indicator.has_n:
        return np.asarray((value - (indicator.valid_min or 0.0)) * n, float)
    return np.asarray(value, float)


def _sums(units: Units, amounts: Array) -> Array:
    """Per group the sum over its schools; NaN where none has an amount."""
    has = np.isfinite(amounts)
    sums = units.member @ np.where(has, amounts, 0.0)
    return np.where((units.member & has).any(axis=1), sums, np.nan)


def primary_reasons(table: FigureTable, settings: PublicationSettings) -> tuple[Reason, ...]:
    """Per unit why its figure is hidden for its own sake; empty where it is not, or where there is none."""
    return tuple(_reason(table, unit, settings) for unit in range(len(table.value)))


def _reason(table: FigureTable, unit: int, settings: PublicationSettings) -> Reason:
    indicator, x, n = table.indicator, table.x[unit], table.n[unit]
    if not np.isfinite(table.value[unit]):
        return ""
    if indicator.has_n and not np.isfinite(n):
        return "unknown_n"
    if indicator.has_n and n < settings.smallest_group:
        return "few_people"
    if indicator.kind not in (Kind.PROPORTION, Kind.COUNT):
        return ""
    count = round(float(x))
    rest = round(float(n)) - count if indicator.has_n else settings.smallest_count
    if 0 < count < settings.smallest_count:
        return "small_count"
    if 0 < rest < settings.smallest_count:
        return "small_rest"
    return "none_or_all" if not settings.show_zero and (count == 0 or rest == 0) else ""


def share_people(tables: tuple[FigureTable, ...], n_schools: int) -> tuple[int, ...]:
    """Per table the first table of its year that is about the same people, itself if none."""
    first: list[int] = []
    for place, table in enumerate(tables):
        own = place
        for earlier in range(place):
            other = tables[earlier]
            if first[earlier] == earlier and _same_people(table, other, n_schools):
                own = earlier
                break
        first.append(own)
    return tuple(first)


def _same_people(one: FigureTable, other: FigureTable, n_schools: int) -> bool:
    if one.year != other.year or one.indicator.period_kind is not other.indicator.period_kind:
        return False
    both = np.isfinite(one.n[:n_schools]) & np.isfinite(other.n[:n_schools])
    alike = one.n[:n_schools][both] == other.n[:n_schools][both]
    enough = 2 * int(both.sum()) >= max(_n_schools(one, n_schools), _n_schools(other, n_schools))
    return bool(both.any()) and enough and float(alike.mean()) >= _ALIKE_SHARE


def _n_schools(table: FigureTable, n_schools: int) -> int:
    return int(np.isfinite(table.n[:n_schools]).sum())
