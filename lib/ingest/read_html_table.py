"""Tables of a web page that was saved with a spreadsheet's name; runs in the reader child only."""

import re
from dataclasses import dataclass
from typing import Final

from lxml import html
from lxml.etree import LxmlError

from lib.domain.sheets import CellRange
from lib.ingest.decode_text import DecodedText, decode_text
from lib.ingest.html_layout import walk_tables
from lib.ingest.limits import SHEET_BOX_CELLS_MAX, SHEET_COLUMNS_MAX, SHEETS_MAX
from lib.ingest.refusals import make_refusal

_THAI_CHARSET: Final = re.compile(
    rb"charset\s*=\s*[\"']?\s*(?:tis-?620|windows-874|cp874|iso-8859-11)", re.IGNORECASE
)
_SPACE: Final = re.compile(r"[ \t\r\n]+")
# The limits of the HTML standard.
_COLSPAN_MAX: Final = 1_000
_ROWSPAN_MAX: Final = 65_534


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """One table on its grid; a spanning cell's text stands at its first place only."""

    rows: list[list[str]]
    merged: list[CellRange]


def decode_html(content: bytes) -> DecodedText:
    """Decode a page; a page that names Thai Windows is believed."""
    if _THAI_CHARSET.search(content[:4096]):
        try:
            return DecodedText(content.decode("cp874"), "cp874")
        except UnicodeDecodeError:
            return decode_text(content)
    return decode_text(content)


def read_html_tables(text: str) -> list[HtmlTable]:
    """The page's tables in order with the text above each; one that only lays out others is passed over.

    Raises:
        RefusedFile: F14 when there is none, S02 when one is too large, S07 for too many.
    """
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError) as error:
        raise make_refusal("F14") from error
    tables = [(_read_table(table), lines) for table, lines in walk_tables(root)]
    filled = [_put_below(table, lines) for table, lines in tables if any(any(row) for row in table.rows)]
    if not filled:
        raise make_refusal("F14")
    if len(filled) > SHEETS_MAX:
        raise make_refusal("S07", sheets=len(filled), limit=SHEETS_MAX)
    return filled


def _put_below(table: HtmlTable, lines: list[str]) -> HtmlTable:
    """The lines above a table as rows of their own, where Excel shows them when it opens the page."""
    shift = len(lines)
    merged = [
        CellRange(one.first_row + shift, one.first_column, one.last_row + shift, one.last_column)
        for one in table.merged
    ]
    return HtmlTable([*([line] for line in lines), *table.rows], merged)


def _read_table(table: html.HtmlElement) -> HtmlTable:
    rows: list[list[str]] = []
    merged: list[CellRange] = []
    # column -> rows still covered by a cell from above
    covered: dict[int, int] = {}
    n_cells = 0
    for number, element in enumerate(table.iter("tr")):
        row: list[str] = []
        below: dict[int, int] = {column: left - 1 for column, left in covered.items() if left > 1}
        for cell in element.iterchildren("td", "th"):
            while covered.get(len(row)):
                row.append("")
            column = len(row)
            across, down = (
                _read_span(cell, "colspan", _COLSPAN_MAX),
                _read_span(cell, "rowspan", _ROWSPAN_MAX),
            )
            row.append(_SPACE.sub(" ", _read_text(cell)).strip(" "))
            row.extend([""] * (across - 1))
            if across > 1 or down > 1:
                merged.append(CellRange(number, column, number + down - 1, column + across - 1))
            if down > 1:
                below.update(dict.fromkeys(range(column, column + across), down - 1))
            if len(row) > SHEET_COLUMNS_MAX:
                raise make_refusal("S02", sheet="html", cells=len(row), limit=SHEET_COLUMNS_MAX)
        covered = below
        n_cells += len(row)
        if n_cells > SHEET_BOX_CELLS_MAX:
            raise make_refusal("S02", sheet="html", cells=n_cells, limit=SHEET_BOX_CELLS_MAX)
        rows.append(row)
    # A rowspan may promise more rows than the table has.
    last = len(rows) - 1
    return HtmlTable(
        rows,
        [
            CellRange(one.first_row, one.first_column, min(one.last_row, last), one.last_column)
            for one in merged
        ],
    )


def _read_span(cell: html.HtmlElement, name: str, largest: int) -> int:
    stated = cell.get(name, "1").strip()
    return (
        max(1, min(int(stated), largest)) if stated.isascii() and stated.isdigit() and len(stated) < 10 else 1
    )


def _read_text(cell: html.HtmlElement) -> str:
    for element in cell.iter("br"):
        element.tail = " " + (element.tail or "")
    return "".join(text for text in cell.itertext() if isinstance(text, str))
