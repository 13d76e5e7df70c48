"""A page of a report's text, or rows of its sheet, with the words that an item was read from marked."""

from html import escape

from lib.domain.sheets import column_letter
from lib.services.report_leaves import Leaf, LeafPart, LeafRow

#: What no component of Streamlit can draw: the words of one item marked within a page of the report. The page
#: starts where the words are (``scroll-initial-target``); an older browser starts at its top.
LEAF_STYLE = """
.ktpn-leaf, .st-key-sar-picture, .st-key-sar-picture-large
  {height: max(24rem, calc(100vh - 22rem)) !important}
.st-key-sar-picture-large {overflow: auto !important}
.st-key-sar-picture-large img {width: 56rem !important; max-width: none !important}
.ktpn-leaf {overflow: auto; border: 1px solid #DCE4E6; padding: .5rem 1rem; font-size: .95rem;
  line-height: 1.7; background: #FFFFFF}
.ktpn-leaf p {margin: 0 0 .35rem; white-space: pre-line}
.ktpn-leaf p.head {font-weight: 600}
.ktpn-leaf p.cut {color: #5B6B73; font-size: .85rem}
.ktpn-leaf mark {background: #FFF2B3; color: #1F2A30; padding: .1rem .2rem}
.ktpn-leaf table {border-collapse: collapse; font-size: .9rem; margin: .25rem 0 .75rem}
.ktpn-leaf td, .ktpn-leaf th {border: 1px solid #DCE4E6; padding: .2rem .5rem; vertical-align: top;
  text-align: left; font-weight: 400; min-width: 2rem; white-space: pre-line}
.ktpn-leaf th {background: #F4F7F7; color: #5B6B73}
.ktpn-leaf td.mark {background: #FFF2B3}
.ktpn-leaf .start {scroll-initial-target: nearest; scroll-margin-top: 5rem}
"""
_BEFORE, _AFTER = "… มีข้อความของหน้านี้ก่อนหน้า", "… มีข้อความของหน้านี้ต่อ"


def leaf_html(leaf: Leaf, quote: str = "") -> str:
    """The leaf; of a marked paragraph only the quote is marked where it is found in it."""
    body = [f'<p class="cut">{_BEFORE}</p>'] if leaf.cut_before else []
    body += [_part(part, quote, in_sheet=bool(leaf.sheet)) for part in leaf.parts]
    if leaf.cut_after:
        body.append(f'<p class="cut">{_AFTER}</p>')
    return f'<div class="ktpn-leaf">{"".join(body)}</div>'


def _part(part: LeafPart, quote: str, *, in_sheet: bool) -> str:
    if part.rows:
        return _table(part, in_sheet=in_sheet)
    head = ' class="head"' if part.is_heading else ""
    if not part.marked:
        return f"<p{head}>{escape(part.text)}</p>"
    before, found, after = part.text.partition(quote) if quote else ("", "", "")
    if not found:
        return f'<p{head}><mark class="start">{escape(part.text)}</mark></p>'
    return f'<p{head}>{escape(before)}<mark class="start">{escape(found)}</mark>{escape(after)}</p>'


def _table(part: LeafPart, *, in_sheet: bool) -> str:
    width = max(len(row.cells) for row in part.rows)
    heads = "".join(f"<th>{column_letter(column)}</th>" for column in range(width)) if in_sheet else ""
    head = f"<tr><th></th>{heads}</tr>" if in_sheet else ""
    rows = "".join(_row(row, width, in_sheet=in_sheet) for row in part.rows)
    return f"<table{' class=start' if part.marked else ''}>{head}{rows}</table>"


def _row(row: LeafRow, width: int, *, in_sheet: bool) -> str:
    number = f"<th>{row.number}</th>" if in_sheet else ""
    cells = "".join(
        f'<td class="mark start">{escape(text)}</td>' if column == row.marked else f"<td>{escape(text)}</td>"
        for column, text in enumerate((*row.cells, *[""] * (width - len(row.cells))))
    )
    return f"<tr>{number}{cells}</tr>"
