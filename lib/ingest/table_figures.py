"""The figures of one table as a table of observations and one of benchmarks, read a column at a time."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from lib.domain.observations import BENCHMARK_COLUMNS, OBSERVATION_COLUMNS, WHOLE_YEAR
from lib.domain.sheets import Sheet
from lib.ingest.count_columns import Figure
from lib.ingest.figure_columns import FigureColumns, Places
from lib.ingest.figure_periods import FigurePeriods
from lib.ingest.figure_values import FigureReader
from lib.ingest.reading import PLACE_COLUMNS
from lib.ingest.row_scopes import Statistic, statistic_of
from lib.ingest.row_years import RowYears
from lib.ingest.rows import Row

_OBSERVATIONS = [*OBSERVATION_COLUMNS, *PLACE_COLUMNS]
_BENCHMARKS = [*BENCHMARK_COLUMNS, *PLACE_COLUMNS]


class TableFigures(NamedTuple):
    """What the rows of a table state; columns as in ``SchoolData``."""

    observations: pd.DataFrame
    benchmarks: pd.DataFrame


def read_figures(
    sheet: Sheet,
    rows: Sequence[tuple[Row, str]],
    figures: Sequence[Figure],
    reader: FigureReader,
    years: RowYears,
    periods: FigurePeriods,
) -> TableFigures:
    """Read every figure of these rows.

    Args:
        rows: top down, each with its school, empty for a row of an area, province, affiliation or nation.
    """
    if not rows or not figures:
        return TableFigures(pd.DataFrame(columns=_OBSERVATIONS), pd.DataFrame(columns=_BENCHMARKS))
    of_school = np.array([bool(school_id) for _, school_id in rows], bool)
    source = FigureColumns(sheet, [row.index for row, _ in rows], of_school, reader)
    columns = [source.read(figure) for figure in figures]
    found = pd.concat(columns, ignore_index=True)
    counts = [len(column) for column in columns]
    del columns  # of a national file as large as everything that follows
    found["figure"] = np.repeat(np.arange(len(figures)), counts)
    found = _dated(found, [years.of(row.index) for row, _ in rows], figures, periods)
    place, figure = found["place"].to_numpy(), found["figure"].to_numpy()
    found["indicator_id"] = _spread([each.indicator.id for each in figures], figure)
    found["period_kind"] = _spread([str(each.indicator.period_kind) for each in figures], figure)
    found["sheet"] = _spread([sheet.name], np.zeros(len(found), "intp"))
    found["row"] = np.array([row.index + 1 for row, _ in rows], "int64")[place]
    own = of_school[place]
    benchmarks = _benchmarks(found[~own], [row for row, _ in rows], figures)
    if not own.all():
        found, place = found[own].reset_index(drop=True), place[own]
    found = found.drop(columns=["place", "figure"])
    found["school_id"] = _spread([school_id for _, school_id in rows], place)
    return TableFigures(found[_OBSERVATIONS], benchmarks)


def _spread(texts: Sequence[str], places: Places) -> pd.api.extensions.ExtensionArray:
    """Repeated texts, taken from the few different ones."""
    return pd.Series(texts, dtype="str").take(places).array


def _dated(
    found: pd.DataFrame,
    named: Sequence[tuple[int | None, int | None]],
    figures: Sequence[Figure],
    periods: FigurePeriods,
) -> pd.DataFrame:
    """The values whose period is known, with ``year_be`` and ``term``.

    Args:
        named: year and term that each row names.
    """
    pairs = list(dict.fromkeys(named))
    code_of = {pair: code for code, pair in enumerate(pairs)}
    figure = found["figure"].to_numpy()
    code = np.array([code_of[pair] for pair in named], "intp")[found["place"]]
    _, first = np.unique(figure * len(pairs) + code, return_index=True)
    asked = sorted(zip(found["place"].iloc[first], figure[first].tolist(), code[first].tolist(), strict=True))
    settled = np.zeros((2, len(figures), len(pairs)), "int64")
    # Asked from the top row down, because an issue names what was met first.
    for _, number, each in asked:
        year_be, term = pairs[each]
        period = periods.of(figures[number].indicator, year_be or figures[number].year_be, term)
        if period is not None:
            settled[:, number, each] = period.year_be, period.term or WHOLE_YEAR
    found["year_be"], found["term"] = settled[:, figure, code]
    known = found["year_be"] > 0
    return found if known.all() else found[known].reset_index(drop=True)


def _benchmarks(found: pd.DataFrame, rows: Sequence[Row], figures: Sequence[Figure]) -> pd.DataFrame:
    """Stated figures from the top row down; a row of means says nothing of sums, and beside one a row of
    totals says nothing of means."""
    found = found.sort_values(["place", "figure"])
    said = {place: statistic_of(rows[place].name) for place in set(found["place"])}
    means_stated = any(statistic_of(row.name) is Statistic.MEAN for row in rows if row.scope is not None)
    speaks = []
    for place, figure in zip(found["place"], found["figure"], strict=True):
        if figures[figure].indicator.sums:
            speaks.append(said[place] is not Statistic.MEAN)
        else:
            speaks.append(not means_stated or said[place] is not Statistic.TOTAL)
    found = found[np.array(speaks, bool)]
    scopes = [(row.scope, row.name) for row in map(rows.__getitem__, found["place"])]
    found["scope"] = [str(scope) for scope, _ in scopes]
    found["scope_name"] = [name or (scope.label if scope else "") for scope, name in scopes]
    return found[_BENCHMARKS].reset_index(drop=True)
