"""Figures of schools with the area's own, which is always the one weighted by people."""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from sample_data.chance import count_of, dice, half_up
from sample_data.school_list import SampleSchool

How = Literal["weighted", "sum", "mean"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One value as it is printed, with what it rests on."""

    value: float | None = None
    n: int | None = None
    x: float | None = None
    sd: float | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure per school.

    Attributes:
        how: how the area's figure is made from its schools.
        gaps: what province, affiliation and nation stand above the area, for the rows of test results.
    """

    figures: Mapping[str, Figure]
    how: How = "weighted"
    decimals: int = 2
    gaps: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def of(self, school: SampleSchool) -> Figure:
        return self.figures.get(school.smis, Figure())

    def area(self, schools: Iterable[SampleSchool] | None = None) -> Figure:
        """The figure of all schools, or of a group of them, from the printed values."""
        wanted = None if schools is None else {school.smis for school in schools}
        rows = [f for smis, f in self.figures.items() if wanted is None or smis in wanted]
        known = [f for f in rows if f.value is not None]
        if not known:
            return Figure()
        n = sum(f.n or 0 for f in known) or None
        x = half_up(sum(f.x or 0 for f in known)) if any(f.x is not None for f in known) else None
        sds = [f for f in known if f.sd is not None and f.n]
        spread = sum((f.sd or 0) ** 2 * (f.n or 0) for f in sds) / (sum(f.n or 0 for f in sds) or 1)
        sd = half_up(math.sqrt(spread)) if sds else None
        if self.how == "sum":
            return Figure(half_up(sum(f.value or 0 for f in known), self.decimals), n, x, sd)
        if self.how == "mean" or not n:
            return Figure(half_up(sum(f.value or 0 for f in known) / len(known), self.decimals), None, x, sd)
        mean = sum((f.value or 0) * (f.n or 0) for f in known) / n
        return Figure(half_up(mean, self.decimals), n, x, sd)


def leaning(school: SampleSchool, theme: str) -> float:
    """How a school stands in a theme, in spreads of schools; one in ten is planted far out for good."""
    own = 0.6 * dice("lasting", school.smis).gauss(0, 1) + 0.8 * dice("theme", school.smis, theme).gauss(0, 1)
    planted = dice("planted", school.smis, theme).random()
    if planted < 0.06:
        return -3.2 + 0.3 * own
    if planted > 0.96:
        return 3.0 + 0.3 * own
    return 0.5 * own


def score_measure(
    key: str,
    theme: str,
    year_be: int,
    takers: Mapping[str, tuple[SampleSchool, int]],
    *,
    middle: float,
    spread: float = 12.0,
    between: float = 2.8,
    top: float = 100.0,
    gaps: tuple[float, float, float] = (0.0, 0.0, 0.0),
) -> Measure:
    """Mean scores of small and large groups; the smaller the group, the more its mean swings."""
    figures = {}
    for smis, (school, n) in takers.items():
        if not n:
            continue
        draw = dice("score", key, year_be, smis)
        mean = middle + between * leaning(school, theme) + draw.gauss(0, spread / math.sqrt(n))
        sd = half_up(spread * math.exp(draw.gauss(0, 0.12))) if n > 1 else None
        figures[smis] = Figure(half_up(min(top * 0.985, max(top * 0.06, mean))), n, None, sd)
    return Measure(figures, gaps=gaps)


def share_measure(
    key: str,
    theme: str,
    year_be: int,
    takers: Mapping[str, tuple[SampleSchool, int]],
    *,
    share: float,
    between: float = 0.3,
    lower_is_better: bool = False,
) -> Measure:
    """Per cents of people, each with how many of how many."""
    figures = {}
    middle = math.log(share / (1 - share))
    for smis, (school, n) in takers.items():
        if not n:
            continue
        side = -1 if lower_is_better else 1
        own = 1 / (1 + math.exp(-(middle + side * between * leaning(school, theme))))
        figures[smis] = share_figure(count_of(n, own, key, year_be, smis), n)
    return Measure(figures)


def share_figure(x: int, n: int) -> Figure:
    return Figure(half_up(x * 100 / n), n, x)


def count_measure(
    schools: Iterable[SampleSchool], value: Callable[[SampleSchool], float], decimals: int = 0
) -> Measure:
    """Counts and amounts that add up to the area's."""
    return Measure({school.smis: Figure(value(school)) for school in schools}, "sum", decimals)
