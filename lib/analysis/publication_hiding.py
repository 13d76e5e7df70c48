"""Which figures of the public copy are hidden, and why, over all indicators and years."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from lib.analysis.cube import BoolArray
from lib.analysis.intervals import Array
from lib.analysis.publication_sums import counted_table, people_table
from lib.analysis.publication_tables import (
    FigureTable,
    primary_reasons,
    share_people,
)
from lib.analysis.suppression import make_guarded, protect
from lib.analysis.suppression_audit import AdditiveTable
from lib.analysis.suppression_units import Units
from lib.domain.indicators import Kind
from lib.domain.publication import PublicationSettings, Reason

_MIRROR_SHARE = 0.8  # of the units; a slip in one file does not part two such indicators, nor chance join two
_LATE = 1e9


@dataclass(frozen=True, slots=True, eq=False)
class HiddenTable:
    """A table with what is hidden of it.

    Attributes:
        reasons: per unit why value and numerator are hidden; empty where they are shown.
        hides_n: per unit whether the number of people is hidden too.
    """

    table: FigureTable
    reasons: tuple[Reason, ...]
    hides_n: BoolArray


def hide_small(
    tables: tuple[FigureTable, ...],
    units: Units,
    settings: PublicationSettings,
    about_people: Callable[[FigureTable], bool],
    progress: Callable[[int, int], None] | None = None,
) -> tuple[HiddenTable, ...]:
    """Small figures and the further ones that guard them.

    Indicators about the same people share the units whose number of people is hidden; those of one grid
    (subjects, areas of development, and their means) share every hidden unit, for each bounds the others.
    """
    people = tuple(table for table in tables if about_people(table))
    reasons = {id(table): primary_reasons(table, settings) for table in people}
    width = float(settings.smallest_count)
    hidden_n = _hidden_people(people, units, settings, width)
    done: dict[int, BoolArray] = {}
    families = _families(people)
    guarded = []
    for family in families:
        start = np.zeros(units.n_units, bool)
        for table in family:
            start |= np.array([reason not in ("", "unknown_n") for reason in reasons[id(table)]])
            start |= hidden_n[id(table)]
        n_hidden = np.logical_or.reduce([hidden_n[id(table)] for table in family])
        parts = [counted_table(table, units, width) for table in family]
        guarded.append(make_guarded(parts, (start, n_hidden), _size(family)))
    for family, pattern in zip(families, protect(guarded, units, progress), strict=True):
        done |= {id(table): pattern for table in family}
    return tuple(
        HiddenTable(table, _reasons(table, reasons[id(table)], done[id(table)]), hidden_n[id(table)])
        if id(table) in done
        else HiddenTable(table, _nothing_hidden(table), np.zeros(len(table.value), bool))
        for table in tables
    )


def _hidden_people(
    tables: tuple[FigureTable, ...], units: Units, settings: PublicationSettings, width: float
) -> dict[int, BoolArray]:
    """Per table the units whose number of people is hidden."""
    counted = tuple(table for table in tables if table.indicator.has_n)
    first = share_people(counted, units.n_schools)
    found = {id(table): np.zeros(units.n_units, bool) for table in tables}
    groups = [
        [table for table, own in zip(counted, first, strict=True) if own == head]
        for head in sorted(set(first))
    ]
    guarded = []
    for alike in groups:
        start = np.logical_or.reduce([table.n < settings.smallest_group for table in alike])
        unlike = _unlike([people_table(table, units, width) for table in alike])
        guarded.append(make_guarded(unlike, (start,), _size(alike)))
    for alike, pattern in zip(groups, protect(guarded, units), strict=True):
        found |= {id(table): pattern for table in alike}
    return found


def _unlike(tables: Sequence[AdditiveTable]) -> list[AdditiveTable]:
    """Tables with different values; one of several that are equal is enough to look at."""
    kept: dict[bytes, AdditiveTable] = {}
    for table in tables:
        kept.setdefault(table.values.tobytes() + table.unit.tobytes(), table)
    return list(kept.values())


def _families(tables: tuple[FigureTable, ...]) -> list[list[FigureTable]]:
    """Tables that hide the same units: of one grid, or telling the same people or just the others."""
    families: dict[tuple[str, ...], list[FigureTable]] = {}
    for table in tables:
        own = table.indicator
        key = (own.group if own.column or own.total_of else own.id, own.period_kind, str(table.year))
        same = next((other for other, kept in families.items() if _mirrors(table, kept[0])), key)
        families.setdefault(key if key in families else same, []).append(table)
    return list(families.values())


def _mirrors(one: FigureTable, other: FigureTable) -> bool:
    """Whether one counts whom the other counts, or all the rest of the same people."""
    kinds = {one.indicator.kind, other.indicator.kind}
    if kinds != {Kind.PROPORTION} or one.year != other.year:
        return False
    if one.indicator.period_kind is not other.indicator.period_kind:
        return False
    there = np.isfinite(one.x) & np.isfinite(other.x)
    both = there & (one.n == other.n)
    if not there.any() or float(both.sum()) < _MIRROR_SHARE * float(there.sum()):
        return False  # a few groups of one size by chance
    same, rest = one.x == other.x, one.x == other.n - other.x
    idle = ((one.x == 0) | (one.x == one.n)) & ((other.x == 0) | (other.x == other.n))
    telling = both & ~idle if (both & ~idle).any() else both
    return max(float(same[telling].mean()), float(rest[telling].mean())) > _MIRROR_SHARE


def _size(tables: Sequence[FigureTable]) -> Array:
    """People per unit, or what is counted where there are none; NaN where no table has a figure."""
    sizes = np.array([table.n if table.indicator.has_n else np.abs(table.x) for table in tables])
    there = np.isfinite(sizes)
    size = np.where(there.any(axis=0), np.where(there, sizes, 0.0).max(axis=0), np.nan)
    # nobody or everybody hides nobody else: such units come after the others
    idle = [
        (table.x == 0) | ((table.x == table.n) & (table.indicator.kind is Kind.PROPORTION))
        for table in tables
    ]
    return np.asarray(size + _LATE * np.any(idle, axis=0), float)


def _nothing_hidden(table: FigureTable) -> tuple[Reason, ...]:
    shown: Reason = ""
    return (shown,) * len(table.value)


def _reasons(table: FigureTable, primary: tuple[Reason, ...], hidden: BoolArray) -> tuple[Reason, ...]:
    return tuple(
        reason or ("secondary" if hides and np.isfinite(value) else "")
        for reason, hides, value in zip(primary, hidden, table.value, strict=True)
    )
