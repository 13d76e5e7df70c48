"""What each row beneath a header is: a school, an area or nation, a group heading, a note, a repeat."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from lib.domain.columns import CODE_ROLES, Column, Role
from lib.domain.observations import Scope
from lib.ingest.cells import cell_text, is_number, value_at
from lib.ingest.tables import Table
from lib.thai.codes import tidy_code
from lib.thai.text import fold_key


class RowKind(StrEnum):
    """The part a row plays."""

    SCHOOL = "school"
    BENCHMARK = "benchmark"
    SUBTOTAL = "subtotal"
    GROUP = "group"
    NOTE = "note"
    HEADER = "header"
    NAMELESS = "nameless"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the texts that identify it.

    Attributes:
        index: zero-based row of the sheet.
        scope: whom a benchmark row speaks for.
        group: cluster or district heading above the row, empty where there is none.
    """

    index: int
    kind: RowKind
    code: str = ""
    name: str = ""
    scope: Scope | None = None
    group: str = ""


_SCOPES = (
    (Scope.NATION, re.compile(r"(ค่าเฉลี่ย|คะแนนเฉลี่ย|เฉลี่ย)?(ระดับ)?(ทั้ง)?ประเทศ")),
    (
        Scope.AFFILIATION,
        re.compile(r"(ค่าเฉลี่ย|คะแนนเฉลี่ย|เฉลี่ย)?(ระดับ)?(สังกัด.*|สพฐ|สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน)"),
    ),
    (Scope.REGION, re.compile(r"(ค่าเฉลี่ย|คะแนนเฉลี่ย|เฉลี่ย)?(ระดับ)?(ศึกษาธิการภาค|ภาค|ศธภ).*")),
    (Scope.PROVINCE, re.compile(r"(ค่าเฉลี่ย|คะแนนเฉลี่ย|เฉลี่ย)?(ระดับจังหวัด.*|จังหวัด.*|ศธจ.*)")),
    (
        Scope.AREA,
        re.compile(
            r"(ค่าเฉลี่ย|คะแนนเฉลี่ย|เฉลี่ย|รวม|ผลรวม)?(ระดับ|ทั้ง|ของ)?"
            r"(เขตพื้นที่(การศึกษา)?.*|เขต|สพท.*|สพป.*|สพม.*|สำนักงานเขตพื้นที่การศึกษา.*)"
        ),
    ),
    (
        Scope.AREA,
        re.compile(
            r"(รวม|ยอดรวม|ผลรวม|รวมเฉลี่ย|เฉลี่ย|ค่าเฉลี่ย|คะแนนเฉลี่ย|ภาพรวม|รวมทั้งสิ้น|รวมทั้งสิน|รวมทั้งหมด|รวมเป็นเงิน|total|average)(รวม|ทั้งสิ้น|ทั้งหมด)?"
        ),
    ),
)
_GROUP = re.compile(r"^(อำเภอ|อ\.|กลุ่ม|ศูนย์|สหวิทยาเขต|เครือข่าย|จังหวัด)")
_SUBTOTAL = re.compile(r"^รวม\s*(อำเภอ|กลุ่ม|ศูนย์|สหวิทยาเขต|เครือข่าย)")
_NOTE = re.compile(r"^(หมายเหตุ|ที่มา|แหล่งข้อมูล|ข้อมูล\s*ณ|\*|ผู้รายงาน|ผู้รับรอง|ลงชื่อ|จัดทำโดย|คำชี้แจง|คำอธิบาย)")
_EXAMPLE = re.compile(r"^(ตัวอย่าง|example)")


def classify_rows(table: Table, columns: tuple[Column, ...]) -> tuple[Row, ...]:
    """Every non-empty row beneath the header, in order."""
    by_role: Mapping[Role, int] = {column.role: column.index for column in reversed(columns)}
    figures = tuple(column.index for column in columns if not column.role.identifies)
    rows: list[Row] = []
    group = ""
    for index in table.data_rows:
        row = _classify(table, columns, by_role, figures, index)
        if row.kind is RowKind.GROUP:
            group = row.name
        elif row.kind is RowKind.SUBTOTAL:
            group = ""
        rows.append(Row(row.index, row.kind, row.code, row.name, row.scope, group))
    return _name_the_nameless(rows)


