"""Tables of a workbook that nobody has described: labels down the side, columns of numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlainColumn:
    """A column of numbers.

    Attributes:
        place: sheet and header cell as Excel shows them, ``ข้อมูล!E4``; only the cell for a csv.
        name: texts of the header from the top row down.
        values: beside the table's labels, None where the cell is no number.
        cells: address of each value.
    """

    place: str
    name: str
    values: tuple[float | None, ...]
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlainTable:
    """Rows of one sheet under one header.

    Attributes:
        label_name: header of the column of labels.
        labels: one per row, as printed.
        n_totals: rows left out because they say they are a total or speak for an area.
    """

    sheet: str
    label_name: str
    labels: tuple[str, ...]
    columns: tuple[PlainColumn, ...]
    n_totals: int
