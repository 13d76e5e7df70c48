"""Schools, their groups and the area, and which of them best hides another."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lib.analysis.cube import BoolArray
from lib.analysis.intervals import Array

_GROUP_EVERY = 4  # of so many tries one hides a total instead of a school


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """Schools first, then their groups, then the area.

    Attributes:
        n_schools: how many of the units are schools.
        member: ``[group, school]``, the last group being the area.
        partition: per group the grouping it is of; groups of one number do not overlap.
        shows_schools: whether figures of single schools are published at all.
    """

    n_schools: int
    member: BoolArray
    partition: npt.NDArray[np.int64]
    shows_schools: bool = True

    @property
    def n_units(self) -> int:
        return self.n_schools + len(self.member)

    @property
    def never_shown(self) -> BoolArray:
        """Per unit whether it is left out of the public copy altogether."""
        is_school = np.arange(self.n_units) < self.n_schools
        return is_school & (not self.shows_schools)


def alike(units: Units, unit: int) -> frozenset[int]:
    """Groups but the area in which a unit stands; a group stands in itself."""
    if unit >= units.n_schools:
        return frozenset((unit - units.n_schools,))
    return frozenset(int(group) for group in np.flatnonzero(units.member[:-1, unit]))


def further_unit(units: Units, unit: int, hidden: BoolArray, size: Array, tried: int) -> int | None:
    """The unit that helps most to hide another: sharing its groups, small; groups once schools are used up.

    A school that a grouping leaves out is the area minus the groups, so one of those groups goes first.
    """
    if not tried and (left_out := _groups_it_is_not_in(units, unit, hidden, size)):
        return left_out[0]
    schools, groups = _school_mates(units, unit, hidden, size), _group_mates(units, unit, hidden, size)
    first, second = (schools, groups) if tried % _GROUP_EVERY != _GROUP_EVERY - 1 else (groups, schools)
    choices = first or second
    return choices[0] if choices else None


def _school_mates(units: Units, unit: int, hidden: BoolArray, size: Array) -> list[int]:
    if not units.shows_schools:
        return []
    own = units.member[:, unit] if unit < units.n_schools else _one_group(units, unit)
    if unit < units.n_schools:
        own = own | (_left_out(units, unit) & hidden[units.n_schools :])
    shared = units.member[own].sum(axis=0)
    free = [
        school
        for school in range(units.n_schools)
        if not hidden[school] and np.isfinite(size[school]) and shared[school] > 1 - (unit >= units.n_schools)
    ]
    return sorted(free, key=lambda school: (-int(shared[school]), float(size[school]), school))


def _left_out(units: Units, unit: int) -> BoolArray:
    """Groups of the groupings that have no place for a school."""
    placed = np.unique(units.partition[units.member[:, unit]])
    return np.asarray(~np.isin(units.partition, placed), bool)


def _groups_it_is_not_in(units: Units, unit: int, hidden: BoolArray, size: Array) -> list[int]:
    """Shown groups of a grouping without a place for the school; first those with hidden schools near."""
    if unit >= units.n_schools:
        return []
    beside = units.member[units.member[:, unit]].sum(axis=0) * hidden[: units.n_schools]
    likely = units.member @ beside
    groups = _left_out(units, unit)
    if (groups & hidden[units.n_schools :]).any():
        return []
    free = [int(g) for g in np.flatnonzero(groups) if np.isfinite(size[units.n_schools + g])]
    return [units.n_schools + g for g in sorted(free, key=lambda g: (-int(likely[g]), g))]


def _group_mates(units: Units, unit: int, hidden: BoolArray, size: Array) -> list[int]:
    """Shown groups: those of a school, or the others of a group's grouping, before the rest; area last."""
    if unit < units.n_schools:
        near = units.member[:, unit]
    else:
        near = units.partition == units.partition[unit - units.n_schools]
    last = len(units.member) - 1
    shown = [units.n_schools + group for group in range(last + 1) if not hidden[units.n_schools + group]]
    free = [unit for unit in shown if np.isfinite(size[unit])]
    area = units.n_schools + last
    return sorted(free, key=lambda g: (g == area, not near[g - units.n_schools], float(size[g]), g))


def _one_group(units: Units, unit: int) -> BoolArray:
    return np.asarray(np.arange(len(units.member)) == unit - units.n_schools, bool)
