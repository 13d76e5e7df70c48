"""One pass over all figures; summaries, rows and findings are read off its result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib.analysis.areas import area_values
from lib.analysis.benchmarks import BenchmarkIndex, index_benchmarks
from lib.analysis.changes import Change, area_changes
from lib.analysis.comparison import Comparison, compare_schools
from lib.analysis.cube import BoolArray, Cube, make_cube
from lib.analysis.intervals import Array
from lib.analysis.peers import Peers, disadvantaged_shares, find_peers
from lib.catalog.rules import RuleSet
from lib.domain.indicators import Compare, Indicator
from lib.domain.peers import PLAIN_BASIS, PeerBasis
from lib.domain.periods import Period, PeriodKind
from lib.domain.schools import School


@dataclass(frozen=True, slots=True, eq=False)
class Examination:
    """What the figures show: cube, area values ``[indicator, year]``, comparisons, changes per indicator.

    Attributes:
        peers: like schools; the same whichever indicators are examined.
    """

    cube: Cube
    area: Array
    comparison: Comparison
    change_all: tuple[Change | None, ...]
    change_same: tuple[Change | None, ...]
    benchmarks: BenchmarkIndex
    rules: RuleSet
    peers: Peers

    @property
    def estimated(self) -> BoolArray:
        """Per indicator, whether its chance was read off school means: too weak a ground for tier 1."""
        return np.array([self.is_estimated(place) for place in range(len(self.cube.indicators))], bool)

    def is_estimated(self, place: int) -> bool:
        """``estimated`` of one indicator."""
        spread = self.comparison.spread
        compare = self.cube.indicators[place].compare
        return compare is Compare.MEAN and not spread.stated[place] and bool(np.isfinite(spread.sd[place]))

    def place(self, indicator_id: str) -> int:
        """Place of an indicator on the first axis.

        Raises:
            KeyError: the indicator is unknown, or its kind of year was not examined.
        """
        for place, indicator in enumerate(self.cube.indicators):
            if indicator.id == indicator_id:
                return place
        raise KeyError(indicator_id)


def examine(
    observations: pd.DataFrame,
    benchmarks: pd.DataFrame,
    indicators: Sequence[Indicator],
    schools: Sequence[School],
    periods: Mapping[PeriodKind, Period],
    rules: RuleSet,
    basis: PeerBasis = PLAIN_BASIS,
) -> Examination:
    """Build the cube and everything that is computed for all indicators and schools at once.

    Args:
        observations: long table (lib.domain.observations.OBSERVATION_COLUMNS).
        benchmarks: stated figures (lib.domain.observations.BENCHMARK_COLUMNS).
        periods: the period examined, per kind of year; indicators of other kinds are left out.
        basis: what like schools are found by, with the lists that people chose.
    """
    cube = make_cube(observations, indicators, schools, periods, rules=rules)
    area = area_values(cube)
    comparison = compare_schools(cube, area, rules.thresholds)
    change_all, change_same = area_changes(cube, area, comparison.spread)
    limits = rules.thresholds
    shares = disadvantaged_shares(observations, cube.schools, basis.disadvantaged_n_of, periods)
    peers = find_peers(cube.schools, basis, shares, limits.n_peers, limits.min_peers)
    return Examination(
        cube, area, comparison, change_all, change_same, index_benchmarks(benchmarks), rules, peers
    )
