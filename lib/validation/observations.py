"""Check observations against the catalogue: ranges, fractions, dropped domains, totals, counts."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from lib.domain.indicators import Catalogue, Indicator, Kind
from lib.domain.issues import Issue, Severity
from lib.validation.cell_issues import Values, issues_at_cells, place
from lib.validation.units import check_unit

_ROUNDING = 0.5  # a per cent printed without decimals
_LEAST_CELLS = 3
_SAME = 0.005
_SCHOOL_AND_PERIOD = ["school_id", "period_kind", "year_be", "term"]


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
    observations: pd.DataFrame, catalogue: Catalogue, fractions: Mapping[str, bool]
) -> Checked:
    """Check every indicator's values.

    Args:
        observations: OBSERVATION_COLUMNS with ``sheet`` and ``row`` (Excel's).
        fractions: indicator id → whether its values 0–1 are to be read as per cent, as a person answered.

    Returns:
        Values outside the valid range and columns whose unit is in doubt are turned away; the rest stays.
    """
    issues: list[Issue] = []
    kept = []
    for indicator_id, frame in observations.groupby("indicator_id", sort=False):
        indicator = catalogue.by_id[str(indicator_id)]
        frame, said = check_unit(frame, indicator, fractions.get(indicator.id))
        issues += said
        for check in (_check_dropped, _check_range, _check_count):
            frame, said = check(frame, indicator)
            issues += said
        issues += _check_share(frame, indicator)
        kept.append(frame)
    accepted = pd.concat(kept) if kept else observations
    lost = observations.loc[observations.index.difference(accepted.index)]
    turned_away = frozenset(
        (str(sheet), int(row)) for sheet, row in zip(lost["sheet"], lost["row"], strict=True)
    )
    issues += check_totals(accepted, catalogue)
    return Checked(accepted, tuple(issues), turned_away)


_Result = tuple[pd.DataFrame, list[Issue]]


def _check_dropped(frame: pd.DataFrame, indicator: Indicator) -> _Result:
    """A test score that is 0 for every school was not held (NT ด้านเหตุผล since 2562)."""
    if indicator.kind is not Kind.MEAN or len(frame) < _LEAST_CELLS or (frame["value"] != 0).any():
        return frame, []
    issue = Issue(
        Severity.WARNING,
        "V15",
        f"“{indicator.short_name}” เป็น 0 ทุกโรงเรียน ({len(frame)} แห่ง) จึงถือว่าไม่มีการสอบและไม่นำเข้า",
        "ถ้าเป็นคะแนน 0 จริง ให้แจ้งผู้ดูแลพจนานุกรมตัวชี้วัด",
        **place(frame.iloc[0].to_dict()),
        value="0",
    )
    return frame.iloc[:0], [issue]


def _check_range(frame: pd.DataFrame, indicator: Indicator) -> _Result:
    low = indicator.valid_min if indicator.valid_min is not None else float("-inf")
    high = indicator.valid_max if indicator.valid_max is not None else float("inf")
    under, over = frame["value"] < low, frame["value"] > high
    issues: list[Issue] = []
    for outside, code, side in ((under, "V06", f"ต่ำกว่า {low:g}"), (over, "V07", f"เกิน {high:g}")):
        if outside.any():
            issues += issues_at_cells(
                frame[outside],
                Severity.ERROR,
                code,
                lambda row, side=side: (  # type: ignore[misc]
                    f"ค่า {row['value']:g} ของ “{indicator.short_name}” {side} จึงไม่นำเข้าเซลล์นี้"
                ),
                "แก้ค่าในไฟล์ต้นฉบับ แล้วนำเข้าใหม่",
            )
    return frame[~(under | over)], issues


def _check_count(frame: pd.DataFrame, indicator: Indicator) -> _Result:
    """A count below nothing or of half a person, or one above its whole, cannot weigh anything."""
    if not indicator.has_n or indicator.kind is Kind.RATIO:
        return frame, []
    impossible = frame["n"] < 0
    if not indicator.denominator.startswith("บาท"):
        impossible |= frame["n"].notna() & (frame["n"] % 1 != 0)
    too_many = (
        (frame["numerator"] > frame["n"]) & (indicator.kind is Kind.PROPORTION) & (indicator.valid_max == 100)
    )
    issues = issues_at_cells(
        frame[impossible | too_many],
        Severity.ERROR,
        "V20",
        lambda row: f"จำนวนคนของ “{indicator.short_name}” เป็นไปไม่ได้ ({_share(row)}) จึงไม่นำเข้าเซลล์นี้",
        "แก้จำนวนในไฟล์ต้นฉบับ แล้วนำเข้าใหม่",
    )
    return frame[~(impossible | too_many)], list(issues)


def _share(row: Values) -> str:
    return (
        f"{row['numerator']:g} จาก {row['n']:g}" if row["numerator"] == row["numerator"] else f"{row['n']:g}"
    )


def _check_share(frame: pd.DataFrame, indicator: Indicator) -> list[Issue]:
    """A stated per cent that its own numerator and count do not give."""
    if indicator.kind is not Kind.PROPORTION:
        return []
    stated = frame.dropna(subset=["numerator", "n"])
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
            "ตรวจจำนวนและร้อยละในไฟล์ต้นฉบับ",
        )
    )


def check_totals(observations: pd.DataFrame, catalogue: Catalogue) -> list[Issue]:
    """Stated totals against the sum of their parts, school by school (ชาย + หญิง = รวม)."""
    present = set(observations["indicator_id"])
    issues: list[Issue] = []
    for total in (catalogue.by_id[each] for each in sorted(present)):
        if not total.total_of or not set(total.total_of) <= present:
            continue
        parts = (
            observations[observations["indicator_id"].isin(total.total_of)]
            .groupby(_SCHOOL_AND_PERIOD)["value"]
            .agg(["sum", "count"])
        )
        complete = parts[parts["count"] == len(total.total_of)]["sum"].rename("parts")
        stated = observations[observations["indicator_id"] == total.id]
        stated = stated.join(complete, on=_SCHOOL_AND_PERIOD, how="inner")
        issues += issues_at_cells(
            stated[(stated["value"] - stated["parts"]).abs() > _SAME],
            Severity.WARNING,
            "V22",
            lambda row, name=total.short_name: (  # type: ignore[misc]
                f"“{name}” ระบุ {row['value']:g} แต่ผลบวกของส่วนย่อยคือ {row['parts']:g}"
            ),
            "ตรวจตัวเลขของแถวนี้ในไฟล์ต้นฉบับ",
        )
    return issues
