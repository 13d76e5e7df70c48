"""Text on its way into WordprocessingML: legal characters, the digits asked for, runs, bookmarks, fields."""

import re
from hashlib import sha256
from xml.sax.saxutils import escape

from lib.domain.documents import Digits
from lib.report.characters import printable, with_digits

_PLAIN = re.compile("[^\x00-\x1f&<>\ud800-\udfff\ufffe\uffff]*")
_SPECIAL = re.compile("([\n\t])")
CHANGED_STYLE = "ChangedFigure"
_CHARACTER_STYLES = {
    (True, False): "Strong",
    (False, True): "Emphasis",
    (True, True): "StrongEmphasis",
}


def attribute(text: str) -> str:
    """Text made safe inside a double-quoted attribute."""
    return escape(printable(text), {'"': "&quot;", "\n": "&#10;", "\t": " "})


def is_plain(text: str) -> bool:
    """Whether a text needs no care in XML, as most do."""
    return _PLAIN.fullmatch(text) is not None


def text_xml(text: str, digits: Digits) -> str:
    """The content of a run: ``w:t`` with ``w:br`` and ``w:tab`` between."""
    if is_plain(text):
        return f'<w:t xml:space="preserve">{with_digits(text, digits)}</w:t>'
    shown = escape(with_digits(printable(text), digits))
    if "\n" not in shown and "\t" not in shown:
        return f'<w:t xml:space="preserve">{shown}</w:t>'
    signs = {"\n": "<w:br/>", "\t": "<w:tab/>", "": ""}
    pieces = _SPECIAL.split(shown)
    return "".join(signs.get(piece, f'<w:t xml:space="preserve">{piece}</w:t>') for piece in pieces)


def run_xml(
    text: str, digits: Digits, *, bold: bool = False, italic: bool = False, changed: bool = False
) -> str:
    """One run; bold, italic and changed are character styles, so that both scripts change."""
    style = CHANGED_STYLE if changed else _CHARACTER_STYLES.get((bold, italic))
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f"<w:r>{properties}{text_xml(text, digits)}</w:r>"


def field_xml(instruction: str, result: str, *, character_style: str = "") -> str:
    """A field with the result a reader sees before any update; both are plain text."""
    properties = f'<w:rPr><w:rStyle w:val="{character_style}"/></w:rPr>' if character_style else ""
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{escape(result)}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{properties}{piece}</w:r>" for piece in pieces)


def figure_bookmark(figure_id: str) -> str:
    """The Word bookmark of a figure: legal, at most 36 characters, so that a repeat number fits in 40."""
    slug = re.sub(r"[^A-Za-z0-9]+", "_", figure_id).strip("_")[:23]
    return f"fig_{slug}_{sha256(figure_id.encode('utf-8', 'replace')).hexdigest()[:8]}"


def table_bookmark(key: str) -> str:
    """The bookmark in the head of a table, by which its cells are found."""
    return f"tbl_{sha256(key.encode('utf-8', 'replace')).hexdigest()[:16]}"


class Bookmarks:
    """Bookmark ids and names of one document; Word wants both unique and compares names without case."""

    def __init__(self) -> None:
        self._next_id = 0
        self._used: dict[str, int] = {}

    def around(self, name: str, content: str) -> str:
        """Content between the two ends of a bookmark; a name met before gets a repeat number."""
        _, start, end = self.ends(name)
        return f"{start}{content}{end}"

    def ends(self, name: str) -> tuple[str, str, str]:
        """The name as it is written, unlike any other, and the two ends of the bookmark."""
        repeats = self._used[name.lower()] = self._used.get(name.lower(), 0) + 1
        unique = name if repeats == 1 else f"{name}_{repeats}"
        self._next_id += 1
        return (
            unique,
            f'<w:bookmarkStart w:id="{self._next_id}" w:name="{unique}"/>',
            f'<w:bookmarkEnd w:id="{self._next_id}"/>',
        )
