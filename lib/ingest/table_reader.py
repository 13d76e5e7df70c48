"""Read one table row by row; every row ends as a school, a benchmark, or with a reason why not."""

from collections import defaultdict
from functools import cached_property

from lib.domain.columns import CODE_ROLES, Column, Role
from lib.domain.indicators import Catalogue
from lib.domain.issues import Issue, Severity
from lib.domain.observations import WHOLE_YEAR, Scope
from lib.domain.schools import School
from lib.domain.sheets import address
from lib.ingest.cells import cell_text, value_at
from lib.ingest.choices import ImportChoices
from lib.ingest.column_issues import column_issues
from lib.ingest.columns import recognise_columns
from lib.ingest.count_columns import Figure, bind_figures
from lib.ingest.figure_periods import FigurePeriods
from lib.ingest.figure_values import FigureReader, FigureValue
from lib.ingest.header_words import HeaderWords
from lib.ingest.reading import Outcome, RowOutcome, UnknownSchool
from lib.ingest.row_schools import RowSchools
from lib.ingest.rows import Row, RowKind, classify_rows
from lib.ingest.school_identity import SchoolFinder
from lib.ingest.tables import Table
from lib.ingest.year_hints import sheet_period
from lib.thai.dates import parse_year_be

_IGNORED = {
    RowKind.GROUP: "แถวหัวข้อกลุ่ม",
    RowKind.NOTE: "หมายเหตุท้ายตาราง",
    RowKind.HEADER: "หัวตารางที่พิมพ์ซ้ำ",
    RowKind.SUBTOTAL: "แถวรวมของกลุ่ม ไม่นับซ้ำกับรายโรงเรียน",
    RowKind.SAMPLE: "แถวตัวอย่าง",
}


