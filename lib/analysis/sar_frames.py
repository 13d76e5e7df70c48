"""The synthesis of self-assessments, and own levels against results, as tables for charts."""

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


def matrix_cells(cells: Iterable[tuple[str, str, str, int, bool, str]]) -> pd.DataFrame:
    """One row per level × measured result, in the given order.

    Args:
        cells: row, column, side, number of schools, whether a disagreement, sentence.

    Returns:
        row, column, side, n_schools, framed, sentence, as ``lib.charts.rating_matrix`` draws them.
    """
    return pd.DataFrame(cells, columns=["row", "column", "side", "n_schools", "framed", "sentence"])
