"""The way home of a figure: the sheet and the cells it stands in, as one line of text and back."""

import re
from dataclasses import dataclass

from lib.domain.sheets import CellRange, column_index

#: Excel's last column is XFD; a csv may be longer than Excel's last row, hence no limit there.
_CELL = r"(?:[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])[1-9]\d{0,7}"
_RANGE = rf"{_CELL}(?::{_CELL})?"
_CELLS = re.compile(rf"{_RANGE}(?:,{_RANGE})*")
_PARTS = re.compile(r"([A-Z]+)(\d+)")
#: A whole reference; the last ``!`` ends the sheet's name, since a name may hold one and a cell may not.
_REFERENCE = re.compile(rf"(?:(?P<sheet>.+)!)?(?P<cells>{_CELLS.pattern})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a figure stands in its file.

    Attributes:
        sheet: name as on the tab, whatever letters it has; empty for a csv.
        cells: one or several cells or ranges in the order written; the figure's own cell is the first.
    """

    sheet: str
    cells: tuple[CellRange, ...]

    @property
    def text(self) -> str:
        """``ข้อมูล!E12``, ``ข้อมูล!D12,E12`` or, in a csv, ``E12``."""
        cells = ",".join(each.address for each in self.cells)
        return f"{self.sheet}!{cells}" if self.sheet else cells

    @property
    def first_row(self) -> int:
        """Zero-based row of the figure's own cell."""
        return self.cells[0].first_row

    @property
    def first_column(self) -> int:
        """Zero-based column of the figure's own cell."""
        return self.cells[0].first_column


def parse_source_ref(text: str) -> SourceRef:
    """Read a stored reference.

    Raises:
        ValueError: the text names no cell.
    """
    found = _REFERENCE.fullmatch(text)
    if found is None:
        raise ValueError(f"no cell is named by {text!r}")
    return SourceRef(found["sheet"] or "", tuple(map(_range, found["cells"].split(","))))


def is_source_ref(text: object) -> bool:
    """Whether a text leads to a cell."""
    return isinstance(text, str) and _REFERENCE.fullmatch(text) is not None


def _range(text: str) -> CellRange:
    ends = [(int(row) - 1, column_index(letters)) for letters, row in _PARTS.findall(text)]
    rows, columns = sorted(row for row, _ in ends), sorted(column for _, column in ends)
    return CellRange(rows[0], columns[0], rows[-1], columns[-1])
