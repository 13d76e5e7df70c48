"""The part of a report's text that stands around an item: a page of a document, or rows of a sheet."""

from dataclasses import dataclass

from lib.domain.assessments import Place
from lib.domain.document_text import DocumentText, TableBlock, TextBlock
from lib.domain.source_refs import parse_source_ref

_MOST_LETTERS = 9_000
_BLOCKS_BEFORE = 6
_ROWS_AROUND = 12


@dataclass(frozen=True, slots=True)
class LeafRow:
    """One row of a table.

    Attributes:
        number: as Excel counts; 0 in a document's table.
        marked: zero-based column that the item was read from; None for none.
    """

    number: int
    cells: tuple[str, ...]
    marked: int | None = None


@dataclass(frozen=True, slots=True)
class LeafPart:
    """A paragraph, or the rows of a table.

    Attributes:
        marked: the item was read from this paragraph, or from a table that does not say which cell.
    """

    text: str = ""
    rows: tuple[LeafRow, ...] = ()
    is_heading: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is shown beside an item.

    Attributes:
        sheet: name of the workbook's sheet; empty for a document.
        page: of the document, from 1, or the number of the workbook's sheet.
        cut_before / cut_after: the page goes on where the leaf begins or ends.
    """

    page: int
    parts: tuple[LeafPart, ...]
    sheet: str = ""
    cut_before: bool = False
    cut_after: bool = False


def page_of(document: DocumentText, place: Place | None) -> int:
    """The page, or the number of the sheet, that a place stands on; 1 where it does not say."""
    if place is None:
        return 1
    if place.sheet:
        pages = [block.page for block in document.blocks if _is_sheet_name(block, place.sheet)]
        return pages[0] if pages else 1
    return place.page or 1


def make_leaf(document: DocumentText, page: int, place: Place | None, *, in_sheets: bool) -> Leaf:
    """A page of a document or a sheet of a workbook, cut to what stands around a place where it is long.

    Args:
        place: where the item was read; None, or one on another page, marks nothing.
        in_sheets: the document's pages are the sheets of a workbook.
    """
    blocks = [(number, block) for number, block in enumerate(document.blocks) if block.page == page]
    here = place if place is not None and page_of(document, place) == page else None
    if in_sheets:
        return _sheet_leaf(page, [block for _, block in blocks], here)
    first = next((n for n, (number, _) in enumerate(blocks) if here and number == here.block), 0)
    start = 0 if _letters([block for _, block in blocks]) <= _MOST_LETTERS else max(0, first - _BLOCKS_BEFORE)
    parts: list[LeafPart] = []
    n_letters = 0
    for number, block in blocks[start:]:
        if n_letters > _MOST_LETTERS:
            break
        parts.append(_part(block, here if here and here.block == number else None))
        n_letters += _letters([block])
    shown = start + len(parts)
    return Leaf(page, tuple(parts), "", start > 0, shown < len(blocks))


def _sheet_leaf(page: int, blocks: list[TextBlock | TableBlock], here: Place | None) -> Leaf:
    name = next((block.text for block in blocks if isinstance(block, TextBlock)), "")
    rows = next((block.rows for block in blocks if isinstance(block, TableBlock)), ())
    row, column = _cell(here)
    first, last = 0, len(rows)
    if sum(len(cell) for each in rows for cell in each) > _MOST_LETTERS:
        first, last = max(0, row - _ROWS_AROUND), min(len(rows), row + 2 * _ROWS_AROUND)
    lines = tuple(
        LeafRow(number + 1, rows[number], column if here is not None and number == row else None)
        for number in range(first, last)
        if any(cell.strip() for cell in rows[number])
    )
    parts = (LeafPart(rows=lines),) if lines else ()
    return Leaf(page, parts, name, first > 0, last < len(rows))


def _part(block: TextBlock | TableBlock, here: Place | None) -> LeafPart:
    if isinstance(block, TextBlock):
        return LeafPart(block.text, is_heading=block.is_heading, marked=here is not None)
    row, column = _cell(here)
    rows = tuple(
        LeafRow(0, cells, column if here is not None and here.cell and number == row else None)
        for number, cells in enumerate(block.rows)
    )
    return LeafPart(rows=rows, marked=here is not None and not here.cell)


def _cell(place: Place | None) -> tuple[int, int]:
    if place is None or not place.cell:
        return 0, 0
    cells = parse_source_ref(place.cell).cells[0]
    return cells.first_row, cells.first_column


def _letters(blocks: list[TextBlock | TableBlock]) -> int:
    return sum(
        len(block.text)
        if isinstance(block, TextBlock)
        else sum(len(cell) for row in block.rows for cell in row)
        for block in blocks
    )


def _is_sheet_name(block: TextBlock | TableBlock, sheet: str) -> bool:
    return isinstance(block, TextBlock) and block.is_heading and block.text == sheet
