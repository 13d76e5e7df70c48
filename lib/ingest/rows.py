"""What each row beneath a header is: a school, an area or nation, a group heading, a note, a repeat."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from lib.domain.columns import CODE_ROLES, Column, Role
from lib.domain.observations import Scope
from lib.ingest.cells import cell_text, is_note, is_number, value_at
from lib.ingest.header_rows import repeats_header
from lib.ingest.row_scopes import is_school_code, is_statistic, is_total, scope_of_code, scope_of_label
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
    FOREIGN = "foreign"
    CODED_TOTAL = "coded_total"
    STATISTIC = "statistic"


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


_GROUP = re.compile(r"^(อำเภอ|อ\.|กลุ่ม|ศูนย์|สหวิทยาเขต|เครือข่าย|จังหวัด)")
_SUBTOTAL = re.compile(
    r"^(รวม|ค่าเฉลี่ย|เฉลี่ย)?\s*(อำเภอ|อ\.|กลุ่ม(โรงเรียน|เครือข่าย|สถานศึกษา)|ศูนย์เครือข่าย|สหวิทยาเขต|เครือข่าย)"
    r"|^(รวม|ค่าเฉลี่ย|เฉลี่ย)\s*(กลุ่ม|ศูนย์)"
)
# What is left of a label once the words for mean, total and scope are gone names one area or province.
_OWN_NAME = re.compile(
    "^(?:ค่า|คะแนน|ร้อยละ|เฉลี่ย|ยอด|ผล|ภาพ|รวม|ระดับ|ทั้ง|ของ)*(?:เขตพื้นที่การศึกษา$|เขตพื้นที่$|เขต$|จังหวัด$)?"
)
_EXAMPLE = re.compile(r"^(ตัวอย่าง|example)")


def classify_rows(table: Table, columns: tuple[Column, ...]) -> tuple[Row, ...]:
    """Every non-empty row beneath the header, in order."""
    layout = _Layout.of(columns)
    rows: list[Row] = []
    group = ""
    for index in table.data_rows:
        row = _classify(table, layout, index)
        if row.kind is RowKind.GROUP:
            group = row.name
        elif row.kind is RowKind.SUBTOTAL:
            group = ""
        rows.append(replace(row, group=group) if group else row)
    return _without_doubtful_scopes(_name_the_nameless(rows, layout))


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the columns stand that classifying looks at."""

    columns: tuple[Column, ...]
    codes: tuple[int, ...]
    name: int | None
    labels: tuple[int, ...]
    figures: tuple[int, ...]

    @staticmethod
    def of(columns: tuple[Column, ...]) -> "_Layout":
        by_role = {column.role: column.index for column in reversed(columns)}
        return _Layout(
            columns,
            tuple(by_role[role] for role in CODE_ROLES if role in by_role),
            by_role.get(Role.SCHOOL_NAME),
            # Totals are often labelled in the column of row numbers.
            tuple(c.index for c in columns if c.role.identifies or c.role in (Role.PUPILS, Role.UNKNOWN)),
            tuple(column.index for column in columns if not column.role.identifies),
        )

    @property
    def identifies(self) -> bool:
        return bool(self.codes) or self.name is not None


def _classify(table: Table, layout: _Layout, index: int) -> Row:
    cells = table.sheet.rows[index]
    if repeats_header(cells, layout.columns):
        return Row(index, RowKind.HEADER)
    code = next((text for column in layout.codes if (text := _text(table, index, column))), "")
    name = _text(table, index, layout.name) if layout.name is not None else ""
    if is_school_code(name) and not is_school_code(code):
        code, name = name, code
    digits = tidy_code(code)
    if is_school_code(code):
        says_otherwise = is_total(name) or is_statistic(name) or scope_of_label(name) is not None
        return Row(index, RowKind.CODED_TOTAL if says_otherwise else RowKind.SCHOOL, code, name)
    label = name or _first_words(table, index, layout)
    if is_note(label):
        return Row(index, RowKind.NOTE, name=label)
    if _is_lone(cells) and not any(
        column < len(cells) and is_number(cells[column]) for column in layout.figures
    ):
        return Row(index, RowKind.GROUP if _GROUP.match(label) or not name else RowKind.NOTE, name=label)
    if _SUBTOTAL.match(label):
        return Row(index, RowKind.SUBTOTAL, name=label)
    scope = scope_of_label(label) or scope_of_code(digits)
    if scope is None and layout.identifies and is_total(label):
        scope = Scope.AREA
    if scope is not None:
        return Row(index, RowKind.BENCHMARK, digits, label, scope)
    if is_statistic(label):
        return Row(index, RowKind.STATISTIC, name=label)
    if _EXAMPLE.match(label):
        return Row(index, RowKind.SAMPLE, name=label)
    if not name and not digits:
        return Row(index, RowKind.NAMELESS, name=label)
    return Row(index, RowKind.SCHOOL, code, name)


def _text(table: Table, row: int, column: int) -> str:
    return cell_text(value_at(table.sheet, row, column))


def _first_words(table: Table, row: int, layout: _Layout) -> str:
    """The first text of a row that is no number."""
    texts = (_text(table, row, column) for column in layout.labels)
    return next((text for text in texts if text and not is_number(text)), "")


def _is_lone(cells: tuple[object, ...]) -> bool:
    filled = (cell for cell in cells if cell is not None and str(cell).strip())
    return len(tuple(islice(filled, 2))) == 1


def _name_the_nameless(rows: list[Row], layout: _Layout) -> list[Row]:
    """A row of figures without code and name is the total when it comes last, a fault elsewhere.

    A total right above further schools closes a group, not the area; lone words beneath the last school
    are notes.
    """
    schools = [place for place, row in enumerate(rows) if row.kind is RowKind.SCHOOL]
    last = schools[-1] if schools else -1
    grouped = any(row.kind is RowKind.GROUP for row in rows[: last + 1])
    # Beside a row that says it is the area's, a nameless one is a school whose name is missing.
    has_area = any(row.scope is Scope.AREA for row in rows)
    mended = []
    group_totals = closed = False
    for place, row in enumerate(rows):
        nameless_total = layout.identifies and place > last >= 0 and not row.name and not has_area
        if row.kind is RowKind.NAMELESS and nameless_total:
            row = replace(row, kind=RowKind.BENCHMARK, scope=Scope.AREA)
        elif row.kind is RowKind.GROUP and place > last >= 0:
            row = replace(row, kind=RowKind.NOTE)
        if grouped and row.kind is RowKind.BENCHMARK and (not row.name or is_total(row.name)):
            # Where every group has its total, the first one beneath the last school is the last group's.
            if place < last or (group_totals and not closed):
                row = replace(row, kind=RowKind.SUBTOTAL, scope=None)
            group_totals, closed = group_totals or place < last, place > last
        mended.append(row)
    return mended


def _without_doubtful_scopes(rows: list[Row]) -> tuple[Row, ...]:
    """Of several areas, provinces or affiliations in one table nobody can tell the office's own."""
    labels: dict[Scope, set[str]] = defaultdict(set)
    for row in rows:
        if row.scope is not None and scope_of_label(row.name) is row.scope:
            labels[row.scope].add(_OWN_NAME.sub("", fold_key(row.name)))
    doubtful = {scope for scope, named in labels.items() if len(named - {""}) > 1}
    return tuple(replace(row, kind=RowKind.FOREIGN) if row.scope in doubtful else row for row in rows)
