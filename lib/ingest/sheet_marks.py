"""A second, slower look at an xlsx sheet for what the grid reader leaves out of a cell."""

from dataclasses import dataclass, field
from typing import IO, Final
from xml.parsers import expat

from lib.domain.sheets import CellRange, ErrorCell, FormulaCell
from lib.ingest.limits import MERGED_RANGES_MAX
from lib.ingest.refusals import make_refusal

_DIGITS: Final = "0123456789"


@dataclass(slots=True)
class SheetMarks:
    """Zero-based places of cells that need more than their stored value.

    Attributes:
        cells: errors, and formulas saved without a result.
        percents: numbers shown as a percentage.
        merged: merged ranges.
    """

    cells: dict[tuple[int, int], ErrorCell | FormulaCell] = field(default_factory=dict)
    percents: set[tuple[int, int]] = field(default_factory=set)
    merged: list[CellRange] = field(default_factory=list)


def read_sheet_marks(stream: IO[bytes], sheet: str, percent_styles: frozenset[str]) -> SheetMarks:
    """Walk one sheet part with expat.

    Args:
        stream: the unpacked XML, already known to have no DTD.
        sheet: its name, for the refusal.
        percent_styles: style numbers that show a percentage.

    Raises:
        RefusedFile: F11 when the XML is broken.
    """
    walk = _Walk(percent_styles)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    parser.CharacterDataHandler = walk.collect
    try:
        parser.ParseFile(stream)
    except (expat.ExpatError, ValueError) as error:
        raise make_refusal("F11", part=sheet) from error
    return walk.marks


def _read_place(place: str) -> tuple[int, int]:
    """Zero-based row and column of an address such as ``E12``."""
    letters = place.rstrip(_DIGITS)
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return int(place[len(letters) :]) - 1, column - 1


class _Walk:
    """The cell being read; a formula text with ``""`` as its result is a value, not a missing one."""

    def __init__(self, percent_styles: frozenset[str]) -> None:
        self.marks = SheetMarks()
        self._percent_styles = percent_styles
        self._row = -1
        self._column = -1
        self._kind = ""
        self._is_percent = False
        self._has_value = False
        self._has_formula = False
        self._inside = ""
        self._value = ""
        self._formula = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            self._start_cell(attributes)
        elif name == "v":
            self._has_value = True
            if self._is_percent and self._kind in ("", "n"):
                self.marks.percents.add((self._row, self._column))
            if self._has_formula or self._kind == "e":
                self._inside = "v"
        elif name == "f":
            self._has_formula = True
            self._inside = "f"
        elif name == "row":
            self._row = int(attributes.get("r", self._row + 2)) - 1
            self._column = -1
        elif name == "mergeCell" and len(self.marks.merged) < MERGED_RANGES_MAX:
            first, _, last = attributes.get("ref", "A1").partition(":")
            self.marks.merged.append(CellRange(*_read_place(first), *_read_place(last or first)))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._kind = attributes.get("t", "")
        self._is_percent = attributes.get("s", "0") in self._percent_styles
        self._has_value = self._has_formula = False
        self._value = self._formula = ""
        self._column += 1
        place = attributes.get("r")
        if place:
            self._row, self._column = _read_place(place)

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name in ("v", "f"):
            self._inside = ""
        elif name == "c":
            place = (self._row, self._column)
            if self._kind == "e":
                self.marks.cells[place] = ErrorCell(self._value.strip() or "#N/A")
            elif (
                self._has_formula
                and not self._value.strip()
                and not (self._kind == "str" and self._has_value)
            ):
                self.marks.cells[place] = FormulaCell(self._formula)
                self.marks.percents.discard(place)

    def collect(self, text: str) -> None:
        if self._inside == "v":
            self._value += text
        elif self._inside == "f":
            self._formula += text
