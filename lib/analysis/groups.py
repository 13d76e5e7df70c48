"""Clusters, districts and size bands: one row each, with the n it rests on."""

from collections.abc import Callable
from typing import Literal

import numpy as np
import pandas as pd

from lib.analysis.areas import area_values
from lib.analysis.cube import BoolArray
from lib.analysis.examination import Examination
from lib.analysis.standing import reaches_target, step_of
from lib.domain.indicators import Direction
from lib.domain.schools import School, SizeScheme

GroupBy = Literal["cluster", "district", "size"]

#: ``value`` as for the area, within the group; ``n_meeting`` schools that reach the target; ``step`` 1–5.
GROUP_COLUMNS = (
    "group_id",
    "group_name",
    "value",
    "n_schools",
    "n_registered",
    "n_total",
    "n_small",
    "n_meeting",
    "meeting_pct",
    "step",
)


def summarize_groups(
    found: Examination, indicator_id: str, by: GroupBy, scheme: SizeScheme | None = None
) -> pd.DataFrame:
    """One row per group, in the order of the size scheme or of the names; ungrouped schools are left out.

    Args:
        by: what groups the schools; ``size`` needs ``scheme``.

    Returns:
        GROUP_COLUMNS; ``value`` is NaN for a group without a figure, which still has its row.

    Raises:
        ValueError: groups by size without a scheme.
    """
    place = found.place(indicator_id)
    indicator = found.cube.indicators[place]
    cube = found.cube.only(place)
    values, n = cube.value[0, -1], cube.n[0, -1]
    groups = _groups(cube.schools, cube.active | np.isfinite(values), by, scheme)
    rows = []
    for group_id, group_name, inside in groups:
        has = inside & np.isfinite(values)
        value = float(area_values(cube, inside)[0, -1])
        reached = reaches_target(indicator, values[has])
        judged = indicator.target is not None and indicator.direction is not Direction.CONTEXT and has.any()
        step = step_of(indicator, value, found.rules)
        rows.append(
            (
                group_id,
                group_name,
                value,
                int(has.sum()),
                int(inside.sum()),
                float(np.nansum(n[has])),
                int((n[has] < indicator.min_n).sum()),
                float(reached.sum()) if judged else np.nan,
                100 * float(reached.mean()) if judged else np.nan,
                np.nan if step is None else float(step),
            )
        )
    return pd.DataFrame(rows, columns=list(GROUP_COLUMNS))


def _groups(
    schools: tuple[School, ...], member: BoolArray, by: GroupBy, scheme: SizeScheme | None
) -> list[tuple[str, str, BoolArray]]:
    """Id, name and members of each group, of the schools open or with a figure."""
    if by == "size":
        if scheme is None:
            raise ValueError("groups by size need a size scheme")
        bands = [band.id if (band := scheme.band_of(school.pupils)) else "" for school in schools]
        return [
            (band.id, band.name, member & np.array([b == band.id for b in bands], bool))
            for band in scheme.bands
        ]
    name: Callable[[School], str] = (lambda s: s.cluster) if by == "cluster" else (lambda s: s.district)
    names = [name(school) for school in schools]
    there = {own for own, is_member in zip(names, member, strict=True) if is_member} - {""}
    return [(g, g, member & np.array([own == g for own in names], bool)) for g in sorted(there)]
