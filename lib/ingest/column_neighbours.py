"""Columns that say too little by themselves, settled by the columns beside them."""

from collections.abc import Iterable
from dataclasses import replace

from lib.domain.columns import Column, Role
from lib.ingest.header_spellings import without_years
from lib.ingest.header_words import HeaderWords

#: Confidence of a header that is known word for word and has several meanings.
SEVERAL_MEANINGS = 0.5
_LEAST_NEIGHBOURS = 2
# Both are read without asking; the words beside a column say that it was settled and not recognised.
_BY_FAMILY, _AS_COMPANION = 0.8, 0.9


def settle_by_neighbours(
    columns: tuple[Column, ...], words: HeaderWords, *, picked: bool
) -> tuple[Column, ...]:
    """Open columns that fit what the rest of the table is about, each with the reason to give.

    A value is settled where all recognised values of the table belong to one family and exactly one of its
    candidates does too; a count or spread where it belongs to values that the table has.

    Args:
        picked: a person named at least one column, so that a single neighbour is enough.
    """
    values = [column for column in columns if column.role is Role.VALUE]
    if picked or len(values) >= _LEAST_NEIGHBOURS:
        families = [words.family(each) for column in values for each in column.indicators]
        columns = tuple(_by_family(column, families, words) for column in columns)
    values = [column for column in columns if column.role is Role.VALUE]
    return tuple(_as_companion(column, values, words) for column in columns)


def _by_family(column: Column, families: list[tuple[str, str]], words: HeaderWords) -> Column:
    if column.role is not Role.UNKNOWN or not column.candidates or not families:
        return column
    # A header that only resembles a known one is asked about: its neighbours may be what it is not.
    if column.confidence != SEVERAL_MEANINGS:
        return column
    for depth in (1, 2):
        shared = {family[:depth] for family in families}
        fitting = [each for each in column.candidates if {words.family(each)[:depth]} == shared]
        if len(fitting) == 1:
            return replace(
                column,
                role=Role.VALUE,
                indicators=tuple(fitting),
                candidates=(),
                confidence=_BY_FAMILY,
                reason="ชื่อนี้ใช้กับหลายตัวชี้วัด เลือกตามคอลัมน์อื่นในตารางซึ่งเป็นชุดเดียวกันทั้งหมด",
            )
    return column


def _as_companion(column: Column, values: Iterable[Column], words: HeaderWords) -> Column:
    if column.role is not Role.UNKNOWN:
        return column
    path = without_years(column.header)
    # A count over the whole table has no parent; one under a parent belongs to the values under it.
    beside = [value for value in values if without_years(value.header)[:-1] == path[:-1] or len(path) == 1]
    ids = frozenset(each for value in beside for each in value.indicators)
    found = words.look_up_companion(path[-1], ids)
    if not found.indicators:
        return column
    return replace(
        column,
        role=found.role,
        indicators=found.indicators,
        candidates=(),
        confidence=_AS_COMPANION,
        reason="เป็นจำนวนหรือส่วนเบี่ยงเบนของคอลัมน์ค่าที่อยู่ข้างกัน",
    )
