"""Which schools a part of a question names."""

from collections.abc import Sequence

import numpy as np

from lib.analysis.cube import BoolArray
from lib.domain.meeting import Term, TermKind, pupil_range, read_term
from lib.domain.schools import School


def members(schools: Sequence[School], term: Term) -> BoolArray:
    """Schools of a term, in their order; those of an unknown size belong to no size, not even to the rest.

    Raises:
        ValueError: the term names no schools.
    """
    if term.kind is TermKind.SCHOOL:
        return np.array([school.school_id == term.id for school in schools], bool)
    if term.kind is TermKind.CLUSTER:
        return np.array([school.cluster == term.id for school in schools], bool)
    if term.kind is TermKind.SIZE:
        low, high = pupil_range(term.id)
        return np.array([_within(school.pupils, low, high) for school in schools], bool)
    if term.kind is TermKind.REST:
        other = read_term(term.id)
        known = np.array([other.kind is not TermKind.SIZE or s.pupils is not None for s in schools], bool)
        return known & ~members(schools, other)
    raise ValueError(term.key)


def _within(pupils: int | None, low: int, high: int | None) -> bool:
    return pupils is not None and pupils >= low and (high is None or pupils <= high)
