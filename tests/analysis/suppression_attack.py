"""An attacker of his own: random small tables, what is published of them, and a search for all that fits."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lib.analysis.suppression import make_guarded, protect
from lib.analysis.suppression_audit import AdditiveTable
from lib.analysis.suppression_units import Units

WIDTH = 5
_MOST = 60  # a school counts no more than this
_ENOUGH = 300_000  # steps of a whole search
_SOON, _RESTARTS = 400, 60


@dataclass(frozen=True)
class SmallTable:
    """Counts of a few schools in two overlapping groupings, with their totals."""

    units: Units
    counts: list[int]

    @property
    def member(self) -> list[list[int]]:
        return [[int(s) for s in np.flatnonzero(row)] for row in self.units.member]


def random_table(seed: int) -> SmallTable:
    chance = np.random.default_rng(seed)
    n = int(chance.integers(3, 7))
    rows, partition = [], []
    for grouping in range(int(chance.integers(1, 3))):
        own = chance.integers(0, int(chance.integers(1, 4)), n)
        for group in sorted(set(own.tolist())):
            rows.append(own == group)
            partition.append(grouping)
    rows.append(np.ones(n, bool))
    units = Units(n, np.array(rows), np.array([*partition, 9]), bool(chance.random() < 0.8))
    counts = chance.choice([0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 15, 20, 30], n)
    return SmallTable(units, [int(count) for count in counts])


def hide(table: SmallTable) -> list[bool]:
    """Per unit whether the product hides it."""
    counts = np.array(table.counts, float)
    sums = table.units.member @ counts
    values = np.append(counts, sums)
    relations = np.hstack((-table.units.member.astype(float), np.eye(len(sums))))
    places = np.arange(len(values))
    own = AdditiveTable(values, relations, np.full(len(values), float(WIDTH)), places, np.zeros_like(places))
    primary = (values > 0) & (values < WIDTH)
    pattern = protect([make_guarded([own], (primary,), values)], table.units)[0]
    return [bool(hidden) for hidden in pattern]


def possible_ranges(table: SmallTable, hidden: list[bool]) -> dict[int, tuple[int, int]]:
    """Smallest and largest possible count of each hidden unit, over every whole table that fits."""
    n = table.units.n_schools
    never = table.units.never_shown
    unknown = [s for s in range(n) if hidden[s] or never[s]]
    known = {s: table.counts[s] for s in range(n) if s not in unknown}
    left: dict[int, int] = {}
    for group, schools in enumerate(table.member):
        if not hidden[n + group]:
            total = sum(table.counts[s] for s in schools)
            left[group] = total - sum(known.get(s, 0) for s in schools)
    ranges: dict[int, tuple[int, int]] = {}
    for shuffled in (*range(_RESTARTS), None):
        for found in _solutions(unknown, table.member, left, shuffled):
            counts = known | found
            sums = {n + g: sum(counts[s] for s in table.member[g]) for g in range(len(table.member))}
            for unit in range(n + len(table.member)):
                if hidden[unit]:
                    value = counts[unit] if unit < n else sums[unit]
                    low, high = ranges.get(unit, (value, value))
                    ranges[unit] = (min(low, value), max(high, value))
            if shuffled is not None or _wide(ranges):
                break
        if _wide(ranges):
            break
    return ranges


def _wide(ranges: dict[int, tuple[int, int]]) -> bool:
    return all(high - low >= WIDTH for low, high in ranges.values())


def _solutions(
    unknown: list[int], member: list[list[int]], left: dict[int, int], shuffled: int | None
) -> Iterator[dict[int, int]]:
    """Whole tables that fit: from one random corner, giving up soon, or without ``shuffled`` all of them."""
    chance = random.Random(shuffled)
    groups_of = {s: [g for g in left if s in member[g]] for s in unknown}
    last = {g: max((s for s in unknown if g in groups_of[s]), default=-1) for g in left}
    steps, enough = 0, _ENOUGH if shuffled is None else _SOON

    def search(place: int, own: dict[int, int], rest: dict[int, int]) -> Iterator[dict[int, int]]:
        nonlocal steps
        steps += 1
        if steps > enough:
            if shuffled is None:
                raise TimeoutError("the search took too long")
            return
        if place == len(unknown):
            yield dict(own)
            return
        school = unknown[place]
        most = min((rest[g] for g in groups_of[school]), default=_MOST)
        closing = [rest[g] for g in groups_of[school] if last[g] == school]
        order = list(range(most + 1)) if not closing else [v for v in set(closing) if v <= most]
        if shuffled is not None:
            order = (
                order[:: chance.choice((1, -1))]
                if chance.random() < 0.6
                else chance.sample(order, len(order))
            )
        for value in order:
            if any(value != total for total in closing):
                continue
            own[school] = value
            yield from search(place + 1, own, rest | {g: rest[g] - value for g in groups_of[school]})
        own.pop(school, None)

    yield from search(0, {}, left)


def too_close(seed: int) -> list[str]:
    """What an attacker learns of one random table that he should not."""
    table = random_table(seed)
    hidden = hide(table)
    told = []
    for unit, (low, high) in possible_ranges(table, hidden).items():
        if high - low < WIDTH:
            told.append(f"table {seed} unit {unit}: {low}–{high}")
    n = table.units.n_schools
    values = [*table.counts, *(sum(table.counts[s] for s in g) for g in table.member)]
    shown = [
        v for u, v in enumerate(values) if not hidden[u] and not (u < n and not table.units.shows_schools)
    ]
    told += [f"table {seed} shows {v}" for v in shown if 0 < v < WIDTH]
    return told
