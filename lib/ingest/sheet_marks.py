"""A second, slower look at an xlsx sheet for what the grid reader leaves out of a cell."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO, Final
from xml.parsers import expat

from lib.domain.sheets import CellRange, ErrorCell, FormulaCell
from lib.ingest.limits import MERGED_RANGES_MAX, SHEET_COLUMNS_MAX
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
    percents: list[tuple[int, int]] = field(default_factory=list)
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
    parser = expat.ParserCreate()
    walk = _Walk(parser, percent_styles)
    try:
        parser.ParseFile(stream)
    except (expat.ExpatError, ValueError) as error:
        raise make_refusal("F11", part=sheet) from error
    return walk.marks


@lru_cache(maxsize=SHEET_COLUMNS_MAX)
def _find_column(letters: str) -> int:
    """Zero-based column of its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def _read_place(place: str) -> tuple[int, int]:
    """Zero-based row and column of an address such as ``E12``."""
    letters = place.rstrip(_DIGITS)
    return int(place[len(letters) :]) - 1, _find_column(letters)


class _Walk:
    """The cell being read; a formula with ``""`` as its result has a value, not a missing one.

    Texts are collected only inside formulas and errors: a sheet has millions of other values.
    """

    def __init__(self, parser: expat.XMLParserType, percent_styles: frozenset[str]) -> None:
        self.marks = SheetMarks()
        self._parser = parser
        self._percent_styles = percent_styles
        self._local_names: dict[str, str] = {}
        self._row = -1
        self._column = -1
        self._kind = ""
        self._is_percent = False
        self._has_value = False
        self._has_formula = False
        self._texts: dict[str, str] = {}
        self._inside = ""
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = self._local_names.get(name)
        if local is None:
            local = self._local_names[name] = name.rpartition(":")[2]
        if local == "c":
            self._kind = attributes.get("t", "n")
            self._is_percent = attributes.get("s", "0") in self._percent_styles
            self._has_value = self._has_formula = False
            place = attributes.get("r")
            if place:
                self._row, self._column = _read_place(place)
            else:
                self._column += 1
        elif local == "v":
            self._has_value = True
            if self._has_formula or self._kind == "e":
                self._collect_into("v")
        elif local == "f":
            self._has_formula = True
            self._collect_into("f")
        elif local == "row":
            self._row = int(attributes.get("r", self._row + 2)) - 1
            self._column = -1
        elif local == "mergeCell" and len(self.marks.merged) < MERGED_RANGES_MAX:
            first, _, last = attributes.get("ref", "A1").partition(":")
            self.marks.merged.append(CellRange(*_read_place(first), *_read_place(last or first)))

    def _collect_into(self, name: str) -> None:
        self._inside = name
        self._parser.CharacterDataHandler = self._collect

    def _collect(self, text: str) -> None:
        self._texts[self._inside] = self._texts.get(self._inside, "") + text

    def _end(self, name: str) -> None:
        local = self._local_names[name]
        if local == "c":
            self._end_cell()
        elif self._inside and local == self._inside:
            self._inside = ""
            self._parser.CharacterDataHandler = None

    def _end_cell(self) -> None:
        place = (self._row, self._column)
        if self._kind == "e":
            self.marks.cells[place] = ErrorCell(self._texts.get("v", "").strip() or "#N/A")
        elif self._has_formula and not self._texts.get("v", "").strip():
            # Of an empty text the value element is there and empty.
            if not (self._kind == "str" and self._has_value):
                self.marks.cells[place] = FormulaCell(self._texts.get("f", ""))
        elif self._is_percent and self._has_value and self._kind == "n":
            self.marks.percents.append(place)
        if self._texts:
            self._texts.clear()
