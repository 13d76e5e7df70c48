"""Small tables of schools as the hiding takes them, and as a stranger reads them in figures.csv."""

import dataclasses

import numpy as np

from lib.analysis.publication_hiding import HiddenTable, hide_small
from lib.analysis.publication_tables import FigureTable
from lib.analysis.suppression_units import Units
from lib.catalog.loader import load_catalogue
from lib.domain.indicators import Indicator, Kind
from lib.domain.publication import PublicationSettings
from lib.thai.numerals import round_half_up

MEAN = load_catalogue().by_id["academic.onet_p6_thai"]
PERCENT = load_catalogue().by_id["general.dropout_pct"]


def make_units(clusters: list[int], sizes: list[int]) -> Units:
    """Schools by the number of their cluster and of their size, and the area."""
    rows = [np.array(clusters) == each for each in sorted(set(clusters))]
    rows += [np.array(sizes) == each for each in sorted(set(sizes))]
    partition = [0] * len(set(clusters)) + [1] * len(set(sizes)) + [2]
    return Units(len(clusters), np.array([*rows, [True] * len(clusters)]), np.array(partition))


def make_table(indicator: Indicator, units: Units, values: list[float], n: list[int]) -> FigureTable:
    """Values of the schools; groups and area are their people together."""
    people = np.append(n, units.member @ np.array(n)).astype(float)
    factor = 100.0 if indicator.kind is Kind.PROPORTION else 1.0
    own = np.array(values) * np.array(n) / factor
    x = np.append(own, units.member @ own)
    return FigureTable(indicator, 0, factor * x / people, people, x)


def hide(tables: tuple[FigureTable, ...], units: Units) -> tuple[HiddenTable, ...]:
    return hide_small(tables, units, PublicationSettings(), lambda _: True)


def as_read(hidden: HiddenTable, units: Units) -> list[dict[str, str]]:
    """Rows of figures.csv; clusters and sizes are called by the number of their row."""
    kinds = ["cluster", "size", "area"]
    table, rows = hidden.table, []
    percent = table.indicator.kind is Kind.PROPORTION
    for unit in range(units.n_units):
        group = unit - units.n_schools
        kind = "school" if group < 0 else kinds[int(units.partition[group])]
        own = [str(g) for g in np.flatnonzero(units.member[:-1, unit])] if group < 0 else []
        shows = hidden.reasons[unit] == ""
        rows.append(
            {
                "unit_kind": kind,
                "unit_name": str(unit if group < 0 else group),
                "cluster": own[0] if own else "",
                "size": own[1] if own else "",
                "measure_unit": table.indicator.unit,
                "numerator": str(round(table.x[unit])) if shows and percent else "",
                "denominator": "" if hidden.hides_n[unit] else str(round(table.n[unit])),
                "value": f"{round_half_up(float(table.value[unit])):.2f}" if shows else "",
                "suppressed": "0" if shows else "1",
                "reason": "" if shows else "small_numbers",
            }
        )
    return rows


def careless(table: FigureTable, unit: int) -> HiddenTable:
    """Only one unit hidden, its number of people told."""
    reasons = ["few_people" if each == unit else "" for each in range(len(table.value))]
    return HiddenTable(dataclasses.replace(table), tuple(reasons), np.zeros(len(table.value), bool))  # type: ignore[arg-type]
