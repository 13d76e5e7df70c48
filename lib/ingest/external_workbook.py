"""A workbook of external results in any shape, read into one outcome per school and level of education."""

from collections import Counter
from dataclasses import replace

from lib.domain.columns import CODE_ROLES, Role
from lib.domain.datasets import RowCounts
from lib.domain.external_assessments import ExternalAssessment, OutcomeKey
from lib.domain.external_files import ExternalDefaults, ExternalFile, SchoolQuestion
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import EXPLANATION_SHEET, Workbook, address
from lib.ingest.cells import cell_text, is_note, value_at
from lib.ingest.external_columns import ExternalColumns, find_result_tables
from lib.ingest.external_joining import Joined
from lib.ingest.external_results import Refusal
from lib.ingest.external_row import RowReader, RowReading
from lib.ingest.external_row_subject import RowSubject
from lib.ingest.external_terms import any_level, phase_named, rounds_named
from lib.ingest.header_rows import repeats_header
from lib.ingest.merged_data import settle_merged
from lib.ingest.row_scopes import is_statistic, is_total, scope_of_label
from lib.ingest.school_identity import SchoolFinder, alias_key
from lib.ingest.tables import Table


def tidy_external_workbook(
    workbook: Workbook, file_name: str, finder: SchoolFinder, defaults: ExternalDefaults
) -> ExternalFile:
    """Read every visible sheet that has a column of schools and a column of results.

    Args:
        workbook: without anything about single persons.
        defaults: what a person said of rows that do not say it themselves.
    """
    walk = _Walk(file_name, finder, defaults)
    walk.issues.extend(workbook.issues)
    for sheet in workbook.sheets:
        if sheet.hidden or sheet.name == EXPLANATION_SHEET:
            continue
        for found, columns in find_result_tables(sheet):
            table, remarks = settle_merged(found, columns.as_columns(found))
            walk.issues.extend(remarks)
            walk.take_table(table, columns)
    if not walk.counts.read:
        walk.issues.append(
            Issue(
                Severity.ERROR,
                "X01",
                "ไม่พบตารางที่มีทั้งคอลัมน์โรงเรียนและคอลัมน์ผลการประเมิน ยังไม่มีข้อมูลใดถูกบันทึก",
                "ใช้แบบฟอร์มเปล่าของหน้านี้ หรือเติมหัวคอลัมน์ “รหัสโรงเรียน” “มาตรฐาน” และ “ผลการประเมิน”",
            )
        )
    return walk.finish()


class _Walk:
    """The tables of one file, one after another."""

    def __init__(self, file_name: str, finder: SchoolFinder, defaults: ExternalDefaults) -> None:
        self.issues: list[Issue] = []
        self.counts = RowCounts()
        self._file_name, self._finder, self._defaults = file_name, finder, defaults
        self._joined = Joined()
        self._questions: dict[str, SchoolQuestion] = {}
        self._asked: Counter[str] = Counter()

    def take_table(self, table: Table, columns: ExternalColumns) -> None:
        context = _context(table, self._file_name)
        reader = RowReader(table, columns, RowSubject(table, columns, context, self._defaults))
        for row in table.data_rows:
            try:
                self._read_row(table, columns, reader, row)
                self.counts += RowCounts(1, loaded=1)
            except Refusal as refusal:
                first = min((*columns.school.values(),))
                self.issues.append(refusal.as_issue(table.sheet.name, address(row, first)))
                rejected = int(refusal.is_fault)
                self.counts += RowCounts(1, rejected=rejected, ignored=1 - rejected)

    def finish(self) -> ExternalFile:
        asked = next((each for each in self._asked if each not in ("round", "level")), "")
        return ExternalFile(
            tuple(replace(each, file_name=self._file_name) for each in self._joined.outcomes()),
            self.counts,
            tuple(self.issues),
            tuple(self._questions.values()),
            bool(self._asked["round"]),
            bool(self._asked["level"]),
            asked,
        )

    def _read_row(self, table: Table, columns: ExternalColumns, reader: RowReader, row: int) -> None:
        """Take a row's results in.

        Raises:
            Refusal: nothing of the row is taken.
        """
        code, name = _written(table, columns, row)
        if _is_no_school(table, columns, row, code, name):
            raise Refusal("X10", "ไม่ใช่แถวของโรงเรียน", is_fault=False)
        read = reader.read(row)
        if read.refusal is not None:
            if read.refusal.asks:
                self._asked[read.refusal.asks] += 1
                self._school(code, name)  # both questions are asked at once
            raise read.refusal
        if not read.levels:
            self.issues.extend(read.issues[:-1])
            last = read.issues[-1]
            raise Refusal(last.code, last.message, last.cell, last.value)
        self.issues.extend(read.issues)
        school_id = self._school(code, name)
        self._join(table, read, school_id)

    def _join(self, table: Table, read: RowReading, school_id: str) -> None:
        taken = False
        clash: Refusal | None = None
        for level_id, reading in read.levels.items():
            key = OutcomeKey(school_id, read.round_id, read.phase, level_id)
            found = self._joined.add(ExternalAssessment(key, reading, read.assessed_on))
            taken = taken or found.taken
            clash = clash or found.clash
        if clash is not None and taken:
            self.issues.append(clash.as_issue(table.sheet.name, clash.cell))
        elif clash is not None:
            raise clash
        elif not taken:
            raise Refusal("X10", "ซ้ำกับแถวก่อนหน้าทุกค่า", is_fault=False)

    def _school(self, code: str, name: str) -> str:
        match = self._finder.find(code, name)
        if match.school_id is not None:
            return match.school_id
        alias, text = alias_key(code, name), " ".join(filter(None, (code, name)))
        known = self._questions.get(alias)
        candidates = tuple((each.school.school_id, str(each)) for each in match.candidates)
        n_rows = known.n_rows + 1 if known else 1
        self._questions[alias] = SchoolQuestion(alias, text, candidates, n_rows)
        what = "รหัสกับชื่อชี้ไปคนละโรงเรียน" if match.disagrees else "ไม่พบโรงเรียนนี้ในทะเบียน"
        raise Refusal("X12", f"{what}: {text}", value=text, asks="school")


def _written(table: Table, columns: ExternalColumns, row: int) -> tuple[str, str]:
    """Code and name of a row as written."""
    texts = {role: cell_text(value_at(table.sheet, row, index)) for role, index in columns.school.items()}
    code = next((texts[role] for role in CODE_ROLES if texts.get(role)), "")
    return code, texts.get(Role.SCHOOL_NAME, "")


def _is_no_school(table: Table, columns: ExternalColumns, row: int, code: str, name: str) -> bool:
    """Totals, notes, repeated headers, and rows without a school."""
    label = name or code
    if repeats_header(table.sheet.rows[row], columns.as_columns(table)):
        return True
    return (
        not label or is_note(label) or is_total(label) or is_statistic(label) or bool(scope_of_label(label))
    )


def _context(table: Table, file_name: str) -> ExternalDefaults:
    """Round, phase and level that titles, the sheet's name or the file's name say; the nearest first."""
    round_id = phase = level = ""
    for text in (*reversed(table.title), table.sheet.name, *reversed(table.earlier), file_name):
        named = rounds_named(text)
        if not round_id and len(named) == 1:
            round_id = named[0].id
            found = phase_named(text, named[0])
            phase = phase or (found.id if found else "")
        level = level or any_level(text)
    return ExternalDefaults(round_id, phase, level)
