"""Results of schools that speak to their own levels, read off one examination and its findings."""

from collections.abc import Sequence

import numpy as np

from lib.analysis.data_rules import usable_indicators
from lib.analysis.examination import Examination
from lib.analysis.school_flags import likely_beside_area
from lib.analysis.school_silence import uncompared
from lib.analysis.sentences import make_wording, printed_gap, whole_gap_number
from lib.domain.findings import Finding
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
        self._told = {
            (f.scope_id, f.indicator_id): _OF_TIER[f.kind, f.tier]
            for f in findings
            if f.scope == "school" and f.rule_id in _AGAINST_AREA and (f.kind, f.tier) in _OF_TIER
        }
        side = found.comparison.side * found.comparison.good_side[:, None]
        self._likely = np.where(likely_beside_area(found, usable_indicators(found)), side, 0.0)
        self._reasons = uncompared(found)

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
        """One result per indicator, in the order asked for."""
        return tuple(self._result(school_id, self._place[each]) for each in indicator_ids)

    def _result(self, school_id: str, i: int) -> Result:
        cube = self.found.cube
        indicator, s = cube.indicators[i], self._school.get(school_id)
        value = float(cube.value[i, -1, s]) if s is not None else np.nan
        if s is None or not np.isfinite(value):
            return Result(
                indicator.id, indicator.name, cube.periods[i], Measured.NONE, unmeasured="no_figure"
            )
        told = self._told.get((school_id, indicator.id)) or self._quiet(i, s)
        reason: Unmeasured | None = None
        if told is Measured.SAME:
            reason = next((name for name, cells in self._reasons if cells[i, s]), None)
        if reason is not None:
            told = Measured.NONE
        n, x, against = float(cube.n[i, -1, s]), float(cube.numerator[i, -1, s]), self.found.comparison.p0[i]
        gap = printed_gap(value, float(against)) if np.isfinite(against) else None
        counts = indicator.compare is Compare.PROPORTION and np.isfinite(n) and gap is not None
        gap_n = abs(value - float(against)) * n / 100 if counts else 0.0
        wording = self._wording
        apart = f"{wording.gap(indicator, gap)} {wording.whole_gap(indicator, gap_n)}" if gap else ""
        return Result(
            indicator.id,
            indicator.name,
            cube.periods[i],
            told,
            reason,
            round_half_up(value),
            _whole(n),
            _whole(x),
            round_half_up(float(against)) if gap is not None else None,
            abs(gap) if gap is not None else None,
            whole_gap_number(gap_n),
            wording.own(indicator, value, n, x),
            wording.value(indicator, float(against)) if gap is not None else "",
            apart.strip(),
        )

    def _quiet(self, i: int, s: int) -> Measured:
        """A cell without a sentence against the area; one against like schools may hide that it is likely."""
        side = float(self._likely[i, s])
        return Measured.LIKELY_HIGH if side > 0 else Measured.LIKELY_LOW if side < 0 else Measured.SAME


def _whole(value: float) -> int | None:
    return int(np.floor(value + 0.5)) if np.isfinite(value) else None