def _classify(
    table: Table,
    columns: tuple[Column, ...],
    by_role: Mapping[Role, int],
    figures: tuple[int, ...],
    index: int,
) -> Row:
    cells = table.sheet.rows[index]
    if _repeats_header(table, columns, index):
        return Row(index, RowKind.HEADER)
    code = next(
        (text for role in CODE_ROLES if role in by_role and (text := _text(table, index, by_role[role]))), ""
    )
    name = _text(table, index, by_role[Role.SCHOOL_NAME]) if Role.SCHOOL_NAME in by_role else ""
    has_figures = any(column < len(cells) and is_number(cells[column]) for column in figures)
    digits = tidy_code(code)
    looks_coded = len(digits) in (6, 8, 10) and not digits.endswith("0000")
    label = name or _first_words(table, index, columns)
    if _NOTE.match(label) and not looks_coded:
        return Row(index, RowKind.NOTE, name=label)
    if not has_figures and not looks_coded and _is_lone(cells):
        return Row(index, RowKind.GROUP if _GROUP.match(label) or not name else RowKind.NOTE, name=label)
    if not looks_coded:
        if _SUBTOTAL.match(label):
            return Row(index, RowKind.SUBTOTAL, name=label)
        scope = _scope(label) or _scope_of_code(digits)
        if scope is not None:
            return Row(index, RowKind.BENCHMARK, digits, label, scope)
        if _EXAMPLE.match(label):
            return Row(index, RowKind.SAMPLE, name=label)
        if not label or (not name and not digits):
            return Row(index, RowKind.NAMELESS, digits, label)
    return Row(index, RowKind.SCHOOL, code, name)


def _text(table: Table, row: int, column: int) -> str:
    return cell_text(value_at(table.sheet, row, column))


def _first_words(table: Table, row: int, columns: tuple[Column, ...]) -> str:
    """The first text of a row that is no number; totals are often labelled in the column of row numbers."""
    for column in columns:
        if column.role.identifies or column.role in (Role.PUPILS, Role.UNKNOWN):
            text = _text(table, row, column.index)
            if text and not is_number(text):
                return text
    return ""


def _is_lone(cells: tuple[object, ...]) -> bool:
    return sum(1 for cell in cells if cell is not None and str(cell).strip()) == 1


def _scope(label: str) -> Scope | None:
    key = fold_key(label)
    return next((scope for scope, pattern in _SCOPES if pattern.fullmatch(key)), None)


def _scope_of_code(digits: str) -> Scope | None:
    """Result files give the nation the code 00000000 and an area its own code ending in 0000."""
    if len(digits) == 8 and digits.endswith("0000"):
        return Scope.NATION if not digits.strip("0") else Scope.AREA
    return None


def _repeats_header(table: Table, columns: tuple[Column, ...], index: int) -> bool:
    same = sum(
        1 for column in columns if (text := _text(table, index, column.index)) and text in column.header
    )
    return same >= 2 and same * 2 >= len(columns)


def _name_the_nameless(rows: list[Row]) -> tuple[Row, ...]:
    """A row of figures without code and name is the total when it is the last of its table, a fault elsewhere.

    A total right above further schools closes a group, not the area.
    """
    schools = [place for place, row in enumerate(rows) if row.kind is RowKind.SCHOOL]
    last = schools[-1] if schools else -1
    grouped = any(row.kind is RowKind.GROUP for row in rows)
    mended = []
    for place, row in enumerate(rows):
        if row.kind is RowKind.NAMELESS and place > last >= 0:
            row = Row(row.index, RowKind.BENCHMARK, "", row.name, Scope.AREA)
        if row.kind is RowKind.BENCHMARK and row.scope is Scope.AREA and grouped and place < last:
            row = Row(row.index, RowKind.SUBTOTAL, row.code, row.name, None, row.group)
        mended.append(row)
    return tuple(mended)
