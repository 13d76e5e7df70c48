"""Words for what a column is: its role, its part of an indicator, and how sure that is."""

from collections.abc import Sequence

from lib.domain.columns import Column, Role
from lib.domain.indicators import ANY_N, Catalogue, Indicator

ROLE_WORDS = {
    Role.SCHOOL_CODE: "รหัสโรงเรียน",
    Role.SMIS_CODE: "รหัส SMIS",
    Role.OBEC_CODE: "รหัส OBEC",
    Role.MOE_CODE: "รหัสกระทรวง",
    Role.SCHOOL_NAME: "ชื่อโรงเรียน",
    Role.CLUSTER: "กลุ่มโรงเรียน",
    Role.DISTRICT: "อำเภอ",
    Role.LEVEL: "ระดับที่เปิดสอน",
    Role.PUPILS: "จำนวนนักเรียน",
    Role.AREA_CODE: "รหัสเขต",
    Role.AREA_NAME: "ชื่อเขต",
    Role.ROW_NUMBER: "ลำดับที่",
    Role.YEAR: "ปี",
    Role.TERM: "ภาคเรียน",
    Role.REMARK: "ไม่ใช้คอลัมน์นี้",
    Role.UNKNOWN: "ยังไม่รู้จัก",
}
_SURE, _LIKELY = 0.95, 0.75
_NAMED = 3


def meaning_words(column: Column, catalogue: Catalogue) -> str:
    """What a column was read as."""
    named = [catalogue.by_id[each] for each in column.indicators]
    names = ", ".join(indicator.short_name for indicator in named[:_NAMED])
    more = len(column.indicators) - _NAMED
    others = f" และอีก {more} ตัวชี้วัด" if more > 0 else ""
    return ROLE_WORDS.get(column.role) or f"{_part_words(column.role, named)}{names}{others}"


def certainty_words(column: Column) -> str:
    """How sure the reading of a column is."""
    if column.role is Role.UNKNOWN:
        return "ไม่แน่ใจ" if column.candidates else "ไม่รู้จัก"
    if column.confidence >= _SURE:
        return "แน่ใจ"
    return "น่าจะใช่" if column.confidence >= _LIKELY else "ไม่แน่ใจ"


def pick_words(pick: str, catalogue: Catalogue) -> str:
    """What a pick of a column says."""
    part, of_one, indicator_id = pick.rpartition(":")
    if indicator_id in catalogue.by_id:
        indicator = catalogue.by_id[indicator_id]
        return f"{_part_words(Role(part), [indicator]) if of_one else ''}{indicator.name}"
    return ROLE_WORDS[Role(pick)] if pick in set(Role) else pick


def _part_words(part: Role, indicators: Sequence[Indicator]) -> str:
    """What stands before the name of an indicator for a column that is not its value."""
    if part is Role.N:
        counted = {indicator.n_words for indicator in indicators}
        return f"{counted.pop() if len(counted) == 1 else ANY_N}ของ "
    return {Role.NUMERATOR: "ตัวตั้งของ ", Role.SD: "S.D. ของ "}.get(part, "")
