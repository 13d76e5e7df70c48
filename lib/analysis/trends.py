"""The latest years of an indicator, for the area and for one school."""

import numpy as np
import pandas as pd

from lib.analysis.areas import area_values
from lib.analysis.examination import Examination
from lib.analysis.intervals import Z_95, wilson_interval
from lib.domain.indicators import Compare

#: ``all_schools`` over whoever has a value that year; ``same_schools`` over those with one in every year.
AREA_TREND_COLUMNS = ("year_be", "all_schools", "same_schools", "n_schools", "n_same_schools", "n_total")
#: ``comparable`` is False before a break in the definition: draw no line across it.
SCHOOL_TREND_COLUMNS = ("year_be", "value", "n", "numerator", "lower", "upper", "area_value", "comparable")


def area_trend(found: Examination, indicator_id: str, years: int = 3) -> pd.DataFrame:
    """The area's latest comparable years with figures, oldest first, at most ``years`` rows."""
    place = found.place(indicator_id)
    cube = found.cube.only(place)
    has = np.isfinite(cube.value[0])
    shown = np.flatnonzero(has.any(axis=1) & cube.comparable[0])
    shown = shown[shown >= cube.depth - years]
    same = has[shown].all(axis=0) if shown.size else np.zeros(has.shape[1], bool)
    of_same = area_values(cube, same)[0]
    return pd.DataFrame(
        {
            "year_be": [cube.year_be(0, int(year)) for year in shown],
            "all_schools": found.area[place, shown],
            "same_schools": of_same[shown],
            "n_schools": has[shown].sum(axis=1),
            "n_same_schools": int(same.sum()),
            "n_total": np.nansum(cube.n[0, shown], axis=1),
        },
        columns=list(AREA_TREND_COLUMNS),
    )


def school_trend(found: Examination, indicator_id: str, school_id: str, years: int = 3) -> pd.DataFrame:
    """One school's latest calendar years, oldest first, beside the area's; a year without a figure is NaN.

    Raises:
        KeyError: the school is not in the register, or closed without any figure.
    """
    place = found.place(indicator_id)
    cube = found.cube.only(place)
    column = next((s for s, school in enumerate(cube.schools) if school.school_id == school_id), None)
    if column is None:
        raise KeyError(school_id)
    shown = np.arange(max(cube.depth - years, 0), cube.depth)
    value, n, x = (part[0, shown, column] for part in (cube.value, cube.n, cube.numerator))
    lower, upper = (100 * limit for limit in wilson_interval(x, n))
    if cube.indicators[0].compare is not Compare.PROPORTION:
        spread = found.comparison.spread
        half = spread.reach(Z_95)[place] * spread.sd[place] / np.sqrt(n)
        lower, upper = value - half, value + half
    return pd.DataFrame(
        {
            "year_be": [cube.year_be(0, int(year)) for year in shown],
            "value": value,
            "n": n,
            "numerator": x,
            "lower": lower,
            "upper": upper,
            "area_value": found.area[place, shown],
            "comparable": cube.comparable[0, shown],
        },
        columns=list(SCHOOL_TREND_COLUMNS),
    )
