"""Hide small figures, and as many further ones as keep them from being worked out (secondary suppression)."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from lib.analysis.cube import BoolArray
from lib.analysis.intervals import Array
from lib.analysis.suppression_audit import (
    AdditiveTable,
    Doubts,
    SeenBounds,
    ask,
    draw_at_random,
    first_bounds,
)
from lib.analysis.suppression_units import Units, alike, further_unit

_AT_ONCE = 20  # so many are looked at side by side before progress is told
_Questions = Generator[tuple[Doubts, int], bool, list[int]]


@dataclass(slots=True, eq=False)
class Guarded:
    """Tables that hide the same units, while it is looked for how many they must hide.

    Attributes:
        tables: that share the pattern; other tables cannot help an attacker.
        patterns: per part of the cells, the units hidden; the first grows.
        size: people per unit; the smallest further unit is hidden first. NaN where a unit has no figure.
        tries: per unit how often a further one was hidden for its sake.
    """

    tables: Sequence[AdditiveTable]
    patterns: tuple[BoolArray, ...]
    size: Array
    seen: tuple[SeenBounds, ...]
    tries: npt.NDArray[np.int64]

    def further(self, units: Units, unit: int) -> int | None:
        """The unit to hide next for the sake of another; None where none is left."""
        self.tries[unit] += 1
        return further_unit(units, unit, self.patterns[0], self.size, int(self.tries[unit]) - 1)

    def doubts(self, units: Units) -> list[Doubts]:
        """Per table the cells to ask after; what is never shown at all needs no width of its own."""
        patterns = np.array(self.patterns)
        found = []
        for table, bounds in zip(self.tables, self.seen, strict=True):
            asked = patterns[table.part, table.unit]
            guarded = replace(table, width=np.where(asked, table.width, 0.0))
            found.append(Doubts(guarded, asked | units.never_shown[table.unit], bounds))
        return found


def make_guarded(tables: Sequence[AdditiveTable], patterns: Sequence[BoolArray], size: Array) -> Guarded:
    """Tables with the units hidden from the start."""
    seen = tuple(first_bounds(table) for table in tables)
    kept = tuple(pattern.copy() for pattern in patterns)
    return Guarded(tables, kept, size, seen, np.zeros(len(size), np.int64))


def protect(
    guarded: Sequence[Guarded], units: Units, progress: Callable[[int, int], None] | None = None
) -> list[BoolArray]:
    """Hide further units until no table lets a hidden cell be told closer than its width.

    Args:
        progress: told how many of them are done, of how many.

    Returns:
        Per one of them, per unit whether it is hidden in the pattern that grew.
    """
    for start in range(0, len(guarded), _AT_ONCE):
        if progress:
            progress(start, len(guarded))
        _protect_together(guarded[start : start + _AT_ONCE], units)
    return [each.patterns[0] for each in guarded]


def _protect_together(guarded: Sequence[Guarded], units: Units) -> None:
    going = list(guarded)
    while going:
        doubts = [each.doubts(units) for each in going]
        draw_at_random([own for each in doubts for own in each])
        chosen = _answered([_to_hide(*each, units) for each in zip(going, doubts, strict=True)])
        for each, further in zip(going, chosen, strict=True):
            each.patterns[0][further] = True
        going = [each for each, further in zip(going, chosen, strict=True) if further]


def _to_hide(guarded: Guarded, doubts: Sequence[Doubts], units: Units) -> _Questions:
    """Units to hide next, far from each other; asks after one cell at a time."""
    chosen: list[int] = []
    for unit in sorted({int(unit) for each in doubts for unit in each.unit[each.doubted()]}):
        own = alike(units, unit)
        if any(alike(units, each) & own for each in chosen):
            continue
        for question in ((each, cell) for each in doubts for cell in each.doubted_of(unit)):
            if (yield question):
                further = guarded.further(units, unit)
                chosen += [] if further is None or further in chosen else [further]
                break
    return chosen


def _answered(asking: Sequence[_Questions]) -> list[list[int]]:
    """What each of them finds; their questions are put side by side."""
    found: list[list[int]] = [[] for _ in asking]
    answers: dict[int, bool | None] = dict.fromkeys(range(len(asking)))
    while answers:
        questions: dict[int, tuple[Doubts, int]] = {}
        for place, answer in answers.items():
            try:
                questions[place] = next(asking[place]) if answer is None else asking[place].send(answer)
            except StopIteration as end:
                found[place] = end.value
        answers = dict(zip(questions, ask(list(questions.values())), strict=True))
    return found
