"""Tables with borders: cells from the lines around them; reader child only."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from lib.ingest.pdf_drawing import Ruling

_TOUCH: Final = 3.0
_SAME: Final = 3.0
_CELLS_MAX: Final = 20_000


@dataclass(slots=True)
class Grid:
    """One table.

    Attributes:
        xs: its upright borders from left to right.
        ys: its level borders from top to bottom.
        first: place of the merged area's first cell for each cell as (row, column).
    """

    xs: list[float]
    ys: list[float]
    first: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    def find_cell(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell at a point, the first of its merged area; None outside the table."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right([-one for one in self.ys], -y) - 1
        if not (0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1):
            return None
        return self.first[(row, column)]


def find_grids(rulings: Sequence[Ruling]) -> tuple[Grid, ...]:
    """Tables of at least two cells, from the top of the page down; a frame around a text is none."""
    grids = []
    for group in _touching(rulings):
        xs = _distinct(one.at for one in group if not one.level)
        ys = _distinct(one.at for one in group if one.level)[::-1]
        n_cells = (len(xs) - 1) * (len(ys) - 1)
        if len(xs) < 2 or len(ys) < 2 or not 2 <= n_cells <= _CELLS_MAX:
            continue
        grid = Grid(xs, ys)
        _merge_cells(grid, group)
        if len(set(grid.first.values())) > 1:
            grids.append(grid)
    return tuple(sorted(grids, key=lambda one: -one.top))


def _touching(rulings: Sequence[Ruling]) -> list[list[Ruling]]:
    """Lines that cross or meet, directly or through others, belong to one table."""
    parent = list(range(len(rulings)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    level = [place for place, one in enumerate(rulings) if one.level]
    upright = [place for place, one in enumerate(rulings) if not one.level]
    for first in upright:
        for second in level:
            if _meet(rulings[first], rulings[second]):
                parent[root(first)] = root(second)
    groups: dict[int, list[Ruling]] = defaultdict(list)
    for place, one in enumerate(rulings):
        groups[root(place)].append(one)
    return list(groups.values())


def _meet(upright: Ruling, level: Ruling) -> bool:
    return (
        level.start - _TOUCH <= upright.at <= level.end + _TOUCH
        and upright.start - _TOUCH <= level.at <= upright.end + _TOUCH
    )


def _distinct(places: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _SAME:
            kept.append(place)
    return kept


def _merge_cells(grid: Grid, rulings: Sequence[Ruling]) -> None:
    """Neighbours without a line between them are one cell."""
    first = grid.first
    for row in range(len(grid.ys) - 1):
        y = (grid.ys[row] + grid.ys[row + 1]) / 2
        for column in range(len(grid.xs) - 1):
            x = (grid.xs[column] + grid.xs[column + 1]) / 2
            first[(row, column)] = (row, column)
            if column and not _has_line(rulings, level=False, at=grid.xs[column], across=y):
                first[(row, column)] = first[(row, column - 1)]
            elif row and not _has_line(rulings, level=True, at=grid.ys[row], across=x):
                first[(row, column)] = first[(row - 1, column)]


def _has_line(rulings: Sequence[Ruling], *, level: bool, at: float, across: float) -> bool:
    return any(
        one.level is level and abs(one.at - at) <= _SAME and one.start - 1 <= across <= one.end + 1
        for one in rulings
    )