class TableReader:
    """Collects the observations, benchmarks, row outcomes and issues of one table; call :meth:`read` once."""

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
        nearby = (" ".join((self._sheet, *table.title)), file_name)
        self.columns: tuple[Column, ...] = recognise_columns(
            table, words, nearby, choices.columns_of(self._sheet)
        )
        told = sheet_period(table.title, self._sheet, file_name)
        self._periods = FigurePeriods(told, choices.year_be, self._sheet)
        self._figures = bind_figures(self.columns, catalogue.by_id)
        self._values = FigureReader(table.sheet)
        self._schools = RowSchools(table.sheet, self.columns, finder, choices)
        self.observations: list[tuple[object, ...]] = []
        self.benchmarks: list[tuple[object, ...]] = []
        self.rows: list[RowOutcome] = []
        self._issues: list[Issue] = []

    @property
    def issues(self) -> tuple[Issue, ...]:
        return (
            *self._issues,
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

    def read(self) -> None:
        """Read every row; nothing is dropped without an outcome."""
        if not self._figures:
            self._no_figures()
        self._check_identity()
        rows = classify_rows(self.table, self.columns)
        resolved = self._schools.resolve(
            [row for row in rows if row.kind is RowKind.SCHOOL], self._year_of_row
        )
        for row in rows:
            if row.kind is RowKind.SCHOOL:
                school_id, reason = resolved[row.index]
                if school_id is None:
                    self._done(row, Outcome.REJECTED, reason)
                elif reason:
                    self._done(row, Outcome.IGNORED, reason)
                else:
                    self._done(row, Outcome.SCHOOL)
                    self._read_school(row, school_id)
            elif row.kind is RowKind.BENCHMARK and row.scope is not None:
                self._done(row, Outcome.IGNORED, f"แถวค่าของ{row.scope.label} เก็บเป็นค่าเปรียบเทียบ")
                self._read_benchmark(row, row.scope)
            elif row.kind is RowKind.NAMELESS:
                self._nameless(row)
            else:
                self._done(row, Outcome.IGNORED, _IGNORED[row.kind])

    def _read_school(self, row: Row, school_id: str) -> None:
        for figure, found, kind, year_be, term in self._figures_of(row):
            self.observations.append(
                (
                    figure.indicator.id, school_id, kind, year_be, term,
                    found.value, found.numerator, found.n, found.sd,
                    found.source_ref, self._sheet, row.index + 1,
                )
            )  # fmt: skip

    def _read_benchmark(self, row: Row, scope: Scope) -> None:
        for figure, found, kind, year_be, term in self._figures_of(row):
            self.benchmarks.append(
                (
                    figure.indicator.id, str(scope), row.name or scope.label, kind, year_be, term,
                    found.value, found.n, found.source_ref, self._sheet, row.index + 1,
                )
            )  # fmt: skip

    def _figures_of(self, row: Row) -> list[tuple[Figure, FigureValue, str, int, int]]:
        year_be, term = self._year_of_row(row.index)
        found = []
        for figure in self._figures:
            value = self._values.read(figure, row.index)
            if value is None:
                continue
            period = self._periods.of(figure.indicator, year_be or figure.year_be, term)
            if period is not None:
                found.append((figure, value, str(period.kind), period.year_be, period.term or WHOLE_YEAR))
        return found

    def _year_of_row(self, row: int) -> tuple[int | None, int | None]:
        """Year and term that the row itself names."""
        by_role = {column.role: column.index for column in self.columns}
        year_be = term = None
        if Role.YEAR in by_role:
            year_be = parse_year_be(cell_text(value_at(self.table.sheet, row, by_role[Role.YEAR])))
        if Role.TERM in by_role:
            text = cell_text(value_at(self.table.sheet, row, by_role[Role.TERM]))
            before, _, after = text.partition("/")
            term = int(before) if before.strip() in ("1", "2", "3", "4") else None
            year_be = year_be or parse_year_be(after)
        return year_be, term

    def _undated(self, row: int) -> bool:
        """The row has a year column whose text is no four-digit year; the sheet's own year must not stand in."""
        column = next((column.index for column in self.columns if column.role is Role.YEAR), None)
        text = cell_text(value_at(self.table.sheet, row, column)) if column is not None else ""
        return bool(text) and self._year_of_row(row)[0] is None

    def _bad_year(self, row: Row) -> None:
        self._done(row, Outcome.REJECTED, "อ่านปีไม่ได้")
        column = next(column.index for column in self.columns if column.role is Role.YEAR)
        shown = cell_text(value_at(self.table.sheet, row.index, column))
        self._issues.append(
            Issue(
                Severity.ERROR,
                "V11",
                f"ปี “{shown}” ไม่ใช่ปี พ.ศ. สี่หลัก จึงไม่นำเข้าแถวนี้",
                "พิมพ์ปีเป็นสี่หลัก เช่น 2567",
                sheet=self._sheet,
                cell=address(row.index, column),
                value=shown,
            )
        )

    def _done(self, row: Row, outcome: Outcome, reason: str = "") -> None:
        self.rows.append(RowOutcome(self._sheet, row.index + 1, outcome, reason))

    def _nameless(self, row: Row) -> None:
        self._done(row, Outcome.REJECTED, "ไม่มีรหัสและชื่อโรงเรียน")
        self._issues.append(
            Issue(
                Severity.ERROR,
                "S19",
                f"แถว {row.index + 1} มีตัวเลขแต่ไม่มีรหัสและชื่อโรงเรียน จึงไม่นำเข้าแถวนี้",
                "เติมรหัสหรือชื่อโรงเรียน หรือลบแถวถ้าเป็นแถวรวมของกลุ่ม",
                sheet=self._sheet,
                cell=address(row.index, 0),
                value=row.name,
            )
        )

    def _check_identity(self) -> None:
        roles = {column.role for column in self.columns}
        if not roles & {*CODE_ROLES, Role.SCHOOL_NAME}:
            self._issues.append(
                Issue(
                    Severity.ERROR,
                    "S12",
                    "ไม่พบคอลัมน์รหัสโรงเรียนหรือชื่อโรงเรียน จึงไม่รู้ว่าแต่ละแถวเป็นของโรงเรียนใด",
                    "เติมหัวคอลัมน์ “รหัสโรงเรียน” หรือ “ชื่อโรงเรียน” แล้วนำเข้าใหม่",
                    sheet=self._sheet,
                    cell=address(self.table.header_rows[0], 0),
                )
            )

    def _no_figures(self) -> None:
        self._issues.append(
            Issue(
                Severity.ERROR,
                "S12",
                "ไม่พบคอลัมน์ของตัวชี้วัดใดในตารางนี้ จึงไม่มีค่าให้นำเข้า",
                "เลือกตัวชี้วัดให้คอลัมน์ที่ต้องการ หรือใช้แบบเก็บข้อมูลเปล่าจากหน้าพจนานุกรมตัวชี้วัด",
                sheet=self._sheet,
                cell=address(self.table.header_rows[-1], 0),
            )
        )
