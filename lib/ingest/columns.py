"""What each column of a table means: identity, year, or a part of an indicator, each with its reason."""

import re
from collections.abc import Mapping

from lib.domain.columns import Column, Role
from lib.domain.indicators import Indicator
from lib.ingest.header_words import HeaderWords
from lib.ingest.tables import Table
from lib.ingest.year_hints import find_year_hints
from lib.thai.text import fold_key

_UNIT = re.compile(r"[(\[][^)\]]*[)\]]")


def recognise_columns(
    table: Table, words: HeaderWords, nearby: tuple[str, ...], chosen: Mapping[int, str] | None = None
) -> tuple[Column, ...]:
    """The columns of one table, left to right.

    Args:
        words: what headers may say, from the catalogue.
        nearby: texts that lend context, the nearest first: sheet name with titles, then the file name.
        chosen: column index → indicator id or a role's name, as a person picked; wins over everything.
    """
    columns = []
    for index, header in sorted(table.headers.items()):
        pick = (chosen or {}).get(index)
        columns.append(_picked(index, header, pick) if pick else _recognise(index, header, words, nearby))
    return tuple(columns)


def _picked(index: int, header: tuple[str, ...], pick: str) -> Column:
    years = _band_year(header)
    if "." in pick:
        return Column(index, header, Role.VALUE, (pick,), year_be=years, reason="ผู้ใช้เลือก")
    return Column(index, header, Role(pick), year_be=years, reason="ผู้ใช้เลือก")


def _band_year(header: tuple[str, ...]) -> int | None:
    years = {hint.year_be for text in header for hint in find_year_hints(text)}
    return years.pop() if len(years) == 1 else None


def _recognise(index: int, header: tuple[str, ...], words: HeaderWords, nearby: tuple[str, ...]) -> Column:
    year_be = _band_year(header) if len(header) > 1 or words.role(header[-1]) is None else None
    bare = tuple(text for text in header if not _is_only_a_year(text)) or header
    role = words.role(" ".join(bare)) or (words.role(bare[-1]) if len(bare) == 1 else None)
    for spelling, reason in _spellings(bare):
        found = words.look_up(spelling, nearby=(" ".join(bare[:-1]), *nearby))
        if found.indicators and (role is None or role is Role.PUPILS):
            return Column(index, header, found.role, found.indicators, year_be=year_be, reason=reason)
        if found.candidates and role is None:
            return Column(
                index,
                header,
                Role.UNKNOWN,
                candidates=found.candidates,
                year_be=year_be,
                confidence=0.5,
                reason="ชื่อนี้ใช้กับหลายตัวชี้วัด ชื่อเรื่องและชื่อไฟล์ไม่ได้บอกว่าเป็นของชั้นหรือการสอบใด",
            )
    if role is not None:
        return Column(index, header, role, year_be=year_be, reason="หัวคอลัมน์ระบุตัวตนของแถว")
    return _proposed(index, header, bare, year_be, words, nearby)


def _proposed(
    index: int,
    header: tuple[str, ...],
    bare: tuple[str, ...],
    year_be: int | None,
    words: HeaderWords,
    nearby: tuple[str, ...],
) -> Column:
    similar, score = words.similar(" ".join(bare), nearby)
    reason = "หัวคอลัมน์คล้ายชื่อที่รู้จัก ยังไม่แน่ใจ" if similar else "ไม่พบชื่อนี้ในพจนานุกรมตัวชี้วัด"
    return Column(
        index, header, Role.UNKNOWN, candidates=similar, year_be=year_be, confidence=score, reason=reason
    )


def _is_only_a_year(text: str) -> bool:
    hints = find_year_hints(text)
    rest = (
        fold_key(re.sub(r"\d{4}", "", text))
        .removeprefix("ปีการศึกษา")
        .removeprefix("ปีงบประมาณ")
        .removeprefix("พศ")
    )
    return len(hints) == 1 and rest in ("", "ปี")


def _spellings(header: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Ways to read a header path, the fullest first, each with the reason to give."""
    joined = " ".join(header)
    without_unit = _UNIT.sub("", joined)
    ways = [(joined, "ตรงกับหัวคอลัมน์ที่รู้จัก"), (without_unit, "ตรงกับหัวคอลัมน์ที่รู้จักเมื่อไม่นับหน่วย")]
    if len(header) > 1:
        ways += [
            (" ".join(header[-2:]), "ตรงกับหัวคอลัมน์สองชั้นล่าง"),
            (header[-1], "ตรงกับหัวคอลัมน์ชั้นล่าง"),
            (_UNIT.sub("", header[-1]), "ตรงกับหัวคอลัมน์ชั้นล่างเมื่อไม่นับหน่วย"),
        ]
        if fold_key(header[-1]) in _VALUE_WORDS:
            ways += [
                (" ".join(header[:-1]), "ตรงกับหัวคอลัมน์ชั้นบน"),
                (_UNIT.sub("", " ".join(header[:-1])), "ตรงกับหัวคอลัมน์ชั้นบน"),
            ]
    return tuple(dict.fromkeys(ways))


#: Sub-headers that only say "the figure itself".
_VALUE_WORDS = frozenset(
    fold_key(word)
    for word in (
        "ร้อยละ",
        "ค่า",
        "ผล",
        "คะแนนเฉลี่ย",
        "คะแนน",
        "ค่าเฉลี่ย",
        "เฉลี่ย",
        "%",
        "ผลการดำเนินงาน",
        "x̄",
        "mean",
    )
)


def indicators_of(columns: tuple[Column, ...], by_id: Mapping[str, Indicator]) -> tuple[Indicator, ...]:
    """The indicators that a table brings values of, in column order."""
    ids = dict.fromkeys(
        indicator_id
        for column in columns
        if column.role in (Role.VALUE, Role.NUMERATOR)
        for indicator_id in column.indicators
    )
    return tuple(by_id[indicator_id] for indicator_id in ids)
