"""Outside values an area is held against: rows stated in files first, the catalogue's own where none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from lib.domain.indicators import Indicator
from lib.domain.observations import WHOLE_YEAR, Scope
from lib.domain.periods import Period

_YEAR = re.compile(r"2[45]\d\d")
_OWN_AFFILIATION = re.compile(r"สพฐ|การศึกษาขั้นพื้นฐาน")
#: The widest comparator is the one committees ask for first.
_PREFERENCE = (Scope.NATION, Scope.AFFILIATION, Scope.REGION, Scope.PROVINCE)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One stated figure; ``scope`` is empty for the catalogue's own, ``name`` goes without the word ระดับ."""

    scope: Scope | Literal[""]
    name: str
    value: float
    source_ref: str = ""


BenchmarkIndex = Mapping[tuple[str, str, int, int], tuple[Benchmark, ...]]


def index_benchmarks(benchmarks: pd.DataFrame) -> BenchmarkIndex:
    """Stated figures by indicator, kind of year, year and term, from the narrowest scope to the widest."""
    scopes = list(Scope)
    index: dict[tuple[str, str, int, int], list[Benchmark]] = {}
    columns = ["indicator_id", "period_kind", "year_be", "term", "scope", "scope_name", "value", "source_ref"]
    for indicator_id, kind, year, term, scope, name, value, source in zip(
        *(benchmarks[column] for column in columns), strict=True
    ):
        if not np.isfinite(value):
            continue
        key = (str(indicator_id), str(kind), int(year), WHOLE_YEAR if pd.isna(term) else int(term))
        found = Scope(scope)
        index.setdefault(key, []).append(
            Benchmark(found, _plain(str(name or found.label)), float(value), str(source))
        )
    return {
        key: tuple(sorted(rows, key=lambda row: (scopes.index(Scope(row.scope)), row.name, row.value)))
        for key, rows in index.items()
    }


def benchmarks_of(index: BenchmarkIndex, indicator: Indicator, period: Period) -> tuple[Benchmark, ...]:
    """The figures of that very period, else the catalogue's."""
    found = index.get((indicator.id, str(period.kind), period.year_be, period.term or WHOLE_YEAR), ())
    if any(row.scope in _PREFERENCE for row in found) or indicator.benchmark is None:
        return found
    return (*found, Benchmark("", _plain(indicator.benchmark_label), indicator.benchmark))


def stated_area_value(found: tuple[Benchmark, ...]) -> float | None:
    """The area's figure as a file states it."""
    return next((row.value for row in found if row.scope is Scope.AREA), None)


def preferred(found: tuple[Benchmark, ...], year_be: int) -> Benchmark | None:
    """The comparator for a sentence: nation, affiliation, region, province, then the catalogue's.

    A catalogue value whose label names other years is another test, and is no comparator of this one.
    """
    return widest(
        tuple(
            row for row in found if row.scope or str(year_be) in (_YEAR.findall(row.name) or (str(year_be),))
        )
    )


def widest(found: tuple[Benchmark, ...]) -> Benchmark | None:
    """The figure of the widest place around the area, else the catalogue's.

    Of several affiliations the schools' own speaks; several provinces or regions are none's comparator.
    """
    for scope in (*_PREFERENCE, ""):
        rows = [row for row in found if row.scope == scope]
        if scope is Scope.AFFILIATION and len(rows) > 1:
            rows = [row for row in rows if _OWN_AFFILIATION.search(row.name)]
        if rows and len({row.value for row in rows}) == 1:
            return rows[0]
    return None


def _plain(name: str) -> str:
    return name.removeprefix("ระดับ")
