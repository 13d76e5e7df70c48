"""One number typed wrongly that would explain a stated area figure."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from lib.validation.column_orders import Compared
from lib.validation.offers import PRINTED_TOLERANCE, Offer, Reconciliation

_LEAST_GAP = 0.5
_MOST_TIMES = 10
_MOST_COUNTS = 40
MOST_WAYS = 3
_HALF_UNIT = 0.0051


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """A number that would reproduce the stated figure if it stood in its cell; ``row`` as Excel shows it."""

    sheet: str
    row: int
    cell: str
    now: int
    wanted: int

    @property
    def is_slip(self) -> bool:
        return is_slip(str(self.now), str(self.wanted))

    def offer(self, what: str) -> Offer:
        label = f"{what}ในแถว {self.row} ({self.cell}) เป็น {self.wanted:,} แทน {self.now:,}"
        return Offer(label, (((self.sheet, self.cell), str(self.wanted)),))


def other_counts(one: Reconciliation, frame: pd.DataFrame) -> frozenset[OtherNumber]:
    """Every change of one school's count that would reproduce the stated mean."""
    weighted = frame.dropna(subset=["value", "n"])
    total, n = float((weighted["value"] * weighted["n"]).sum()), float(weighted["n"].sum())
    fits = set()
    columns = ("row", "n_cell", "value", "n")
    for row, cell, value, n_now in zip(*(weighted[each] for each in columns), strict=True):
        if abs(value - one.stated) < _LEAST_GAP:
            continue
        others, n_others = total - value * n_now, n - n_now
        # Every count between those that give the upper and the lower end of what rounds to the stated figure.
        bounds = (one.stated - _HALF_UNIT, one.stated + _HALF_UNIT)
        ends = sorted((end * n_others - others) / (value - end) for end in bounds)
        lowest, highest = max(math.ceil(ends[0]), 1), min(math.floor(ends[1]), _MOST_TIMES * int(max(n, 1)))
        fits |= {
            OtherNumber(one.sheet, int(row), str(cell), int(n_now), wanted)
            for wanted in range(lowest, min(highest, lowest + _MOST_COUNTS) + 1)
            if wanted != n_now
        }
    return frozenset(fits)


def likeliest_counts(
    one: Reconciliation, row: Sequence[Compared], counts: Mapping[int, frozenset[OtherNumber]]
) -> list[OtherNumber]:
    """The counts that would reproduce the figure; the other open columns of the row narrow them down."""
    fits = frozenset(fit for fit in counts[id(one)] if not any(_spoils(fit, *each) for each in row))
    for other, _ in row:
        if len(fits) > 1 and other is not one and other.is_open:
            fits = fits & counts.get(id(other), frozenset()) or fits
    # Among many counts that would do, one slip of the finger is what happens.
    fits = frozenset(fit for fit in fits if fit.is_slip) or fits
    return sorted(fits, key=lambda fit: (fit.row, fit.wanted)) if len(fits) <= MOST_WAYS else []


def _spoils(fit: OtherNumber, other: Reconciliation, frame: pd.DataFrame) -> bool:
    """Whether a column that agrees now, weighted by the same count, would no longer agree."""
    if not other.agrees:
        return False
    weighted = frame.dropna(subset=["value", "n"])
    here = (weighted["row"] == fit.row) & (weighted["n_cell"] == fit.cell)
    if not here.any():
        return False
    counts = weighted["n"].mask(here, fit.wanted)
    mean = float((weighted["value"] * counts).sum() / counts.sum())
    return abs(mean - other.stated) > PRINTED_TOLERANCE


def other_numbers(
    one: Reconciliation, frame: pd.DataFrame, off_rows: frozenset[tuple[str, int]], *, total_is_off: bool
) -> list[OtherNumber]:
    """One mistyped number of a column that is summed: a school's, or the total itself.

    Args:
        off_rows: (sheet, Excel row) of schools whose own parts and total disagree in this column.
        total_is_off: the parts and the total of the area row disagree in this column.
    """
    gap = round(one.difference or 0.0, 6)
    if not gap.is_integer() or one.recomputed is None:
        return []
    cells = [ref.rsplit("!", 1)[-1] for ref in frame["source_ref"]]
    rows = zip(frame["sheet"], frame["row"], cells, frame["value"], strict=True)
    schools = [
        OtherNumber(str(sheet), int(row), cell, int(value), int(value + gap))
        for sheet, row, cell, value in rows
        if value + gap >= 0 and "," not in cell
    ]
    slips = [each for each in schools if each.is_slip]
    certain = [each for each in schools if (each.sheet, each.row) in off_rows]
    excel_row = int("".join(filter(str.isdigit, one.cell)) or 0)
    total = OtherNumber(one.sheet, excel_row, one.cell, int(one.stated), round(one.recomputed))
    totals = [total] if total.is_slip else []
    ways = certain or (totals if total_is_off else [*slips, *totals])
    return ways if len(ways) <= MOST_WAYS else []


def is_slip(typed: str, meant: str) -> bool:
    """One digit too many, missing or wrong, or two neighbours exchanged."""
    if len(typed) == len(meant):
        wrong = [place for place, pair in enumerate(zip(typed, meant, strict=True)) if pair[0] != pair[1]]
        exchanged = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(typed) == sorted(meant)
        return len(wrong) == 1 or exchanged
    longer, shorter = sorted((typed, meant), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )
