"""What a self-assessment report says against itself, with both places."""

from dataclasses import dataclass
from enum import StrEnum

from lib.domain.assessments import LevelOfEducation, Place


class ContradictionKind(StrEnum):
    """How two places of one report disagree."""

    TWO_OVERALL = "two_overall"
    TWO_LEVELS = "two_levels"
    WORD_AND_NUMBER = "word_and_number"
    LOWEST_PRAISED = "lowest_praised"
    ITEMS_DO_NOT_ADD_UP = "items_do_not_add_up"
    STANDARDS_DO_NOT_ADD_UP = "standards_do_not_add_up"

    @property
    def label(self) -> str:
        return {
            ContradictionKind.TWO_OVERALL: "ภาพรวมระบุไว้สองระดับ",
            ContradictionKind.TWO_LEVELS: "ระบุไว้สองระดับ",
            ContradictionKind.WORD_AND_NUMBER: "คำบอกระดับกับตัวเลขไม่ตรงกัน",
            ContradictionKind.LOWEST_PRAISED: "ประเด็นที่ได้ระดับต่ำสุดอยู่ในจุดเด่น",
            ContradictionKind.ITEMS_DO_NOT_ADD_UP: "ระดับของมาตรฐานไม่ตรงกับค่าเฉลี่ยของประเด็น",
            ContradictionKind.STANDARDS_DO_NOT_ADD_UP: "ระดับภาพรวมไม่ตรงกับค่าเฉลี่ยของมาตรฐาน",
        }[self]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two places: what it says, in the report's words."""

    says: str
    place: Place
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two places of one report that cannot both be right.

    Attributes:
        standard / item: empty for a whole level of education, and ``item`` for a standard.
        first / second: both places; the same one where word and number stand together.
    """

    kind: ContradictionKind
    level_of_education: LevelOfEducation
    standard: str
    item: str
    first: Side
    second: Side
