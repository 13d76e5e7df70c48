"""What would make a stated area figure agree: another order of columns, one other count, other weights."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from lib.domain.indicators import Catalogue

PRINTED_TOLERANCE = 0.0151  # both sides are printed with two decimals
_LEAST_GAP = 0.5
_MOST_TIMES = 10
_MOST_COUNTS = 40
_MOST_NAMED = 3
_HALF_UNIT = 0.0051


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


@dataclass(frozen=True, slots=True)
class _OtherCount:
    """A school's count that would reproduce the stated figure; ``row`` as Excel shows it."""

    row: int
    n_now: int
    n_wanted: int


def explain(
    found: Sequence[tuple[Reconciliation, pd.DataFrame]], catalogue: Catalogue
) -> tuple[Reconciliation, ...]:
    """Every comparison with its suggestion, where one can be made.

    Args:
        found: each with the school rows it was recomputed from.
    """
    every = [one for one, _ in found]
    counts = {id(one): _other_counts(one, frame) for one, frame in found if _is_open(one)}
    explained = []
    for one, frame in found:
        suggestion = ""
        if _is_open(one):
            indicator = catalogue.by_id[one.indicator_id]
            suggestion = _swapped(one, every, catalogue)
            if not suggestion and indicator.has_n:
                suggestion = _unweighted(one, frame) or _one_wrong_count(one, every, counts)
        explained.append(replace(one, suggestion=suggestion))
    return tuple(explained)


def _is_open(one: Reconciliation) -> bool:
    return not one.agrees and one.recomputed is not None


def _swapped(one: Reconciliation, every: Sequence[Reconciliation], catalogue: Catalogue) -> str:
    """Columns whose stated figures fit another's recomputation stand in another order than headed."""
    for other in every:
        if other is not one and other.sheet == one.sheet and _is_open(other) and _fits(one, other):
            name = catalogue.by_id[other.indicator_id].short_name
            return f"ค่าที่ระบุตรงกับค่าที่คำนวณได้ของคอลัมน์ “{name}” คอลัมน์อาจสลับกับหัวตาราง"
    return ""


def _fits(one: Reconciliation, other: Reconciliation) -> bool:
    return other.recomputed is not None and abs(one.stated - other.recomputed) <= PRINTED_TOLERANCE


def _unweighted(one: Reconciliation, frame: pd.DataFrame) -> str:
    if abs(float(frame["value"].mean()) - one.stated) > PRINTED_TOLERANCE:
        return ""
    return "ค่าที่ระบุคือค่าเฉลี่ยของค่าโรงเรียนโดยไม่ถ่วงจำนวนคน ควรใช้ค่าที่คำนวณใหม่"


def _one_wrong_count(
    one: Reconciliation, every: Sequence[Reconciliation], counts: dict[int, frozenset[_OtherCount]]
) -> str:
    """The single count that would reproduce the figure; the other columns of the sheet narrow it down."""
    fits = counts[id(one)]
    for other in every:
        if len(fits) > 1 and other is not one and other.sheet == one.sheet and _is_open(other):
            fits = fits & counts[id(other)] or fits
    # Among many counts that would do, one slip of the finger is what happens.
    fits = frozenset(fit for fit in fits if _is_slip(str(fit.n_now), str(fit.n_wanted))) or fits
    if not 1 <= len(fits) <= _MOST_NAMED:
        return ""
    ways = " หรือ".join(
        f"ถ้าจำนวนคนในแถว {fit.row} เป็น {fit.n_wanted:,} แทน {fit.n_now:,}"
        for fit in sorted(fits, key=lambda fit: fit.row)
    )
    return f"{ways} ค่าจะตรงกับที่ระบุ"


def _other_counts(one: Reconciliation, frame: pd.DataFrame) -> frozenset[_OtherCount]:
    """Every change of one school's count that would reproduce the stated mean."""
    weighted = frame.dropna(subset=["value", "n"])
    total, n = float((weighted["value"] * weighted["n"]).sum()), float(weighted["n"].sum())
    fits = set()
    for row, value, n_now in zip(weighted["row"], weighted["value"], weighted["n"], strict=True):
        if abs(value - one.stated) < _LEAST_GAP:
            continue
        others, n_others = total - value * n_now, n - n_now
        # Every count between those that give the upper and the lower end of what rounds to the stated figure.
        ends = sorted((end * n_others - others) / (value - end) for end in _rounded_from(one.stated))
        lowest, highest = max(math.ceil(ends[0]), 1), min(math.floor(ends[1]), _MOST_TIMES * int(max(n, 1)))
        fits |= {
            _OtherCount(int(row), int(n_now), wanted)
            for wanted in range(lowest, min(highest, lowest + _MOST_COUNTS) + 1)
            if wanted != n_now
        }
    return frozenset(fits)


def _rounded_from(stated: float) -> tuple[float, float]:
    return stated - _HALF_UNIT, stated + _HALF_UNIT


def _is_slip(typed: str, meant: str) -> bool:
    """One digit too many, missing or wrong, or two neighbours exchanged."""
    if len(typed) == len(meant):
        wrong = [place for place, pair in enumerate(zip(typed, meant, strict=True)) if pair[0] != pair[1]]
        exchanged = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(typed) == sorted(meant)
        return len(wrong) == 1 or exchanged
    longer, shorter = sorted((typed, meant), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )
