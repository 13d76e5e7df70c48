"""Which years there is anything to look at."""

import pandas as pd


def years_with_figures(frame: pd.DataFrame, indicator_ids: set[str], period_kind: str) -> tuple[int, ...]:
    """Years that have any figure of the indicators named, the latest first."""
    there = frame[(frame["period_kind"] == period_kind) & frame["indicator_id"].isin(indicator_ids)]
    return tuple(sorted((int(year) for year in there["year_be"].unique()), reverse=True))
