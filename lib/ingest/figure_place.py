"""Where a stored figure stands within its table: the header above it, who the row is, the cells beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from lib.catalog.identity_headers import load_identity_headers
from lib.domain.indicators import Catalogue
from lib.domain.sheets import Sheet
from lib.ingest.cells import value_at
from lib.ingest.choices import ImportChoices
from lib.ingest.column_units import counts_of
from lib.ingest.columns import recognise_columns
from lib.ingest.count_columns import Figure, bind_figures
from lib.ingest.header_words import HeaderWords
from lib.ingest.seen_layouts import texts_nearby
from lib.ingest.tables import find_tables
from lib.ingest.values import read_value

_CLOSE = 1e-9


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """Zero-based rows and columns around a figure; a companion is None where no cell says its number."""

    header_rows: tuple[int, ...] = ()
    identity: tuple[int, ...] = ()
    n: int | None = None
    numerator: int | None = None


def find_figure_place(
    sheet: Sheet,
    file_name: str,
    catalogue: Catalogue,
    choices: ImportChoices,
    indicator_id: str,
    cell: tuple[int, int],
    companions: Mapping[str, float | None],
) -> FigurePlace:
    """Read the table around a cell once more, the way it was read for the load.

    Args:
        choices: the answers the load was read with.
        cell: zero-based row and column of the figure's own cell.
        companions: stored ``n`` and ``numerator``; a column counts only where the cell says the same.
    """
    words = HeaderWords(catalogue, load_identity_headers())
    row, column = cell
    tables = find_tables(sheet, words.knows, choices.headers_of(sheet.name))
    table = next((each for each in tables if row in each.data_rows), None)
    if table is None:
        return FigurePlace()
    picked = choices.columns_of(sheet.name, table.header_rows[0] + 1)
    columns = recognise_columns(table, words, texts_nearby(table, file_name), picked)
    identity = tuple(each.index for each in columns if each.role.identifies)
    figure = _figure_at(bind_figures(columns, catalogue.by_id), indicator_id, column)
    if figure is None:
        return FigurePlace(table.header_rows, identity)
    n, numerator = (
        place if _says(sheet, row, place, companions.get(name), figure) else None
        for name, place in (("n", figure.n), ("numerator", figure.numerator))
    )
    return FigurePlace(table.header_rows, identity, n, numerator)


def _figure_at(figures: tuple[Figure, ...], indicator_id: str, column: int) -> Figure | None:
    of_indicator = [figure for figure in figures if figure.indicator.id == indicator_id]
    return next((figure for figure in of_indicator if column in (figure.value, figure.numerator)), None)


def _says(sheet: Sheet, row: int, column: int | None, stored: float | None, figure: Figure) -> bool:
    if column is None or stored is None:
        return False
    percent = (row, column) in sheet.percent_cells
    cell = value_at(sheet, row, column)
    said = read_value(cell, counts_of(figure.indicator), shown_as_percent=percent).value
    return said is not None and abs(said - stored) < _CLOSE
