"""Where rows about one school say different things, for a person to choose between them."""

from collections.abc import Iterable, Sequence

from lib.domain.columns import Column
from lib.domain.sheets import Sheet, column_letter
from lib.ingest.cells import cell_text, value_at


def row_differences(
    sheet: Sheet, columns: Iterable[Column], rows: Sequence[int]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(column's letter and title, its text in each row) of the columns that differ; rows zero-based."""
    texts = (
        (column, tuple(cell_text(value_at(sheet, row, column.index)) for row in rows)) for column in columns
    )
    return tuple(
        (f"{column_letter(column.index)} {column.title}".strip(), said)
        for column, said in texts
        if len(set(said)) > 1 and not column.role.identifies
    )
