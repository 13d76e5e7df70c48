"""What a file was understood as: values that the preview shows and the storage takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd

from lib.domain.columns import Column
from lib.domain.issues import Issue
from lib.domain.schools import School
from lib.ingest.choices import ColumnPlace
from lib.ingest.seen_layouts import SeenLayout
from lib.ingest.sheet_excerpt import SheetExcerpt

#: Where an observation or benchmark stands, beside the shared columns: sheet name, Excel row, and the cell
#: of its ``n``, empty where there is none.
PLACE_COLUMNS = ("sheet", "row", "n_cell")


class Outcome(StrEnum):
    """What became of a row before its values are checked."""

    SCHOOL = "school"
    REJECTED = "rejected"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """One non-empty row beneath a header; ``row`` as Excel shows it, ``reason`` in Thai."""

    sheet: str
    row: int
    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DoubledSchool:
    """Places of a file that state differing figures of one school.

    Attributes:
        places: (sheet, Excel row).
        differs: (column or indicator, its text at each of the places) wherever they are not the same.
    """

    school_id: str
    name: str
    places: tuple[tuple[str, int], ...]
    differs: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class UnknownSchool:
    """A row whose school nobody could tell.

    Attributes:
        key: under which the person's answer is remembered.
        cell: where its code or name stands.
        candidates: schools it may be, best first, and in ``whys`` the reason of each.
        near: rows of the same table whose name is nearly this one, with the values of both rows.
    """

    key: str
    code: str
    name: str
    sheet: str
    cell: str
    candidates: tuple[School, ...] = ()
    whys: tuple[str, ...] = ()
    near: tuple[DoubledSchool, ...] = ()


@dataclass(frozen=True, slots=True)
class TableReading:
    """One table of a sheet.

    Attributes:
        header_rows: as Excel shows them.
        year_be: None when no year was found.
        samples: column → its first values.
    """

    sheet: str
    header_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    domains: tuple[str, ...]
    period_label: str
    year_be: int | None
    samples: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def place(self, column: Column) -> ColumnPlace:
        """Where an answer about one of its columns is kept."""
        return self.sheet, self.header_rows[0], column.index


@dataclass(frozen=True, slots=True)
class SchoolData:
    """A four-domain file read, nothing stored and values not yet checked.

    Attributes:
        observations: OBSERVATION_COLUMNS with PLACE_COLUMNS, one row per school × period × indicator.
        benchmarks: BENCHMARK_COLUMNS with PLACE_COLUMNS, one row per stated figure of an area or nation row.
        new_schools: schools that carry a code and a name but are not in the register.
        layouts: of every table, of rows that may be a header where none was found, of hidden sheets.
        excerpts: the sheets read, as their maker knows them.
    """

    tables: tuple[TableReading, ...]
    observations: pd.DataFrame
    benchmarks: pd.DataFrame
    rows: tuple[RowOutcome, ...]
    issues: tuple[Issue, ...]
    unknown_schools: tuple[UnknownSchool, ...] = ()
    new_schools: tuple[School, ...] = ()
    doubled_schools: tuple[DoubledSchool, ...] = ()
    layouts: tuple[SeenLayout, ...] = ()
    excerpts: tuple[SheetExcerpt, ...] = ()
