"""A committee document as an immutable value: what it says, nothing of the file format it becomes."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from lib.domain.chart_descriptions import Chart

Digits = Literal["thai", "arabic"]
Align = Literal["left", "center", "right"]
ParagraphStyle = Literal["body", "plain", "center", "note"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look.

    Attributes:
        text: the words; a newline is a line break inside the paragraph.
        figure_id: the key of the figure this text shows, so that the number in the file leads to its data.
        refers_to: the ``key`` of a Table or Chart; the text becomes its caption number, ``text`` is unused.
        verbatim: somebody else's words; their digits stay as they are.
    """

    text: str
    bold: bool = False
    italic: bool = False
    figure_id: str | None = None
    refers_to: str | None = None
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; a numbered one gets บทที่ n, n.m or n.m.k written before its text."""

    level: Literal[1, 2, 3]
    text: str
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``body`` has the official first-line indent, ``plain`` has none.

    Attributes:
        section: id of the written section it belongs to; neighbours of one id are one marked section.
    """

    runs: tuple[Run, ...]
    style: ParagraphStyle = "body"
    section: str = ""


@dataclass(frozen=True, slots=True)
class BulletList:
    """Points without an order, each a tuple of runs; ``section`` as of a paragraph."""

    items: tuple[tuple[Run, ...], ...]
    section: str = ""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column; neighbours with the same ``group`` stand under one merged parent heading."""

    title: str
    align: Align = "left"
    width_cm: float = 2.0
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption, which is empty right under a heading.

    Attributes:
        rows: cells as they are to be read, one string per column.
        note: sources, n and remarks under the table.
        bold_rows: positions (0 = first row) of totals and area rows.
        key: what a ``Run.refers_to`` names.
        landscape: lay the page on its side even if the columns would fit upright.
        figure_ids: by row and column the key of the figure a cell shows, empty for words; ``()`` for none.
    """

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    bold_rows: frozenset[int] = frozenset()
    key: str | None = None
    landscape: bool = False
    figure_ids: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        width = len(self.columns)
        if not width:
            raise ValueError(f"table {self.caption!r} has no columns")
        for position, row in enumerate(self.rows):
            if len(row) != width:
                said = f"row {position}: {len(row)} cells for {width} columns"
                raise ValueError(f"table {self.caption!r} {said}")
        if self.figure_ids and [len(row) for row in self.figure_ids] != [width] * len(self.rows):
            raise ValueError(f"table {self.caption!r}: figure ids do not fit its cells")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Heading | Paragraph | BulletList | Table | Chart | PageBreak


@dataclass(frozen=True, slots=True)
class FrontSection:
    """A titled part before the contents, such as คำนำ, on its own page numbered ก ข ค."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ExactFigure:
    """The value behind a printed figure, before rounding, with its n and unit where they are known."""

    figure_id: str
    value: float
    n: float | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, from cover to last block.

    Attributes:
        date_text: the date as the cover writes it.
        lang_digits: digits of the text, captions and page numbers.
        table_digits: digits inside tables, Arabic in most statistics even of Thai-numeral books.
        contents / list_of_tables / list_of_charts: whether สารบัญ, สารบัญตาราง, สารบัญภาพ are made.
        made_on: date kept in the file's properties; None leaves them empty.
        chapter_word: what stands before the number of a first-level heading.
        exact: values behind the figures it binds; figures that are counts need none.
        changed: ids of figures that are marked as changed since the edition before.
    """

    title: str
    subtitle: str
    office: str
    date_text: str
    blocks: tuple[Block, ...]
    front_matter: tuple[FrontSection, ...] = ()
    lang_digits: Digits = "arabic"
    table_digits: Digits = "arabic"
    contents: bool = True
    list_of_tables: bool = False
    list_of_charts: bool = False
    made_on: date | None = None
    chapter_word: str = "บทที่"
    exact: tuple[ExactFigure, ...] = ()
    changed: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        keys = [block.key for block in self.all_blocks() if isinstance(block, Table | Chart) and block.key]
        if len(keys) != len(set(keys)):
            raise ValueError("two tables or charts share a key")
        missing = {run.refers_to for run in self._all_runs() if run.refers_to} - set(keys)
        if missing:
            raise ValueError(f"text refers to tables or charts that are not there: {sorted(missing)}")

    def all_blocks(self) -> tuple[Block, ...]:
        """Blocks in reading order, the front sections first."""
        front = tuple(block for section in self.front_matter for block in section.blocks)
        return front + self.blocks

    def _all_runs(self) -> tuple[Run, ...]:
        blocks = self.all_blocks()
        told = [block.runs for block in blocks if isinstance(block, Paragraph)]
        told += [item for block in blocks if isinstance(block, BulletList) for item in block.items]
        return tuple(run for runs in told for run in runs)
