"""A correction offered for an area row, taken: the answers of a file with it laid over them."""

from collections.abc import Sequence
from dataclasses import replace

from lib.ingest.choices import ColumnPlace, ImportChoices
from lib.ingest.reading import TableReading
from lib.validation.offers import Offer


def take_offer(choices: ImportChoices, offer: Offer, tables: Sequence[TableReading]) -> ImportChoices:
    """The answers with one offer taken; an earlier answer about the same cell or column gives way.

    Args:
        tables: of the file as it was read when the offer was made.
    """
    columns: dict[ColumnPlace, str] = dict(choices.columns)
    for (sheet, column), indicator_id in offer.columns:
        above = [
            table.header_rows[0]
            for table in tables
            if table.sheet == sheet and table.header_rows[-1] < offer.row
        ]
        if above:
            columns[sheet, max(above), column] = indicator_id
    corrections = dict(choices.corrections) | dict(offer.corrections)
    return replace(choices, columns=tuple(columns.items()), corrections=tuple(corrections.items()))
