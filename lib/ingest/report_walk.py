"""Walk a report line by line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from lib.ingest.rating_columns import Columns, read_header
from lib.ingest.rating_rows import levels_of
from lib.ingest.report_context import Context
from lib.ingest.report_headings import strip_numbering
from lib.ingest.report_labels import RATING_LABEL
from lib.ingest.report_lines import Line
from lib.ingest.report_paragraphs import read_paragraph
from lib.ingest.report_rows import kind_cell, read_bare_row, read_header_words, read_row
from lib.ingest.standard_refs import find_standard
from lib.ingest.statement_headings import statement_heading
from lib.ingest.statement_lists import begins_item, first_number

_CONTENTS = re.compile(r"(?:[.…]{4,}|_{4,}|\t)\s*(?:\d{1,3}|[ก-ฮ])$")
_WITH_PAGE = re.compile(r"[\d๐-๙]{1,3}$")
_CONTENTS_HEAD = re.compile(r"^สารบัญ|^(?:table of )?contents$", re.IGNORECASE)
_MOST_WITHOUT_PAGE = 3
_LONGEST_STANDARD = 80


@dataclass(slots=True)
class Walk:
    """Takes the lines in reading order; what it found is in ``context``.

    Attributes:
        table / columns: the table being read and what its columns hold; ``kept`` those of rows of levels
            while a list of statements stands between them.
        after_header: the row above was a header.
        contents_left: lines without a page number until the table of contents counts as over; 0 outside it.
    """

    context: Context
    table: int = 0
    columns: Columns = field(default_factory=dict)
    kept: Columns = field(default_factory=dict)
    after_header: bool = False
    contents_left: int = 0

    def read_all(self, lines: Sequence[Line]) -> None:
        """Take in the whole report."""
        for line, following in zip_longest(lines, lines[1:]):
            self.read(line, following)

    def read(self, line: Line, following: Line | None = None) -> None:
        """Take in the next line, in sight of the one after it."""
        self.context.number += 1
        if self._is_contents(line):
            return
        if line.table != self.table:
            if self.context.listed.has_stated or self.context.listed.answered:
                # A heading introduces the table or the lines that follow; a list that began ends there.
                self.context.end_list()
            self.table, self.columns, self.kept, self.after_header = line.table, {}, {}, False
        filled = [n for n, cell in enumerate(line.cells) if cell]
        if not filled:
            return
        if len(filled) == 1 and not self._is_statement_column(line, filled[0]):
            self._read_alone(line, filled[0], following)
            return
        header = read_header(line.cells, self.columns, follows=self.after_header) if line.table else None
        self.after_header = header is not None
        if header is not None:
            self.columns = header
            read_header_words(self.context, line, header)
            return
        if self.kept and any(find_standard(line.cells[n]) is not None for n in filled[:2]):
            self.columns, self.kept = self.kept, {}
        if self._is_kind_row(line):
            self.kept, self.columns = self.kept or self.columns, {}
        if self.columns and not self._is_statement_row(line, filled[0]):
            read_row(self.context, line, self.columns)
        else:
            read_bare_row(self.context, line)

    def _read_alone(self, line: Line, number: int, following: Line | None) -> None:
        """A paragraph, or a row with text in one cell only."""
        if self.columns and line.table and self._begins_a_list(line.cells[number]):
            self.kept, self.columns = self.columns, {}
        texts = line.cells[number].split("\n")
        nexts = [*texts[1:], following.text if following is not None else ""]
        for text, after in zip(texts, nexts, strict=True):
            read_paragraph(
                self.context,
                text,
                line.places[number],
                is_heading=line.is_heading,
                before_list=not begins_item(text) and begins_item(after),
                restarts=not begins_item(text) and first_number(after) == 1,
            )

    def _is_contents(self, line: Line) -> bool:
        """A line of the table of contents: by its style, its leaders, or its page number beneath สารบัญ."""
        leaders = _CONTENTS.search(line.text) is not None
        if line.is_contents or (leaders and not RATING_LABEL.match(strip_numbering(line.text))):
            return True
        if _CONTENTS_HEAD.match(strip_numbering(line.text)):
            self.contents_left = _MOST_WITHOUT_PAGE
            return True
        if not self.contents_left:
            return False
        if _WITH_PAGE.search(line.text) is not None:
            self.contents_left = _MOST_WITHOUT_PAGE
            return True
        self.contents_left = 0 if line.is_heading else self.contents_left - 1
        return False

    def _is_kind_row(self, line: Line) -> bool:
        """Beneath columns of levels, a row that gives a kind and its statements."""
        if not self.columns or any(column.kind for column in self.columns.values()):
            return False
        at = kind_cell(line.cells)
        subjects = [n for n, column in self.columns.items() if column.role == "standard_is"]
        return at is not None and not subjects and not levels_of(line.cells, self.columns, None)

    def _is_statement_row(self, line: Line, first: int) -> bool:
        """A row that names its kind, or goes on beneath one: level of education | kind | statement."""
        if any(column.kind or column.role in ("option", "level") for column in self.columns.values()):
            return False
        return kind_cell(line.cells) is not None or (self.context.kind is not None and first > 0)

    def _begins_a_list(self, text: str) -> bool:
        """A heading of statements in a row of its own: the columns above do not hold what follows."""
        heading = statement_heading(text)
        return heading is not None and (not heading.inline or any(c.kind for c in self.columns.values()))

    def _is_statement_column(self, line: Line, number: int) -> bool:
        column = self.columns.get(number)
        named = find_standard(line.cells[number])
        if named is not None and not named.item and len(line.cells[number]) <= _LONGEST_STANDARD:
            # A standard's name across the columns: what follows is said of it.
            return False
        return (
            column is not None and column.kind is not None and statement_heading(line.cells[number]) is None
        )
