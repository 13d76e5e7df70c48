"""Which figures of a year are here, for whom they ought to be, and since when the latest stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.analysis.eligibility import expected_schools
from lib.domain.indicators import Indicator
from lib.domain.observations import Scope
from lib.domain.periods import PeriodKind
from lib.domain.schools import School

BoolArray = npt.NDArray[np.bool_]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Presence:
    """Figures of one year per calendar, indicators in the catalogue's order.

    Attributes:
        here / ever: ``[indicator, school]``, a figure of that year, and of that or an earlier year.
        expected: ``[indicator, school]``, by the grades a school teaches, else whoever reported it before.
        area / area_ever: ``[indicator]``, the same for the area's own stated figure.
        latest_year / latest_load: ``[indicator]``, year of the latest figures up to the one examined and the
            load that brought the newest of them; 0 where there are none.
    """

    indicators: tuple[Indicator, ...]
    schools: tuple[School, ...]
    here: BoolArray
    ever: BoolArray
    expected: BoolArray
    area: BoolArray
    area_ever: BoolArray
    latest_year: IntArray
    latest_load: IntArray


def find_presence(
    observations: pd.DataFrame,
    benchmarks: pd.DataFrame,
    indicators: Sequence[Indicator],
    schools: Sequence[School],
    years_be: Mapping[PeriodKind, int],
) -> Presence:
    """Put figures into place; indicators whose calendar has no year are left out, later years are not seen.

    Args:
        observations: long table with ``dataset_id`` (lib.storage.observations).
        benchmarks: stated figures with ``scope`` and ``dataset_id``; those of the area count.
    """
    kept = tuple(each for each in indicators if each.period_kind in years_be)
    years = np.array([years_be[each.period_kind] for each in kept], np.int64)
    place = {each.id: number for number, each in enumerate(kept)}
    column = {school.school_id: number for number, school in enumerate(schools)}
    here = np.zeros((len(kept), len(schools)), bool)
    ever = here.copy()
    latest_year, latest_load = np.zeros(len(kept), np.int64), np.zeros(len(kept), np.int64)
    i, year, load, known = _places(observations, kept, place, years)
    s = _codes(observations["school_id"], column)[known]
    ours = s >= 0
    ever[i[ours], s[ours]] = True
    current = ours & (year == years[i])
    here[i[current], s[current]] = True
    _remember(i, year, load, latest_year, latest_load)
    stated = benchmarks[benchmarks["scope"] == str(Scope.AREA)] if len(benchmarks) else benchmarks.head(0)
    area, area_ever = np.zeros(len(kept), bool), np.zeros(len(kept), bool)
    if len(stated):
        i, year, load, _ = _places(stated, kept, place, years)
        area_ever[i] = True
        area[i[year == years[i]]] = True
        _remember(i, year, load, latest_year, latest_load)
    before = np.where(ever, 1.0, np.nan)[:, None, :]
    expected = expected_schools(kept, tuple(schools), before)
    return Presence(kept, tuple(schools), here, ever, expected, area, area_ever, latest_year, latest_load)


def _places(
    frame: pd.DataFrame, kept: tuple[Indicator, ...], place: Mapping[str, int], years: IntArray
) -> tuple[IntArray, IntArray, IntArray, IntArray]:
    """Indicator, year and load of every row that speaks of its own calendar up to the year examined."""
    i = _codes(frame["indicator_id"], place)
    kinds = _codes(frame["period_kind"], {str(kind): number for number, kind in enumerate(PeriodKind)})
    own = np.array([list(PeriodKind).index(each.period_kind) for each in kept], np.int64)
    year = frame["year_be"].to_numpy(np.int64)
    known = np.flatnonzero(i >= 0)
    known = known[(kinds[known] == own[i[known]]) & (year[known] <= years[i[known]])]
    return i[known], year[known], frame["dataset_id"].to_numpy(np.int64)[known], known


def _codes(values: pd.Series, keys: Mapping[str, int]) -> IntArray:
    """Place of each row's key, -1 where unknown."""
    codes, found = pd.factorize(values)
    places = np.array([*(keys.get(str(key), -1) for key in found), -1], np.int64)
    return places[codes]


def _remember(
    i: IntArray, year: IntArray, load: IntArray, latest_year: IntArray, latest_load: IntArray
) -> None:
    """Raise the latest year of each indicator, and the newest load of that year."""
    newer = latest_year.copy()
    np.maximum.at(newer, i, year)
    latest_load[newer > latest_year] = 0
    latest_year[:] = newer
    at_latest = year == latest_year[i]
    np.maximum.at(latest_load, i[at_latest], load[at_latest])
