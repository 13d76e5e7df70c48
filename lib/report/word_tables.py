"""A Word table as one string, parsed once: python-docx cell by cell is quadratic in the rows."""

from itertools import groupby

from lib.domain.bound_figures import cell_ids
from lib.domain.documents import Digits, Table, TableColumn
from lib.report.word_columns import fitted_widths_cm
from lib.report.word_figures import FigureMarks
from lib.report.word_styles import HEAD_FILL, TOTAL_FILL, twips
from lib.report.word_text import CHANGED_STYLE, text_xml

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
        f'<w:p><w:pPr><w:pStyle w:val="TableHead{suffix}"/></w:pPr>{run}</w:p></w:tc>'
    )


def _rows(
    table: Table, widths: list[int], suffix: str, digits: Digits, figures: FigureMarks, name: str
) -> str:
    """All body rows; what a column repeats is written once and joined to each text."""
    plain = [_cell_start(c, w, suffix, "") for c, w in zip(table.columns, widths, strict=True)]
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{TOTAL_FILL}"/>'
    strong = [_cell_start(c, w, suffix, fill) for c, w in zip(table.columns, widths, strict=True)]
    parts: list[str] = []
    ids = cell_ids(table)
    changed = f'<w:r><w:rPr><w:rStyle w:val="{CHANGED_STYLE}"/></w:rPr>'
    for position, row in enumerate(table.rows):
        bold = position in table.bold_rows
        usual = '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr>' if bold else "<w:r>"
        parts.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
        # the last row goes with the note beneath it, or the note may stand on a page of its own
        with_note = bool(table.note) and position == len(table.rows) - 1
        own_ids = table.figure_ids[position] if table.figure_ids else ("",) * len(row)
        cells = zip(strong if bold else plain, row, ids[position], own_ids, strict=True)
        for column, (cell, text, figure_id, own_id) in enumerate(cells):
            start = cell.replace("</w:pPr>", "<w:keepNext/></w:pPr>") if with_note else cell
            opening = changed if figure_id in figures.changed else usual
            run = f"{opening}{text_xml(text, digits)}</w:r>"
            if own_id:
                run = figures.around(own_id, text, run)
            elif figure_id:
                figures.note_cell(name, position, column, figure_id, text)
            parts.append(f"{start}{run}</w:p></w:tc>")
        parts.append("</w:tr>")
    return "".join(parts)


def _cell_start(column: TableColumn, width: int, suffix: str, fill: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{_LOOKS[column.align]}{suffix}"/></w:pPr>'
    )
