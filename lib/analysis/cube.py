"""All current figures as dense arrays ``[indicator, year, school]``, built once for every analysis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.analysis.definitions import comparable_years
from lib.analysis.doubts import Doubts, find_doubts
from lib.analysis.eligibility import expected_schools
from lib.analysis.intervals import Array
from lib.catalog.rules import RuleSet
from lib.domain.indicators import Compare, Indicator, Kind
from lib.domain.observations import WHOLE_YEAR
from lib.domain.periods import Period, PeriodKind
from lib.domain.schools import School

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Cube:
    """Figures of the area's schools for the years up to the one examined.

    A school that has closed since belongs to the years it has figures of, or past area values would change
    with every closure; it is neither expected nor listed any more.

    Attributes:
        indicators / schools: meaning of the first and the last axis; schools stand in the order of their ids.
        periods: the period examined, per indicator; the last place of the year axis.
        value, n, numerator, sd: ``[indicator, year, school]``, oldest year first, NaN where missing;
            ``n`` is NaN unless above 0 and believed, ``numerator`` is a whole count consistent with value
            and n.
        comparable: ``[indicator, year]``, False before a break in the indicator's definition.
        expected: ``[indicator, school]``, whether the school ought to have a figure in the period; a closed
            one only where it has.
        doubts: cells whose n is not believed, and what the files say of it.
    """

    indicators: tuple[Indicator, ...]
    schools: tuple[School, ...]
    periods: tuple[Period, ...]
    value: Array
    n: Array
    numerator: Array
    sd: Array
    comparable: BoolArray
    expected: BoolArray
    doubts: Doubts

    @property
    def depth(self) -> int:
        return int(self.value.shape[1])

    @property
    def active(self) -> BoolArray:
        """Per school, whether it is open: only such schools are listed, flagged or compared with."""
        return np.array([school.active for school in self.schools], bool)

    def year_be(self, indicator: int, year: int) -> int:
        """The Buddhist year at a place of the year axis."""
        return self.periods[indicator].year_be - (self.depth - 1 - year)

    def period(self, indicator: int, year: int) -> Period:
        """The period at a place of the year axis, of the same term as the one examined."""
        latest = self.periods[indicator]
        return Period(latest.kind, self.year_be(indicator, year), latest.term)

    def only(self, indicator: int) -> "Cube":
        """The same cube with one indicator."""
        cut = slice(indicator, indicator + 1)
        return Cube(
            self.indicators[cut],
            self.schools,
            self.periods[cut],
            self.value[cut],
            self.n[cut],
            self.numerator[cut],
            self.sd[cut],
            self.comparable[cut],
            self.expected[cut],
            self.doubts.only(indicator),
        )

    def is_kind(self, *kinds: Kind) -> BoolArray:
        return np.array([indicator.kind in kinds for indicator in self.indicators], bool)

    def is_compared(self, *ways: Compare) -> BoolArray:
        return np.array([indicator.compare in ways for indicator in self.indicators], bool)


def make_cube(
    observations: pd.DataFrame,
    indicators: Sequence[Indicator],
    schools: Sequence[School],
    periods: Mapping[PeriodKind, Period],
    depth: int = 5,
    rules: RuleSet | None = None,
) -> Cube:
    """Put the rows of the register's schools and of known indicators into place.

    A period without a term means whole-year figures; an indicator that has none in that year is read from its
    latest term, in every year alike. Indicators whose kind of year is not asked for are left out.

    Args:
        observations: long table (lib.domain.observations), at most one row per school, period and indicator.
        periods: the period examined, per kind of year.
        depth: how many years to hold.
        rules: what makes an n doubtful; without them every n above 0 is believed.

    Raises:
        ValueError: two rows claim the same cell.
    """
    kept = tuple(indicator for indicator in indicators if indicator.period_kind in periods)
    reporting = set(observations["school_id"].unique())
    in_order = tuple(
        sorted((s for s in schools if s.active or s.school_id in reporting), key=lambda s: s.school_id)
    )
    i = _places(observations["indicator_id"], [indicator.id for indicator in kept])
    s = _places(observations["school_id"], [school.school_id for school in in_order])
    kinds = list(PeriodKind)
    row_kind = _places(observations["period_kind"], [str(kind) for kind in kinds])
    own_kind = np.array([kinds.index(indicator.period_kind) for indicator in kept], np.int64)
    last_year = np.array([periods[indicator.period_kind].year_be for indicator in kept], np.int64)
    year = observations["year_be"].to_numpy(np.int64)
    term = observations["term"].to_numpy(np.int64, na_value=WHOLE_YEAR)
    known = np.flatnonzero((i >= 0) & (s >= 0))
    back = last_year[i[known]] - year[known]
    known = known[(row_kind[known] == own_kind[i[known]]) & (back >= 0) & (back < depth)]
    asked = np.array([periods[indicator.period_kind].term or WHOLE_YEAR for indicator in kept], np.int64)
    terms = _terms(i[known], year[known], term[known], last_year, asked)
    known = known[term[known] == terms[i[known]]]
    at = (i[known], depth - 1 - (last_year[i[known]] - year[known]), s[known])
    shape = (len(kept), depth, len(in_order))
    cells = np.ravel_multi_index(at, shape)
    if np.unique(cells).size != cells.size:
        raise ValueError("observations hold two rows for one school, period and indicator")
    value, n, numerator, sd = (
        _filled(shape, at, observations[name].to_numpy(float, na_value=np.nan)[known])
        for name in ("value", "n", "numerator", "sd")
    )
    doubts = find_doubts(kept, in_order, value, n, numerator, rules)
    n[~(n > 0) | ~np.isfinite(value) | (doubts.code > 0)] = np.nan
    counts = np.array([indicator.kind is Kind.PROPORTION for indicator in kept], bool)
    return Cube(
        kept,
        in_order,
        tuple(
            Period(indicator.period_kind, int(y), int(t) or None)
            for indicator, y, t in zip(kept, last_year, terms, strict=True)
        ),
        value,
        n,
        _whole_counts(value, n, numerator, counts),
        sd,
        comparable_years(kept, last_year, depth),
        expected_schools(kept, in_order, value),
        doubts,
    )


def _places(column: pd.Series, keys: Sequence[str]) -> IntArray:
    """Place of each row's key, -1 where unknown."""
    codes, found = pd.factorize(column)
    lookup = {key: place for place, key in enumerate(keys)}
    # one more place at the end serves the code -1 of a missing key
    places = np.array([*(lookup.get(str(key), -1) for key in found), -1], np.int64)
    return np.asarray(places[codes], np.int64)


def _terms(i: IntArray, year: IntArray, term: IntArray, last_year: IntArray, asked: IntArray) -> IntArray:
    """The term each indicator is read from: as asked, or the latest where there are no yearly rows."""
    terms = asked.copy()
    now = year == last_year[i]
    for place in np.unique(i[now & (asked[i] == WHOLE_YEAR)]):
        present = term[now & (i == place)]
        terms[place] = WHOLE_YEAR if (present == WHOLE_YEAR).any() else present.max()
    return terms


def _filled(shape: tuple[int, int, int], at: tuple[IntArray, ...], values: Array) -> Array:
    cells = np.full(shape, np.nan)
    cells[at] = values
    return cells


def _whole_counts(value: Array, n: Array, numerator: Array, counts: BoolArray) -> Array:
    """Pupils behind a per cent: as stated where that agrees with it, else the nearest whole number."""
    implied = np.clip(np.floor(value * n / 100 + 0.5), 0, n)
    with np.errstate(invalid="ignore"):
        agrees = (np.abs(100 * numerator / n - value) < 1.0) & (numerator <= n)
    return np.where(counts[:, None, None], np.where(agrees, numerator, implied), np.nan)
