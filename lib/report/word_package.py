"""A filled Word package as a file: its tables put in as text, every entry dated alike, its figures listed.

A table of thousands of rows is never parsed: its markup is ours, and lxml would only give it back.
"""

import re
from html import unescape
from io import BytesIO

from docx.document import Document as DocxDocument

from lib.domain.bound_figures import FileOrigin
from lib.report.figure_binding import with_figures
from lib.report.fixed_dates import with_fixed_dates
from lib.report.word_figures import FigureMarks

_BODY = "word/document.xml"
_PLACE = re.compile(r"<\?ktpn-table (\d+)\?>")
_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


class WaitingTables:
    """Tables of one document, each held by a sign until the package is written."""

    def __init__(self) -> None:
        self._tables: list[str] = []

    def hold(self, table: str) -> str:
        """The sign that stands where the table will."""
        self._tables.append(table)
        return f"<?ktpn-table {len(self._tables) - 1}?>"

    def lines(self) -> list[str]:
        """Texts of all rows."""
        rows = (row for table in self._tables for row in table.split("</w:tr>"))
        return ["".join(map(unescape, _TEXT.findall(row))) for row in rows]

    def put_in(self, body: str) -> str:
        return _PLACE.sub(lambda found: self._tables[int(found[1])], body)


def packed(
    word: DocxDocument, tables: WaitingTables, figures: FigureMarks, origin: FileOrigin | None
) -> bytes:
    """The finished file; the same content gives the same bytes.

    Args:
        origin: what it was made from; with it the file lists its figures and can be checked later.
    """
    stream = BytesIO()
    word.save(stream)
    parts = {_BODY: tables.put_in(word.part.blob.decode("utf-8")).encode("utf-8")}
    if origin is not None:
        return with_figures(stream.getvalue(), origin, figures.placed, parts)
    return with_fixed_dates(stream.getvalue(), parts)
