"""Whom a row that is no school speaks for: the area, a province, an affiliation, the nation."""

import re
from enum import StrEnum

from lib.domain.observations import Scope
from lib.thai.codes import tidy_code
from lib.thai.text import fold_key

_STATED = "(?:ค่า|คะแนน|ร้อยละ|เฉลี่ย|ยอด|ผล|ภาพ|รวม|ระดับ|ทั้ง|ของ)*"
_SCOPES = (
    (Scope.NATION, re.compile(_STATED + "ประเทศ")),
    (Scope.AFFILIATION, re.compile(_STATED + "(?:สังกัด.*|สพฐ|สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน)")),
    (Scope.REGION, re.compile(_STATED + "(?:ศึกษาธิการภาค|ภาค|ศธภ).*")),
    (Scope.PROVINCE, re.compile(_STATED + "(?:จังหวัด|ศธจ).*")),
    (
        Scope.AREA,
        re.compile(_STATED + "(?:เขตพื้นที่(?:การศึกษา)?.*|เขต|สพท.*|สพป.*|สพม.*|สำนักงานเขตพื้นที่การศึกษา.*)"),
    ),
)
_TOTAL = re.compile(
    "(?:รวม|ยอดรวม|ผลรวม|เฉลี่ย|ค่าเฉลี่ย|คะแนนเฉลี่ย|ภาพรวม|total|average)"
    "(?:รวม|เฉลี่ย|ทั้งสิ้น|ทั้งสิน|ทั้งหมด|เป็นเงิน|ทุกโรงเรียน|ทุกแห่ง)*"
    r"(?:\d+(?:โรงเรียน|แห่ง|โรง|รร))?"
)
_STATISTIC = re.compile("(?:คะแนน|ค่า)?(?:สูงสุด|ต่ำสุด|มัธยฐาน|ฐานนิยม|sd|ส่วนเบี่ยงเบนมาตรฐาน|max|min)|ร้อยละ")
_WORDS = re.compile(r"[^\W\d_]")
_MEAN = re.compile("เฉลี่ย|average")


class Statistic(StrEnum):
    """What a benchmark row states, as far as its label tells."""

    TOTAL = "total"
    MEAN = "mean"
    OPEN = "open"


def scope_of_label(label: str) -> Scope | None:
    """The scope a row label names; None for a plain total and for anything else."""
    key = fold_key(label)
    return next((scope for scope, pattern in _SCOPES if pattern.fullmatch(key)), None)


def is_total(label: str) -> bool:
    """Whether a label says total or mean without saying of what."""
    return bool(_TOTAL.fullmatch(fold_key(label)))


def is_statistic(label: str) -> bool:
    """Whether a row gives highest, lowest, spread or shares, which are recomputed and never read."""
    return bool(_STATISTIC.fullmatch(fold_key(label)))


def scope_of_code(digits: str) -> Scope | None:
    """Result files give the nation 00000000 (0 once Excel has seen it) and an area a code ending in 0000."""
    if digits and not digits.strip("0"):
        return Scope.NATION
    return Scope.AREA if len(digits) == 8 and digits.endswith("0000") else None


def is_school_code(text: str) -> bool:
    """Whether a text is nothing but a code as one school has it; those ending in 0000 are an area's."""
    digits = tidy_code(text)
    return len(digits) in (6, 8, 10) and not digits.endswith("0000") and not _WORDS.search(text)


def statistic_of(label: str) -> Statistic:
    """Whether a row gives means or totals, where its label tells."""
    key = fold_key(label)
    if _MEAN.search(key):
        return Statistic.MEAN
    return Statistic.TOTAL if is_total(label) else Statistic.OPEN
