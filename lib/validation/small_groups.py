"""Groups so small that a published figure would point at persons (n < 10)."""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from lib.domain.issues import Issue, Severity
from lib.validation.cell_issues import place

#: Product's default publication threshold; an approver may publish with 5 or 30 instead.
SMALLEST_PUBLISHED_N: Final = 10


def note_small_groups(observations: pd.DataFrame) -> Iterator[Issue]:
    """One remark (V16) per sheet; inside the office such figures are kept and shown with their n.

    Args:
        observations: OBSERVATION_COLUMNS with ``sheet`` and ``row``; ``n`` is NaN where no count is known.
    """
    small = observations[(observations["n"] > 0) & (observations["n"] < SMALLEST_PUBLISHED_N)]
    for _, frame in small.groupby("sheet", sort=False):
        first = frame.iloc[0]
        n_schools = frame["school_id"].nunique()
        yield Issue(
            Severity.WARNING,
            "V16",
            f"มี {n_schools:,} โรงเรียนที่กลุ่มน้อยกว่า {SMALLEST_PUBLISHED_N} คน (เช่น {first['n']:g} คน) "
            "ค่านำเข้าตามปกติ แต่ไม่ควรแสดงในฉบับเผยแพร่",
            "ไม่ต้องแก้ไฟล์ อ่านค่าของกลุ่มเล็กด้วยความระมัดระวัง",
            **place(first.to_dict()),
        )
