"""Long tables, one row per school and indicator, read as one table for each indicator they name."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from lib.domain.columns import Role
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import cells_text
from lib.ingest.cells import cell_text, value_at
from lib.ingest.header_words import HeaderWords
from lib.ingest.reading import TableReading
from lib.ingest.school_words import role_of
from lib.ingest.tables import Table
from lib.thai.text import fold_key

_NAMES = re.compile(
    "(?:ชื่อ|รหัส)?(?:ตัวชี้วัด|ตัวบ่งชี้|รายการ|วิชา|รายวิชา|วิชาที่สอบ|สาระ|กลุ่มสาระ|กลุ่มสาระการเรียนรู้|สมรรถนะ|ด้าน|"
    "ด้านที่ประเมิน|ตัวแปร|indicator|subject)"
)
_FIGURE = re.compile(
    "(?:คะแนน|ค่า|ผล|เฉลี่ย|การดำเนินงาน|การดำเนินการ|ร้อยละ|การประเมิน|ที่ได้|ของ|ตัวชี้วัด|จำนวน|value|score|%)+"
)
_MOST_NAMED = 5


def split_long(tables: Iterable[Table], words: HeaderWords) -> tuple[tuple[Table, ...], tuple[Issue, ...]]:
    """The tables with every long one divided by what its rows name, and what was said of that.

    A long table keeps its addresses: each part has the rows of one indicator, whose name heads the figures.
    """
    found: list[Table] = []
    said: list[Issue] = []
    for table in tables:
        places = _places(table, words)
        if places is None:
            found.append(table)
            continue
        named, figure = places
        rows: dict[str, list[int]] = defaultdict(list)
        for row in table.data_rows:
            text = cell_text(value_at(table.sheet, row, named))
            rows[text if words.knows(text) else ""].append(row)
        unknown = tuple(rows.pop("", ()))
        found += [_part(table, figure, text, part) for text, part in rows.items()]
        if unknown:
            found.append(replace(table, data_rows=unknown))
        said.append(_said(table, named, list(rows)))
        strange = [row for row in unknown if cell_text(value_at(table.sheet, row, figure))]
        if strange:
            said.append(_strange(table, named, strange))
    return tuple(found), tuple(said)


def join_parts(readings: Iterable[TableReading]) -> tuple[TableReading, ...]:
    """The parts of a long table as the one table that a person sees; its figures speak for all it names."""
    joined: dict[tuple[object, ...], TableReading] = {}
    for reading in readings:
        place = (reading.sheet, reading.header_rows, min((c.index for c in reading.columns), default=0))
        before = joined.get(place)
        joined[place] = reading if before is None else _joined(before, reading)
    return tuple(joined.values())


def _joined(one: TableReading, other: TableReading) -> TableReading:
    columns = {column.index: column for column in one.columns}
    for column in other.columns:
        before = columns.get(column.index, column)
        indicators = tuple(dict.fromkeys((*before.indicators, *column.indicators)))
        known = before if before.role is not Role.UNKNOWN else column
        columns[column.index] = replace(known, indicators=indicators)
    domains = tuple(dict.fromkeys((*one.domains, *other.domains)))
    return replace(one, columns=tuple(columns[index] for index in sorted(columns)), domains=domains)


def _places(table: Table, words: HeaderWords) -> tuple[int, int] | None:
    """Columns of the indicators' names and of their figures; None where the table is not long."""
    if not any(role_of(header[-1]) is not None for header in table.headers.values()):
        return None
    keys = {column: fold_key(header[-1]) for column, header in table.headers.items()}
    named = [column for column, key in keys.items() if _NAMES.fullmatch(key)]
    figures = [column for column, key in keys.items() if _FIGURE.fullmatch(key) and column not in named]
    if len(named) != 1 or len(figures) != 1:
        return None
    texts = {cell_text(value_at(table.sheet, row, named[0])) for row in table.data_rows}
    return (named[0], figures[0]) if any(map(words.knows, texts)) else None


def _part(table: Table, figure: int, text: str, rows: list[int]) -> Table:
    return replace(table, headers=table.headers | {figure: (text,)}, data_rows=tuple(rows))


def _said(table: Table, named: int, texts: list[str]) -> Issue:
    shown = ", ".join(texts[:_MOST_NAMED]) + (" …" if len(texts) > _MOST_NAMED else "")
    return Issue(
        Severity.INFO,
        "S28",
        f"ตารางนี้มีหนึ่งแถวต่อโรงเรียนและตัวชี้วัด จึงอ่านตัวชี้วัดจากคอลัมน์ “{' '.join(table.headers[named])}” ({shown})",
        "ถ้าไม่ถูกต้อง ให้จัดตารางเป็นหนึ่งคอลัมน์ต่อตัวชี้วัด แล้วนำเข้าใหม่",
        sheet=table.sheet.name,
        cell=cells_text([(table.header_rows[-1], named)]),
    )


def _strange(table: Table, named: int, rows: list[int]) -> Issue:
    return Issue(
        Severity.WARNING,
        "S22",
        f"ไม่มีหรือไม่รู้จักชื่อตัวชี้วัดใน {len(rows):,} แถว จึงไม่นำเข้าแถวเหล่านี้",
        "พิมพ์ชื่อตัวชี้วัดให้ตรงกับพจนานุกรมตัวชี้วัด พร้อมชั้นหรือการสอบ แล้วนำเข้าใหม่",
        sheet=table.sheet.name,
        cell=cells_text((row, named) for row in rows),
        value=cell_text(value_at(table.sheet, rows[0], named)),
    )
