"""The way home of figures: file and cell of each school's value."""

import pandas as pd

from lib.domain.observations import WHOLE_YEAR
from lib.domain.periods import Period

SOURCE_COLUMNS = ("school_id", "source_file", "source_ref")


def figure_sources(observations: pd.DataFrame, indicator_id: str, period: Period) -> pd.DataFrame:
    """Where the values of one indicator and year stand, one row per school.

    Args:
        observations: current figures with ``source_file``.
        period: as the examination read it (``Cube.periods``), with its term.
    """
    mine = observations[
        (observations["indicator_id"] == indicator_id)
        & (observations["period_kind"] == str(period.kind))
        & (observations["year_be"] == period.year_be)
        & (observations["term"] == (period.term or WHOLE_YEAR))
    ]
    return mine[list(SOURCE_COLUMNS)]


def school_sources(observations: pd.DataFrame, school_id: str) -> dict[tuple[str, int, int], tuple[str, str]]:
    """(indicator id, year, term) → (file, place) of one school's figures."""
    mine = observations[observations["school_id"] == school_id]
    return {
        (str(indicator_id), int(year), int(term)): (str(file), str(place))
        for indicator_id, year, term, file, place in zip(
            *(mine[name] for name in ("indicator_id", "year_be", "term", "source_file", "source_ref")),
            strict=True,
        )
    }


def files_by_year(
    observations: pd.DataFrame, indicator_id: str, period: Period
) -> dict[int, tuple[str, ...]]:
    """Files behind the values of one indicator in each year, of the period's kind and term."""
    mine = observations[
        (observations["indicator_id"] == indicator_id)
        & (observations["period_kind"] == str(period.kind))
        & (observations["term"] == (period.term or WHOLE_YEAR))
    ]
    return {
        int(year): tuple(
            sorted(str(file) for file in mine.loc[mine["year_be"] == year, "source_file"].unique())
        )
        for year in mine["year_be"].unique()
    }
