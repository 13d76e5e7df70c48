"""An ods file's sheets counted and marked before the grid reader expands its repeats."""

import zipfile
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from lib.domain.sheets import CellRange, ErrorCell, FormulaCell, address
from lib.ingest.limits import (
    MERGED_RANGES_MAX,
    OPEN_DOCUMENT_CELLS_MAX,
    SHEET_BOX_CELLS_MAX,
    SHEET_COLUMNS_MAX,
    SHEET_ROWS_MAX,
    SHEETS_MAX,
    XML_DEPTH_MAX,
)
from lib.ingest.refusals import make_refusal
from lib.ingest.sheet_marks import SheetMarks

_CONTENT_PART: Final = "content.xml"
# LibreOffice repeats an empty run to the edge of its grid; one with text of that length is an attack.
_SPACES_MAX: Final = 100_000
# An empty styled tail reaches the edge of the grid and is dropped; a repeat of values is expanded here.
_EXPANDED_MARKS_MAX: Final = 200_000


@dataclass(slots=True)
class OpenSheet:
    """Counts and marks of one ods sheet; last_row and last_column count from 1."""

    name: str
    hidden: bool = False
    last_row: int = 0
    last_column: int = 0
    n_cells: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[CellRange] = field(default_factory=list)
    marks: SheetMarks = field(default_factory=SheetMarks)


def read_open_sheets(archive: zipfile.ZipFile) -> tuple[OpenSheet, ...]:
    """Walk an ods file's content.

    Raises:
        RefusedFile: F11, S01, S02 or S07.
    """
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    try:
        with archive.open(_CONTENT_PART) as stream:
            parser.ParseFile(stream)
    except (KeyError, ValueError, expat.ExpatError) as error:
        raise make_refusal("F11", part=_CONTENT_PART) from error
    return tuple(walk.sheets)


class _Walk:
    def __init__(self) -> None:
        self.sheets: list[OpenSheet] = []
        self._depth = 0
        self._style = ""
        self._hidden_styles: set[str] = set()
        self._row = 0
        self._column = 0
        self._next_column = 0
        self._row_repeat = 1
        self._n_spaces = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > XML_DEPTH_MAX:
            raise make_refusal("F11", part=_CONTENT_PART)
        if name in ("table:table-cell", "table:covered-table-cell"):
            self._start_cell(attributes)
        elif name == "table:table-row":
            self._row_repeat = int(attributes.get("table:number-rows-repeated", 1))
            self._column = 0
            if attributes.get("table:visibility", "visible") != "visible" and self.sheets:
                last = min(self._row + self._row_repeat, SHEET_ROWS_MAX)
                self.sheets[-1].hidden_rows.update(range(self._row, last))
        elif name == "table:table":
            if len(self.sheets) >= SHEETS_MAX:
                raise make_refusal("S07", sheets=len(self.sheets) + 1, limit=SHEETS_MAX)
            hidden = attributes.get("table:style-name", "") in self._hidden_styles
            self.sheets.append(OpenSheet(attributes.get("table:name", ""), hidden))
            self._row = self._next_column = 0
        elif name == "table:table-column" and self.sheets:
            first = self._next_column
            self._next_column += int(attributes.get("table:number-columns-repeated", 1))
            if attributes.get("table:visibility", "visible") != "visible":
                self.sheets[-1].hidden_columns.update(range(first, min(self._next_column, SHEET_COLUMNS_MAX)))
        elif name == "style:style":
            self._style = attributes.get("style:name", "")
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self._hidden_styles.add(self._style)
        elif name == "text:s":
            self._n_spaces += int(attributes.get("text:c", 1))
            if self._n_spaces > _SPACES_MAX:
                raise make_refusal("F11", part=_CONTENT_PART)

    def end(self, name: str) -> None:
        self._depth -= 1
        if name == "table:table-row":
            self._row += self._row_repeat
        elif name == "table:table" and self.sheets:
            sheet = self.sheets[-1]
            sheet.hidden_rows = {row for row in sheet.hidden_rows if row < sheet.last_row}
            sheet.hidden_columns = {one for one in sheet.hidden_columns if one < sheet.last_column}

    def _start_cell(self, attributes: dict[str, str]) -> None:
        if not self.sheets:
            return
        sheet = self.sheets[-1]
        repeat = int(attributes.get("table:number-columns-repeated", 1))
        row, column = self._row, self._column
        self._column += repeat
        kind = attributes.get("office:value-type", "")
        formula = attributes.get("table:formula", "")
        if kind or formula:
            self._count(sheet, row + self._row_repeat, column + repeat, self._row_repeat * repeat)
            self._mark(sheet, attributes, kind, formula, repeat)
        spans = (
            int(attributes.get("table:number-rows-spanned", 1)),
            int(attributes.get("table:number-columns-spanned", 1)),
        )
        if spans != (1, 1) and len(sheet.merged) < MERGED_RANGES_MAX:
            sheet.merged.append(CellRange(row, column, row + spans[0] - 1, column + spans[1] - 1))

    @staticmethod
    def _count(sheet: OpenSheet, last_row: int, last_column: int, n_cells: int) -> None:
        sheet.last_row = max(sheet.last_row, last_row)
        sheet.last_column = max(sheet.last_column, last_column)
        sheet.n_cells += n_cells
        if sheet.n_cells > OPEN_DOCUMENT_CELLS_MAX:
            raise make_refusal("S02", sheet=sheet.name, cells=sheet.n_cells, limit=OPEN_DOCUMENT_CELLS_MAX)
        if sheet.last_row * sheet.last_column > SHEET_BOX_CELLS_MAX:
            raise make_refusal("S01", sheet=sheet.name, cell=address(last_row - 1, last_column - 1))

    def _mark(
        self, sheet: OpenSheet, attributes: dict[str, str], kind: str, formula: str, repeat: int
    ) -> None:
        is_error = attributes.get("calcext:value-type") == "error"
        is_bare = bool(formula) and not kind
        if not (is_error or is_bare or kind == "percentage"):
            return
        if self._row_repeat * repeat > _EXPANDED_MARKS_MAX:
            raise make_refusal(
                "S02", sheet=sheet.name, cells=self._row_repeat * repeat, limit=_EXPANDED_MARKS_MAX
            )
        for row in range(self._row, self._row + self._row_repeat):
            for column in range(self._column - repeat, self._column):
                if kind == "percentage":
                    sheet.marks.percents.append((row, column))
                elif is_error:
                    sheet.marks.cells[row, column] = ErrorCell("#N/A")
                else:
                    sheet.marks.cells[row, column] = FormulaCell(formula.partition("=")[2])
