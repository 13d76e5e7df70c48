"""A school's report as lines in reading order, whether it came as a document or a workbook."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lib.domain.assessments import Place
from lib.domain.document_text import DocumentText, TableBlock, TextBlock
from lib.domain.sheets import CellValue, DateCell, ErrorCell, FormulaCell, Sheet, Workbook, address
from lib.ingest.report_markup import without_markup
from lib.thai.codes import is_citizen_id
from lib.thai.repair import repair_text
from lib.thai.text import clean_text

_LONG_NUMBER = re.compile(r"(?<!\d)[\d๐-๙](?:[\s-]?[\d๐-๙]){12}(?!\d)")
HIDDEN_ID = "(ปิดเลขประจำตัว)"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph or one row of a table.

    Attributes:
        cells: texts; one for a paragraph. A cell may hold several lines.
        places: as many as ``cells``.
        table: 0 for a paragraph, else the number of the table or sheet.
        is_heading: the document says so by its style; a sheet's name counts as one.
        is_contents: a line of the table of contents.
    """

    cells: tuple[str, ...]
    places: tuple[Place, ...]
    table: int = 0
    is_heading: bool = False
    is_contents: bool = False

    @property
    def text(self) -> str:
        return " ".join(cell for cell in self.cells if cell)


def lines_of_document(document: DocumentText) -> tuple[Line, ...]:
    """Lines of a document; a paragraph with line breaks gives several, damaged Thai is repaired."""
    return tuple(_document_lines(document))


def lines_of_workbook(workbook: Workbook) -> tuple[Line, ...]:
    """Lines of a workbook: each visible sheet's name as a heading, then its rows, blank ones left out."""
    return tuple(
        line
        for number, sheet in enumerate(workbook.sheets, start=1)
        if not sheet.hidden
        for line in _sheet_lines(sheet, number)
    )


def make_document(workbook: Workbook) -> DocumentText:
    """A workbook's visible sheets as a document, so that it can be shown beside its reading."""
    blocks: list[TextBlock | TableBlock] = []
    for page, sheet in enumerate((s for s in workbook.sheets if not s.hidden), start=1):
        blocks.append(TextBlock(sheet.name, "", page, True))
        blocks.append(TableBlock(tuple(_row_texts(sheet, row) for row in range(len(sheet.rows))), page))
    return DocumentText(tuple(blocks), max(1, len(blocks) // 2), workbook.issues)


def hide_citizen_ids(text: str) -> str:
    """The text with every valid 13-digit citizen id blanked; school codes are shorter and stay."""
    return _LONG_NUMBER.sub(lambda found: HIDDEN_ID if is_citizen_id(found.group()) else found.group(), text)


def hide_document_ids(document: DocumentText) -> DocumentText:
    """The same document with citizen ids blanked, fit to be stored."""
    blocks = tuple(
        TextBlock(hide_citizen_ids(block.text), block.style, block.page, block.is_heading)
        if isinstance(block, TextBlock)
        else TableBlock(tuple(tuple(map(hide_citizen_ids, row)) for row in block.rows), block.page)
        for block in document.blocks
    )
    return DocumentText(blocks, document.page_count, document.issues, document.pages)


def tidy_line(text: str) -> str:
    """Repaired and cleaned text of each line, blank lines dropped, line breaks kept."""
    lines = (clean_text(line) for line in repair_text(without_markup(hide_citizen_ids(text))).split("\n"))
    return "\n".join(line for line in lines if line)


def _document_lines(document: DocumentText) -> Iterator[Line]:
    n_tables = 0
    for number, block in enumerate(document.blocks):
        if isinstance(block, TextBlock):
            contents = block.style.casefold().replace(" ", "").startswith(("toc", "สารบัญ"))
            for text in tidy_line(block.text).split("\n"):
                if text:
                    place = Place(block.page, number)
                    yield Line((text,), (place,), is_heading=block.is_heading, is_contents=contents)
            continue
        # A table that goes on overleaf keeps its columns.
        n_tables += not (block.continues and n_tables)
        for row, cells in enumerate(block.rows):
            if any(cell.strip() for cell in cells):
                places = tuple(
                    Place(block.page, number, cell=address(row, column)) for column in range(len(cells))
                )
                yield Line(tuple(map(tidy_line, cells)), places, n_tables)


def _sheet_lines(sheet: Sheet, number: int) -> Iterator[Line]:
    yield Line((tidy_line(sheet.name),), (Place(sheet=sheet.name, cell="A1"),), is_heading=True)
    for row in range(len(sheet.rows)):
        cells = tuple(map(tidy_line, _row_texts(sheet, row)))
        if any(cells):
            places = tuple(Place(sheet=sheet.name, cell=address(row, column)) for column in range(len(cells)))
            yield Line(cells, places, number)


def _row_texts(sheet: Sheet, row: int) -> tuple[str, ...]:
    return tuple(
        _cell_text(value, percent=(row, column) in sheet.percent_cells)
        for column, value in enumerate(sheet.rows[row])
    )


def _cell_text(value: CellValue, *, percent: bool) -> str:
    """A cell as a person reads it; a ticked check box is ``TRUE`` in the file."""
    if value is None or isinstance(value, ErrorCell | FormulaCell):
        return ""
    if isinstance(value, bool):
        return "☑" if value else "☐"
    if isinstance(value, int | float):
        return f"{value * 100:.10g}%" if percent else f"{value:.10g}"
    return value.iso if isinstance(value, DateCell) else value
