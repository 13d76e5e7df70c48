"""Walk a report line by line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from lib.ingest.rating_columns import Columns, read_header
from lib.ingest.report_context import Context
from lib.ingest.report_headings import (
    has_numbering,
    strip_numbering,
)
from lib.ingest.report_labels import RATING_LABEL
from lib.ingest.report_lines import Line
from lib.ingest.report_paragraphs import read_paragraph
from lib.ingest.report_rows import read_bare_row, read_header_words, read_row
from lib.ingest.statement_headings import statement_heading

_CONTENTS = re.compile(r"(?:[.…]{4,}|_{4,}|\t)\s*(?:\d{1,3}|[ก-ฮ])$")


@dataclass(slots=True)
class Walk:
    """Takes the lines in reading order; what it found is in ``context``.

    Attributes:
        table / columns: the table being read and what its columns hold.
        after_header: the row above was a header.
    """

    context: Context
    table: int = 0
    columns: Columns = field(default_factory=dict)
    after_header: bool = False

    def read_all(self, lines: Sequence[Line]) -> None:
        """Take in the whole report."""
        for line, following in zip_longest(lines, lines[1:]):
            self.read(line, following)

    def read(self, line: Line, following: Line | None = None) -> None:
        """Take in the next line, in sight of the one after it."""
        self.context.number += 1
        if line.is_contents or (
            _CONTENTS.search(line.text) is not None and not RATING_LABEL.match(strip_numbering(line.text))
        ):
            return
        if line.table != self.table:
            self.table, self.columns, self.after_header = line.table, {}, False
        filled = [n for n, cell in enumerate(line.cells) if cell]
        if len(filled) == 1 and not self._is_statement_column(line, filled[0]):
            if self._begins_another_list(line.cells[filled[0]]):
                self.columns = {}
            texts = line.cells[filled[0]].split("\n")
            nexts = [*texts[1:], following.text if following is not None else ""]
            for text, after in zip(texts, nexts, strict=True):
                read_paragraph(
                    self.context,
                    text,
                    line.places[filled[0]],
                    is_heading=line.is_heading,
                    before_list=not has_numbering(text) and has_numbering(after),
                )
            return
        header = read_header(line.cells, self.columns, follows=self.after_header) if line.table else None
        self.after_header = header is not None
        if header is not None:
            self.columns = header
            read_header_words(self.context, line, header)
        elif self.columns and not self._is_statement_row(line, filled[0]):
            read_row(self.context, line, self.columns)
        else:
            read_bare_row(self.context, line)

    def _is_statement_row(self, line: Line, first: int) -> bool:
        """A row that names its kind at the left, or goes on beneath one: kind | number | statement."""
        if any(column.kind or column.role in ("option", "level") for column in self.columns.values()):
            return False
        heading = statement_heading(line.cells[first])
        return (heading is not None and not heading.inline) or (self.context.kind is not None and first > 0)

    def _begins_another_list(self, text: str) -> bool:
        """A heading in a row of its own beneath columns of statements: the columns end there."""
        return any(column.kind for column in self.columns.values()) and statement_heading(text) is not None

    def _is_statement_column(self, line: Line, number: int) -> bool:
        column = self.columns.get(number)
        return (
            column is not None and column.kind is not None and statement_heading(line.cells[number]) is None
        )
