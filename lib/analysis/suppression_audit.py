"""Can a hidden figure be worked out from what is published? A linear programme asks as an attacker would."""

from dataclasses import dataclass

import numpy as np

from lib.analysis.cube import BoolArray
from lib.analysis.intervals import Array

_ROUNDS = 12  # tables drawn at random before single cells are asked after one by one
_SLACK = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class AdditiveTable:
    """Cells that are never negative, and sums that hold between them whatever is hidden.

    Attributes:
        values: the true cells.
        relations: ``[sum, cell]`` factors; every row times the cells is 0, such as total − parts.
        width: per cell how far apart its smallest and largest possible value must lie while it is hidden;
            0 for cells that need no protection.
        unit: per cell the place of the school or group it belongs to.
        part: per cell which pattern hides it (0, 1, …).
    """

    values: Array
    relations: Array
    width: Array
    unit: np.ndarray[tuple[int], np.dtype[np.int64]]
    part: np.ndarray[tuple[int], np.dtype[np.int64]]


@dataclass(slots=True, eq=False)
class SeenBounds:
    """Smallest and largest values seen in tables an attacker cannot tell from the true one."""

    low: Array
    high: Array

    def take(self, cells: BoolArray, values: Array) -> None:
        """Widen by one more such table."""
        self.low[cells] = np.minimum(self.low[cells], values)
        self.high[cells] = np.maximum(self.high[cells], values)


def first_bounds(table: AdditiveTable) -> SeenBounds:
    """Bounds that know the true table alone; they stay right when more cells are hidden."""
    return SeenBounds(table.values.copy(), table.values.copy())


def narrow_cells(table: AdditiveTable, hidden: BoolArray, seen: SeenBounds) -> list[int]:
    """Hidden cells whose possible values lie closer together than their width.

    Args:
        hidden: per cell whether it is left out of what is published.
        seen: widened by every table found on the way.
    """
    asked = hidden & (table.width > 0)
    system = _System(table, hidden)
    chance = np.random.default_rng(20)
    for _ in range(_ROUNDS):
        doubted = asked & (seen.high - seen.low < table.width - _SLACK)
        if not doubted.any():
            return []
        before = int(doubted.sum())
        pull = np.where(doubted, chance.uniform(0.2, 1.0, len(hidden)), 0.0)
        pull *= chance.choice((-1.0, 1.0), len(hidden))
        for sign in (1.0, -1.0):
            seen.take(hidden, system.solve(sign * pull[hidden]))
        if int((asked & (seen.high - seen.low < table.width - _SLACK)).sum()) == before:
            break
    narrow = []
    for cell in np.flatnonzero(asked):
        for sign in (1.0, -1.0):
            if seen.high[cell] - seen.low[cell] < table.width[cell] - _SLACK:
                pull = np.zeros(len(hidden))
                pull[cell] = sign
                seen.take(hidden, system.solve(pull[hidden]))
        if seen.high[cell] - seen.low[cell] < table.width[cell] - _SLACK:
            narrow.append(int(cell))
    return narrow


class _System:
    """The sums in which hidden cells stand, with what the published ones leave for them."""

    def __init__(self, table: AdditiveTable, hidden: BoolArray) -> None:
        from scipy.sparse import csr_array

        own = table.relations[:, hidden]
        rows = np.any(own != 0, axis=1)
        self._sums = csr_array(own[rows])
        self._left = -(table.relations[np.ix_(rows, ~hidden)] @ table.values[~hidden])
        self._true = table.values[hidden]
        # an attacker has some idea of how large a count can be at all
        self._most = np.maximum(2.0 * self._true, 0.0) + 4.0 * max(float(table.width.max(initial=0.0)), 1.0)

    def solve(self, pull: Array) -> Array:
        """The table furthest in the direction pulled; the true one should rounding leave none."""
        from scipy.optimize import linprog

        bounds = np.column_stack((np.zeros(len(pull)), self._most))
        found = linprog(pull, A_eq=self._sums, b_eq=self._left, bounds=bounds, method="highs-ds")
        return np.asarray(found.x if found.status == 0 else self._true, float)
