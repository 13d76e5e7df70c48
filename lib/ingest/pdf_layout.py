"""What stands on a PDF page, from the top down: stretches of lines and tables; reader child only."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from lib.ingest.pdf_drawing import Ruling
from lib.ingest.pdf_grids import Grid, find_grids
from lib.ingest.pdf_lines import PageLine, make_lines, split_columns
from lib.ingest.pdf_words import Word

_CELL_PADDING: Final = 5.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines under one another; ``right`` is where full lines end, None for that of the whole page."""

    lines: tuple[PageLine, ...]
    right: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its lines, where full lines end, and what is drawn at an angle in it."""

    lines: tuple[PageLine, ...] = ()
    right: float = 0.0
    turned: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; ``xs`` are the upright borders, by which a table is known again overleaf."""

    rows: tuple[tuple[Cell, ...], ...]
    xs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page.

    Attributes:
        parts: in reading order.
        turned: texts drawn at an angle outside any table.
        bottom / top / edge: of the paper, below, above and to the right.
    """

    parts: tuple[Stretch | Table, ...]
    turned: tuple[str, ...]
    bottom: float = 0.0
    top: float = 0.0
    edge: float = 0.0

    def without(self, lines: frozenset[int]) -> "PageLayout":
        """The page without some of its lines, given by their ``id``."""
        parts: list[Stretch | Table] = []
        for part in self.parts:
            if isinstance(part, Table):
                parts.append(part)
                continue
            kept = tuple(line for line in part.lines if id(line) not in lines)
            if kept:
                parts.append(replace(part, lines=kept))
        return replace(self, parts=tuple(parts))


def lay_out(
    words: Sequence[Word], rulings: Sequence[Ruling], bottom: float, top: float, edge: float
) -> PageLayout:
    """Put the words of a page into its tables and the lines between them."""
    grids = find_grids(rulings)
    inside: list[dict[tuple[int, int], list[Word]]] = [{} for _ in grids]
    free: list[Word] = []
    for word in words:
        middle = (word.x0 + word.x1) / 2
        # A letter stands on its line, so its middle is a little above.
        y = word.y + 0.25 * word.size
        for grid, cells in zip(grids, inside, strict=True):
            cell = grid.find_cell(middle, y)
            if cell is not None:
                cells.setdefault(cell, []).append(word)
                break
        else:
            free.append(word)
    parts: list[Stretch | Table] = []
    level = [word for word in free if not word.turned]
    for grid, cells in zip(grids, inside, strict=True):
        above = [word for word in level if word.y >= grid.bottom]
        level = [word for word in level if word.y < grid.bottom]
        parts.extend(_stretches(above))
        table = _make_table(grid, cells)
        if cells:
            parts.append(table)
    parts.extend(_stretches(level))
    return PageLayout(tuple(parts), tuple(word.text for word in free if word.turned), bottom, top, edge)


def _stretches(words: Sequence[Word]) -> list[Stretch]:
    if not words:
        return []
    columns = split_columns(words)
    if len(columns) == 1:
        return [Stretch(make_lines(words))]
    found = []
    for column in columns:
        lines = make_lines(column)
        found.append(Stretch(lines, max(line.x1 for line in lines)))
    return found


def _make_table(grid: Grid, cells: dict[tuple[int, int], list[Word]]) -> Table:
    rows = []
    for row in range(len(grid.ys) - 1):
        made = []
        for column in range(len(grid.xs) - 1):
            words = cells.get((row, column), ()) if grid.first[(row, column)] == (row, column) else ()
            made.append(_make_cell(words, _right_border(grid, row, column)) if words else Cell())
        rows.append(tuple(made))
    return Table(tuple(rows), tuple(grid.xs))


def _right_border(grid: Grid, row: int, column: int) -> float:
    while grid.first.get((row, column + 1)) == grid.first[(row, column)]:
        column += 1
    return grid.xs[column + 1] - _CELL_PADDING


def _make_cell(words: Sequence[Word], right: float) -> Cell:
    lines = make_lines([word for word in words if not word.turned])
    # A turned heading is drawn letter after letter in its own direction.
    return Cell(lines, right, "".join(word.text for word in words if word.turned))
