"""Small indicators, registers and tables for the tests of analysis; every name is invented."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from lib.analysis.examination import examine
from lib.analysis.findings import findings_of, key_indicators
from lib.catalog.loader import make_catalogue
from lib.catalog.rules import load_rules
from lib.domain.findings import Finding
from lib.domain.indicators import Catalogue, Compare, Direction, DomainArea, Indicator, Kind, RatingScale
from lib.domain.observations import BENCHMARK_COLUMNS, OBSERVATION_COLUMNS
from lib.domain.periods import Period, PeriodKind
from lib.domain.schools import School
from lib.domain.self_ratings import CheckedReport, SelfRating

YEAR = 2567
ACADEMIC = Period(PeriodKind.ACADEMIC_YEAR, YEAR)
PERIODS = {PeriodKind.ACADEMIC_YEAR: ACADEMIC, PeriodKind.FISCAL_YEAR: Period(PeriodKind.FISCAL_YEAR, YEAR)}
DOMAINS = (
    DomainArea("academic", "ด้านวิชาการ", "วิชาการ", "#0072B2", 0, ""),
    DomainArea("budget", "ด้านงบประมาณ", "งบประมาณ", "#00785A", 1, ""),
)
_COMPARE = {
    Kind.PROPORTION: Compare.PROPORTION,
    Kind.MEAN: Compare.MEAN,
    Kind.RATING: Compare.MEAN,
    Kind.SCORE: Compare.ROBUST,
    Kind.COUNT: Compare.NONE,
    Kind.AMOUNT: Compare.ROBUST,
    Kind.RATIO: Compare.ROBUST,
}


def indicator(
    code: str = "pass", kind: Kind = Kind.PROPORTION, domain: str = "academic", **keys: Any
) -> Indicator:
    """A per cent of test takers, higher is better, unless said otherwise."""
    unit = {Kind.PROPORTION: "ร้อยละ", Kind.MEAN: "คะแนน", Kind.AMOUNT: "บาท", Kind.COUNT: "เรื่อง"}.get(
        kind, "คะแนน"
    )
    values: dict[str, Any] = {
        "id": f"{domain}.{code}",
        "domain": domain,
        "name": f"ตัวชี้วัด {code}",
        "short_name": code,
        "group": code,
        "group_name": code,
        "unit": unit,
        "direction": Direction.HIGHER,
        "kind": kind,
        "period_kind": PeriodKind.ACADEMIC_YEAR,
        "compare": _COMPARE[kind],
        "denominator": "ผู้เข้าสอบ",
        "valid_min": 0.0,
        "valid_max": 100.0 if kind in (Kind.PROPORTION, Kind.MEAN, Kind.SCORE) else None,
    }
    return Indicator(**(values | keys))


def catalogue(*indicators: Indicator, scales: tuple[RatingScale, ...] = ()) -> Catalogue:
    return make_catalogue(DOMAINS, indicators, scales)


def schools(count: int, *, clusters: int = 1, pupils: Iterable[int] | None = None) -> tuple[School, ...]:
    sizes = list(pupils) if pupils is not None else [200] * count
    return tuple(
        School(
            school_id=f"{99010000 + k}",
            name=f"ทดสอบ {k}",
            cluster=f"กลุ่ม {k % clusters + 1}",
            district=f"อำเภอ {k % 2 + 1}",
            level="ประถมศึกษา",
            pupils=sizes[k],
        )
        for k in range(count)
    )


def observations(rows: Iterable[dict[str, Any]]) -> pd.DataFrame:
    """The shared table; each row needs indicator_id, school_id and value, and may name the rest."""
    defaults = {
        "period_kind": "academic_year",
        "year_be": YEAR,
        "term": 0,
        "numerator": np.nan,
        "n": np.nan,
        "sd": np.nan,
        "source_ref": "ข้อมูล!A1",
    }
    return pd.DataFrame([defaults | row for row in rows], columns=list(OBSERVATION_COLUMNS))


def shares(
    of: Indicator, in_schools: tuple[School, ...], x: Iterable[float], n: Iterable[float], year: int = YEAR
) -> pd.DataFrame:
    """x of n per school, as a per cent with two decimals would come from a file."""
    return observations(
        {
            "indicator_id": of.id,
            "school_id": school.school_id,
            "year_be": year,
            "value": 100 * x_ / n_,
            "numerator": x_,
            "n": n_,
        }
        for school, x_, n_ in zip(in_schools, x, n, strict=True)
    )


def benchmarks(rows: Iterable[dict[str, Any]] = ()) -> pd.DataFrame:
    defaults = {
        "scope": "nation",
        "scope_name": "ประเทศ",
        "period_kind": "academic_year",
        "year_be": YEAR,
        "term": 0,
        "n": np.nan,
        "source_ref": "ข้อมูล!A9",
    }
    return pd.DataFrame([defaults | row for row in rows], columns=list(BENCHMARK_COLUMNS))


def dense_table(
    indicators: tuple[Indicator, ...],
    in_schools: tuple[School, ...],
    value: np.ndarray,
    n: np.ndarray,
    numerator: np.ndarray | None = None,
    sd: np.ndarray | None = None,
) -> pd.DataFrame:
    """The shared table from arrays ``[indicator, year, school]``, the last year being YEAR."""
    depth = value.shape[1]
    i, y, s = (axis.ravel() for axis in np.indices(value.shape))
    empty = np.full(value.size, np.nan)
    return pd.DataFrame(
        {
            "indicator_id": np.array([ind.id for ind in indicators])[i],
            "school_id": np.array([school.school_id for school in in_schools])[s],
            "period_kind": np.array([str(ind.period_kind) for ind in indicators])[i],
            "year_be": YEAR - (depth - 1 - y),
            "term": np.zeros(value.size, int),
            "value": value.ravel(),
            "numerator": empty if numerator is None else numerator.ravel(),
            "n": n.ravel(),
            "sd": empty if sd is None else sd.ravel(),
            "source_ref": "ข้อมูล!A1",
        },
        columns=list(OBSERVATION_COLUMNS),
    )


def all_findings(
    table: pd.DataFrame,
    in_schools: tuple[School, ...],
    known: Catalogue,
    marks: pd.DataFrame | None = None,
    ratings: tuple[SelfRating, ...] = (),
    reports: tuple[CheckedReport, ...] = (),
) -> tuple[Finding, ...]:
    """What the office's own round does: examine the key indicators, then read the findings off."""
    rows = benchmarks() if marks is None else marks
    found = examine(table, rows, key_indicators(known), in_schools, PERIODS, load_rules())
    return findings_of(found, known, ratings, reports)
