"""Figures whose number of pupils cannot be right: they are spoken of as data, never compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from lib.analysis.intervals import Array
from lib.catalog.rules import RuleSet
from lib.domain.indicators import Compare, Indicator, Kind
from lib.domain.schools import School

BoolArray = npt.NDArray[np.bool_]
_HIGHEST_SHARE = 100.0


class Doubt(IntEnum):
    """Why a number of pupils is doubted; where several hold, the first of this order is told."""

    NONE = 0
    NO_N = 1
    ZERO_N = 2
    COUNTED_ABOVE_N = 3
    N_ABOVE_ENROLMENT = 4
    N_JUMPED = 5


@dataclass(frozen=True, slots=True, eq=False)
class Doubts:
    """Doubted cells.

    Attributes:
        code: Doubt of every cell, ``[indicator, year, school]``.
        n / x / earlier_n: as the files state them for the latest year and, the last, the year before;
            ``[indicator, school]``.
    """

    code: npt.NDArray[np.int8]
    n: Array
    x: Array
    earlier_n: Array

    @property
    def latest(self) -> BoolArray:
        """Doubted cells of the latest year, ``[indicator, school]``."""
        return np.asarray(self.code[:, -1] != Doubt.NONE)

    def only(self, indicator: int) -> "Doubts":
        """The same of one indicator."""
        cut = slice(indicator, indicator + 1)
        return Doubts(self.code[cut], self.n[cut], self.x[cut], self.earlier_n[cut])


def find_doubts(
    indicators: tuple[Indicator, ...],
    schools: tuple[School, ...],
    value: Array,
    n: Array,
    numerator: Array,
    rules: RuleSet | None,
) -> Doubts:
    """Judge the numbers behind shares and means; other kinds of figure need none to be compared.

    Args:
        value, n, numerator: ``[indicator, year, school]`` as the files state them.
        rules: thresholds; without them nothing is doubted.
    """
    code = np.zeros(value.shape, np.int8)
    if rules is not None:
        has = np.isfinite(value)
        tested = _rows(i.compare in (Compare.PROPORTION, Compare.MEAN) for i in indicators)
        shares = _rows(i.kind is Kind.PROPORTION and _ends_at_100(i) for i in indicators)
        with np.errstate(invalid="ignore"):
            found = {
                Doubt.NO_N: tested & np.isnan(n),
                Doubt.ZERO_N: tested & (n <= 0),
                Doubt.COUNTED_ABOVE_N: shares & (n > 0) & (numerator > n),
                Doubt.N_ABOVE_ENROLMENT: tested & _above_enrolment(indicators, schools, n, rules),
                Doubt.N_JUMPED: tested & _jumped(n, rules),
            }
        for doubt in sorted(found, reverse=True):
            code[has & found[doubt]] = doubt
    earlier = n[:, -2] if n.shape[1] > 1 else np.full(n[:, -1].shape, np.nan)
    return Doubts(code, n[:, -1].copy(), numerator[:, -1].copy(), earlier.copy())


def _rows(answers: Iterable[bool]) -> BoolArray:
    """One answer per indicator, laid over its years and schools."""
    return np.array(list(answers), bool)[:, None, None]


def _ends_at_100(indicator: Indicator) -> bool:
    """A share that may pass 100, such as money carried over, may be counted above its n."""
    return indicator.valid_max is not None and indicator.valid_max <= _HIGHEST_SHARE


def _above_enrolment(
    indicators: tuple[Indicator, ...], schools: tuple[School, ...], n: Array, rules: RuleSet
) -> BoolArray:
    """Latest n beyond all pupils of the school, where n counts them; earlier registers are not known."""
    limits = rules.thresholds
    pupils = np.array([np.nan if s.pupils is None else s.pupils for s in schools], float)
    most = np.maximum(pupils * limits.n_over_enrolment_pct / 100, pupils + limits.n_over_enrolment_least)
    counts_pupils = np.array(
        [any(word in i.denominator for word in rules.enrolled) for i in indicators], bool
    )
    above = np.zeros(n.shape, bool)
    above[:, -1] = counts_pupils[:, None] & (n[:, -1] > most)
    return above


def _jumped(n: Array, rules: RuleSet) -> BoolArray:
    """n unlike the year before's, unless it is back to that of two years before: then that one was odd."""
    jumped = np.zeros(n.shape, bool)
    jumped[:, 1:] = _unlike(n[:, 1:], n[:, :-1], rules)
    back = np.isfinite(n[:, :-2]) & ~_unlike(n[:, 2:], n[:, :-2], rules)
    jumped[:, 2:] &= ~back
    return jumped


def _unlike(n: Array, earlier: Array, rules: RuleSet) -> BoolArray:
    limits = rules.thresholds
    larger, smaller = np.fmax(n, earlier), np.fmin(n, earlier)
    both = (n > 0) & (earlier > 0)
    far = (larger >= limits.n_jump_factor * smaller) & (larger - smaller >= limits.n_jump_least)
    return np.asarray(both & far)
