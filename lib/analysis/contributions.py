"""Which figures of schools a figure of many is made of, and what each weighs, exactly as it was computed."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import numpy as np

from lib.analysis.areas import aggregation_of
from lib.analysis.cube import BoolArray
from lib.analysis.examination import Examination
from lib.domain.indicators import Kind
from lib.domain.periods import Period

Way = Literal["weighted_mean", "share", "sum", "median", "none"]


@dataclass(frozen=True, slots=True)
class Contribution:
    """One school's figure of one year within a figure of many.

    Attributes:
        n / x: people behind the value and those counted among them; None where there are none.
        weight_pct: share of the whole n; None where nothing is weighed, or this figure could not be.
    """

    school_id: str
    school_name: str
    period: Period
    value: float
    n: float | None
    x: float | None
    weight_pct: float | None


@dataclass(frozen=True, slots=True)
class Made:
    """A figure of many with the sums it is the quotient of.

    Attributes:
        way: how the parts become one figure.
        total / divisor: ``value·n`` (``x`` of a share, the value of a sum) added up, and n added up; exact.
        middle: the one or two values in the middle, of a median.
        exact: of total and divisor in the indicator's unit.
    """

    way: Way
    parts: tuple[Contribution, ...]
    total: Decimal
    divisor: Decimal
    middle: tuple[float, ...] = ()

    @property
    def exact(self) -> Decimal | None:
        if self.way == "none" or not self.parts:
            return None
        if self.way == "sum":
            return self.total
        if self.way == "median":
            return sum(map(_decimal, self.middle), Decimal()) / len(self.middle)
        return (100 if self.way == "share" else 1) * self.total / self.divisor if self.divisor else None


def area_made(found: Examination, place: int, year: int = -1, member: BoolArray | None = None) -> Made:
    """The figure of the area, or of the schools marked in ``member``, in one year of the cube."""
    cube = found.cube
    indicator, n = cube.indicators[place], cube.n[place, year]
    inside = np.isfinite(cube.value[place, year])
    inside = inside if member is None else inside & member
    weighed = inside & np.isfinite(n)
    way: Way = "none"
    if inside.any():
        named = aggregation_of(indicator, any_n=bool(weighed.any()))
        way = named if named in ("weighted_mean", "sum", "median") else "none"
    cells = [(int(s), year) for s in np.flatnonzero(inside)]
    return _made(found, place, cells, way)


def pooled_made(found: Examination, place: int, school: int) -> Made:
    """The latest comparable years of one school together: counts of shares, else the mean weighed by n."""
    cube = found.cube
    first = max(cube.depth - found.rules.thresholds.pooled_years, 0)
    used = (
        cube.comparable[place]
        & np.isfinite(cube.n[place, :, school])
        & np.isfinite(cube.value[place, :, school])
        & np.isfinite(found.area[place])
    )
    cells = [(school, year) for year in range(first, cube.depth) if used[year]]
    share = cube.indicators[place].kind is Kind.PROPORTION
    return _made(found, place, cells, "share" if share else "weighted_mean")


def many_pooled(found: Examination, place: int, schools: BoolArray) -> Made:
    """Pooled years of several schools: their pooled values weighed by their pooled n."""
    pooled = found.comparison.pooled
    has = schools & np.isfinite(pooled.n[place]) & np.isfinite(pooled.value[place])
    parts = [
        (int(s), float(pooled.value[place, s]), float(pooled.n[place, s]), found.cube.periods[place])
        for s in np.flatnonzero(has)
    ]
    divisor = sum((_decimal(n) for _, _, n, _ in parts), Decimal())
    return Made(
        "weighted_mean",
        tuple(
            Contribution(*_who(found, s), period, value, n, None, 100 * n / float(divisor))
            for s, value, n, period in parts
        ),
        sum((_decimal(value) * _decimal(n) for _, value, n, _ in parts), Decimal()),
        divisor,
    )


def _made(found: Examination, place: int, cells: list[tuple[int, int]], way: Way) -> Made:
    cube = found.cube
    rows = []
    for s, year in cells:
        value = float(cube.value[place, year, s])
        rows.append((s, year, value, _known(cube.n[place, year, s]), _known(cube.numerator[place, year, s])))
    weighs = way in ("weighted_mean", "share")
    divisor = sum((_decimal(n) for *_, n, _ in rows if n is not None and weighs), Decimal())
    total = Decimal()
    for _, _, value, n, x in rows:
        if way == "share":
            total += _decimal(x or 0.0)
        elif way == "weighted_mean" and n is not None:
            total += _decimal(value) * _decimal(n)
        elif way == "sum":
            total += _decimal(value)
    ordered = sorted(value for _, _, value, _, _ in rows)
    half = len(ordered) // 2
    middle = tuple(ordered[half - 1 + len(ordered) % 2 : half + 1]) if way == "median" else ()
    return Made(
        way,
        tuple(
            Contribution(
                *_who(found, s),
                cube.period(place, year % cube.depth),
                value,
                n,
                x,
                100 * n / float(divisor) if n is not None and divisor else None,
            )
            for s, year, value, n, x in rows
        ),
        total,
        divisor,
        middle,
    )


def _known(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _who(found: Examination, school: int) -> tuple[str, str]:
    return found.cube.schools[school].school_id, found.cube.schools[school].name


def _decimal(value: float) -> Decimal:
    """The number as it is written, without the tail of its binary form."""
    return Decimal(repr(value))
