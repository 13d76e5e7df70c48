"""Sums that hold between the figures of one table, as an attacker would write them down."""

import numpy as np

from lib.analysis.intervals import Array
from lib.analysis.publication_tables import FigureTable
from lib.analysis.suppression_audit import AdditiveTable
from lib.analysis.suppression_units import Units
from lib.domain.indicators import Indicator, Kind

COUNTED, PEOPLE = 0, 1  # parts of a table: what is counted, and of how many people
_OPEN_SCALE_SHARE = 0.5  # of the area's figure, by so much as one of few people can move the sum at all


def people_table(table: FigureTable, units: Units, width: float) -> AdditiveTable:
    """People alone, whom several indicators may share."""
    there = np.flatnonzero(np.isfinite(table.n))
    return AdditiveTable(
        table.n[there],
        _group_sums(units, there),
        np.full(len(there), width),
        there,
        np.zeros(len(there), np.int64),
    )


def counted_table(table: FigureTable, units: Units, width: float) -> AdditiveTable:
    """What is counted, the rest of the people, and the people: every sum that holds between them."""
    there = np.flatnonzero(np.isfinite(table.x))
    k = len(there)
    x, sums = table.x[there], _group_sums(units, there)
    if not table.indicator.has_n:
        return AdditiveTable(x, sums, np.full(k, width), there, np.zeros(k, np.int64))
    n = table.n[there]
    top = _most_each(table.indicator)
    share = width if table.indicator.kind is Kind.PROPORTION else _open_by(table, top, width)
    none = np.zeros_like(sums)
    parts = np.repeat(np.array([COUNTED, PEOPLE], np.int64), k)
    if top is None:
        relations = np.block([[sums, none], [none, sums]])
        widths = np.repeat([share, width], k)
        return AdditiveTable(np.concatenate((x, n)), relations, widths, np.tile(there, 2), parts)
    # what a file rounds may lie a trifle above the most there can be
    rest = np.maximum(top * n - x, 0.0)
    x = top * n - rest
    per_unit = np.hstack((np.eye(k), np.eye(k), -top * np.eye(k)))
    whole = np.array([COUNTED, COUNTED, PEOPLE], np.int64).repeat(k)
    relations = np.vstack((np.hstack((sums, none, none)), np.hstack((none, none, sums)), per_unit))
    widths = np.repeat([share, share, width], k)
    return AdditiveTable(np.concatenate((x, rest, n)), relations, widths, np.tile(there, 3), whole)


def _group_sums(units: Units, there: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> Array:
    """Total minus its schools, a row per group with a figure; only cells that are there."""
    schools = there[there < units.n_schools]
    groups = there[there >= units.n_schools] - units.n_schools
    return np.hstack((-units.member[np.ix_(groups, schools)].astype(float), np.eye(len(groups))))


def _most_each(indicator: Indicator) -> float | None:
    """The most one person can add; None where the scale is open."""
    if indicator.kind is Kind.PROPORTION:
        return 1.0
    if indicator.valid_max is None or indicator.kind is Kind.RATIO:
        return None
    return indicator.valid_max - (indicator.valid_min or 0.0)


def _open_by(table: FigureTable, top: float | None, width: float) -> float:
    """How far apart the possible sums of marks must lie: one person's whole scale.

    The mean of few people then stays open by a tenth of the scale at least, that of many as far as one of
    them can move it; that the mean of a large group is told more closely tells nothing of anybody in it.
    """
    return top if top is not None else abs(float(table.value[-1])) * _OPEN_SCALE_SHARE * width
