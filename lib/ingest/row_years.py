"""The year and term that a row itself names, where the table has columns for them."""

import re

from lib.domain.columns import Column, Role
from lib.domain.issues import Issue, Severity
from lib.domain.sheets import Sheet, address
from lib.ingest.cells import cell_text, value_at
from lib.thai.dates import parse_year_be
from lib.thai.numerals import to_arabic_digits

_TERMS = ("1", "2", "3", "4")


class RowYears:
    """Reads the year and term columns of one table."""

    def __init__(self, sheet: Sheet, columns: tuple[Column, ...]) -> None:
        self._sheet = sheet
        by_role = {column.role: column.index for column in reversed(columns)}
        self._year, self._term = by_role.get(Role.YEAR), by_role.get(Role.TERM)

    def of(self, row: int) -> tuple[int | None, int | None]:
        """Year (Buddhist Era) and term of a row, None for what it does not name; ``1/2567`` names both."""
        year_text, term_text = self._text(row, self._year), self._text(row, self._term)
        year_be = parse_year_be(year_text)
        term = term_text if term_text in _TERMS else ""
        for text in (term_text, year_text):
            before, slash, after = (part.strip() for part in text.partition("/"))
            if slash and before in _TERMS and parse_year_be(after):
                term, year_be = before, year_be or parse_year_be(after)
        return year_be, int(term) if term else None

    def fault(self, row: int) -> Issue | None:
        """A year that cannot be read; the year of the sheet must not stand in for it."""
        if self._year is None or not (shown := self._text(row, self._year)) or self.of(row)[0] is not None:
            return None
        return Issue(
            Severity.ERROR,
            "V11",
            f"ปี “{shown}” ไม่ใช่ปี พ.ศ. สี่หลัก จึงไม่นำเข้าแถวนี้",
            f"พิมพ์ปีเป็นสี่หลัก เช่น {f'25{shown}' if re.fullmatch(r'[4-7][0-9]', shown) else 2567}",
            sheet=self._sheet.name,
            cell=address(row, self._year),
            value=shown,
        )

    def _text(self, row: int, column: int | None) -> str:
        return "" if column is None else to_arabic_digits(cell_text(value_at(self._sheet, row, column)))
