"""A document as plain text blocks in reading order."""

from dataclasses import dataclass

from lib.domain.issues import Issue


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One paragraph.

    Attributes:
        text: its text; a line break inside it is a newline, check marks are ``☑`` and ``☐``.
        style: the style's name as the document gives it, empty for none.
        page: page it begins on, from 1. Approximate for a Word file: it counts the page breaks that Word
            left when it last saved, and a file never opened in Word has few of them.
        is_heading: its style or outline level makes it a heading.
    """

    text: str
    style: str
    page: int
    is_heading: bool


@dataclass(frozen=True, slots=True)
class TableBlock:
    """One table on its grid; a merged cell has its text at its first place and ``""`` at the others.

    Attributes:
        rows: texts by row; rows may differ in length.
        page: page the table begins on, as approximate as a paragraph's.
    """

    rows: tuple[tuple[str, ...], ...]
    page: int


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document's body.

    Attributes:
        blocks: paragraphs and tables in reading order; a table inside a table follows the outer one.
        page_count: the highest page number met.
        issues: what was noticed while reading.
    """

    blocks: tuple[TextBlock | TableBlock, ...]
    page_count: int
    issues: tuple[Issue, ...] = ()
