"""Per cents that were typed as fractions: a person must say which a column holds."""

import numpy as np
import pandas as pd

from lib.domain.indicators import Direction, Indicator, Kind
from lib.domain.issues import Issue, IssueCell, Severity
from lib.validation.cell_issues import MOST_NAMED, place, places_text

_LEAST_CELLS = 3
#: Where no head count helps: so many others, all at least here, and 0.85 is no per cent among them.
_FAR_FROM_ONE, _LEAST_OTHERS = 10, 2


def check_unit(
    frame: pd.DataFrame, indicator: Indicator, answer: bool | None
) -> tuple[pd.DataFrame, list[Issue]]:
    """Per cents of which none exceeds 1 were probably typed as 0.85; a person must say."""
    if indicator.kind is not Kind.PROPORTION or indicator.direction is Direction.LOWER or answer is False:
        return frame, []
    positive = frame["value"][frame["value"] > 0]
    if positive.max() > 1:
        return _check_mixed(frame, indicator, answer)
    if answer:
        return frame.assign(value=(frame["value"] * 100).round(10)), []
    if len(positive) < _LEAST_CELLS:
        return frame, []
    issue = Issue(
        Severity.QUESTION,
        "V08",
        f"ทุกค่าของ “{indicator.short_name}” อยู่ระหว่าง 0 ถึง 1 ({len(frame)} ค่า) จึงยังไม่นำเข้าคอลัมน์นี้",
        "เลือกว่าเป็นสัดส่วน (0.85 คือร้อยละ 85) หรือเป็นร้อยละอยู่แล้ว",
        **_cells(frame),
    )
    return frame.iloc[:0], [issue]


def _check_mixed(
    frame: pd.DataFrame, indicator: Indicator, answer: bool | None
) -> tuple[pd.DataFrame, list[Issue]]:
    """Among per cents above 1, a 0.85 that no head count of its n gives was typed as a fraction."""
    if indicator.valid_max != 100:
        return frame, []
    small = (frame["value"] > 0) & (frame["value"] <= 1)
    others = frame["value"][frame["value"] > 1]
    alone = len(others) >= _LEAST_OTHERS and others.min() >= _FAR_FROM_ONE
    suspects = frame[small]
    impossible = [
        not _is_share_of(float(value), float(n)) if n > 0 else alone
        for value, n in zip(suspects["value"], suspects["n"], strict=True)
    ]
    doubtful = frame.index.to_series().isin(suspects.index[np.array(impossible, bool)])
    if not doubtful.any():
        return frame, []
    if answer:
        return frame.assign(value=frame["value"].mask(doubtful, (frame["value"] * 100).round(10))), []
    cells = [place(row)["cell"] for row in frame[doubtful].to_dict("records")]
    more = f" และอีก {len(cells) - MOST_NAMED:,} เซลล์" if len(cells) > MOST_NAMED else ""
    issue = Issue(
        Severity.QUESTION,
        "V08",
        f"“{indicator.short_name}” ส่วนใหญ่เป็นร้อยละ แต่ {len(cells):,} เซลล์ไม่เกิน 1 "
        f"ต่างจากค่าอื่นหรือเป็นร้อยละของ{indicator.n_words}ในแถวนั้นไม่ได้ "
        f"({', '.join(cells[:MOST_NAMED])}{more}) จึงยังไม่นำเข้าเซลล์เหล่านี้",
        "เลือกว่าเซลล์เหล่านี้เป็นสัดส่วน (0.85 คือร้อยละ 85) หรือเป็นร้อยละอยู่แล้ว",
        **_cells(frame[doubtful]),
    )
    return frame[~doubtful], [issue]


def _cells(frame: pd.DataFrame) -> IssueCell:
    """The cells of the first sheet among these, with the first value."""
    sheet = str(frame["sheet"].iloc[0])
    own = frame[frame["sheet"] == sheet]
    return {"sheet": sheet, "cell": places_text(own), "value": f"{own['value'].iloc[0]:g}"}


def _is_share_of(per_cent: float, n: float) -> bool:
    """Whether some whole number of n people gives this per cent, as far as it was printed."""
    n_decimals = len(f"{per_cent:.10g}".partition(".")[2])
    people = per_cent * n / 100
    return bool(abs(people - round(people)) <= 0.5 * 10**-n_decimals * n / 100 + 1e-9)
