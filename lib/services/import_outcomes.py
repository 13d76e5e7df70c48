"""What became of every row of a file: loaded, rejected or ignored, and why."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.domain.datasets import RowCounts
from lib.domain.issues import Severity
from lib.ingest.reading import Outcome, SchoolData

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class SheetSummary:
    """One table of the file as the preview shows it; header rows as Excel shows them."""

    sheet: str
    header_rows: tuple[int, ...]
    domains: tuple[str, ...]
    period_label: str
    year_be: int | None
    rows: RowCounts


#: (sheet, loaded / rejected / ignored, reason) of one row.
RowResult = tuple[str, str, str]


def row_results(
    data: SchoolData, accepted: "pd.DataFrame", turned_away: frozenset[tuple[str, int]]
) -> tuple[RowResult, ...]:
    """One result per row read, in the order of the file.

    Args:
        accepted: observations that a commit would store, with ``sheet`` and ``row``.
        turned_away: (sheet, Excel row) of values that the checks took out.
    """
    loaded, seen = _rows_of(accepted), _rows_of(data.observations)
    faulty = set(turned_away) | {
        (issue.sheet, row)
        for issue in data.issues
        if issue.severity is Severity.ERROR and issue.code.startswith("V")
        for row in _rows_named(issue.cell)
    }
    outcomes = []
    for row in data.rows:
        place = (row.sheet, row.row)
        if row.outcome is Outcome.IGNORED:
            outcomes.append((row.sheet, "ignored", row.reason))
        elif row.outcome is Outcome.REJECTED:
            outcomes.append((row.sheet, "rejected", row.reason))
        elif place in loaded:
            outcomes.append((row.sheet, "loaded", ""))
        elif place in faulty or place in seen:
            outcomes.append((row.sheet, "rejected", "ทุกค่าในแถวใช้ไม่ได้"))
        else:
            outcomes.append((row.sheet, "ignored", "ไม่มีค่าในแถว หรือยังไม่ทราบปีของข้อมูล"))
    return tuple(outcomes)


def _rows_of(frame: "pd.DataFrame") -> set[tuple[str, int]]:
    """(sheet, Excel row) of observations, of which a row may have many."""
    rows = frame[["sheet", "row"]].drop_duplicates()
    return set(zip(rows["sheet"], rows["row"], strict=True))


def count_rows(outcomes: Iterable[RowResult]) -> RowCounts:
    """Rows read and what became of them."""
    kinds = Counter(kind for _, kind, _ in outcomes)
    return RowCounts(kinds.total(), kinds["loaded"], kinds["rejected"], kinds["ignored"])


def reasons_of(outcomes: Iterable[RowResult], wanted: str) -> tuple[tuple[str, int], ...]:
    """(reason, rows) of one kind of result, the commonest first."""
    return tuple(Counter(reason for _, kind, reason in outcomes if kind == wanted).most_common())


def summarize_sheets(data: SchoolData, outcomes: tuple[RowResult, ...]) -> tuple[SheetSummary, ...]:
    """One line a sheet; several tables of a sheet are joined, a sheet without any is there for its rows."""
    lines = []
    named = (*(table.sheet for table in data.tables), *(row.sheet for row in data.rows))
    for sheet in dict.fromkeys(named):
        tables = [table for table in data.tables if table.sheet == sheet]
        lines.append(
            SheetSummary(
                sheet,
                tuple(row for table in tables for row in table.header_rows),
                tuple(dict.fromkeys(domain for table in tables for domain in table.domains)),
                " · ".join(dict.fromkeys(table.period_label for table in tables if table.period_label)),
                next((table.year_be for table in tables if table.year_be), None),
                count_rows(outcome for outcome in outcomes if outcome[0] == sheet),
            )
        )
    return tuple(lines)


def _rows_named(cell: str) -> Iterable[int]:
    """Excel rows of ``E12``, ``A3:A9`` or ``B2, B7``; none for a place without a row."""
    for part in cell.split(","):
        ends = [int(number) for number in re.findall(r"[A-Za-z]+\$?(\d+)", part)]
        if ends:
            yield from range(min(ends), max(ends) + 1)
