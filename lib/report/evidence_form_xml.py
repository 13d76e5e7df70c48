"""Lines with blanks and ruled tables of an official form, as WordprocessingML."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lib.domain.documents import Digits
from lib.domain.evidence import Answer
from lib.domain.evidence_forms import BE_OFFSET
from lib.domain.evidence_items import FieldType, FormItem
from lib.report.word_blocks import paragraph_xml
from lib.report.word_styles import twips
from lib.report.word_text import run_xml
from lib.thai.date_text import MONTHS

_BLANK = re.compile(r"\{([^{}]*)\}")
_DOTS = {"day": 8, "month": 22, "year": 12}
_MIDDLE_DOTS = 24
_TAG = re.compile(r"<[^>]*>")
_LONG_LETTERS = 500


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: its paragraphs as XML, and how it joins its neighbours."""

    content: str
    span: int = 1
    merge: str = ""


def line_xml(
    template: str, values: Mapping[str, str], style: str, digits: Digits, blank_lines: int = 1
) -> str:
    """One printed line; a blank without a value shows dots, the last one of the line to its right end.

    Args:
        template: text with ``{name}`` blanks.
        values: name → text; missing and empty ones stay dotted.
        blank_lines: dotted lines where the last blank is empty.
    """
    pieces = _BLANK.split(template)
    text, is_open = "", False
    for position, piece in enumerate(pieces):
        if position % 2 == 0:
            text += piece
        elif values.get(piece, ""):
            text += values[piece]
        elif position == len(pieces) - 2 and not pieces[-1].strip():
            text, is_open = f"{text}\t", True
        else:
            text += "." * _DOTS.get(piece.rpartition(".")[2], _MIDDLE_DOTS)
    lines = [text, *("\t" for _ in range(blank_lines - 1))] if is_open else [text]
    return "".join(paragraph_xml(style, run_xml(line, digits)) for line in lines)


def field_lines_xml(item: FormItem, answer: Answer, style: str, digits: Digits) -> str:
    """The third column of an item; a line that is nothing but an empty optional field is left out."""
    fields = {field.id: field for field in item.fields}
    values: dict[str, str] = {}
    for field in item.fields:
        text = answer.fields.get(field.id, "")
        values |= _date_parts(field.id, text) if field.type is FieldType.DATE_BE else {field.id: text}
    shown = []
    for line in item.lines:
        blanks = _BLANK.findall(line)
        alone = fields.get(blanks[0]) if len(blanks) == 1 and line.strip() == f"{{{blanks[0]}}}" else None
        if alone is not None and not alone.required and not values.get(alone.id):
            continue
        last = fields.get(blanks[-1]) if blanks else None
        shown.append(line_xml(line, values, style, digits, last.blank_lines if last else 1))
    return "".join(shown)


def _date_parts(field_id: str, text: str) -> dict[str, str]:
    """Parts of a kept date; anything else, as from an older copy of the form, is printed whole."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return {field_id: text, f"{field_id}.day": text}
    year = str(day.year + BE_OFFSET)
    parts = {"day": str(day.day), "month": MONTHS[day.month - 1], "year": year}
    whole = f"{parts['day']} {parts['month']} {year}"
    return {f"{field_id}.{part}": shown for part, shown in parts.items()} | {field_id: whole}


def head_xml(text: str, digits: Digits = "arabic") -> str:
    """The paragraph of a heading cell."""
    return paragraph_xml("FormHead", run_xml(text, digits) if text else "")


def table_xml(
    widths_cm: tuple[float, ...],
    head: Iterable[list[Cell]],
    rows: Sequence[list[Cell]],
    *,
    last_with: int = 1,
    with_next: bool = False,
) -> str:
    """A ruled table; the head repeats on every page and no row but a long one is cut by a page's end.

    Args:
        last_with: rows that go to a new page together at the end, so that none stands there alone.
        with_next: whether what explains the table stays with its last row.
    """
    widths = [twips(width) for width in widths_cm]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heads = "".join(_row(cells, widths, "<w:cantSplit/><w:tblHeader/>") for cells in head)
    long = [_is_long(cells) for cells in rows]
    shown = [
        _row(cells, widths, "" if cut else "<w:cantSplit/>") for cells, cut in zip(rows, long, strict=True)
    ]
    # A paragraph that stays with the next one holds its row to the next row.
    for place in range(len(rows))[-last_with : None if with_next else -1]:
        if not long[place]:
            shown[place] = shown[place].replace("</w:pPr>", "<w:keepNext/></w:pPr>")
    body = "".join(shown)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{heads}{body}</w:tbl>'
    )


def _is_long(cells: list[Cell]) -> bool:
    """Whether a row would leave much of a page empty rather than be cut."""
    return any(len(_TAG.sub("", cell.content)) > _LONG_LETTERS for cell in cells)


def _row(cells: list[Cell], widths: list[int], properties: str) -> str:
    parts, column = [], 0
    for cell in cells:
        width = sum(widths[column : column + cell.span])
        column += cell.span
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        merge = {"": "", "start": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[cell.merge]
        align = '<w:vAlign w:val="center"/>' if "tblHeader" in properties else ""
        layout = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{align}'
        parts.append(f"<w:tc><w:tcPr>{layout}</w:tcPr>{cell.content}</w:tc>")
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(parts)}</w:tr>"
