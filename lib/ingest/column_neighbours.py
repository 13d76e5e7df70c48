"""Columns that say too little by themselves, settled by the columns beside them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from lib.domain.columns import Column, Role
from lib.ingest.header_spellings import without_years
from lib.ingest.header_words import HeaderWords
from lib.ingest.loose_words import Says, loose_words
from lib.thai.text import fold_key

#: Confidence of a header that is known word for word and has several meanings.
SEVERAL_MEANINGS = 0.5
#: Reason of a column that a person named.
PICKED = "ผู้ใช้เลือก"
_LEAST_NEIGHBOURS = 2
_BARE_TOTAL = re.compile("(?:รวม|รวมทั้งหมด|รวมทั้งสิ้น|ทั้งหมด)(?:คน)?")
_BARE_SHARE = re.compile("(?:คิดเป็น)?(?:ร้อยละ|%)")
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
    columns = tuple(_as_companion(column, values, words) for column in columns)
    return _open_rivals(_with_totals(_with_plain_shares(columns), words))


def _with_totals(columns: tuple[Column, ...], words: HeaderWords) -> tuple[Column, ...]:
    """รวม or จำนวนนักเรียน right after its parts, such as ชาย and หญิง, is their sum."""
    settled = list(columns)
    for place, column in enumerate(columns[_LEAST_NEIGHBOURS:], start=_LEAST_NEIGHBOURS):
        parts = columns[place - _LEAST_NEIGHBOURS : place]
        if not (column.role is Role.PUPILS or _is_bare_total(column)) or any(
            part.role is not Role.VALUE or part.header[:-1] != column.header[:-1] for part in parts
        ):
            continue
        total = words.total_of(tuple(each for part in parts for each in part.indicators))
        if total and not any(total in each.indicators for each in columns):
            settled[place] = replace(
                column,
                role=Role.VALUE,
                indicators=(total,),
                candidates=(),
                confidence=_AS_COMPANION,
                reason="เป็นผลรวมของสองคอลัมน์ที่อยู่ก่อนหน้า",
            )
    return tuple(settled)


def _is_bare_total(column: Column) -> bool:
    return column.role is Role.UNKNOWN and bool(_BARE_TOTAL.fullmatch(fold_key(column.header[-1])))


def _with_plain_shares(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A bare ร้อยละ right after the one count that a share is made of is that share."""
    valued = {each for column in columns if column.role is Role.VALUE for each in column.indicators}
    settled = list(columns)
    for place, (left, column) in enumerate(pairwise(columns), start=1):
        of = left.indicators
        same_band = left.header[:-1] == column.header[:-1] and left.year_be == column.year_be
        if (
            column.role is not Role.UNKNOWN
            or left.role is not Role.NUMERATOR
            or left.index + 1 != column.index
        ):
            continue
        if same_band and len(of) == 1 and of[0] not in valued and _is_bare_share(column.header[-1]):
            reason = "ร้อยละที่อยู่ถัดจากจำนวนของตัวชี้วัดนี้"
            settled[place] = replace(
                column, role=Role.VALUE, indicators=of, candidates=(), confidence=_AS_COMPANION, reason=reason
            )
    return tuple(settled)


def _is_bare_share(text: str) -> bool:
    says, words = loose_words(text)
    return says is Says.PER_CENT and not words and bool(_BARE_SHARE.fullmatch(fold_key(text)))


def _open_rivals(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Columns that word one indicator in different ways are a part and its whole as often as twins: ask."""
    wordings: dict[tuple[str, int | None], set[str]] = defaultdict(set)
    for column in columns:
        if column.role is Role.VALUE:
            wordings[column.indicators[0], column.year_be].add(
                fold_key(" ".join(without_years(column.header)))
            )
    picked = {
        (column.indicators[0], column.year_be)
        for column in columns
        if column.role is Role.VALUE and column.reason == PICKED
    }
    return tuple(_beside_rivals(column, wordings, picked) for column in columns)


def _beside_rivals(
    column: Column,
    wordings: Mapping[tuple[str, int | None], set[str]],
    picked: Collection[tuple[str, int | None]],
) -> Column:
    if column.role is not Role.VALUE or column.reason == PICKED:
        return column
    key = column.indicators[0], column.year_be
    if key in picked:
        return replace(column, role=Role.REMARK, indicators=(), reason="ผู้ใช้เลือกคอลัมน์อื่นให้ตัวชี้วัดนี้แล้ว")
    if len(wordings[key]) == 1:
        return column
    return replace(
        column,
        role=Role.UNKNOWN,
        indicators=(),
        candidates=column.indicators,
        confidence=SEVERAL_MEANINGS,
        reason="มีหลายคอลัมน์ที่เขียนต่างกันแต่อาจเป็นตัวชี้วัดเดียวกัน",
    )


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
