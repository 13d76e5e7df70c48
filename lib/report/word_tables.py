"""A Word table as one string, parsed once: python-docx cell by cell is quadratic in the rows."""

from itertools import groupby

from lib.domain.bound_cells import cell_ids
from lib.domain.documents import Digits, Table, TableColumn
from lib.report.characters import with_digits
from lib.report.word_columns import fitted_widths_cm
from lib.report.word_figures import FigureMarks
from lib.report.word_styles import HEAD_FILL, TOTAL_FILL, twips
from lib.report.word_text import CHANGED_STYLE, is_plain, text_xml

_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>%s</w:tr>"
_WITH_NEXT = "<w:keepNext/></w:pPr>"
#: A table of no more rows and letters stands whole on one page; one that fills a page must break.
_KEPT_ROWS, _KEPT_LETTERS = 8, 1200
_LOOKS = {"left": "TableText", "center": "TableCenter", "right": "TableNumber"}


def table_xml(table: Table, available_cm: float, digits: Digits, figures: FigureMarks) -> str:
    """The ``w:tbl`` of a table; columns too wide for the page shrink in proportion, and their text with them.

    Args:
        available_cm: text width of the page it stands on.
        digits: digits of heads and cells.
        figures: marks the cells that show a figure.
    """
    widths_cm, small = fitted_widths_cm(table, available_cm)
    suffix = "Small" if small else ""
    widths = [twips(width) for width in widths_cm]
    name, start, end = figures.table_ends(table)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_head(table.columns, widths, suffix, digits, (start, end))}"
        f"{_rows(table, widths, suffix, digits, figures, name)}</w:tbl>"
    )


def _head(
    columns: tuple[TableColumn, ...], widths: list[int], suffix: str, digits: Digits, ends: tuple[str, str]
) -> str:
    """The heading rows, which repeat on every page; the table's bookmark stands in their first cell."""
    head = _head_rows(columns, widths, suffix, digits)
    opening, closing = head.index("</w:pPr>") + len("</w:pPr>"), head.index("</w:p>")
    return f"{head[:opening]}{ends[0]}{head[opening:closing]}{ends[1]}{head[closing:]}"


def _head_rows(columns: tuple[TableColumn, ...], widths: list[int], suffix: str, digits: Digits) -> str:
    """One row, or two with merged parents."""
    if not any(column.group for column in columns):
        cells = [_head_cell(c.title, w, "", suffix, digits) for c, w in zip(columns, widths, strict=True)]
        return _head_row(cells)
    upper: list[str] = []
    lower: list[str] = []
    for group, members in groupby(zip(columns, widths, strict=True), key=lambda pair: pair[0].group):
        pairs = list(members)
        if group:
            span = f'<w:gridSpan w:val="{len(pairs)}"/>'
            upper.append(_head_cell(group, sum(w for _, w in pairs), span, suffix, digits))
            lower.extend(_head_cell(c.title, w, "", suffix, digits) for c, w in pairs)
        else:
            upper.extend(
                _head_cell(c.title, w, '<w:vMerge w:val="restart"/>', suffix, digits) for c, w in pairs
            )
            lower.extend(_head_cell("", w, "<w:vMerge/>", suffix, digits) for _, w in pairs)
    return _head_row(upper) + _head_row(lower)


def _head_row(cells: list[str]) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _head_cell(text: str, width: int, merge: str, suffix: str, digits: Digits) -> str:
    run = f"<w:r>{text_xml(text, digits)}</w:r>" if text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD_FILL}"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="TableHead{suffix}"/>{_WITH_NEXT}{run}</w:p></w:tc>'
    )


def _rows(
    table: Table, widths: list[int], suffix: str, digits: Digits, figures: FigureMarks, name: str
) -> str:
    """All body rows; most only fill their texts into what every row repeats."""
    usual = _openings(table, widths, suffix, "", "<w:r>")
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{TOTAL_FILL}"/>'
    strong = _openings(table, widths, suffix, fill, '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr>')
    filled_in = {bold: _filled_in(cells) for bold, cells in ((False, usual), (True, strong))}
    ids = cell_ids(table) if table.figure_ids or figures.changed else ()
    joined = _joined_rows(table)
    parts: list[str] = []
    for position, row in enumerate(table.rows):
        bold = position in table.bold_rows
        if not ids and position not in joined and is_plain("".join(row)):
            texts = row if digits == "arabic" else tuple(with_digits(text, digits) for text in row)
            parts.append(filled_in[bold] % texts)
            continue
        own_ids = table.figure_ids[position] if table.figure_ids else ("",) * len(row)
        named = ids[position] if ids else own_ids
        cells = zip(strong if bold else usual, row, named, own_ids, strict=True)
        written = "".join(_cell(*cell, digits, figures) for cell in cells)
        parts.append(_ROW % (written.replace("</w:pPr>", _WITH_NEXT) if position in joined else written))
    figures.note_table(name, table)
    return "".join(parts)


def _joined_rows(table: Table) -> frozenset[int]:
    """Rows that stay with what follows: none alone at a caption, a note or a page end, short tables whole."""
    lengths = [sum(map(len, row)) for row in table.rows]
    last = len(lengths) - 1
    with_note = {last} if table.note else set()
    if last < _KEPT_ROWS and sum(lengths) <= _KEPT_LETTERS:
        return frozenset({*range(last), *with_note})
    pairs = {0, last - 1, *table.bold_rows} & set(range(last))
    # two rows that fill a page together would leave the one before them empty
    return frozenset(
        {place for place in pairs if sum(lengths[place : place + 2]) <= _KEPT_LETTERS} | with_note
    )


def _openings(
    table: Table, widths: list[int], suffix: str, fill: str, run: str
) -> tuple[tuple[str, str], ...]:
    """What stands before the text of each cell: cell and paragraph, then the run."""
    return tuple(
        (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}<w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{_LOOKS[column.align]}{suffix}"/></w:pPr>',
            run,
        )
        for column, width in zip(table.columns, widths, strict=True)
    )


def _filled_in(openings: tuple[tuple[str, str], ...]) -> str:
    """A whole row that waits for its texts."""
    cells = (f"{start}{run}{text_xml('%s', 'arabic')}</w:r></w:p></w:tc>" for start, run in openings)
    return _ROW % "".join(cells)


def _cell(
    opening: tuple[str, str], text: str, figure_id: str, own_id: str, digits: Digits, figures: FigureMarks
) -> str:
    start, run = opening
    if figure_id in figures.changed:
        run = f'<w:r><w:rPr><w:rStyle w:val="{CHANGED_STYLE}"/></w:rPr>'
    content = f"{run}{text_xml(text, digits)}</w:r>"
    if own_id:
        content = figures.around(own_id, text, content)
    return f"{start}{content}</w:p></w:tc>"
