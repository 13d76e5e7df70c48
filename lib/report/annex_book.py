"""The workbook of the annex: its formats, and sheets that read well on screen and on A4."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from math import ceil
from unicodedata import category

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from lib.report.annex_names import SheetNames
from lib.report.annex_print import FONT, READABLE, PageWords, set_up_print
from lib.report.characters import printable
from lib.thai.text import safe_text

_FONT_PT, _ROW_PT, _LINE_PT, _TITLE_PT = 16, 24.0, 26.0, 36.0
_INK, _MUTED, _LINE, _HEAD, _AREA, _LINK = "#1F2A30", "#5B6B73", "#B9C6CA", "#DDE9EA", "#F4F7F7", "#0F5E6B"
_MOST_LETTERS, _TALLEST_PT = 32_000, 409.0
_LETTERS_PER_WIDTH = 0.85
_ALIGNED = {"@": "left", "0": "center"}
Cell = str | float | None


class AnnexBook:
    """A workbook under way; rows of a sheet are written from the top down, so that memory stays flat."""

    def __init__(self, words: PageWords, made_on: date) -> None:
        self._buffer = io.BytesIO()
        self._words = words
        self._names = SheetNames()
        self._looks: dict[tuple[str, bool, bool], Format] = {}
        self._lines: dict[str, tuple[str, Format]] = {}  # names, files and cells come back again and again
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_format_properties": {"font_name": FONT, "font_size": _FONT_PT, "font_family": 2},
        }
        self.book: Workbook = xlsxwriter.Workbook(self._buffer, options)
        self.book.set_properties(
            {
                "title": printable(words.title),
                "subject": "ภาคผนวกข้อมูล",
                "author": printable(words.office),
                "company": printable(words.office),
                "created": datetime.combine(made_on, time()),
            }
        )
        box: dict[str, object] = {"border": 1, "border_color": _LINE, "valign": "top", "font_color": _INK}
        self._box = box
        self.title = self._format({"bold": True, "font_size": 20, "valign": "vcenter", "font_color": _INK})
        self.note = self._format({"font_color": _MUTED, "valign": "top", "text_wrap": True})
        self.link = self._format(box | {"font_color": _LINK, "underline": 1})
        self.head = self._format(
            box | {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": _HEAD}
        )

    def _format(self, look: dict[str, object]) -> Format:
        made: Format = self.book.add_format(look)
        return made

    def look(self, numbers: str = "", *, bold: bool = False, marked: bool = False) -> Format:
        """The format of a cell: its number format, ``@`` for a line of text, empty for wrapped text."""
        key = (numbers, bold, marked)
        if key not in self._looks:
            look = dict(self._box)
            look |= {"num_format": numbers} if numbers else {"text_wrap": True}
            look |= {"align": _ALIGNED.get(numbers, "right")} if numbers else {}
            look |= {"bold": True, "bg_color": _AREA} if bold else {}
            look |= {"quote_prefix": True} if marked else {}
            self._looks[key] = self._format(look)
        return self._looks[key]

    def sheet(self, wanted: str) -> Worksheet:
        """A new sheet at the end."""
        return self.book.add_worksheet(self._names.take(wanted))

    def begin(
        self, page: Worksheet, title: Sequence[str], header: Sequence[str], widths: Sequence[float]
    ) -> int:
        """Title lines, header, columns and print set-up.

        Returns:
            Row of the header, from 0.
        """
        page.set_default_row(_ROW_PT)
        for column, width in enumerate(widths):
            page.set_column(column, column, width)
        wide = sum(widths)
        for line, text in enumerate(title):
            page.set_row(line, _ROW_PT if line else _TITLE_PT)
            if line:
                self.grow(page, line, (text,), (min(wide, READABLE),))
            look = self.note if line else self.title
            if line and len(header) > 1:
                page.merge_range(line, 0, line, _last_within(widths, READABLE), "", look)
            page.write_string(line, 0, _told(text), look)
        top = len(title) + 1
        self.grow(page, top, header, widths)
        for column, text in enumerate(header):
            page.write_string(top, column, _told(text), self.head)
        set_up_print(page, self._words, top, sum(widths))
        page.freeze_panes(top + 1, 1 if len(header) > 2 else 0)
        return top

    def text(self, page: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> None:
        """Text as it is; what a spreadsheet could run stays a text, also when it is edited."""
        told = _told(text)
        if told:
            page.write_string(row, column, told, self.look(bold=bold, marked=safe_text(told) != told))
        else:
            page.write_blank(row, column, None, self.look(bold=bold))

    def line(self, page: Worksheet, row: int, column: int, text: str) -> None:
        """Text on one line, for long lists."""
        if text not in self._lines:
            told = _told(text)
            self._lines[text] = told, self.look("@", marked=safe_text(told) != told)
        told, look = self._lines[text]
        if told:
            page.write_string(row, column, told, look)
        else:
            page.write_blank(row, column, None, look)

    def formula(
        self,
        page: Worksheet,
        row: int,
        column: int,
        formula: str,
        value: str | float,
        numbers: str,
        *,
        bold: bool = False,
    ) -> None:
        """A formula with its value, for programs that show a file without calculating."""
        page.write_formula(row, column, formula, self.look(numbers, bold=bold), value)

    def put(self, page: Worksheet, row: int, column: int, value: Cell, numbers: str = "General") -> None:
        """A number in its format, a text, or an empty cell."""
        if isinstance(value, int | float):
            page.write_number(row, column, value, self.look(numbers))
        else:
            self.text(page, row, column, value or "")

    def grow(self, page: Worksheet, row: int, cells: Sequence[Cell], widths: Sequence[float]) -> None:
        """Room for the wrapped lines of a row, which not every program finds out by itself."""
        lines = 1
        for value, width in zip(cells, widths, strict=True):
            if isinstance(value, str) and value:
                own = (sum(category(sign) != "Mn" for sign in line) for line in value.split("\n"))
                lines = max(lines, sum(max(1, ceil(n / (width * _LETTERS_PER_WIDTH))) for n in own))
        if lines > 1:
            page.set_row(row, min(lines * _LINE_PT, _TALLEST_PT))

    def close(self) -> bytes:
        """The bytes of the whole file."""
        self.book.close()
        return self._buffer.getvalue()


def _last_within(widths: Sequence[float], most: float) -> int:
    """The last column of those that together are no wider; the second one at least."""
    inside = [place for place in range(len(widths)) if sum(widths[: place + 1]) <= most]
    return max(inside[-1] if inside else 0, 1)


def _told(text: str) -> str:
    return printable(text)[:_MOST_LETTERS]
