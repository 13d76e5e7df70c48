"""Area figures that fit other columns than their own: the columns stand in another order than headed."""

from collections.abc import Mapping, Sequence

import pandas as pd

from lib.domain.indicators import Catalogue
from lib.domain.sheets import cells_of
from lib.validation.offers import PRINTED_TOLERANCE, Offer, Reconciliation

#: A comparison with the school rows it was recomputed from.
Compared = tuple[Reconciliation, pd.DataFrame]

_MOST_COLUMNS = 12


def find_order(row: Sequence[Compared]) -> Mapping[int, int]:
    """Which figure of one area row fits the recomputation of which other.

    Args:
        row: comparisons of one area row and period.

    Returns:
        Place in ``row`` → place whose recomputation its stated figure is. Empty unless exactly one exchange
        of two or more open columns explains them all.
    """
    fits = {
        place: {
            other
            for other, (theirs, _) in enumerate(row)
            if other != place and theirs.is_open and _fits(one, theirs)
        }
        for place, (one, _) in enumerate(row)
        if one.is_open
    }
    while any(not fitting for fitting in fits.values()) or _unwanted(fits):
        lost = {place for place, fitting in fits.items() if not fitting} | _unwanted(fits)
        fits = {place: fitting - lost for place, fitting in fits.items() if place not in lost}
    if not 2 <= len(fits) <= _MOST_COLUMNS:
        return {}
    orders = _orders(fits, sorted(fits), {}, [])
    return orders[0] if len(orders) == 1 else {}


def order_offers(
    row: Sequence[Compared], order: Mapping[int, int], benchmarks: pd.DataFrame, catalogue: Catalogue
) -> tuple[Offer, ...]:
    """The two corrections an order speaks for: the schools' columns, or the area row alone, are exchanged.

    Args:
        benchmarks: every stated row of the file; those beside the area row keep what the header says.
    """
    moved = [(row[place][0], row[fitting][0]) for place, fitting in order.items()]
    own = {(other.sheet, other.cell): f"{one.stated:.10g}" for one, other in moved}
    names = " ".join(
        f"“{_name(other, catalogue)}” ใช้ค่าที่ระบุใต้ “{_name(one, catalogue)}”" for one, other in moved
    )
    area = Offer(f"เรียงค่าในแถวของเขตใหม่: {names}", tuple(sorted(own.items())))
    if any(len(cells_of(one.cell)) != 1 for one, _ in moved) or not _same_counts(row, order):
        return (area,)
    # The column headed `other` holds what the area row states as `one`.
    columns = tuple(((other.sheet, cells_of(other.cell)[0][1]), one.indicator_id) for one, other in moved)
    beside = _beside(moved, benchmarks)
    excel_row = cells_of(moved[0][0].cell)[0][0] + 1
    label = f"สลับหัวคอลัมน์ของคะแนนโรงเรียน โดยแถวของเขตคงตามหัวตารางเดิม: {names}"
    return (Offer(label, tuple(sorted((own | beside).items())), columns, excel_row), area)


def _beside(
    moved: Sequence[tuple[Reconciliation, Reconciliation]], benchmarks: pd.DataFrame
) -> dict[tuple[str, str], str]:
    """What the cells of the other stated rows must be read as, so that their figures stay the same."""
    sheet, area_row = moved[0][0].sheet, cells_of(moved[0][0].cell)[0][0] + 1
    held = {}
    for _, stated in benchmarks[benchmarks["sheet"] == sheet].iterrows():
        cell = str(stated["source_ref"]).rsplit("!", 1)[-1]
        places = cells_of(cell)
        if int(stated["row"]) != area_row and len(places) == 1:
            held[int(stated["row"]), str(stated["indicator_id"])] = (
                cell,
                places[0][1],
                float(stated["value"]),
            )
    corrections = {}
    for one, other in moved:
        for (row, indicator_id), (cell, column, _) in held.items():
            if indicator_id == other.indicator_id and column == cells_of(other.cell)[0][1]:
                meant = held.get((row, one.indicator_id))
                corrections[sheet, cell] = f"{meant[2]:.10g}" if meant else ""
    return corrections


def order_suggestion(
    place: int, row: Sequence[Compared], order: Mapping[int, int], catalogue: Catalogue
) -> str:
    """What the order says of one column, empty where it is none of its columns."""
    if place not in order:
        return ""
    name = _name(row[order[place]][0], catalogue)
    return f"ค่าที่ระบุตรงกับค่าที่คำนวณได้ของคอลัมน์ “{name}” คอลัมน์อาจสลับกับหัวตาราง"


def _fits(one: Reconciliation, other: Reconciliation) -> bool:
    return other.recomputed is not None and abs(one.stated - other.recomputed) <= PRINTED_TOLERANCE


def _unwanted(fits: Mapping[int, set[int]]) -> set[int]:
    """Columns whose recomputation nobody states, and places that are no longer among them."""
    wanted = set().union(*fits.values()) if fits else set()
    return set(fits) - wanted | {place for place, fitting in fits.items() if not fitting & set(fits)}


def _orders(
    fits: Mapping[int, set[int]], places: list[int], taken: dict[int, int], found: list[dict[int, int]]
) -> list[dict[int, int]]:
    """Every way to give each place a column of its own, two at most."""
    if len(found) > 1:
        return found
    if len(taken) == len(places):
        found.append(dict(taken))
        return found
    place = places[len(taken)]
    for fitting in sorted(fits[place] - set(taken.values())):
        _orders(fits, places, {**taken, place: fitting}, found)
    return found


def _same_counts(row: Sequence[Compared], order: Mapping[int, int]) -> bool:
    """Values that change columns keep their weights only where both columns rest on the same counts."""
    for place, fitting in order.items():
        one, other = (row[each][1].set_index("school_id")["n"] for each in (place, fitting))
        if not one.sort_index().equals(other.sort_index()):
            return False
    return True


def _name(one: Reconciliation, catalogue: Catalogue) -> str:
    return catalogue.by_id[one.indicator_id].short_name
