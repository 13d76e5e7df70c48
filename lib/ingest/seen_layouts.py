"""Every layout a file shows: of its tables, of rows that may be a header, of hidden sheets."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lib.domain.columns import Column
from lib.domain.sheets import Sheet
from lib.ingest.cells import cell_text, is_number
from lib.ingest.columns import recognise_columns
from lib.ingest.header_words import HeaderWords
from lib.ingest.layouts import Layout, make_layout
from lib.ingest.tables import Table, find_tables

_SEARCHED_ROWS = 40
_LEAST_TEXTS = 2
_DEEPEST_HEADER = 3
_MOST_TRIED = 12


@dataclass(frozen=True, slots=True)
class SeenLayout:
    """One layout and where it stands.

    Attributes:
        header_rows: first and last row of its header as Excel shows them.
        is_found: the program took these rows for a header; False: a person might have to pick them.
        is_hidden: the sheet is hidden and was not read.
    """

    sheet: str
    header_rows: tuple[int, int]
    layout: Layout
    is_found: bool = True
    is_hidden: bool = False


def texts_nearby(table: Table, file_name: str) -> tuple[str, ...]:
    """Texts that lend a header its context, the nearest first."""
    return " ".join((table.sheet.name, *table.title)), " ".join(table.earlier), file_name


def see_table(
    table: Table, columns: tuple[Column, ...], *, is_found: bool = True, is_hidden: bool = False
) -> SeenLayout:
    """The layout of one table from its columns with no answer applied."""
    rows = (table.header_rows[0] + 1, table.header_rows[-1] + 1)
    return SeenLayout(table.sheet.name, rows, make_layout(columns), is_found, is_hidden)


def see_hidden(sheet: Sheet, words: HeaderWords, file_name: str) -> Iterator[SeenLayout]:
    """The layouts of a hidden sheet, by its headers alone."""
    for table in find_tables(sheet, words.knows):
        yield see_table(table, _columns(table, words, file_name), is_hidden=True)


def see_possible_headers(sheet: Sheet, words: HeaderWords, file_name: str) -> Iterator[SeenLayout]:
    """The layouts that a sheet without a known header would have if one of its upper rows were it."""
    top = replace(sheet, rows=sheet.rows[: _SEARCHED_ROWS + _DEEPEST_HEADER])
    wordy = [row for row in range(min(len(sheet.rows), _SEARCHED_ROWS)) if _is_wordy(sheet, row)]
    for first in wordy[:_MOST_TRIED]:
        for last in range(first, first + _DEEPEST_HEADER):
            if last not in wordy:
                break
            for table in find_tables(top, words.knows, ((first + 1, last + 1),)):
                yield see_table(table, _columns(table, words, file_name), is_found=False)


def _columns(table: Table, words: HeaderWords, file_name: str) -> tuple[Column, ...]:
    return recognise_columns(table, words, texts_nearby(table, file_name))


def _is_wordy(sheet: Sheet, row: int) -> bool:
    cells = [cell for cell in sheet.rows[row] if cell_text(cell)]
    n_numbers = sum(map(is_number, cells))
    return len(cells) - n_numbers >= max(_LEAST_TEXTS, n_numbers)
