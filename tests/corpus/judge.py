"""Reads one ugly workbook as the import page does and compares it with what a careful officer reads."""

import math
import re
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from openpyxl.utils import range_boundaries

from lib.domain.columns import Role
from lib.domain.issues import Issue
from lib.domain.sheets import Sheet, Workbook, address
from lib.errors import RefusedFile
from lib.ingest.cells import cell_text, is_number, is_year
from lib.services import imports
from lib.services.import_preview import Preview
from lib.storage.engine import Store, open_store, writing
from lib.storage.schools import save_schools
from tests.corpus.schools import SCHOOLS
from tests.corpus.ugly import Key, Planted, Seen, UglyWorkbook

_FIGURES = (Role.VALUE, Role.N, Role.NUMERATOR, Role.SD, Role.PUPILS)
_FROM_A_FORMULA = 1e-6


@dataclass(frozen=True)
class Verdict:
    """What the program did with one workbook; every list is empty when it did well.

    Attributes:
        wrong: figures whose value, count or place is another than expected.
        extra: figures that nobody would read there.
        absent: figures that a careful officer reads and the program did not.
        dropped: rows and cells that are neither read nor spoken of.
        missed: planted faults without an issue at their cell.
    """

    workbook: UglyWorkbook
    wrong: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    missed: tuple[Planted, ...] = ()
    issues: tuple[Issue, ...] = ()


def open_office(folder: Path) -> Store:
    """An empty database with the invented office's register."""
    store = open_store(f"sqlite:///{(folder / 'corpus.sqlite3').as_posix()}")
    with writing(store) as session:
        save_schools(session, SCHOOLS)
    return store


def judge(store: Store, ugly: UglyWorkbook) -> Verdict:
    """Preview the workbook and compare."""
    read: list[Workbook] = []
    reader = imports.read_workbook

    def keeping(*args: object, **more: object) -> Workbook:
        read.append(reader(*args, **more))  # type: ignore[arg-type]
        return read[-1]

    try:
        with patch.object(imports, "read_workbook", keeping):
            preview = imports.preview_file(store, ugly.content, ugly.file_name, ugly.choices)
    except RefusedFile as refused:
        said = (Issue("error", refused.code, refused.message),)  # type: ignore[arg-type]
        absent = tuple(f"{_named(key)} expected {seen.value}" for key, seen in ugly.expected.items())
        return Verdict(ugly, absent=absent, missed=_missed(ugly, said), issues=said)
    wrong, extra, absent = _compare(ugly, preview)
    dropped = (*_dropped_rows(read[0], preview), *_dropped_cells(read[0], preview))
    return Verdict(ugly, wrong, extra, absent, dropped, _missed(ugly, preview.issues), preview.issues)


def _compare(ugly: UglyWorkbook, preview: Preview) -> tuple[tuple[str, ...], ...]:
    found: dict[Key, Seen] = {}
    for row in preview.accepted.itertuples():
        key = (row.indicator_id, row.school_id, row.year_be, row.term)
        found[key] = Seen(row.value, None if math.isnan(row.n) else row.n, row.source_ref)
    wrong = tuple(
        f"{_named(key)} expected {ugly.expected[key]} found {seen}"
        for key, seen in found.items()
        if key in ugly.expected and not _same(ugly.expected[key], seen)
    )
    extra = tuple(f"{_named(key)} found {found[key]}" for key in found.keys() - ugly.expected.keys())
    absent = tuple(
        f"{_named(key)} at {ugly.expected[key].ref}" for key in ugly.expected.keys() - found.keys()
    )
    return wrong, extra, absent


def _same(expected: Seen, found: Seen) -> bool:
    same_n = expected.n == found.n
    return (
        abs(expected.value - found.value) < _FROM_A_FORMULA and same_n and _places(expected) == _places(found)
    )


def _places(seen: Seen) -> str:
    """A figure divided from two cells names both; the first is where it stands."""
    return seen.ref.split(",")[0]


def _named(key: Key) -> str:
    indicator, school, year_be, term = key
    return f"{indicator} {school} {year_be}" + (f"/{term}" if term else "")


