"""The synthesis of self-assessments as a table for charts."""

from collections.abc import Iterable

import pandas as pd

from lib.domain.assessment_synthesis import StandardSummary


def level_counts(rows: Iterable[tuple[str, StandardSummary]]) -> pd.DataFrame:
    """One row per bar × level.

    Args:
        rows: name of a bar, and what it shows.

    Returns:
        standard (name of the bar, in the given order), level (1–5), level_label, n_schools.
    """
    return pd.DataFrame(
        [(name, count.level, count.word, count.n) for name, summary in rows for count in summary.counts],
        columns=["standard", "level", "level_label", "n_schools"],
    )
