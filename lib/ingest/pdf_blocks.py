"""Laid out PDF pages as text blocks and tables; reader child only."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from lib.domain.document_text import TableBlock, TextBlock
from lib.ingest.pdf_layout import Cell, PageLayout, Stretch, Table
from lib.ingest.pdf_lines import PageLine, Span
from lib.ingest.pdf_paragraphs import goes_on, join_paragraphs, usual_pitch

_LARGER: Final = 1.15
_NEAR: Final = 2.6
# Of the paper's width: how much wider a right margin may be than the left one.
_UNEVEN_MARGINS: Final = 0.12
# Part of the paper's height above its lower edge where the last line of a full page stands.
_LAST_LINES: Final = 0.22
# In sizes of the letters: overleaf the distance of the lines tells nothing, so the line must be quite full.
_FULL_OVERLEAF: Final = 2.5
_SAME_BORDER: Final = 4.0
_TURNED_STYLE: Final = "turned"
Block = TextBlock | TableBlock


class BlockMaker:
    """Makes the blocks of pages one after another; what goes on overleaf is marked so.

    Args:
        layouts: all pages, for the usual size of letters and the usual end of lines.
    """

    def __init__(self, layouts: Sequence[PageLayout]) -> None:
        lines = [line for layout in layouts for part in _stretches(layout) for line in part.lines]
        self._right = _usual_right(layouts)
        self._pitch = usual_pitch([part.lines for layout in layouts for part in _stretches(layout)])
        self._size = median(line.size for line in lines) if lines else 0.0
        self._open: tuple[PageLine, PageLine] | None = None
        self._columns: tuple[float, ...] = ()

    def make(self, layout: PageLayout, page: int) -> Iterator[Block]:
        """The blocks of the next page."""
        for place, part in enumerate(layout.parts):
            if isinstance(part, Table):
                goes_on_here = place == 0 and _same_columns(part.xs, self._columns)
                rows = tuple(tuple(self._cell_text(cell) for cell in row) for row in part.rows)
                yield TableBlock(rows, page, continues=goes_on_here)
                self._open, self._columns = None, part.xs
                continue
            yield from self._make_stretch(part, page, first=place == 0)
        tail = self._open[1].y if self._open is not None else 0.0
        if not layout.parts or tail > layout.bottom + _LAST_LINES * (layout.top - layout.bottom):
            # A page that ends early ends with its paragraph.
            self._open = None
        if not layout.parts:
            self._columns = ()
        if layout.turned:
            yield TextBlock("".join(layout.turned), _TURNED_STYLE, page, False)

    def _make_stretch(self, part: Stretch, page: int, *, first: bool) -> Iterator[Block]:
        right = self._right if part.right is None else part.right
        self._columns = ()
        for rows in _runs(part.lines):
            if len(rows[0].spans) > 1 and len(rows) > 1:
                yield TableBlock(_align(rows), page)
                self._open, first = None, False
                continue
            for text, head, tail in join_paragraphs(rows, right, self._pitch):
                overleaf = (
                    first and self._open is not None and _carries_on(self._open, head, right, self._pitch)
                )
                is_heading = head.size >= _LARGER * self._size
                yield TextBlock(text, "", page, is_heading, continues=overleaf)
                self._open, first = (head, tail), False

    def _cell_text(self, cell: Cell) -> str:
        joined = join_paragraphs(cell.lines, cell.right, self._pitch)
        texts = [*(text.replace("\t", " ") for text, _, _ in joined), cell.turned]
        return "\n".join(text for text in texts if text)


def _usual_right(layouts: Sequence[PageLayout]) -> float:
    """Where full lines end; where no line is full, as far from the paper's edge as lines begin."""
    pages = [
        [line for part in _stretches(layout) if part.right is None for line in part.lines]
        for layout in layouts
    ]
    ends = [max(line.x1 for line in lines) for lines in pages if lines]
    if not ends:
        return 0.0
    edge = median(layout.edge for layout in layouts)
    opposite = edge - min(line.x0 for lines in pages for line in lines)
    right = median(ends)
    return right if right > opposite - _UNEVEN_MARGINS * edge else opposite


def _stretches(layout: PageLayout) -> list[Stretch]:
    return [part for part in layout.parts if isinstance(part, Stretch)]


def _carries_on(before: tuple[PageLine, PageLine], line: PageLine, right: float, pitch: float) -> bool:
    """The first line of a page goes on with the last paragraph of the page before."""
    head, tail = before
    if right - tail.x1 > _FULL_OVERLEAF * tail.size:
        return False
    # As if it stood right under it.
    return goes_on(replace(tail, y=line.y + pitch * line.size), line, first=head, right=right, pitch=pitch)


def _same_columns(one: Sequence[float], other: Sequence[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= _SAME_BORDER for a, b in zip(one, other, strict=True))


def _runs(lines: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    """Lines with large gaps that stand together, and the lines between such groups."""
    run: list[PageLine] = []
    for place, line in enumerate(lines):
        parted = len(line.spans) > 1 or _is_wrapped_cell(lines, place)
        if run and (parted != (len(run[0].spans) > 1) or (parted and _is_far(run[-1], line))):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _is_far(one: PageLine, other: PageLine) -> bool:
    return one.y - other.y > _NEAR * other.size


def _is_wrapped_cell(lines: Sequence[PageLine], place: int) -> bool:
    """A short line between two rows, under one cell of the row above."""
    if not 0 < place < len(lines) - 1:
        return False
    above, line, below = lines[place - 1], lines[place], lines[place + 1]
    if len(above.spans) < 2 or len(below.spans) < 2 or _is_far(above, line) or _is_far(line, below):
        return False
    return sum(_overlap(line.spans[0], span) for span in above.spans) == 1


def _overlap(one: Span, other: Span) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1


def _align(lines: Sequence[PageLine]) -> tuple[tuple[str, ...], ...]:
    """Rows of a table without borders: spans that overlap from row to row are one column."""
    spans = sorted((span for line in lines for span in line.spans), key=lambda one: one.x0)
    ends: list[float] = []
    starts: list[float] = []
    for span in spans:
        if ends and span.x0 < ends[-1]:
            ends[-1] = max(ends[-1], span.x1)
        else:
            starts.append(span.x0)
            ends.append(span.x1)
    rows: list[list[str]] = []
    for line in lines:
        is_wrapped = len(line.spans) == 1 and rows
        row = rows[-1] if is_wrapped else [""] * len(starts)
        for span in line.spans:
            column = sum(start <= span.x0 for start in starts) - 1
            row[column] = f"{row[column]}\n{span.text}" if row[column] else span.text
        if not is_wrapped:
            rows.append(row)
    return tuple(tuple(row) for row in rows)
