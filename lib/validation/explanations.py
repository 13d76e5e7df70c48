"""What would make a stated area figure agree: another order of columns, one other number, other weights."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from lib.domain.indicators import Catalogue, Indicator
from lib.domain.sheets import cells_of
from lib.validation.column_orders import Compared, find_order, order_offers, order_suggestion
from lib.validation.offers import PRINTED_TOLERANCE, Offer, Reconciliation
from lib.validation.slips import OtherNumber, likeliest_counts, other_counts, other_numbers
from lib.validation.totals import OffCells


def explain(
    found: Sequence[Compared], benchmarks: pd.DataFrame, catalogue: Catalogue, off: OffCells
) -> tuple[Reconciliation, ...]:
    """Every comparison with its suggestion and offers, where some can be made.

    Args:
        found: each with the school rows it was recomputed from.
        benchmarks: every stated row of the file.
        off: where parts and totals disagree.
    """
    explained = {}
    for row in _by_area_row(found):
        order = find_order(row)
        offers = order_offers(row, order, benchmarks, catalogue) if order else ()
        counts = {
            id(one): other_counts(one, frame)
            for one, frame in row
            if one.is_open and catalogue.by_id[one.indicator_id].has_n
        }
        for place, (one, frame) in enumerate(row):
            if place in order:
                said = order_suggestion(place, row, order, catalogue)
                explained[id(one)] = replace(one, suggestion=said, offers=offers)
            elif one.is_open:
                indicator = catalogue.by_id[one.indicator_id]
                said, ways = _one_number(one, frame, indicator, row, counts, off)
                explained[id(one)] = replace(one, suggestion=said, offers=ways)
    return tuple(explained.get(id(one), one) for one, _ in found)


def _by_area_row(found: Sequence[Compared]) -> list[list[Compared]]:
    """Comparisons of one area row and one period stand together."""
    rows: dict[tuple[object, ...], list[Compared]] = defaultdict(list)
    for one, frame in found:
        cells = cells_of(one.cell)
        period = tuple(frame[["period_kind", "year_be", "term"]].iloc[0])
        rows[(one.sheet, cells[0][0] if cells else one.cell, *period)].append((one, frame))
    return list(rows.values())


def _one_number(
    one: Reconciliation,
    frame: pd.DataFrame,
    indicator: Indicator,
    row: Sequence[Compared],
    counts: dict[int, frozenset[OtherNumber]],
    off: OffCells,
) -> tuple[str, tuple[Offer, ...]]:
    if indicator.sums:
        off_rows, total_is_off = off.schools_of(indicator.id), off.states(indicator.id, one.sheet, one.cell)
        ways = other_numbers(one, frame, off_rows, total_is_off=total_is_off)
        return _said(ways, "ค่า")
    if not indicator.has_n:
        return "", ()
    if abs(float(frame["value"].mean()) - one.stated) <= PRINTED_TOLERANCE:
        said = f"ค่าที่ระบุคือค่าเฉลี่ยของค่าโรงเรียนโดยไม่ถ่วงน้ำหนักด้วย{indicator.n_words} ควรใช้ค่าที่คำนวณใหม่"
        return said, ()
    return _said(likeliest_counts(one, row, counts), indicator.n_words)


def _said(ways: Sequence[OtherNumber], what: str) -> tuple[str, tuple[Offer, ...]]:
    if not ways:
        return "", ()
    told = " หรือ".join(f"ถ้า{what}ในแถว {way.row} เป็น {way.wanted:,} แทน {way.now:,}" for way in ways)
    return f"{told} ค่าจะตรงกับที่ระบุ", tuple(way.offer(what) for way in ways if way.cell)
