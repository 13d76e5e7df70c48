"""Sheets as offices fill them, and the whole way from a sheet to observations in one call."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import pandas as pd

from lib.catalog.identity_headers import load_identity_headers
from lib.catalog.loader import load_catalogue
from lib.domain.issues import Issue
from lib.domain.schools import School
from lib.domain.sheets import CellRange, CellValue, Sheet, Workbook
from lib.ingest.choices import ImportChoices
from lib.ingest.corrections import Corrections, confirmed_cells
from lib.ingest.personal_data import withhold_persons
from lib.ingest.reading import SchoolData
from lib.ingest.school_data import tidy_school_data
from lib.ingest.school_identity import SchoolFinder
from lib.services.import_outcomes import count_rows, row_results
from lib.validation.doubles import settle_benchmarks, settle_doubles
from lib.validation.observations import check_observations
from lib.validation.offers import Reconciliation
from lib.validation.reconciliation import reconcile
from lib.validation.totals import check_stated_totals

Row = Sequence[CellValue]

#: Three invented schools of an invented area, and a branch of the third.
SCHOOLS = (
    School("99010001", "บ้านสมมติหนึ่ง", "99010001", "990001", "1099990001", "กลุ่มสมมติ", "เมืองสมมติ"),
    School("99010002", "บ้านสมมติสอง(คุรุอุปถัมภ์)", "99010002", "990002", "1099990002"),
    School("99010003", "วัดสมมติสาม", "99010003", "990003", "1099990003"),
    School("99010004", "วัดสมมติสาม สาขาบ้านไกล", "99010004", "", "1099010004"),
)
ONET_HEADER = (
    "รหัสโรงเรียน", "โรงเรียน", "จน.นร.", "ไทย", "สังคม", "อังกฤษ", "คณิตศาสตร์", "วิทยาศาสตร์", "เฉลี่ย",
)  # fmt: skip
ONET_FILE = "O-NET ป.6 ปีการศึกษา 2567.xlsx"


@dataclass(frozen=True)
class Reading:
    """What a file came to, checked as the import page checks it."""

    data: SchoolData
    accepted: pd.DataFrame
    benchmarks: pd.DataFrame
    issues: tuple[Issue, ...]
    reconciliation: tuple[Reconciliation, ...]
    counts: tuple[int, int, int, int]

    @property
    def codes(self) -> list[str]:
        return [issue.code for issue in self.issues]

    def value(self, indicator_id: str, school_id: str = "99010001") -> float | None:
        found = self._rows(indicator_id, school_id)
        return float(found["value"].iloc[0]) if len(found) else None

    def n(self, indicator_id: str, school_id: str = "99010001") -> float | None:
        found = self._rows(indicator_id, school_id)["n"].dropna()
        return float(found.iloc[0]) if len(found) else None

    def place(self, indicator_id: str, school_id: str = "99010001") -> str:
        return str(self._rows(indicator_id, school_id)["source_ref"].iloc[0])

    def values(self) -> dict[tuple[str, str, int, int], float]:
        """(school, indicator, year, term) → value."""
        rows = self.accepted.itertuples()
        return {(r.school_id, r.indicator_id, r.year_be, r.term): round(r.value, 6) for r in rows}

    def stated(self) -> dict[tuple[str, str], float]:
        """(scope, indicator) → stated benchmark."""
        return {(r.scope, r.indicator_id): r.value for r in self.benchmarks.itertuples()}

    def _rows(self, indicator_id: str, school_id: str) -> pd.DataFrame:
        frame = self.accepted
        return frame[(frame["indicator_id"] == indicator_id) & (frame["school_id"] == school_id)]


def sheet(*rows: Row, name: str = "ข้อมูล", merged: Sequence[str] = (), **more: object) -> Sheet:
    """A sheet of rows; merged ranges as Excel writes them."""
    return Sheet(name, tuple(map(tuple, rows)), tuple(map(cell_range, merged)), **more)  # type: ignore[arg-type]


def cell_range(text: str) -> CellRange:
    (first_column, first_row), (last_column, last_row) = (
        (ord(end[0]) - ord("A"), int(end[1:]) - 1) for end in text.split(":")
    )
    return CellRange(first_row, first_column, last_row, last_column)


@cache
def catalogue():
    return load_catalogue()


def read(
    *sheets: Sheet,
    file_name: str = ONET_FILE,
    schools: Sequence[School] = SCHOOLS,
    schools_answered: tuple[tuple[str, str], ...] = (),
    **choices: object,
) -> Reading:
    """Read sheets as one file; further keywords are answers of ImportChoices."""
    answers = ImportChoices(schools=schools_answered, **choices)  # type: ignore[arg-type]
    book, finder = withhold_persons(Workbook("xlsx", sheets)), SchoolFinder(schools)
    data = tidy_school_data(book, file_name, catalogue(), load_identity_headers(), finder, answers)
    return check(data, corrections=answers.corrections)


def check(
    data: SchoolData, fractions: dict[str, bool] | None = None, corrections: Corrections = ()
) -> Reading:
    checked = check_observations(
        data.observations, catalogue(), fractions or {}, confirmed_cells(corrections)
    )
    unique, doubled = settle_doubles(checked.accepted, catalogue())
    stated, contradicted = settle_benchmarks(data.benchmarks, catalogue())
    rows = count_rows(row_results(data, unique, checked.turned_away))
    return Reading(
        data,
        unique,
        stated,
        (
            *data.issues,
            *checked.issues,
            *doubled,
            *contradicted,
            *check_stated_totals(data.benchmarks, catalogue()),
        ),
        reconcile(unique, data.benchmarks, catalogue()),
        (rows.read, rows.loaded, rows.rejected, rows.ignored),
    )
