"""Recompute the area row of a file from its school rows and compare, column by column.

The official area figure is the student-weighted mean, never the mean of school means; a difference beyond
rounding is a mistyped count, columns in another order than their header, or schools that are missing.
"""

from collections.abc import Collection, Iterable, Iterator

import pandas as pd

from lib.domain.indicators import Catalogue, Indicator
from lib.domain.issues import Issue, Severity
from lib.domain.observations import Scope
from lib.domain.sheets import cells_of
from lib.thai.numerals import format_number
from lib.validation.explanations import explain
from lib.validation.offers import PRINTED_TOLERANCE, Reconciliation
from lib.validation.totals import find_off_cells

_KEYS = ["indicator_id", "period_kind", "year_be", "term", "sheet"]
_COUNT_TOLERANCE = 0.5
_BINARY_DUST = 1e-9


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
            indicator = catalogue.by_id[str(stated["indicator_id"])]
            found.append((_compare(stated, frame, indicator), frame))
    return explain(found, benchmarks, catalogue, find_off_cells(observations, areas, catalogue))


def issues_of_area_rows(
    found: Iterable[Reconciliation], catalogue: Catalogue, confirmed: Collection[tuple[str, int, int]] = ()
) -> Iterator[Issue]:
    """The area figures that do not agree, each at its cell with what explains it.

    Args:
        confirmed: (sheet, zero-based row, column) of cells that a person confirmed as they stand.
    """
    for one in found:
        sure = any((one.sheet, row, column) in confirmed for row, column in cells_of(one.cell))
        if one.agrees or one.recomputed is None or sure:
            continue
        name = catalogue.by_id[one.indicator_id].short_name
        yield Issue(
            Severity.WARNING,
            "V27",
            f"แถวของเขตระบุ “{name}” {one.stated:.10g} แต่{one.method} {one.n_schools:,} แห่งคือ "
            f"{format_number(one.recomputed, 0 if float(one.recomputed).is_integer() else 2)}",
            one.suggestion or "ตรวจว่ามีโรงเรียนครบทุกแห่ง และค่าในแถวของเขตถูกต้อง",
            sheet=one.sheet,
            cell=one.cell,
            value=f"{one.stated:.10g}",
        )


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
            else (None, f"ไม่มี{indicator.n_words}")
        )
    mean = float((weighted["value"] * weighted["n"]).sum() / total)
    return mean, f"ค่าเฉลี่ยถ่วงน้ำหนักด้วย{indicator.n_words}"


def _compare(stated: "pd.Series[float]", frame: pd.DataFrame, indicator: Indicator) -> Reconciliation:
    value = float(stated["value"])
    recomputed, method = recompute(frame, indicator)
    difference = None if recomputed is None else value - recomputed
    tolerance = _COUNT_TOLERANCE if indicator.sums else PRINTED_TOLERANCE
    # Sums of differences of binary fractions may overshoot the limit by their last digit.
    agrees = difference is not None and abs(difference) <= tolerance + _BINARY_DUST
    return Reconciliation(
        indicator.id,
        value,
        recomputed,
        difference,
        agrees,
        len(frame),
        method,
        "",
        str(stated["sheet"]),
        str(stated["source_ref"]).rsplit("!", 1)[-1],
    )
