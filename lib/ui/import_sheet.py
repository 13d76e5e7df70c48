"""A sheet as its maker knows it: Excel's letters and rows, the part of every row in words and colour."""

from collections.abc import Mapping
from html import escape

from lib.domain.sheets import column_letter
from lib.ingest.sheet_excerpt import ExcerptLine, LineKind, SheetExcerpt

_WORDS = {
    LineKind.TITLE: "ชื่อเรื่อง",
    LineKind.HEADER: "หัวตาราง",
    LineKind.SCHOOL: "โรงเรียน",
    LineKind.REJECTED: "ไม่รับ",
    LineKind.UNREAD: "ยังไม่อ่าน",
    LineKind.IGNORED: "ข้าม",
    LineKind.BLANK: "",
}
#: What no component of Streamlit can draw: rows of a sheet told apart by colour beside the word.
SHEET_STYLE = """
.ktpn-sheet {overflow: auto; max-height: 26rem; border: 1px solid #DCE4E6}
.ktpn-sheet table {border-collapse: separate; border-spacing: 0; font-size: .85rem; line-height: 1.45}
.ktpn-sheet caption {text-align: left; color: #5B6B73; padding: .25rem .5rem}
.ktpn-sheet th, .ktpn-sheet td {border-right: 1px solid #DCE4E6; border-bottom: 1px solid #DCE4E6;
  padding: .15rem .5rem; max-width: 11rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
  text-align: left; font-weight: 400; background: #FFFFFF}
.ktpn-sheet thead th {position: sticky; top: 0; background: #F4F7F7; color: #5B6B73; text-align: center;
  z-index: 1}
.ktpn-sheet tbody th {background: #F4F7F7; color: #5B6B73}
.ktpn-sheet thead small {display: block}
.ktpn-sheet .open small {color: #8A6D00; font-weight: 600}
.ktpn-sheet .header td, .ktpn-sheet .header th {background: #DDECEE; color: #1F2A30; font-weight: 600}
.ktpn-sheet .title td {color: #5B6B73}
.ktpn-sheet .ignored td {color: #5B6B73; background: #F4F7F7}
.ktpn-sheet .rejected th {color: #8A6D00; font-weight: 600}
"""


def sheet_html(excerpt: SheetExcerpt, meanings: Mapping[int, tuple[str, bool]]) -> str:
    """The rows of a sheet as a table.

    Args:
        meanings: zero-based column → (what it was read as, whether that is open).
    """
    width = max(excerpt.width, 1 + max(meanings, default=0))
    heads = "".join(_head(index, *meanings.get(index, ("", False))) for index in range(width))
    body = []
    last = 0
    for line in excerpt.lines:
        if line.row > last + 1:
            rows = f"แถว {last + 1:,}–{line.row - 1:,}"
            body.append(f'<tr><th></th><th>⋮</th><td colspan="{width}">{rows}</td></tr>')
        body.append(_line(line, width))
        last = line.row
    caption = f"{excerpt.n_rows:,} แถว ตัวเลขซ้ายคือแถวใน Excel ตัวอักษรบนคือคอลัมน์"
    return (
        f'<div class="ktpn-sheet"><table><caption>{caption}</caption>'
        f"<thead><tr><th>ส่วน</th><th></th>{heads}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _head(index: int, meaning: str, is_open: bool) -> str:
    mark = "◆ " if is_open else ""
    told = f"<small>{mark}{escape(meaning)}</small>" if meaning else ""
    return (
        f'<th class="{"open" if is_open else ""}" title="{escape(meaning)}">{column_letter(index)}{told}</th>'
    )


def _line(line: ExcerptLine, width: int) -> str:
    cells = "".join(
        f'<td title="{escape(text)}">{escape(text)}</td>' if text else "<td></td>"
        for text in (*line.texts, *[""] * (width - len(line.texts)))
    )
    reason = escape(line.reason)
    word = f"{_WORDS[line.kind]}{f': {reason}' if reason else ''}"
    return f'<tr class="{line.kind}"><th title="{reason}">{word}</th><th>{line.row:,}</th>{cells}</tr>'
