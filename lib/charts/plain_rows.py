"""Rows of a file that nobody has described, as bars and distributions draw them."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True)
class PlainRow:
    """One row: its name, unlike all others, its number, the number as printed, and its cell."""

    name: str
    value: float
    printed: str
    cell: str


def plain_frame(rows: Iterable[PlainRow]) -> pd.DataFrame:
    """The rows in their order.

    Returns:
        group_id (the cell), group_name, value, small (never: n is not known), words, sentence.
    """
    return pd.DataFrame(
        [
            (row.cell, row.name, row.value, False, row.printed, f"{row.name} {row.printed} (เซลล์ {row.cell})")
            for row in rows
        ],
        columns=["group_id", "group_name", "value", "small", "words", "sentence"],
    )
