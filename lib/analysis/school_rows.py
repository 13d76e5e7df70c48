"""One indicator, one row per school: value, n, what chance allows, and change."""

import numpy as np
import pandas as pd

from lib.analysis.chance import latest_intervals
from lib.analysis.changes import school_changes
from lib.analysis.examination import Examination
from lib.analysis.standing import step_of
from lib.domain.indicators import Compare

#: ``small`` marks an n below the indicator's minimum; ``relation`` is ``above``, ``below``,
#: ``not_distinguishable`` or empty without a test; ``change_certain`` is None without an interval;
#: ``estimate`` is drawn towards the area as far as n is small. Nobody is ranked: that would be chance.
SCHOOL_ROW_COLUMNS = (
    "school_id",
    "school_name",
    "cluster",
    "value",
    "n",
    "numerator",
    "small",
    "lower",
    "upper",
    "p0",
    "relation",
    "estimate",
    "change",
    "change_lower",
    "change_upper",
    "change_certain",
    "change_year_be",
    "step",
    "status",
)
_RELATIONS = {-1.0: "below", 0.0: "not_distinguishable", 1.0: "above"}


def school_rows(found: Examination, indicator_id: str) -> pd.DataFrame:
    """Every open school that has a value or ought to have one, in the order of school ids.

    Returns:
        SCHOOL_ROW_COLUMNS; value, limits and change in the indicator's unit, NaN where missing.
    """
    place = found.place(indicator_id)
    cube = found.cube.only(place)
    indicator, spread = cube.indicators[0], found.comparison.spread.only(place)
    value, n = cube.value[0, -1], cube.n[0, -1]
    lower, upper = latest_intervals(cube, spread)
    change = school_changes(cube, spread)
    shown = cube.active & (np.isfinite(value) | cube.expected[0])
    small = np.isfinite(value) & (n < indicator.min_n) if indicator.has_n else np.zeros(value.shape, bool)
    tested = np.isfinite(value) & np.isfinite(n) & has_test(indicator.compare, float(spread.sd[0]))
    steps = [step_of(indicator, float(v), found.rules) for v in value]
    certain = [
        None if not np.isfinite(low) else bool(low > 0 or high < 0)
        for low, high in zip(change.lower[0], change.upper[0], strict=True)
    ]
    frame = pd.DataFrame(
        {
            "school_id": [school.school_id for school in cube.schools],
            "school_name": [school.name for school in cube.schools],
            "cluster": [school.cluster for school in cube.schools],
            "value": value,
            "n": n,
            "numerator": cube.numerator[0, -1],
            "small": small,
            "lower": lower[0],
            "upper": upper[0],
            "p0": found.area[place, -1],
            "relation": [
                _RELATIONS[side] if known else ""
                for side, known in zip(found.comparison.reading[place], tested, strict=True)
            ],
            "estimate": found.comparison.posterior.estimate[place],
            "change": change.difference[0],
            "change_lower": change.lower[0],
            "change_upper": change.upper[0],
            "change_certain": pd.array(certain, dtype="boolean"),
            "change_year_be": np.nan if change.year[0] < 0 else cube.year_be(0, int(change.year[0])),
            "step": [np.nan if step is None else float(step) for step in steps],
            "status": ["" if step is None else found.rules.step_labels[step - 1] for step in steps],
        },
        columns=list(SCHOOL_ROW_COLUMNS),
    )
    return frame.iloc[np.flatnonzero(shown)].reset_index(drop=True)


def has_test(compare: Compare, sd: float) -> bool:
    """Whether chance has a width for an indicator compared this way."""
    return compare is Compare.PROPORTION or (compare is Compare.MEAN and bool(np.isfinite(sd)))
