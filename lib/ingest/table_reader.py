"""Read one table row by row; every row ends as a school, a benchmark, or with a reason why not."""

from collections import defaultdict
from functools import cached_property

from lib.domain.columns import Column
from lib.domain.indicators import Catalogue
from lib.domain.issues import Issue
from lib.domain.schools import School
from lib.domain.sheets import address
from lib.ingest.choices import ImportChoices
from lib.ingest.column_issues import column_issues
from lib.ingest.columns import recognise_columns
from lib.ingest.count_columns import bind_figures
from lib.ingest.figure_periods import FigurePeriods
from lib.ingest.figure_values import FigureReader
from lib.ingest.header_words import HeaderWords
from lib.ingest.merged_data import settle_merged
from lib.ingest.reading import DoubledSchool, Outcome, RowOutcome, UnknownSchool
from lib.ingest.row_reasons import IGNORED_BECAUSE
from lib.ingest.row_refusals import refuse_rows
from lib.ingest.row_schools import RowSchools
from lib.ingest.row_years import RowYears
from lib.ingest.rows import Row, RowKind, classify_rows
from lib.ingest.school_identity import SchoolFinder
from lib.ingest.seen_layouts import see_table, texts_nearby
from lib.ingest.table_faults import empty_table, nameless_row, table_fault
from lib.ingest.table_figures import TableFigures, read_figures
from lib.ingest.table_remarks import table_remarks
from lib.ingest.tables import Table
from lib.ingest.year_hints import find_year_hints, sheet_period


class TableReader:
    """Collects the row outcomes and issues of one table; call :meth:`read` once, for its figures."""

    def __init__(
        self,
        table: Table,
        file_name: str,
        catalogue: Catalogue,
        words: HeaderWords,
        finder: SchoolFinder,
        choices: ImportChoices,
    ) -> None:
        self.table = table
        self._sheet = table.sheet.name
        self._by_id = catalogue.by_id
        picked = choices.columns_of(self._sheet, table.header_rows[0] + 1)
        nearby = texts_nearby(table, file_name)
        self.columns: tuple[Column, ...] = recognise_columns(table, words, nearby, picked)
        unanswered = recognise_columns(table, words, nearby) if picked else self.columns
        self.layout = see_table(table, unanswered, is_found=not choices.headers_of(self._sheet))
        self.table, merged = settle_merged(table, self.columns)
        # The year stands over the first table of a sheet and holds for those below that name none.
        own = any(map(find_year_hints, (*table.title, self._sheet)))
        told = sheet_period(table.title if own else (*table.earlier, *table.title), self._sheet, file_name)
        first = address(table.header_rows[0], min(table.headers, default=0))
        self._periods = FigurePeriods(told, choices, self._sheet, first)
        self._figures = bind_figures(self.columns, catalogue.by_id)
        sheet = self.table.sheet
        self._values = FigureReader(sheet)
        self._years = RowYears(sheet, self.columns, self._periods.main_year_be())
        self._schools = RowSchools(sheet, self.columns, finder, choices)
        self._finder = finder
        self.rows: list[RowOutcome] = []
        self._stating: list[tuple[Row, str]] = []
        self._issues: list[Issue] = list(merged)

    @property
    def issues(self) -> tuple[Issue, ...]:
        return (
            *self._issues,
            *table_remarks(self.table, self.columns),
            *self._years.issues,
            *self._schools.issues,
            *self._values.issues,
            *self._periods.issues,
            *column_issues(self.columns, self._figures, self._by_id, self._sheet, self.table.header_rows),
        )

    @property
    def unknown_schools(self) -> tuple[UnknownSchool, ...]:
        return self._schools.unknown

    @property
    def new_schools(self) -> tuple[School, ...]:
        return self._schools.new

    @property
    def doubled_schools(self) -> tuple[DoubledSchool, ...]:
        return self._schools.doubled

    @cached_property
    def domains(self) -> tuple[str, ...]:
        """Domains of the table's figures, the most frequent first."""
        counts: dict[str, int] = defaultdict(int)
        for figure in self._figures:
            counts[figure.indicator.domain] += 1
        return tuple(sorted(counts, key=lambda domain: -counts[domain]))

    @property
    def period_label(self) -> str:
        return self._periods.label()

    @property
    def year_be(self) -> int | None:
        return self._periods.main_year_be()

    def read(self) -> TableFigures:
        """Read every row; nothing is dropped without an outcome."""
        rows = classify_rows(self.table, self.columns)
        if not rows:
            self._issues.append(empty_table(self._sheet, self.table.header_rows[-1]))
        fault = table_fault(self.columns, self._figures, self._sheet, self.table.header_rows[-1])
        if fault is not None:
            self._issues.append(fault.issue)
            for row in rows:
                if row.kind is not RowKind.BENCHMARK or not self._figures:
                    self._done(row, Outcome.IGNORED, fault.reason)
            rows = tuple(row for row in rows if row.kind is RowKind.BENCHMARK and self._figures)
        refused = refuse_rows(rows, self.table.sheet, self.columns, self._years, self._finder.knows)
        for row in rows:
            if row.index in refused:
                self._done(row, Outcome.REJECTED, refused[row.index].reason)
                self._issues.append(refused[row.index].issue)
        rows = tuple(row for row in rows if row.index not in refused)
        schools = [row for row in rows if row.kind is RowKind.SCHOOL]
        resolved = self._schools.resolve(schools, self._years.of)
        for row in rows:
            if row.kind is RowKind.SCHOOL:
                self._school(row, *resolved[row.index])
            elif row.kind is RowKind.BENCHMARK and row.scope is not None:
                self._done(row, Outcome.IGNORED, f"แถวค่าของ{row.scope.label} เก็บเป็นค่าเปรียบเทียบ")
                self._stating.append((row, ""))
            elif row.kind is RowKind.NAMELESS:
                self._nameless(row)
            else:
                self._done(row, Outcome.IGNORED, IGNORED_BECAUSE[row.kind])
        return read_figures(
            self.table.sheet, self._stating, self._figures, self._values, self._years, self._periods
        )

    def _school(self, row: Row, school_id: str | None, reason: str) -> None:
        if school_id is None:
            self._done(row, Outcome.REJECTED, reason)
        elif reason:
            self._done(row, Outcome.IGNORED, reason)
        else:
            self._done(row, Outcome.SCHOOL)
            self._stating.append((row, school_id))

    def _done(self, row: Row, outcome: Outcome, reason: str = "") -> None:
        self.rows.append(RowOutcome(self._sheet, row.index + 1, outcome, reason))

    def _nameless(self, row: Row) -> None:
        self._done(row, Outcome.REJECTED, "ไม่มีรหัสและชื่อโรงเรียน")
        self._issues.append(nameless_row(self._sheet, row.index, row.name))
