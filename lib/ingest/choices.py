"""What a person decided about a file before it is stored; the same file and answers give the same data."""

import hashlib
import json
from dataclasses import asdict, dataclass

#: (sheet, first header row of the table as Excel shows it, zero-based column): one column of one table.
ColumnPlace = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """Answers to the questions of one file.

    Attributes:
        year_be: year for every table whose own year is open; one that states its year keeps it.
        years: (sheet, year) for the tables of one sheet whose own year is open; goes before ``year_be``.
        columns: (place of the column, what it is) as picked: an indicator's id, ``n:``, ``numerator:`` or
            ``sd:`` before the id of the indicator it belongs to, or the name of a role.
        schools: (alias key, school id) answered for unknown names.
        add_schools: put schools that carry a code and a name into the register.
        skipped_sheets: sheets not wanted.
        hidden_sheets: hidden sheets that are wanted after all.
        kept_rows: ((sheet, school id), Excel row) chosen among rows of one school that differ.
        fractions: (place of the column, True: it counts 0–1 and is to be read as per cent).
        headers: (sheet, (first, last Excel row of a header)) as picked; all the headers of that sheet.
        corrections: ((sheet, cell), text) a person confirmed that the cell is to be read as.
        added_schools: alias keys of rows whose school joins the register, beside ``add_schools`` for all.
        skipped_schools: alias keys of rows that are to be passed over.
        encoding: of a csv whose letters were garbled, as picked; empty for what was detected.
        seen: (code, sheet, cell) of questions that a person looked at and leaves as the program read them.
        recall: whether the answers of an earlier file of the same layout are used; None: not yet said.
    """

    year_be: int | None = None
    years: tuple[tuple[str, int], ...] = ()
    columns: tuple[tuple[ColumnPlace, str], ...] = ()
    schools: tuple[tuple[str, str], ...] = ()
    add_schools: bool = False
    skipped_sheets: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()
    kept_rows: tuple[tuple[tuple[str, str], int], ...] = ()
    fractions: tuple[tuple[ColumnPlace, bool], ...] = ()
    headers: tuple[tuple[str, tuple[int, int]], ...] = ()
    corrections: tuple[tuple[tuple[str, str], str], ...] = ()
    added_schools: tuple[str, ...] = ()
    skipped_schools: tuple[str, ...] = ()
    encoding: str = ""
    seen: tuple[tuple[str, str, str], ...] = ()
    recall: bool | None = None

    def key(self) -> str:
        """A hash under which the same answers meet."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()

    def columns_of(self, sheet: str, header_row: int) -> dict[int, str]:
        """Column → pick of the table whose header begins at this row of the sheet, as Excel shows it."""
        return {column: pick for (*place, column), pick in self.columns if place == [sheet, header_row]}

    def headers_of(self, sheet: str) -> tuple[tuple[int, int], ...]:
        """(first, last) rows of the headers picked for a sheet, top down; empty to let them be found."""
        return tuple(sorted(rows for name, rows in self.headers if name == sheet))
