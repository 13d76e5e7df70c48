"""Check observations against the catalogue: ranges, fractions, dropped domains, totals, counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib.domain.indicators import Catalogue, Indicator, Kind
from lib.domain.issues import Issue, Severity
from lib.thai.number_readings import shifted_readings
from lib.validation.cell_issues import Values, are_confirmed, issues_at_cells
from lib.validation.totals import check_totals
from lib.validation.units import check_unit
from lib.validation.zeros import check_dropped, check_zero_rows

_ROUNDING = 0.5  # a per cent printed without decimals

#: (sheet, zero-based row, column) of cells whose reading a person confirmed.
Confirmed = frozenset[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Checked:
    """Observations that may be stored, and what was said about all of them.

    Attributes:
        accepted: as given, less the cells that were turned away.
        turned_away: (sheet, Excel row) of cells that were turned away.
    """

    accepted: pd.DataFrame
    issues: tuple[Issue, ...]
    turned_away: frozenset[tuple[str, int]]


def check_observations(
    observations: pd.DataFrame,
    catalogue: Catalogue,
    fractions: Mapping[str, bool],
    confirmed: Confirmed = frozenset(),
) -> Checked:
    """Check every indicator's values.

    Args:
        observations: OBSERVATION_COLUMNS with ``sheet`` and ``row`` (Excel's).
        fractions: indicator id → whether its values 0–1 are to be read as per cent, as a person answered.
        confirmed: cells that are not to be questioned again; what is impossible stays turned away.

    Returns:
        Values outside the valid range and columns whose unit is in doubt are turned away; the rest stays.
    """
    issues: list[Issue] = []
    kept: list[pd.Series[float]] = []
    sure = are_confirmed(observations, confirmed)
    for indicator_id, every in _by_indicator(observations):
        indicator = catalogue.by_id[indicator_id]
        settled = every[sure[every.index]] if confirmed else every.iloc[:0]
        open_cells = every[~sure[every.index]] if confirmed else every
        frame, said = check_unit(open_cells, indicator, fractions.get(indicator.id))
        issues += said
        if settled.empty:
            frame, said = check_dropped(frame, indicator)
            issues += said
        frame = pd.concat([frame, settled]).sort_index() if len(settled) else frame
        for check in (_check_range, _check_count, _check_whole):
            frame, said = check(frame, indicator)
            issues += said
        issues += _check_share(frame[~sure[frame.index]] if confirmed else frame, indicator)
        kept.append(frame["value"].copy())
    accepted = _kept(observations, pd.concat(kept).sort_index()) if kept else observations
    accepted, said = check_zero_rows(accepted, catalogue, sure)
    issues += said
    lost = observations[~observations.index.isin(accepted.index)]
    turned_away = frozenset(
        (str(sheet), int(row)) for sheet, row in zip(lost["sheet"], lost["row"], strict=True)
    )
    issues += check_totals(accepted, catalogue, sure)
    return Checked(accepted, tuple(issues), turned_away)


def _by_indicator(observations: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """The observations of each indicator; those that stand together, as a table's do, are not copied."""
    if observations.empty:
        return
    codes, ids = pd.factorize(observations["indicator_id"])
    order = np.argsort(codes, kind="stable")
    ends = np.cumsum(np.bincount(codes, minlength=len(ids)))
    for indicator_id, places in zip(ids, np.split(order, ends[:-1]), strict=True):
        first, last = int(places[0]), int(places[-1])
        together = last - first + 1 == len(places)
        yield str(indicator_id), observations.iloc[slice(first, last + 1) if together else places]


def _kept(observations: pd.DataFrame, values: "pd.Series[float]") -> pd.DataFrame:
    """The observations whose values stay; copying a national file only to drop nothing takes its memory."""
    stays = observations if len(values) == len(observations) else observations.loc[values.index]
    return stays.assign(value=values)


def _check_range(frame: pd.DataFrame, indicator: Indicator) -> tuple[pd.DataFrame, list[Issue]]:
    low = indicator.valid_min if indicator.valid_min is not None else float("-inf")
    high = indicator.valid_max if indicator.valid_max is not None else float("inf")
    under, over = frame["value"] < low, frame["value"] > high
    issues: list[Issue] = []
    for beyond, code, side in ((under, "V06", f"ต่ำกว่า {low:g}"), (over, "V07", f"เกิน {high:g}")):
        if beyond.any():
            issues += issues_at_cells(
                frame[beyond],
                Severity.ERROR,
                code,
                lambda row, side=side: (  # type: ignore[misc]
                    f"ค่า {row['value']:g} ของ “{indicator.short_name}” {side} จึงไม่นำเข้าเซลล์นี้"
                ),
                "เลือกค่าที่ถูกต้อง หรือแก้ค่าในไฟล์ต้นฉบับ แล้วนำเข้าใหม่",
                lambda row: (*shifted_readings(float(str(row["value"])), low, high), ""),
            )
    outside = under | over
    return (frame[~outside] if outside.any() else frame), issues


def _check_count(frame: pd.DataFrame, indicator: Indicator) -> tuple[pd.DataFrame, list[Issue]]:
    """A count below nothing or of half a person, or one above its whole, cannot weigh anything."""
    if not indicator.has_n or indicator.kind is Kind.RATIO:
        return frame, []
    impossible = (frame["n"] < 0) | (frame["numerator"] < 0)
    if not indicator.n_is_baht:
        for counted in (frame["n"], frame["numerator"]):
            impossible |= counted.notna() & (counted % 1 != 0)
    too_many = (
        (frame["numerator"] > frame["n"]) & (indicator.kind is Kind.PROPORTION) & (indicator.valid_max == 100)
    )
    wrong = impossible | too_many
    if not wrong.any():
        return frame, []
    issues = issues_at_cells(
        frame[wrong],
        Severity.ERROR,
        "V20",
        lambda row: (
            f"{indicator.n_words}ของ “{indicator.short_name}” เป็นไปไม่ได้ ({_share(row)}) จึงไม่นำเข้าเซลล์นี้"
        ),
        "แก้จำนวนในไฟล์ต้นฉบับ แล้วนำเข้าใหม่",
    )
    return frame[~wrong], list(issues)


def _check_whole(frame: pd.DataFrame, indicator: Indicator) -> tuple[pd.DataFrame, list[Issue]]:
    """Half a pupil or half a room is a slip."""
    if indicator.kind is not Kind.COUNT:
        return frame, []
    broken = frame["value"] % 1 != 0
    if not broken.any():
        return frame, []
    issues = issues_at_cells(
        frame[broken],
        Severity.ERROR,
        "V20",
        lambda row: f"“{indicator.short_name}” ต้องเป็นจำนวนเต็ม แต่ระบุ {row['value']:g} จึงไม่นำเข้าเซลล์นี้",
        "แก้จำนวนในไฟล์ต้นฉบับ หรือยืนยันว่าไม่มีข้อมูล",
        lambda _: ("",),
    )
    return frame[~broken], list(issues)


def _share(row: Values) -> str:
    return (
        f"{row['numerator']:g} จาก {row['n']:g}" if row["numerator"] == row["numerator"] else f"{row['n']:g}"
    )


def _check_share(frame: pd.DataFrame, indicator: Indicator) -> list[Issue]:
    """A stated per cent that its own numerator and count do not give."""
    if indicator.kind is not Kind.PROPORTION:
        return []
    stated = frame[frame["numerator"].notna() & frame["n"].notna()]
    if stated.empty:
        return []
    stated = stated.assign(recomputed=stated["numerator"] / stated["n"] * 100)
    off = stated[(stated["recomputed"] - stated["value"]).abs() > _ROUNDING]
    return list(
        issues_at_cells(
            off,
            Severity.WARNING,
            "V21",
            lambda row: (
                f"“{indicator.short_name}” ระบุ {row['value']:g} แต่ {row['numerator']:g} จาก {row['n']:g} "
                f"คิดเป็นร้อยละ {row['recomputed']:.2f}"
            ),
            "เลือกค่าที่ถูกต้อง หรือตรวจจำนวนและร้อยละในไฟล์ต้นฉบับ",
            lambda row: (f"{row['recomputed']:.2f}", f"{row['value']:.10g}"),
        )
    )
