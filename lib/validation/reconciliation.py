"""Recompute the area row of a file from its school rows and compare, column by column.

The official area figure is the student-weighted mean, never the mean of school means; a difference beyond
rounding is a mistyped count, columns in another order than their header, or schools that are missing.
"""

import math
from dataclasses import dataclass

import pandas as pd

from lib.domain.indicators import Catalogue, Indicator
from lib.domain.observations import Scope

_KEYS = ["indicator_id", "period_kind", "year_be", "term", "sheet"]
_TOLERANCE = 0.0151  # both sides are printed with two decimals
_COUNT_TOLERANCE = 0.5


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """One column of an area row against its recomputation.

    Attributes:
        stated / recomputed / difference: in the indicator's unit; difference = stated − recomputed.
        n_schools: schools the recomputation rests on.
        method: how it was recomputed, in Thai.
        suggestion: what explains the difference, empty when the two agree or nothing was found.
        cell: where the stated figure stands.
    """

    indicator_id: str
    stated: float
    recomputed: float | None
    difference: float | None
    agrees: bool
    n_schools: int
    method: str
    suggestion: str
    sheet: str
    cell: str


def reconcile(
    observations: pd.DataFrame, benchmarks: pd.DataFrame, catalogue: Catalogue
) -> tuple[Reconciliation, ...]:
    """Every stated area figure of a file.

    Args:
        observations: accepted school rows with ``sheet`` and ``row``.
        benchmarks: BENCHMARK_COLUMNS with ``sheet`` and ``row``; only area rows are recomputed.
    """
    areas = benchmarks[benchmarks["scope"] == Scope.AREA]
    if areas.empty:
        return ()
    groups = dict(list(observations.groupby(_KEYS)))
    found = []
    for _, stated in areas.iterrows():
        frame = groups.get(tuple(stated[key] for key in _KEYS))
        if frame is not None:
            found.append(_compare(stated, frame, catalogue.by_id[str(stated["indicator_id"])]))
    return _explain_swaps(tuple(found), catalogue)


def recompute(frame: pd.DataFrame, indicator: Indicator) -> tuple[float | None, str]:
    """The area figure of one indicator and how it was made: sum, weighted mean, or none without any n."""
    if indicator.sums:
        return float(frame["value"].sum()), "ผลรวมของโรงเรียน"
    weighted = frame.dropna(subset=["value", "n"])
    total = float(weighted["n"].sum())
    if not indicator.has_n or total <= 0:
        return (
            (float(frame["value"].mean()), "ค่าเฉลี่ยของโรงเรียน")
            if not indicator.has_n
            else (None, "ไม่มีจำนวนคน")
        )
    return float((weighted["value"] * weighted["n"]).sum() / total), "ค่าเฉลี่ยถ่วงน้ำหนักด้วยจำนวนคน"


def _compare(stated: "pd.Series[float]", frame: pd.DataFrame, indicator: Indicator) -> Reconciliation:
    value = float(stated["value"])
    recomputed, method = recompute(frame, indicator)
    difference = None if recomputed is None else value - recomputed
    tolerance = _COUNT_TOLERANCE if indicator.sums else _TOLERANCE
    agrees = difference is not None and abs(difference) <= tolerance
    suggestion = "" if agrees or recomputed is None else _explain(value, frame, indicator)
    return Reconciliation(
        indicator.id,
        value,
        recomputed,
        difference,
        agrees,
        len(frame),
        method,
        suggestion,
        str(stated["sheet"]),
        str(stated["source_ref"]).rsplit("!", 1)[-1],
    )


def _explain(stated: float, frame: pd.DataFrame, indicator: Indicator) -> str:
    if indicator.has_n and abs(float(frame["value"].mean()) - stated) <= _TOLERANCE:
        return "ค่าที่ระบุคือค่าเฉลี่ยของค่าโรงเรียนโดยไม่ถ่วงจำนวนคน ควรใช้ค่าที่คำนวณใหม่"
    if indicator.has_n:
        return _one_wrong_count(stated, frame)
    return ""


def _one_wrong_count(stated: float, frame: pd.DataFrame) -> str:
    """The single school whose corrected count would reproduce the stated mean, if exactly one does so."""
    weighted = frame.dropna(subset=["value", "n"])
    total, n = float((weighted["value"] * weighted["n"]).sum()), float(weighted["n"].sum())
    fits = []
    for _, row in weighted.iterrows():
        gap = float(row["value"]) - stated
        if abs(gap) < 0.5:
            continue
        others, n_others = total - row["value"] * row["n"], n - row["n"]
        wanted = round((stated * n_others - others) / gap)
        if not 1 <= wanted <= 10 * max(n, 1) or wanted == row["n"]:
            continue
        if math.isclose((others + wanted * row["value"]) / (n_others + wanted), stated, abs_tol=0.006):
            fits.append((str(row["source_ref"]).rsplit("!", 1)[-1], int(row["n"]), wanted))
    if len(fits) != 1:
        return ""
    cell, n_now, n_wanted = fits[0]
    return f"ถ้าจำนวนคนของแถวที่มีค่าในเซลล์ {cell} เป็น {n_wanted:,} แทน {n_now:,} ค่าจะตรงกับที่ระบุ"


def _explain_swaps(found: tuple[Reconciliation, ...], catalogue: Catalogue) -> tuple[Reconciliation, ...]:
    """Columns whose stated figures fit each other's recomputation stand in another order than headed."""
    explained = []
    for one in found:
        swap = next((other for other in found if _fits_other(one, other)), None)
        if one.agrees or one.recomputed is None or swap is None:
            explained.append(one)
            continue
        name = catalogue.by_id[swap.indicator_id].short_name
        text = f"ค่าที่ระบุตรงกับค่าที่คำนวณได้ของคอลัมน์ “{name}” คอลัมน์อาจสลับกับหัวตาราง"
        explained.append(
            Reconciliation(
                one.indicator_id, one.stated, one.recomputed, one.difference, one.agrees,
                one.n_schools, one.method, text, one.sheet, one.cell,
            )
        )  # fmt: skip
    return tuple(explained)


def _fits_other(one: Reconciliation, other: Reconciliation) -> bool:
    return (
        other.indicator_id != one.indicator_id
        and other.sheet == one.sheet
        and not other.agrees
        and other.recomputed is not None
        and abs(one.stated - other.recomputed) <= _TOLERANCE
    )
