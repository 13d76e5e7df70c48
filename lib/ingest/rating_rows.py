"""One row of a report's table: whose level it states, which level, and which statements."""

import re
from dataclasses import dataclass

from lib.catalog.standards import load_report_words
from lib.domain.assessments import LevelOfEducation
from lib.ingest.quality_levels import LevelReading, is_tick, read_level
from lib.ingest.rating_columns import Columns
from lib.ingest.report_headings import levels_named, strip_numbering, without_levels
from lib.ingest.report_labels import RATING_LABEL
from lib.ingest.standard_refs import StandardRef, find_in_cell, find_standard, is_sub_item
from lib.thai.text import fold_key

_LEVEL_ROLES = ("level", "score", "percent")
_LONGEST_LABEL = 160
# ภาพรวมของมาตรฐานอยู่ในระดับดี sums up the standard above; ภาพรวมทุกมาตรฐาน does not.
_OF_ONE_STANDARD = re.compile(r"ภาพรวม(?:ของ|ราย|แต่ละ|ใน)?มาตรฐาน(?!การศึกษา(?!ที่)|ทั้ง)")
_CLOSING = re.compile(
    "(?:สรุป|รวม|(?:ค่า|คะแนน)?เฉลี่ย)(?:ผล|ระดับ|คุณภาพ|คะแนน|การประเมิน|มาตรฐาน|นี้|เฉลี่ย|รวม|ทั้งสิ้น|ทั้งหมด)*"
)
_LABEL_ROLES = ("standard", "item", "order", "level_of_education")


@dataclass(frozen=True, slots=True)
class RowSubject:
    """Whom a row speaks of.

    Attributes:
        level: of the row, or else of the lines above; ``names_level`` where the row itself names it.
        overall: a whole level of education.
        skip: a row below an item, whose level is not the standard's.
        closing: a row such as สรุป, which sums up the rows above it, one standard's or all.
    """

    ref: StandardRef | None = None
    level: LevelOfEducation | None = None
    overall: bool = False
    skip: bool = False
    names_level: bool = False
    closing: bool = False


@dataclass(frozen=True, slots=True)
class RowLevel:
    """A level in one column of a row; ``ticked`` where a mark among printed options chose it."""

    reading: LevelReading
    column: int
    expected: bool = False
    ticked: bool = False


def subject_of(cells: tuple[str, ...], columns: Columns, level: LevelOfEducation | None) -> RowSubject:
    """The standard, item or whole level of education that a row of data names."""
    by_role = {
        role.role: cells[n].replace("\n", " ") for n, role in columns.items() if n < len(cells) and cells[n]
    }
    named = levels_named(by_role.get("level_of_education", "") or by_role.get("level", ""))
    row_level = named[0] if len(named) == 1 else level
    labels = [
        cells[n].replace("\n", " ")
        for n in range(len(cells))
        if cells[n] and (n not in columns or columns[n].role in _LABEL_ROLES) and not is_tick(cells[n])
    ]
    text = by_role.get("standard", "")
    ref = find_in_cell(text, row_level) if text else None
    if ref is None and text and by_role.get("order"):
        ref = find_in_cell(f"{by_role['order']} {text}", row_level)
    if ref is None and by_role.get("item"):
        ref = find_in_cell(by_role["item"], row_level)
    if ref is None:
        ref = next((found for label in labels if (found := find_standard(label)) is not None), None)
    if ref is not None:
        return RowSubject(ref, ref.level or row_level)
    label = text or next((label for label in labels if not label.strip().isdigit()), "")
    closing = _CLOSING.fullmatch(fold_key(label)) is not None
    if is_overall(label):
        mentioned = levels_named(label)
        return RowSubject(
            level=mentioned[0] if len(mentioned) == 1 else row_level, overall=True, closing=closing
        )
    skip = bool(label) and not _is_about_the_level(label)
    return RowSubject(level=row_level, skip=skip, names_level=len(named) == 1, closing=closing)


def _is_about_the_level(label: str) -> bool:
    """A label such as ระดับคุณภาพ; any other names a project, a subject or a sub-item."""
    body = strip_numbering(label)
    return not is_sub_item(label) and (RATING_LABEL.match(body) is not None or read_level(body) is not None)


