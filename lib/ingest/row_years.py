"""The year and term that a row itself names, where the table has columns for them."""

import re
from collections.abc import Iterable, Iterator

from lib.domain.columns import Column, Role
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import DateCell, Sheet, address
from lib.ingest.cells import cell_text, value_at
from lib.ingest.date_readings import year_of_date, year_of_serial
from lib.thai.dates import parse_year_be
from lib.thai.numerals import to_arabic_digits

_TERMS = ("1", "2", "3", "4")
_SHORT_YEAR = re.compile("[4-7][0-9]")
_CE = re.compile(r"(?:19|20)\d\d(?:\.0)?")
_WHOLE_YEAR = re.compile(r"-*|–|—|ทั้งปี|ตลอดปี|ทั้งปีการศึกษา|ทั้งปีงบประมาณ|รวม")


class RowYears:
    """Reads the year and term columns of one table.

    Args:
        told_year_be: the one year that titles, sheet and file name give, None where it is open.
    """

    def __init__(self, sheet: Sheet, columns: tuple[Column, ...], told_year_be: int | None = None) -> None:
        self._sheet = sheet
        self._told_year_be = told_year_be
        by_role = {column.role: column.index for column in reversed(columns)}
        self._year, self._term = by_role.get(Role.YEAR), by_role.get(Role.TERM)
        self._christian: list[int] = []

    @property
    def issues(self) -> Iterator[Issue]:
        """Christian years that were read as Buddhist ones, in one line."""
        if self._year is not None and self._christian:
            shown = self._text(self._christian[0], self._year)
            yield Issue(
                Severity.INFO,
                "V10",
                f"ปี {shown} อ่านเป็น พ.ศ. {parse_year_be(shown)} (แปลงปี ค.ศ. {len(self._christian):,} เซลล์)",
                sheet=self._sheet.name,
                cell=", ".join(address(row, self._year) for row in self._christian),
                value=shown,
            )

    def of(self, row: int) -> tuple[int | None, int | None]:
        """Year (Buddhist Era) and term of a row, None for what it does not name; ``1/2567`` names both."""
        if self._year is None and self._term is None:
            return None, None
        year_text, term_text = self._text(row, self._year), self._text(row, self._term)
        year_be = parse_year_be(year_text)
        term = _plain_term(term_text)
        for text in (term_text, year_text):
            before, slash, after = (part.strip() for part in text.partition("/"))
            if slash and before in _TERMS and parse_year_be(after):
                term, year_be = before, year_be or parse_year_be(after)
        return year_be, int(term) if term else None

    def check(self, rows: Iterable[int]) -> dict[int, Issue]:
        """Row → why its period cannot be read; the year of the sheet must not stand in for it."""
        rows = tuple(rows)
        if self._year is not None:
            self._christian = [row for row in rows if _CE.fullmatch(self._text(row, self._year))]
        named = {self.of(row)[0] for row in rows} - {None}
        found = ((row, self._fault(row, named)) for row in rows)
        return {row: issue for row, issue in found if issue is not None}

    def _fault(self, row: int, named: set[int | None]) -> Issue | None:
        """Why the period of a row cannot be read; ``named`` are the years of all rows."""
        year_be, term = self.of(row)
        year_text, term_text = self._text(row, self._year), self._text(row, self._term)
        if self._year is not None and year_be is None:
            if year_text:
                return self._unreadable(row, self._year, year_text)
            if named and named != {self._told_year_be}:
                return self._undated(row, self._year)
        if self._term is not None and term is None and not _WHOLE_YEAR.fullmatch(term_text):
            return self._issue(
                row,
                self._term,
                f"ภาคเรียนหรือไตรมาส “{term_text}” อ่านไม่ได้ จึงไม่นำเข้าแถวนี้",
                "พิมพ์เป็นตัวเลข 1–4 หรือเว้นว่างถ้าเป็นข้อมูลทั้งปี",
                term_text,
                ("1", "2"),
            )
        return None

    def _unreadable(self, row: int, column: int, shown: str) -> Issue:
        if _SHORT_YEAR.fullmatch(shown):
            return self._issue(
                row,
                column,
                f"ปี “{shown}” หมายถึง พ.ศ. 25{shown} หรือไม่ ยังไม่นำเข้าแถวนี้",
                f"พิมพ์ปีเป็นสี่หลัก เช่น 25{shown} หรือเลือกค่าที่ถูกต้อง",
                shown,
                (f"25{shown}",),
            )
        dated = self._dated(row, column, shown)
        if dated is not None:
            return dated
        said = f"ปี “{shown}” ไม่ใช่ปี พ.ศ. สี่หลัก จึงไม่นำเข้าแถวนี้"
        return self._issue(row, column, said, "พิมพ์ปีเป็นสี่หลัก เช่น 2567", shown)

    def _dated(self, row: int, column: int, shown: str) -> Issue | None:
        """A date where a year belongs, as such or as Excel's number of days."""
        cell = value_at(self._sheet, row, column)
        is_date = isinstance(cell, DateCell)
        year_be = year_of_date(cell.iso) if isinstance(cell, DateCell) else year_of_serial(shown)
        if year_be is None:
            return None
        said = f"“{shown}” ในคอลัมน์ปีเป็นวันที่ หมายถึง พ.ศ. {year_be} หรือไม่ ยังไม่นำเข้าแถวนี้"
        hint = f"พิมพ์ปีเป็นสี่หลัก เช่น {year_be} หรือเลือกค่าที่ถูกต้อง"
        code = "V12" if is_date else "V13"
        return self._issue(row, column, said, hint, shown, (str(year_be),), code)

    def _undated(self, row: int, column: int) -> Issue:
        said = "ตารางมีคอลัมน์ปี แต่แถวนี้เว้นว่าง จึงไม่รู้ว่าเป็นของปีใดและยังไม่นำเข้าแถวนี้"
        return self._issue(row, column, said, "เติมปีของแถวนี้เป็นสี่หลัก แล้วนำเข้าใหม่", "")

    def _issue(
        self,
        row: int,
        column: int,
        said: str,
        hint: str,
        shown: str,
        readings: tuple[str, ...] = (),
        code: str = "V11",
    ) -> Issue:
        return Issue(
            Severity.QUESTION if readings else Severity.ERROR,
            code,
            said,
            hint,
            sheet=self._sheet.name,
            cell=address(row, column),
            value=shown,
            readings=readings,
        )

    def _text(self, row: int, column: int | None) -> str:
        return "" if column is None else to_arabic_digits(cell_text(value_at(self._sheet, row, column)))


def _plain_term(text: str) -> str:
    """``ภาคเรียนที่ 1``, ``เทอม 1`` and ``1`` are the first term."""
    bare = re.sub(r"^(?:ภาคเรียน|ภาค|เทอม|ไตรมาส)(?:ที่)?\s*", "", text)
    return bare if bare in _TERMS else ""
