"""Figures of terms and quarters told as the year's."""

import pandas as pd

from lib.domain.observations import WHOLE_YEAR

_WHOLE_LAST = 99


def latest_term(frame: pd.DataFrame, subject: str) -> pd.DataFrame:
    """One figure a year: the whole year's where there is one, else its latest term's.

    Args:
        frame: observations or benchmarks.
        subject: the column that says whose figure it is, ``school_id`` or ``scope``.

    Returns:
        The same columns, ``term`` being WHOLE_YEAR throughout.
    """
    rank = frame["term"].where(frame["term"] != WHOLE_YEAR, _WHOLE_LAST)
    key = ["indicator_id", subject, "period_kind", "year_be"]
    latest = frame.assign(_rank=rank).sort_values("_rank").drop_duplicates(key, keep="last").sort_index()
    return latest.drop(columns="_rank").assign(term=WHOLE_YEAR)


def years_with_figures(frame: pd.DataFrame, indicator_ids: set[str], period_kind: str) -> tuple[int, ...]:
    """Years that have any figure of the indicators named, the latest first."""
    there = frame[(frame["period_kind"] == period_kind) & frame["indicator_id"].isin(indicator_ids)]
    return tuple(sorted((int(year) for year in there["year_be"].unique()), reverse=True))