def is_overall(label: str) -> bool:
    """A label such as สรุปภาพรวม or รวมทุกมาตรฐาน."""
    key = fold_key(strip_numbering(label)[:_LONGEST_LABEL])
    if _OF_ONE_STANDARD.search(key):
        return False
    words = sorted(map(fold_key, load_report_words().overall_words), key=len, reverse=True)
    return any(key.startswith(word) or (len(word) > 5 and word in key) for word in words)


def without_overall(text: str) -> str:
    """The text without words such as ภาพรวม and without the level of education it names."""
    words = sorted(map(re.escape, load_report_words().overall_words), key=len, reverse=True)
    return re.sub("|".join(words), " ", without_levels(text))


def levels_of(cells: tuple[str, ...], columns: Columns, year_be: int | None) -> list[RowLevel]:
    """Levels that a row of data states in its columns of levels: at most one reached and one expected."""
    found: list[RowLevel] = []
    for expected in (False, True):
        ticked = _ticked_option(cells, columns, expected=expected)
        if ticked is not None:
            found.append(ticked)
            continue
        numbers = [
            n for n in sorted(columns) if _states_level(columns, n, expected=expected, year_be=year_be)
        ]
        texts = [(n, cells[n]) for n in numbers if n < len(cells) and cells[n]]
        readings = [(n, reading) for n, text in texts if (reading := read_level(text)) is not None]
        if not readings:
            continue
        joined = None if len(readings) == 1 else read_level(_joined(texts, columns))
        number, reading = readings[0]
        worded = next(((n, r) for n, r in readings if r.scale not in ("", "sar5_pct")), None)
        if joined is not None:
            found.append(RowLevel(joined, number, expected))
        else:
            number, reading = worded or (number, reading)
            found.append(RowLevel(reading, number, expected))
    return found


def pure_levels(cells: tuple[str, ...]) -> list[RowLevel]:
    """Levels of a row whose table has no header: cells that hold a level and nothing else."""
    return [
        RowLevel(reading, number)
        for number, cell in enumerate(cells)
        if cell
        and not re.fullmatch(r"[\d๐-๙]{1,2}[.)]?", cell.strip())
        and (reading := read_level(cell)) is not None
    ] or [
        RowLevel(reading, number)
        for number, cell in enumerate(cells)
        if number > 0 and cell and (reading := read_level(cell)) is not None
    ]


def _states_level(columns: Columns, number: int, *, expected: bool, year_be: int | None) -> bool:
    """The column holds the level asked for; of several years only the report's own, else the newest."""
    column = columns[number]
    if column.role == "year":
        years = [c.year_be for c in columns.values() if c.role == "year" and c.expected == expected]
        own = year_be if year_be in years else max(years, default=0)
        return column.expected == expected and column.year_be == own
    if expected:
        return column.role == "expected" or (column.role == "level" and column.expected)
    return column.role in _LEVEL_ROLES and not column.expected


def _joined(texts: list[tuple[int, str]], columns: Columns) -> str:
    """Several columns as one expression; a bare number under ร้อยละ says so."""
    return " ".join(
        f"ร้อยละ {text}" if columns[n].role == "percent" and "%" not in text else text for n, text in texts
    )


def _ticked_option(cells: tuple[str, ...], columns: Columns, *, expected: bool) -> RowLevel | None:
    """The printed option whose cell is ticked, or repeats its own level."""
    options = {
        number: (column, cells[number].strip())
        for number, column in columns.items()
        if column.role == "option"
        and column.expected == expected
        and cells[number : number + 1] not in ((), ("",))
    }
    chosen = []
    for number, (column, cell) in options.items():
        reading = read_level(cell)
        lone_one = cell in ("1", "๑") and len(options) == 1
        if is_tick(cell) or lone_one or (reading is not None and reading.level == column.option):
            chosen.append((number, column))
    if not chosen:
        return None
    number, column = chosen[0]
    if len(chosen) > 1:
        return RowLevel(LevelReading(None, fault="D22"), number, expected, ticked=True)
    scale = column.scale
    return RowLevel(LevelReading(column.option, scale), number, expected, ticked=True)
