"""Check observations against the catalogue: ranges, fractions, dropped domains, totals, counts."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from lib.domain.indicators import Catalogue, Direction, Indicator, Kind
from lib.domain.issues import Issue, Severity

_ROUNDING = 0.5  # a per cent printed without decimals
_LEAST_CELLS = 3


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
        frame, said = _check_unit(frame, indicator, fractions.get(indicator.id))
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


def place(row: "pd.Series[float]") -> dict[str, str]:
    """Sheet and cell of an observation as an issue names them."""
    reference = str(row["source_ref"])
    return {"sheet": str(row["sheet"]), "cell": reference.rsplit("!", 1)[-1]}


_Result = tuple[pd.DataFrame, list[Issue]]


def _check_unit(frame: pd.DataFrame, indicator: Indicator, answer: bool | None) -> _Result:
    """Per cents of which none exceeds 1 were probably typed as 0.85; a person must say."""
    if indicator.kind is not Kind.PROPORTION or indicator.direction is Direction.LOWER or answer is False:
        return frame, []
    if answer:
        return frame.assign(value=(frame["value"] * 100).round(10)), []
    positive = frame["value"][frame["value"] > 0]
    if len(positive) < _LEAST_CELLS or positive.max() > 1:
        return frame, []
    first = frame.iloc[0]
    issue = Issue(
        Severity.QUESTION,
        "V08",
        f"ทุกค่าของ “{indicator.short_name}” อยู่ระหว่าง 0 ถึง 1 ({len(frame)} ค่า) จึงยังไม่นำเข้าคอลัมน์นี้",
        "เลือกว่าเป็นสัดส่วน (0.85 คือร้อยละ 85) หรือเป็นร้อยละอยู่แล้ว",
        **place(first),
        value=f"{first['value']:g}",
    )
    return frame.iloc[:0], [issue]


def _check_dropped(frame: pd.DataFrame, indicator: Indicator) -> _Result:
    """A test score that is 0 for every school was not held (NT ด้านเหตุผล since 2562)."""
    if indicator.kind is not Kind.MEAN or len(frame) < _LEAST_CELLS or (frame["value"] != 0).any():
        return frame, []
    issue = Issue(
        Severity.WARNING,
        "V15",
        f"“{indicator.short_name}” เป็น 0 ทุกโรงเรียน ({len(frame)} แห่ง) จึงถือว่าไม่มีการสอบและไม่นำเข้า",
        "ถ้าเป็นคะแนน 0 จริง ให้แจ้งผู้ดูแลพจนานุกรมตัวชี้วัด",
        **place(frame.iloc[0]),
        value="0",
    )
    return frame.iloc[:0], [issue]


def _check_range(frame: pd.DataFrame, indicator: Indicator) -> _Result:
    low = indicator.valid_min if indicator.valid_min is not None else float("-inf")
    high = indicator.valid_max if indicator.valid_max is not None else float("inf")
    inside = frame["value"].between(low, high)
    issues = []
    for _, row in frame[~inside].iterrows():
        code = "V06" if row["value"] < low else "V07"
        side = f"ต่ำกว่า {low:g}" if code == "V06" else f"เกิน {high:g}"
        issues.append(
            Issue(
                Severity.ERROR,
                code,
                f"ค่า {row['value']:g} ของ “{indicator.short_name}” {side} จึงไม่นำเข้าเซลล์นี้",
                "แก้ค่าในไฟล์ต้นฉบับ แล้วนำเข้าใหม่",
                **place(row),
                value=f"{row['value']:g}",
            )
        )
    return frame[inside], issues


def _check_count(frame: pd.DataFrame, indicator: Indicator) -> _Result:
    """A negative count, or more people counted than were there, cannot weigh anything."""
    if not indicator.has_n or indicator.kind is Kind.RATIO:
        return frame, []
    negative = frame["n"] < 0
    too_many = (
        (frame["numerator"] > frame["n"]) & (indicator.kind is Kind.PROPORTION) & (indicator.valid_max == 100)
    )
    issues = [
        Issue(
            Severity.ERROR,
            "V20",
            f"จำนวนคนของ “{indicator.short_name}” เป็นไปไม่ได้ "
            f"({row['numerator']:g} จาก {row['n']:g}) จึงไม่นำเข้าเซลล์นี้",
            "แก้จำนวนในไฟล์ต้นฉบับ แล้วนำเข้าใหม่",
            **place(row),
            value=f"{row['n']:g}",
        )
        for _, row in frame[negative | too_many].iterrows()
    ]
    return frame[~(negative | too_many)], issues


def _check_share(frame: pd.DataFrame, indicator: Indicator) -> list[Issue]:
    """A stated per cent that its own numerator and count do not give."""
    if indicator.kind is not Kind.PROPORTION:
        return []
    stated = frame.dropna(subset=["numerator", "n"])
    recomputed = stated["numerator"] / stated["n"] * 100
    off = stated[(recomputed - stated["value"]).abs() > _ROUNDING]
    return [
        Issue(
            Severity.WARNING,
            "V21",
            f"“{indicator.short_name}” ระบุ {row['value']:g} แต่ {row['numerator']:g} จาก {row['n']:g} "
            f"คิดเป็นร้อยละ {row['numerator'] / row['n'] * 100:.2f}",
            "ตรวจจำนวนและร้อยละในไฟล์ต้นฉบับ",
            **place(row),
            value=f"{row['value']:g}",
        )
        for _, row in off.iterrows()
    ]


def check_totals(observations: pd.DataFrame, catalogue: Catalogue) -> list[Issue]:
    """Stated totals against the sum of their parts, school by school (ชาย + หญิง = รวม)."""
    present = set(observations["indicator_id"])
    keys = ["school_id", "period_kind", "year_be", "term"]
    issues = []
    for total in (catalogue.by_id[each] for each in sorted(present)):
        if not total.total_of or not set(total.total_of) <= present:
            continue
        parts = (
            observations[observations["indicator_id"].isin(total.total_of)]
            .groupby(keys)["value"]
            .agg(["sum", "count"])
        )
        complete = parts[parts["count"] == len(total.total_of)]["sum"].rename("parts")
        stated = observations[observations["indicator_id"] == total.id].join(complete, on=keys, how="inner")
        for _, row in stated[(stated["value"] - stated["parts"]).abs() > 0.005].iterrows():
            issues.append(
                Issue(
                    Severity.WARNING,
                    "V22",
                    f"“{total.short_name}” ระบุ {row['value']:g} แต่ผลบวกของส่วนย่อยคือ {row['parts']:g}",
                    "ตรวจตัวเลขของแถวนี้ในไฟล์ต้นฉบับ",
                    **place(row),
                    value=f"{row['value']:g}",
                )
            )
    return issues
