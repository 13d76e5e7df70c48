"""Where a school's results lie beside the area's, and why some are not compared."""

from enum import StrEnum
from typing import Literal

from lib.domain.findings import Uncompared


class Measured(StrEnum):
    """Where a school's results lie beside the area's, towards the bad or the good side of the indicator."""

    LOW = "low"  # beyond chance (tier 1)
    LIKELY_LOW = "likely_low"  # tier 2
    SAME = "same"  # nothing to be told from chance, or too little to act on
    LIKELY_HIGH = "likely_high"
    HIGH = "high"
    MIXED = "mixed"  # several indicators, as sure on the one side as on the other
    NONE = "none"  # nothing to compare with

    @property
    def label(self) -> str:
        return {
            Measured.LOW: "ด้อยกว่าเขตเกินความผันผวน",
            Measured.LIKELY_LOW: "น่าจะด้อยกว่าเขต",
            Measured.SAME: "ไม่ต่างจากเขตชัดเจน",
            Measured.LIKELY_HIGH: "น่าจะดีกว่าเขต",
            Measured.HIGH: "ดีกว่าเขตเกินความผันผวน",
            Measured.MIXED: "มีทั้งดีกว่าและด้อยกว่า",
            Measured.NONE: "ไม่มีผลให้เทียบ",
        }[self]

    @property
    def short(self) -> str:
        """For the head of a narrow column."""
        return {
            Measured.LOW: "▼ ด้อยกว่าเขต",
            Measured.LIKELY_LOW: "น่าจะด้อยกว่า",
            Measured.SAME: "ไม่ต่างชัดเจน",
            Measured.LIKELY_HIGH: "น่าจะดีกว่า",
            Measured.HIGH: "▲ ดีกว่าเขต",
            Measured.MIXED: "ทั้งสองด้าน",
            Measured.NONE: "ไม่มีผลเทียบ",
        }[self]


#: Why a school's result is not compared: no figure of the year, a doubted denominator, the indicator's data
#: do not suffice in the area (coverage, first year of a definition), no comparator, too few pupils.
Unmeasured = Literal["no_figure", Uncompared]

UNMEASURED_LABELS: dict[Unmeasured, str] = {
    "no_figure": "ไม่มีตัวเลขของปีนี้",
    "doubted": "ตัวหารน่าสงสัย",
    "data": "ข้อมูลของเขตยังไม่พอ",
    "no_comparator": "ยังไม่มีค่าที่ใช้เทียบ",
    "few": "ผู้เรียนน้อยเกินกว่าจะสรุป",
}
