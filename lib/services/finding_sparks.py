"""The area's last three years beside each finding."""

from collections.abc import Iterable

import numpy as np

from lib.analysis.examination import Examination
from lib.charts.spark import make_spark
from lib.charts.theme import PRIMARY

_YEARS = 3


def finding_sparks(found: Examination, indicator_ids: Iterable[str]) -> dict[str, str]:
    """Indicator id → its picture; years before a break of the definition stay blank."""
    sparks = {}
    for indicator_id in sorted(set(indicator_ids)):
        i = found.place(indicator_id)
        years = range(max(found.cube.depth - _YEARS, 0), found.cube.depth)
        values = [
            float(found.area[i, year])
            if np.isfinite(found.area[i, year]) and found.cube.comparable[i, year]
            else None
            for year in years
        ]
        sparks[indicator_id] = make_spark([found.cube.year_be(i, year) for year in years], values, PRIMARY)
    return sparks
