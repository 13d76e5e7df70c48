"""Which cells of a workbook carry which issues, and the marks on them; runs in the reader child only."""

from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook as Book

from lib.domain.issues import Issue, Severity
from lib.domain.sheets import CellRange, address, cells_of
from lib.ingest.limits import MARKED_CELLS_MAX
from lib.ingest.mark_styles import FILLS, GRAVITY, make_comment

Place = tuple[int, int]


@dataclass(slots=True)
class SheetMarking:
    """Marks of one sheet by zero-based (row, column); a range is commented at its first cell only."""

    severities: dict[Place, Severity] = field(default_factory=dict)
    comments: dict[Place, list[Issue]] = field(default_factory=dict)


def place_marks(issues: Iterable[Issue]) -> dict[str, SheetMarking]:
    """Marks by sheet name; no more cells than the cap are filled, every first cell is."""
    found: dict[str, SheetMarking] = {}
    n_filled = 0
    for issue in sorted(issues, key=lambda one: GRAVITY.index(one.severity)):
        cells = cells_of(issue.cell) or _corner_of(issue.cell)
        if not cells:
            continue
        marking = found.setdefault(issue.sheet, SheetMarking())
        marking.comments.setdefault(cells[0], []).append(issue)
        wanted = cells if n_filled + len(cells) <= MARKED_CELLS_MAX else cells[:1]
        n_filled += len(wanted)
        for place in wanted:
            marking.severities.setdefault(place, issue.severity)
    return found


def _corner_of(cell: str) -> tuple[Place, ...]:
    """The first cell of a range that is too large to be walked."""
    return cells_of(cell.partition(",")[0].partition(":")[0])


def mark_cells(book: Book, issues: Iterable[Issue]) -> None:
    """Fill and comment the cells of an open workbook; sheets it does not have are passed over."""
    for name, marking in place_marks(issues).items():
        sheet: Any = book[name] if name in book.sheetnames else None
        if not hasattr(sheet, "merged_cells"):
            continue
        shown = move_to_shown(
            marking,
            [
                CellRange(one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1)
                for one in sheet.merged_cells.ranges
            ],
        )
        for (row, column), severity in shown.severities.items():
            sheet.cell(row + 1, column + 1).fill = FILLS[severity]
        for (row, column), found in shown.comments.items():
            cell = sheet.cell(row + 1, column + 1)
            cell.comment = make_comment(found, cell.comment)


def move_to_shown(marking: SheetMarking, merged: Iterable[CellRange]) -> SheetMarking:
    """Marks inside a merged range moved to its first cell, the only one that can be seen."""
    wanted = marking.severities.keys() | marking.comments.keys()
    homes: dict[Place, Place] = {}
    for one in merged:
        homes.update(dict.fromkeys(_inside(one, wanted), (one.first_row, one.first_column)))
    shown = SheetMarking()
    for place, severity in marking.severities.items():
        shown.severities.setdefault(homes.get(place, place), severity)
    for place, found in marking.comments.items():
        shown.comments.setdefault(homes.get(place, place), []).extend(found)
    return shown


def _inside(merged: CellRange, wanted: Set[Place]) -> Iterable[Place]:
    n_rows = merged.last_row - merged.first_row + 1
    n_columns = merged.last_column - merged.first_column + 1
    if n_rows * n_columns < len(wanted):
        rows = range(merged.first_row, merged.last_row + 1)
        columns = range(merged.first_column, merged.last_column + 1)
        return [(row, column) for row in rows for column in columns if (row, column) in wanted]
    return [
        (row, column)
        for row, column in wanted
        if merged.first_row <= row <= merged.last_row and merged.first_column <= column <= merged.last_column
    ]


def link_to(sheet: str, cell: str) -> str:
    """A place inside the workbook as a link names it."""
    cells = cells_of(cell) or _corner_of(cell)
    quoted = sheet.replace("'", "''")
    return f"'{quoted}'!{address(*cells[0]) if cells else 'A1'}"