def _dropped_rows(book: Workbook, preview: Preview) -> tuple[str, ...]:
    """Filled rows that are neither counted, nor header, nor words above a header."""
    rows = preview.rows
    dropped = []
    if rows.read != rows.loaded + rows.rejected + rows.ignored:
        dropped.append(f"{rows.read} rows read, {rows.loaded} + {rows.rejected} + {rows.ignored} told")
    counted = {(row.sheet, row.row) for row in preview.data.rows}
    for sheet in book.sheets:
        headers = {
            row for table in preview.data.tables if table.sheet == sheet.name for row in table.header_rows
        }
        for row, cells in enumerate(sheet.rows, start=1):
            if not any(map(cell_text, cells)) or (sheet.name, row) in counted or row in headers:
                continue
            titles = row < max(headers, default=0) and not any(
                is_number(cell) and not is_year(cell) for cell in cells
            )
            if not titles and not _spoken_of(preview.issues, sheet.name, ""):
                dropped.append(f"{sheet.name}!{row}")
    return tuple(dropped)


def _dropped_cells(book: Workbook, preview: Preview) -> tuple[str, ...]:
    """Filled cells under a figure's column, in a row that was read, which nothing accounts for."""
    taken = {ref for refs in preview.accepted["source_ref"] for ref in _cells_of(refs)}
    loaded = set(zip(preview.accepted["sheet"], preview.accepted["row"], strict=True))
    # Of tables side by side one may have turned the row away and the other read it.
    turned_away = {(row.sheet, row.row) for row in preview.data.rows if row.outcome != "school"}
    school_rows = {(row.sheet, row.row) for row in preview.data.rows} - turned_away
    undated = {issue.sheet for issue in preview.issues if issue.code in ("P01", "P02")}
    dropped = []
    for sheet in book.sheets:
        for table in preview.data.tables:
            if table.sheet != sheet.name:
                continue
            for column in table.columns:
                for row in _rows_beneath(sheet, table.header_rows[-1], column.index):
                    cell = address(row - 1, column.index)
                    if (sheet.name, row) not in school_rows or _place(sheet.name, cell) in taken:
                        continue
                    if (sheet.name, row) not in loaded and sheet.name in undated:
                        continue
                    companion = column.role in _FIGURES and column.role is not Role.VALUE
                    if column.role not in _FIGURES or (companion and (sheet.name, row) in loaded):
                        continue
                    header = address(table.header_rows[-1] - 1, column.index)
                    if _spoken_of(preview.issues, sheet.name, cell) or _spoken_of(
                        preview.issues, sheet.name, header
                    ):
                        continue
                    if (sheet.name, row) in loaded or column.role is Role.VALUE:
                        dropped.append(_place(sheet.name, cell))
    return tuple(dict.fromkeys(dropped))


def _rows_beneath(sheet: Sheet, header: int, column: int) -> list[int]:
    return [
        row
        for row, cells in enumerate(sheet.rows, start=1)
        if row > header and column < len(cells) and cell_text(cells[column])
    ]


def _place(sheet: str, cell: str) -> str:
    return f"{sheet}!{cell}" if sheet else cell


def _cells_of(ref: str) -> list[str]:
    sheet, mark, cells = ref.rpartition("!")
    return [f"{sheet}{mark}{cell}" for cell in cells.split(",")]


def _missed(ugly: UglyWorkbook, issues: tuple[Issue, ...]) -> tuple[Planted, ...]:
    return tuple(
        planted
        for planted in ugly.planted
        if not any(
            issue.code in planted.codes
            and (not planted.cell or (issue.sheet == planted.sheet and _meet(issue.cell, planted.cell)))
            for issue in issues
        )
    )


def _spoken_of(issues: tuple[Issue, ...], sheet: str, cell: str) -> bool:
    """Whether an issue names the cell; without a cell, whether one speaks of the whole sheet."""
    return any(
        issue.sheet == sheet and (_meet(issue.cell, cell) if cell else issue.code in ("S06", "S25", "S10"))
        for issue in issues
    )


def _meet(said: str, cell: str) -> bool:
    """Whether two places, each ``B2``, ``A3:A9`` or ``B2, B7``, share a cell."""
    return any(_overlap(one, other) for one in _ranges(said) for other in _ranges(cell))


def _ranges(text: str) -> list[tuple[int, int, int, int]]:
    parts = [part.strip() for part in text.split(",")]
    return [range_boundaries(part) for part in parts if re.fullmatch(r"[A-Z]+\d+(:[A-Z]+\d+)?", part)]


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
