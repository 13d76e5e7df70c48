"""A document as plain text blocks in reading order."""

from dataclasses import dataclass
from enum import StrEnum

from lib.domain.issues import Issue


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One paragraph.

    Attributes:
        text: its text; a line break inside it is a newline, check marks are ``☑`` and ``☐``.
        style: the style's name as the document gives it, empty for none.
        page: page it begins on, from 1. Approximate for a Word file: it counts the page breaks that Word
            left when it last saved, and a file never opened in Word has few of them.
        is_heading: its style, outline level or size makes it a heading.
        continues: it goes on with the paragraph that the page before ends with; never so in a document that
            is handed out, where the two are one.
    """

    text: str
    style: str
    page: int
    is_heading: bool
    continues: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """One table on its grid; a merged cell has its text at its first place and ``""`` at the others.

    Attributes:
        rows: texts by row; rows may differ in length.
        page: page the table begins on, as approximate as a paragraph's.
        continues: its rows go on with those of the table before, from the page before.
    """

    rows: tuple[tuple[str, ...], ...]
    page: int
    continues: bool = False


class PageVerdict(StrEnum):
    """Whether the text of a page may be used."""

    GOOD = "good"
    REPAIRED = "repaired"
    UNREADABLE = "unreadable"
    SCANNED = "scanned"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class PageReading:
    """How sound the text of one page is.

    Attributes:
        page: from 1.
        verdict: the text of an unreadable or scanned page is not among the document's blocks.
        score: 0–1, by its letters and words.
        n_letters: as found, whether used or not.
        repairs: kind of damage and how often it was put right.
        fault: kind of damage that made it unreadable, empty for none.
    """

    page: int
    verdict: PageVerdict
    score: float
    n_letters: int = 0
    repairs: tuple[tuple[str, int], ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document's body.

    Attributes:
        blocks: paragraphs and tables in reading order; a table inside a table follows the outer one.
        page_count: the highest page number met.
        issues: what was noticed while reading.
        pages: how sound each page is; empty where nobody looked.
    """

    blocks: tuple[TextBlock | TableBlock, ...]
    page_count: int
    issues: tuple[Issue, ...] = ()
    pages: tuple[PageReading, ...] = ()
