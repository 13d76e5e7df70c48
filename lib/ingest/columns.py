"""What each column of a table means: identity, year, or a part of an indicator, each with its reason."""

import re
from collections.abc import Mapping

from lib.domain.columns import Column, Role
from lib.ingest.column_neighbours import PICKED, SEVERAL_MEANINGS, settle_by_neighbours
from lib.ingest.header_spellings import Spelling, is_only_a_year, shared_endings, spellings, without_years
from lib.ingest.header_words import Found, HeaderWords
from lib.ingest.tables import Table
from lib.ingest.year_hints import find_year_hints
from lib.thai.numerals import to_arabic_digits
from lib.thai.text import fold_key

#: Confidence and reason by the text nearby that told what a header means: its parent, titles and sheet name,
#: titles of tables above, file name.
_BY_PLACE = (
    (1.0, ""),
    (1.0, "ชื่อเรื่องหรือชื่อชีตบอกว่าเป็นของชั้นหรือการสอบใด"),
    (0.9, "ดูจากชื่อเรื่องของตารางก่อนหน้า"),
    (0.85, "ดูจากชื่อไฟล์"),
)
_BY_LOWER_ROWS = 0.9
_AROUND_A_SUBJECT = re.compile(
    r"^\s*(?:ตาราง|แผนภูมิ)(?:ที่)?\s*[\d.]*\s*[:：]?|(?:เปรียบเทียบ|ย้อนหลัง|ระหว่าง|ตั้งแต่|ประจำ)?\s*ปี(?:การศึกษา|งบประมาณ).*$"
    r"|\s*(?:ย้อนหลัง|ระหว่าง|ตั้งแต่).*$"
)
# Beneath a parent that says something they are the sexes of that, not of the whole school.
_SEXES = frozenset(("ชาย", "หญิง", "ช", "ญ", "ชายคน", "หญิงคน"))
_COUNTS = re.compile("จำนวน|ร้อยละ|รวม|ทั้งหมด|%")


def recognise_columns(
    table: Table, words: HeaderWords, nearby: tuple[str, ...], chosen: Mapping[int, str] | None = None
) -> tuple[Column, ...]:
    """The columns of one table, left to right.

    Args:
        words: what headers may say, from the catalogue.
        nearby: texts that lend context, the nearest first: sheet name with titles, then the file name.
        chosen: column index → pick as in ``ImportChoices.columns``; wins over everything.
    """
    chosen = {index: pick for index, pick in (chosen or {}).items() if index in table.span}
    shared = shared_endings(table.headers.values())
    subject = _subject(table, words, nearby)
    columns = []
    # A column may be picked that no word stands above.
    for index, header in sorted((dict.fromkeys(chosen, ()) | table.headers).items()):
        pick = chosen.get(index)
        if pick:
            columns.append(_picked(index, header, pick))
        elif subject.indicators and header and all(map(is_only_a_year, header)):
            reason = "หัวคอลัมน์เป็นปี ชื่อเรื่องบอกว่าเป็นตัวชี้วัดใด"
            year_be = _band_year(header)
            columns.append(
                Column(index, header, subject.role, subject.indicators, year_be=year_be, reason=reason)
            )
        else:
            columns.append(_recognise(index, header, words, nearby, shared))
    return settle_by_neighbours(tuple(columns), words, picked=any("." in pick for pick in chosen.values()))


def _subject(table: Table, words: HeaderWords, nearby: tuple[str, ...]) -> Found:
    """The one indicator that a title or the sheet's name is, for columns headed by nothing but years."""
    for text in (*reversed(table.title), table.sheet.name):
        found = words.look_up(_AROUND_A_SUBJECT.sub("", to_arabic_digits(text)), nearby)
        if found.role is Role.VALUE and len(found.indicators) == 1:
            return found
    return Found()


def _picked(index: int, header: tuple[str, ...], pick: str) -> Column:
    years = _band_year(header)
    part, of_one, indicator_id = pick.rpartition(":")
    if "." in pick:
        role = Role(part) if of_one else Role.VALUE
        return Column(index, header, role, (indicator_id,), year_be=years, reason=PICKED)
    return Column(index, header, Role(pick), year_be=years, reason=PICKED)


def _band_year(header: tuple[str, ...]) -> int | None:
    years = {hint.year_be for text in header for hint in find_year_hints(text)}
    return years.pop() if len(years) == 1 else None


def _recognise(
    index: int, header: tuple[str, ...], words: HeaderWords, nearby: tuple[str, ...], shared: frozenset[str]
) -> Column:
    year_be = _band_year(header) if len(header) > 1 or words.role(header[-1]) is None else None
    bare = without_years(header)
    role = words.role(" ".join(bare)) or _own_role(bare, words)
    parent = " ".join(bare[:-1])
    for way in spellings(bare):
        if not way.whole and fold_key(way.text) in _SEXES:
            continue
        found = words.look_up(way.text, nearby=(parent, *nearby))
        if _needs_its_parent(way, shared) and not words.told_by(parent, found):
            found = Found(candidates=found.indicators or found.candidates)
        if found.indicators and (role is None or role is Role.PUPILS):
            confidence, reason = _certainty(way, found)
            return Column(
                index,
                header,
                found.role,
                found.indicators,
                year_be=year_be,
                confidence=confidence,
                reason=reason,
            )
        if found.candidates and role is None:
            return Column(
                index,
                header,
                Role.UNKNOWN,
                candidates=found.candidates,
                year_be=year_be,
                confidence=SEVERAL_MEANINGS,
                reason="ชื่อนี้ใช้กับหลายตัวชี้วัด ชื่อเรื่องและชื่อไฟล์ไม่ได้บอกว่าเป็นของชั้นหรือการสอบใด",
            )
    if role is not None:
        return Column(index, header, role, year_be=year_be, reason="หัวคอลัมน์ระบุตัวตนของแถว")
    return _proposed(index, header, bare, year_be, words, nearby)


def _certainty(way: Spelling, found: Found) -> tuple[float, str]:
    """How sure a recognised header is, and why: the further away the text that decided, the less."""
    confidence, by_place = _BY_PLACE[min(found.told_at or 0, len(_BY_PLACE) - 1)]
    return min(confidence, 1.0 if way.whole else _BY_LOWER_ROWS), f"{way.reason} {by_place}".rstrip()


def _own_role(bare: tuple[str, ...], words: HeaderWords) -> Role | None:
    """The role of the lowest word; beneath a parent only where that does not count schools."""
    role = words.role(bare[-1])
    if len(bare) == 1 or role is None:
        return role
    parents = " ".join(bare[:-1])
    return role if role.identifies and not _COUNTS.search(parents) else None


def _needs_its_parent(way: Spelling, shared: frozenset[str]) -> bool:
    return not way.whole and fold_key(way.text) in shared


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
