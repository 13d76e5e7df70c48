"""Which school each row of a table is about; doubles and unknown names become questions."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from lib.domain.columns import CODE_ROLES, Column, Role
from lib.domain.issues import Issue, Severity
from lib.domain.schools import School
from lib.domain.sheets import Sheet
from lib.ingest.cells import cell_text, value_at
from lib.ingest.choices import ImportChoices
from lib.ingest.near_names import find_near_rows, same_district
from lib.ingest.reading import DoubledSchool, UnknownSchool
from lib.ingest.row_differences import row_differences
from lib.ingest.rows import Row
from lib.ingest.school_identity import How, Match, SchoolFinder, alias_key
from lib.ingest.school_issues import SchoolIssues
from lib.thai.codes import tidy_code
from lib.thai.school_names import tidy_school_name

YearOfRow = Callable[[int], tuple[int | None, int | None]]


class RowSchools:
    """Resolves the school rows of one table and collects what a person must answer."""

    def __init__(
        self, sheet: Sheet, columns: tuple[Column, ...], finder: SchoolFinder, choices: ImportChoices
    ) -> None:
        self._sheet = sheet
        self._all_columns = columns
        self._columns = {column.role: column.index for column in reversed(columns)}
        self._finder = finder
        self._choices = choices
        self._said = SchoolIssues(sheet.name, self._identity_column())
        self._unknown: dict[str, UnknownSchool] = {}
        self._new: dict[str, School] = {}
        self._doubled: list[DoubledSchool] = []

    @property
    def issues(self) -> tuple[Issue, ...]:
        return tuple(self._said.found)

    @property
    def unknown(self) -> tuple[UnknownSchool, ...]:
        return tuple(self._unknown.values())

    @property
    def new(self) -> tuple[School, ...]:
        return tuple(self._new.values())

    @property
    def doubled(self) -> tuple[DoubledSchool, ...]:
        return tuple(self._doubled)

    def resolve(self, rows: list[Row], year_of_row: YearOfRow) -> dict[int, tuple[str | None, str]]:
        """Row index → (school id, reason): an id without reason is read, an id with one is passed over,
        None was turned away for the reason."""
        resolved: dict[int, tuple[str | None, str]] = {}
        same: dict[tuple[str, object], list[Row]] = defaultdict(list)
        unsure = []
        for row in rows:
            if alias_key(row.code, row.name) in self._choices.skipped_schools:
                resolved[row.index] = ("", "ผู้ใช้เลือกข้ามแถวนี้")
                continue
            school_id = self._school_of(row)
            if school_id is None:
                unsure.append(row)
                resolved[row.index] = (None, "ไม่ทราบว่าเป็นโรงเรียนใด")
            else:
                same[(school_id, year_of_row(row.index))].append(row)
        for (school_id, _), group in same.items():
            resolved |= self._settle(school_id, group)
        self._name_near_rows(unsure, rows)
        return resolved

    def _name_near_rows(self, unsure: list[Row], rows: list[Row]) -> None:
        """A row of an unknown school whose name another row bears but for its spelling may be its double."""
        for row, other in find_near_rows(unsure, rows):
            key = alias_key(row.code, row.name)
            differs = row_differences(self._sheet, self._all_columns, (row.index, other.index))
            self._said.near(row, other, differs)
            places = tuple((self._sheet.name, each.index + 1) for each in (row, other))
            near = DoubledSchool("", f"{row.name} / {other.name}", places, differs)
            self._unknown[key] = replace(self._unknown[key], near=(*self._unknown[key].near, near))

    def _school_of(self, row: Row) -> str | None:
        match = self._finder.find(row.code, row.name)
        key = alias_key(row.code, row.name)
        elsewhere = self._elsewhere(row, match)
        if match.school_id is not None and not elsewhere:
            school = self._finder.school(match.school_id)
            if match.how is How.NAME and row.code:
                self._said.matched_by_name(row, school)
            if not school.active:
                self._said.closed(row, school)
            return match.school_id
        if elsewhere:
            match = self._finder.unsure(match, row.code, row.name)
        added = self._addable(row, match)
        foreign = self._finder.is_foreign(row.code)
        if added is not None:
            self._new[added.school_id] = added
            if (self._choices.add_schools and not foreign) or key in self._choices.added_schools:
                return added.school_id
        self._said.unknown(row, match, addable=added is not None, foreign=foreign, district=elsewhere)
        schools = tuple(each.school for each in match.candidates)
        whys = tuple(each.why for each in match.candidates)
        cell = self._said.cell(row)
        self._unknown[key] = UnknownSchool(key, row.code, row.name, self._sheet.name, cell, schools, whys)
        return None

    def _elsewhere(self, row: Row, match: Match) -> str:
        """The row's district where only the name decided and the school of that name lies in another one.

        Neighbouring areas share names, and a file without codes may hold the neighbour's school.
        """
        if match.how not in (How.NAME, How.BASE_NAME) or match.school_id is None:
            return ""
        stated, known = self._text(row.index, Role.DISTRICT), self._finder.school(match.school_id).district
        return "" if same_district(stated, known) else stated

    def _addable(self, row: Row, match: Match) -> School | None:
        """A row whose code is of a known length, is in nobody's register, and comes with a name."""
        code = tidy_code(row.code)
        if match.disagrees or self._same_code(match, code):
            return None
        if not row.name or len(code) not in (6, 8, 10):
            return None
        return School(
            code,
            tidy_school_name(row.name),
            smis_code=code if len(code) == 8 else "",
            obec_code=code if len(code) == 6 else "",
            moe_code=code if len(code) == 10 else "",
            cluster=self._text(row.index, Role.CLUSTER) or row.group,
            district=self._text(row.index, Role.DISTRICT),
            area_code=self._text(row.index, Role.AREA_CODE),
        )

    @staticmethod
    def _same_code(match: Match, code: str) -> bool:
        return any(
            code in (s.smis_code, s.obec_code, s.moe_code, s.school_id)
            for s in (each.school for each in match.candidates)
        )

    def _settle(self, school_id: str, group: list[Row]) -> dict[int, tuple[str | None, str]]:
        """One row per school is read; equal doubles are passed over, differing ones wait for a person."""
        if len(group) == 1:
            return {group[0].index: (school_id, "")}
        numbers = [row.index + 1 for row in group]
        if len({self._figures(row) for row in group}) == 1:
            chosen: int | None = numbers[0]
            self._said.doubled(
                group[0].name or school_id, group, Severity.INFO, "ค่าเหมือนกันทุกช่อง จึงใช้แถวแรก", ""
            )
        else:
            places = tuple((self._sheet.name, number) for number in numbers)
            differs = row_differences(self._sheet, self._all_columns, [row.index for row in group])
            self._doubled.append(DoubledSchool(school_id, group[0].name or school_id, places, differs))
            kept = {row for place, row in self._choices.kept_rows if place == (self._sheet.name, school_id)}
            chosen = next((number for number in numbers if number in kept), None)
        if chosen is None:
            self._said.doubled(
                group[0].name or school_id,
                group,
                Severity.QUESTION,
                "ค่าต่างกัน จึงยังไม่นำเข้าแถวใดของโรงเรียนนี้",
                "เลือกแถวที่ถูกต้อง หรือแก้รหัสโรงเรียนของแถวที่ผิด",
            )
            return {row.index: (None, "โรงเรียนซ้ำหลายแถวและค่าต่างกัน") for row in group}
        return {
            row.index: (school_id, "" if row.index + 1 == chosen else f"ซ้ำกับแถว {chosen}") for row in group
        }

    def _figures(self, row: Row) -> tuple[str, ...]:
        identity = {index for role, index in self._columns.items() if role.identifies}
        cells = self._sheet.rows[row.index]
        return tuple(cell_text(cell) for column, cell in enumerate(cells) if column not in identity)

    def _identity_column(self) -> int:
        for role in (*CODE_ROLES, Role.SCHOOL_NAME):
            if role in self._columns:
                return self._columns[role]
        return 0

    def _text(self, row: int, role: Role) -> str:
        return cell_text(value_at(self._sheet, row, self._columns[role])) if role in self._columns else ""
