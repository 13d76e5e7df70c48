"""The first and last rows of a sheet as its maker knows them, each with the part it was given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lib.domain.columns import Column
from lib.domain.sheets import Sheet
from lib.ingest.cells import cell_text, value_at
from lib.ingest.tables import Table

_FIRST_ROWS = 15
_LAST_ROWS = 4
_ROWS_UNDER_HEADER = 3
_WIDEST = 120
_SAMPLES = 3
_SEARCHED_ROWS = 40


class LineKind(StrEnum):
    """The part a row of an excerpt plays."""

    TITLE = "title"
    HEADER = "header"
    SCHOOL = "school"
    REJECTED = "rejected"
    UNREAD = "unread"
    IGNORED = "ignored"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class ExcerptLine:
    """One row; ``row`` as Excel shows it, ``reason`` why it was not read as a school's, in Thai."""

    row: int
    kind: LineKind
    texts: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SheetExcerpt:
    """Rows of one sheet in order, gaps left out; every row starts at column A."""

    sheet: str
    n_rows: int
    lines: tuple[ExcerptLine, ...]
    headers: tuple[tuple[int, int], ...]

    @property
    def width(self) -> int:
        return max((len(line.texts) for line in self.lines), default=0)


def make_excerpt(
    sheet: Sheet, tables: Sequence[Table], outcomes: Mapping[int, tuple[str, str]]
) -> SheetExcerpt:
    """The rows that show how a sheet was understood: its top, every header, and its end.

    Args:
        outcomes: Excel row → (what became of it, reason) of the rows beneath the headers.
    """
    kinds = {row: (LineKind.HEADER, "") for table in tables for row in table.header_rows}
    kinds |= {row - 1: (LineKind(outcome), reason) for row, (outcome, reason) in outcomes.items()}
    if not tables:
        kinds = dict.fromkeys(range(len(sheet.rows)), (LineKind.UNREAD, ""))
    n_rows = max((row + 1 for row, cells in enumerate(sheet.rows) if any(map(cell_text, cells))), default=0)
    shown = {*range(min(_FIRST_ROWS, n_rows)), *range(max(n_rows - _LAST_ROWS, 0), n_rows)}
    for table in tables:
        last = table.header_rows[-1]
        shown |= {*table.header_rows, *range(last + 1, min(last + 1 + _ROWS_UNDER_HEADER, n_rows))}
    lines = tuple(_line(sheet, row, kinds.get(row)) for row in sorted(shown))
    headers = tuple((table.header_rows[0] + 1, table.header_rows[-1] + 1) for table in tables)
    return SheetExcerpt(sheet.name, n_rows, lines, headers)


def _line(sheet: Sheet, row: int, told: tuple[LineKind, str] | None) -> ExcerptLine:
    texts = [cell_text(cell) for cell in sheet.rows[row][:_WIDEST]]
    while texts and not texts[-1]:
        texts.pop()
    kind, reason = told or (LineKind.TITLE if texts else LineKind.BLANK, "")
    return ExcerptLine(row + 1, kind, tuple(texts), reason)


def column_samples(table: Table, columns: Iterable[Column]) -> dict[int, tuple[str, ...]]:
    """Column → its first values, so that a person knows it again."""
    rows = table.data_rows[:_SEARCHED_ROWS]
    return {
        column.index: tuple(
            [text for row in rows if (text := cell_text(value_at(table.sheet, row, column.index)))][:_SAMPLES]
        )
        for column in columns
    }
