"""Can a hidden figure be worked out from what is published? A linear programme asks as an attacker would."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from lib.analysis.cube import BoolArray
from lib.analysis.intervals import Array

_ROUNDS = 12  # tables drawn at random before single cells are asked after one by one
_SLACK = 1e-6
_CELLS_AT_ONCE = 1500  # so many hidden cells of several tables go into one programme


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


class Doubts:
    """Hidden cells of one table that may lie closer together than their width.

    Attributes:
        hidden: per cell whether it is left out of what is published.
        seen: widened by every table found on the way.
    """

    def __init__(self, table: AdditiveTable, hidden: BoolArray, seen: SeenBounds) -> None:
        self.hidden, self.seen, self.unit = hidden, seen, table.unit
        self.system = System(table, hidden)
        self._width = np.where(hidden, table.width, 0.0) - _SLACK

    def doubted(self) -> BoolArray:
        """Cells not yet seen as far apart as their width."""
        return np.asarray(self.seen.high - self.seen.low < self._width, bool)

    def doubted_of(self, unit: int) -> list[int]:
        """Those of one unit."""
        return [int(cell) for cell in np.flatnonzero(self.doubted() & (self.unit == unit))]


def draw_at_random(asked: Sequence[Doubts]) -> None:
    """Pull all doubted cells at once, some up and some down, as long as that shows any of them wide."""
    chance = np.random.default_rng(20)
    doubted = [each.doubted() for each in asked]
    for _ in range(_ROUNDS):
        going = [place for place, own in enumerate(doubted) if own.any()]
        if not going:
            return
        pulls = []
        for place in going:
            pull = np.where(doubted[place], chance.uniform(0.2, 1.0, len(doubted[place])), 0.0)
            pulls.append(pull * chance.choice((-1.0, 1.0), len(pull)))
        for sign in (1.0, -1.0):
            _solve([asked[place] for place in going], [sign * pull for pull in pulls])
        for place in going:
            now = asked[place].doubted()
            # no more to be had from chance
            doubted[place] = now if now.sum() < doubted[place].sum() else np.zeros_like(now)


def ask(questions: Sequence[tuple[Doubts, int]]) -> list[bool]:
    """Whether the cells are narrow; one cell of each table, for the tables are looked at side by side."""
    for sign in (1.0, -1.0):
        pulls = []
        for own, cell in questions:
            pull = np.zeros(len(own.hidden))
            pull[cell] = sign
            pulls.append(pull)
        _solve([own for own, _ in questions], pulls)
    return [bool(own.doubted()[cell]) for own, cell in questions]


def _solve(asked: Sequence[Doubts], pulls: Sequence[Array]) -> None:
    """Widen what is seen by the tables furthest in the directions pulled."""
    for start, end in _batches(asked):
        own = asked[start:end]
        found = solve_together(
            [each.system for each in own],
            [pull[each.hidden] for each, pull in zip(own, pulls[start:end], strict=True)],
        )
        for each, values in zip(own, found, strict=True):
            each.seen.take(each.hidden, values)


def _batches(asked: Sequence[Doubts]) -> Iterator[tuple[int, int]]:
    """Runs of tables that together are large enough for one programme."""
    start, n_cells = 0, 0
    for place, each in enumerate(asked):
        n_cells += int(each.hidden.sum())
        if n_cells >= _CELLS_AT_ONCE or place == len(asked) - 1:
            yield start, place + 1
            start, n_cells = place + 1, 0


class System:
    """The sums in which hidden cells stand, with what the published ones leave for them."""

    def __init__(self, table: AdditiveTable, hidden: BoolArray) -> None:
        from scipy.sparse import coo_array

        own = table.relations[:, hidden]
        rows = np.any(own != 0, axis=1)
        self.sums = coo_array(own[rows])
        self.left = -(table.relations[np.ix_(rows, ~hidden)] @ table.values[~hidden])
        self.true = table.values[hidden]
        # an attacker has some idea of how large a count can be at all
        self.most = np.maximum(2.0 * self.true, 0.0) + 4.0 * max(float(table.width.max(initial=0.0)), 1.0)


def solve_together(systems: Sequence[System], pulls: Sequence[Array]) -> list[Array]:
    """Per system the table furthest in its direction; the true one should rounding leave none."""
    from scipy.optimize import linprog
    from scipy.sparse import block_diag

    most = np.concatenate([each.most for each in systems])
    found = linprog(
        np.concatenate(pulls),
        A_eq=block_diag([each.sums for each in systems], format="csc"),
        b_eq=np.concatenate([each.left for each in systems]),
        bounds=np.column_stack((np.zeros(len(most)), most)),
        method="highs-ds",
    )
    if found.status == 0:
        return np.split(found.x, np.cumsum([len(each.true) for each in systems])[:-1])
    if len(systems) == 1:
        return [systems[0].true]
    return [solve_together([one], [pull])[0] for one, pull in zip(systems, pulls, strict=True)]
