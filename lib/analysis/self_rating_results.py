"""Results of schools that speak to their own levels, read off one examination and its findings."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

import numpy as np

from lib.analysis.data_rules import usable_indicators
from lib.analysis.examination import Examination
from lib.analysis.school_flags import likely_beside_area
from lib.analysis.school_silence import uncompared
from lib.analysis.sentences import make_wording, printed_gap
from lib.domain.findings import Finding, Uncompared
from lib.domain.indicators import Compare
from lib.domain.periods import PeriodKind
from lib.domain.self_rating_matrix import Measured, Result, Unmeasured
from lib.thai.numerals import round_half_up

_OF_TIER = {
    ("improvement_area", 1): Measured.LOW,
    ("improvement_area", 2): Measured.LIKELY_LOW,
    ("strength", 2): Measured.LIKELY_HIGH,
    ("strength", 1): Measured.HIGH,
}
#: Rules that hold a school against the area; R5 holds it against like schools.
_AGAINST_AREA = ("R2", "R4")
#: The first place stands for a figure that is compared.
_REASONS: tuple[Unmeasured | None, ...] = (None, "no_figure", *get_args(Uncompared))


class LinkedResults:
    """Every school's results, computed once for all standards and items."""

    def __init__(self, found: Examination, findings: Sequence[Finding]) -> None:
        """Read the tiers.

        Args:
            findings: of the same periods; those of single schools are read.
        """
        self.found = found
        cube = found.cube
        self._wording = make_wording(found.rules)
        self._place = {indicator.id: i for i, indicator in enumerate(cube.indicators)}
        self._school = {school.school_id: s for s, school in enumerate(cube.schools)}
        self._told = self._tiers(findings)
        self._reason = np.where(np.isfinite(cube.value[:, -1]), 0, _REASONS.index("no_figure"))
        for reason, cells in uncompared(found):
            self._reason[(self._reason == 0) & cells] = _REASONS.index(reason)

    def _tiers(self, findings: Sequence[Finding]) -> dict[tuple[int, int], Measured]:
        """(indicator, school) → its tier and side; a finding against like schools may hide a likely one."""
        found = self.found
        side = found.comparison.side * found.comparison.good_side[:, None]
        likely = likely_beside_area(found, usable_indicators(found))
        told = {
            (int(i), int(s)): Measured.LIKELY_HIGH if side[i, s] > 0 else Measured.LIKELY_LOW
            for i, s in np.argwhere(likely)
        }
        for f in findings:
            at = self._place.get(f.indicator_id), self._school.get(f.scope_id)
            tier = _OF_TIER.get((f.kind, f.tier))
            if f.scope == "school" and f.rule_id in _AGAINST_AREA and tier is not None:
                i, s = at
                if i is not None and s is not None:
                    told[i, s] = tier
        return told

    def school(self, school_id: str) -> tuple[str, str]:
        """Name and cluster of a school; its id for one that is not examined."""
        if school_id not in self._school:
            return school_id, ""
        school = self.found.cube.schools[self._school[school_id]]
        return school.name, school.cluster

    def has_figures(self, indicator_id: str, year_be: int) -> bool:
        """Whether any school has a figure of the academic year."""
        i = self._place.get(indicator_id)
        if i is None:
            return False
        period = self.found.cube.periods[i]
        same_year = period.kind is PeriodKind.ACADEMIC_YEAR and period.year_be == year_be
        return same_year and bool(np.isfinite(self.found.cube.value[i, -1]).any())

    def of_school(self, school_id: str, indicator_ids: Sequence[str]) -> tuple[Result, ...]:
        """One result per indicator, in the order asked for.

        Figures and words come with those that lie on a side, and with all where one indicator is asked for.
        """
        alone = len(indicator_ids) == 1
        return tuple(
            self._result(self._school.get(school_id), self._place[each], alone) for each in indicator_ids
        )

    def _result(self, s: int | None, i: int, alone: bool) -> Result:
        cube = self.found.cube
        indicator, period = cube.indicators[i], cube.periods[i]
        if s is None or self._reason.item(i, s) == _REASONS.index("no_figure"):
            return Result(
                indicator.id, indicator.name, indicator.short_name, period, Measured.NONE, "no_figure"
            )
        told = self._told.get((i, s))
        reason = None if told else _REASONS[self._reason.item(i, s)]
        measured = told or (Measured.NONE if reason else Measured.SAME)
        quiet = Result(indicator.id, indicator.name, indicator.short_name, period, measured, reason)
        return self._with_figures(quiet, i, s) if told or alone else quiet

    def _with_figures(self, result: Result, i: int, s: int) -> Result:
        cube, wording = self.found.cube, self._wording
        indicator = cube.indicators[i]
        value, n, x = (float(cells[i, -1, s]) for cells in (cube.value, cube.n, cube.numerator))
        own = wording.own(indicator, value, n, x)
        result = replace(result, value=round_half_up(value), n=_whole(n), x=_whole(x), own=own)
        against = float(self.found.comparison.p0[i])
        if not np.isfinite(against):
            return result
        gap = printed_gap(value, against)
        counts = indicator.compare is Compare.PROPORTION and np.isfinite(n)
        gap_n = abs(value - against) * n / 100 if counts else 0.0
        return replace(
            result,
            comparator=round_half_up(against),
            against=wording.value(indicator, against),
            apart=f"{wording.gap(indicator, gap)} {wording.whole_gap(indicator, gap_n)}".strip(),
        )


def _whole(value: float) -> int | None:
    return int(np.floor(value + 0.5)) if np.isfinite(value) else None
