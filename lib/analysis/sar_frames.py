"""The synthesis of self-assessments as a table for charts."""

import pandas as pd

from lib.domain.assessment_synthesis import LevelSynthesis


def level_counts(level: LevelSynthesis) -> pd.DataFrame:
    """One row per standard × level.

    Returns:
        standard (words, official order), level (1–5), level_label, n_schools.
    """
    return pd.DataFrame(
        [
            (f"มาตรฐานที่ {standard.standard} {standard.name}", count.level, count.word, count.n)
            for standard in level.standards
            for count in standard.counts
        ],
        columns=["standard", "level", "level_label", "n_schools"],
    )
