"""Two groups of schools beside each other: each with the n it rests on, and what chance leaves of the gap."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib.analysis.areas import Aggregation, aggregation_of, area_values
from lib.analysis.changes import Change, member_change
from lib.analysis.cube import BoolArray
from lib.analysis.examination import Examination
from lib.analysis.intervals import Z_95, newcombe_difference
from lib.analysis.members import members
from lib.analysis.trend_lines import NamedLine, members_line
from lib.domain.indicators import Compare
from lib.domain.meeting import Term


@dataclass(frozen=True, slots=True)
class GroupFigure:
    """One group in the latest period; NaN is "not known", never 0.

    Attributes:
        value: as for the area, within the group.
        n / x: people behind it, and those counted among them; x of shares only.
        n_schools: schools with a value.
        small: n below the indicator's minimum.
        spread_share: Σ(nᵢ/n)², how much the schools' own differences show in the group; 0 of one school.
    """

    value: float
    n: float
    x: float
    n_schools: int
    small: bool
    aggregation: Aggregation
    spread_share: float


@dataclass(frozen=True, slots=True)
class GroupDifference:
    """First minus second in the indicator's unit, with its 95 % limits; None where chance has no width.

    Attributes:
        n_common: schools in both groups; two such groups are not independent and get no limits.
    """

    difference: float
    lower: float | None
    upper: float | None
    n_common: int

    @property
    def certain(self) -> bool | None:
        """Whether the limits exclude 0; None where there are none."""
        if self.lower is None or self.upper is None:
            return None
        return self.lower > 0 or self.upper < 0


def group_figure(found: Examination, indicator_id: str, term: Term) -> GroupFigure:
    """The figure of the schools of a term."""
    place = found.place(indicator_id)
    cube = found.cube.only(place)
    indicator = cube.indicators[0]
    inside, value, n = members(cube.schools, term), cube.value[0, -1], cube.n[0, -1]
    has = inside & np.isfinite(value)
    weighed = has & np.isfinite(n)
    total = float(n[weighed].sum()) if weighed.any() else float("nan")
    x = cube.numerator[0, -1][weighed]
    any_n = bool(weighed.any())
    return GroupFigure(
        float(area_values(cube, inside)[0, -1]),
        total,
        float(x.sum()) if any_n and np.isfinite(x).all() else float("nan"),
        int(has.sum()),
        indicator.has_n and not total >= indicator.min_n,
        aggregation_of(indicator, any_n=any_n) if has.any() else "none",
        float(((n[weighed] / total) ** 2).sum()) if weighed.sum() > 1 else 0.0,
    )


def group_difference(found: Examination, indicator_id: str, first: Term, second: Term) -> GroupDifference:
    """Difference of two groups of schools.

    Newcombe's limits for shares and z·σ·√(1/n₁ + 1/n₂) for means, both widened by the schools' own
    differences τ²·Σ(nᵢ/n)² of each side of several schools, as cluster findings are: two groups of a few
    schools differ without it being a matter of the groups. A single school is asked about as itself.
    """
    place = found.place(indicator_id)
    compare = found.cube.indicators[place].compare
    one, two = (group_figure(found, indicator_id, term) for term in (first, second))
    difference = one.value - two.value
    common = _with_values(found, place, first) & _with_values(found, place, second)
    none = GroupDifference(difference, None, None, int(common.sum()))
    if common.any() or one.small or two.small or not np.isfinite(difference):
        return none
    between = float(np.nan_to_num(found.comparison.posterior.between[place]))
    schools = (Z_95 * between) ** 2 * (one.spread_share + two.spread_share)
    if compare is Compare.PROPORTION and np.isfinite([one.x, two.x]).all():
        _, lower, upper = (100 * float(part) for part in newcombe_difference(one.x, one.n, two.x, two.n))
        down, up = difference - lower, upper - difference
    elif compare is Compare.MEAN and np.isfinite(found.comparison.spread.sd[place]):
        spread = found.comparison.spread
        down = up = float(spread.reach(Z_95)[place] * spread.sd[place] * np.sqrt(1 / one.n + 1 / two.n))
    else:
        return none
    return GroupDifference(
        difference, difference - float(np.hypot(down, np.sqrt(schools))),
        difference + float(np.hypot(up, np.sqrt(schools))), 0,
    )  # fmt: skip


def group_table(found: Examination, indicator_id: str, groups: Sequence[tuple[Term, str]]) -> pd.DataFrame:
    """One row per group, in the order given.

    Args:
        groups: term and name.

    Returns:
        group_id (key of the term), group_name, value, n_schools, n_total.
    """
    rows = []
    for term, name in groups:
        figure = group_figure(found, indicator_id, term)
        rows.append((term.key, name, figure.value, figure.n_schools, figure.n))
    return pd.DataFrame(rows, columns=["group_id", "group_name", "value", "n_schools", "n_total"])


def group_line(found: Examination, indicator_id: str, term: Term, name: str, years: int = 3) -> NamedLine:
    """The group's latest comparable years with figures."""
    return members_line(found, indicator_id, members(found.cube.schools, term), name, years)


def group_change(found: Examination, indicator_id: str, term: Term) -> Change | None:
    """The group's change since the last comparable year; None without an earlier figure or with a small n."""
    place = found.place(indicator_id)
    cube = found.cube.only(place)
    if group_figure(found, indicator_id, term).small:
        return None
    return member_change(cube, found.comparison.spread.only(place), members(cube.schools, term))


def _with_values(found: Examination, place: int, term: Term) -> BoolArray:
    inside = members(found.cube.schools, term)
    return np.asarray(inside & np.isfinite(found.cube.value[place, -1]))
