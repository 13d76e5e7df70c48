"""An ugly workbook, what a careful officer reads in it, and the faults that were planted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lib.ingest.choices import ImportChoices
from tests.corpus.grids import Grid

#: indicator, school, year (Buddhist Era), term (0: whole year).
Key = tuple[str, str, int, int]


@dataclass(frozen=True)
class Seen:
    """One figure as it must be stored; ``ref`` is its way home."""

    value: float
    n: float | None
    ref: str


@dataclass(frozen=True)
class Planted:
    """A fault and where it must be spoken of.

    Attributes:
        codes: any of these says it.
        cell: Excel address or range; empty for a fault of a whole sheet or file.
        why: what a person did, a few words.
    """

    codes: frozenset[str]
    sheet: str
    cell: str
    why: str = ""


@dataclass(frozen=True)
class UglyWorkbook:
    """One file of the corpus; ``ugly`` says in a sentence what is wrong with it."""

    id: str
    ugly: str
    file_name: str
    content: bytes = field(repr=False)
    expected: Mapping[Key, Seen] = field(default_factory=dict, repr=False)
    planted: tuple[Planted, ...] = ()
    choices: ImportChoices | None = None


def fault(codes: str, sheet: str, cells: str, why: str = "") -> tuple[Planted, ...]:
    """The same fault at one or several cells, both lists parted by spaces."""
    wanted = frozenset(codes.split())
    return tuple(Planted(wanted, sheet, cell, why) for cell in cells.split() or [""])


def figures(
    grid: Grid,
    sheet: str,
    year_be: int,
    columns: Mapping[str, str],
    schools: Mapping[int, str],
    *,
    n: str | Mapping[str, str] = "",
    term: int = 0,
    instead: Mapping[str, float] | None = None,
    without: Iterable[str] = (),
) -> dict[Key, Seen]:
    """What stands in a rectangle of the grid, cell by cell.

    Args:
        columns: letter → indicator id.
        schools: Excel row → school id.
        n: letter of the count column, or value letter → count letter.
        instead: cell → figure, for cells whose text is no plain number (counts too).
        without: cells that must not become a figure; blank ones never do.
    """
    told = dict(instead or {})
    left_out = set(without)
    found: dict[Key, Seen] = {}
    for row, school in schools.items():
        for letter, indicator in columns.items():
            cell = f"{letter}{row}"
            if cell in left_out or grid.at(cell) is None:
                continue
            count = n if isinstance(n, str) else n.get(letter, "")
            found[(indicator, school, year_be, term)] = Seen(
                _number(grid, cell, told),
                _count(grid, f"{count}{row}", told, left_out) if count else None,
                f"{sheet}!{cell}" if sheet else cell,
            )
    return found


def _number(grid: Grid, cell: str, told: Mapping[str, float]) -> float:
    value = told[cell] if cell in told else grid.at(cell)
    assert isinstance(value, int | float), f"{cell} holds {value!r}: say what it means"
    return float(value)


def _count(grid: Grid, cell: str, told: Mapping[str, float], left_out: set[str]) -> float | None:
    return None if grid.at(cell) is None or cell in left_out else _number(grid, cell, told)
