"""Runs of a Word paragraph with their weight, as a reader who accepts all changes sees them."""

from collections.abc import Iterator
from typing import Final

from lxml.etree import _Element

from lib.domain.written_text import Piece
from lib.ingest.docx_styles import W

_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE: Final = (f"{W}del", f"{W}moveFrom")
_SKIPPED: Final = frozenset(
    {*_GONE, f"{_MC}Fallback", f"{W}txbxContent", f"{W}sdtPr", f"{W}pPr", f"{W}instrText", f"{W}rPr"}
)
_BOLD_STYLES: Final = frozenset({"strong", "strongemphasis", "bold"})
_BREAKS: Final = (f"{W}br", f"{W}cr")


def own_pieces(paragraph: _Element) -> list[Piece]:
    """Words of a paragraph without those of its text boxes; a line break is a newline."""
    return list(_walk(paragraph))


def is_deleted(element: _Element) -> bool:
    """Whether somebody struck it out with changes tracked."""
    return next(element.iterancestors(*_GONE), None) is not None


def _walk(element: _Element) -> Iterator[Piece]:
    for child in element:
        if child.tag in _SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}r":
            text = "".join(_letters(child))
            if text:
                yield Piece(text, _is_bold(child))
        else:
            yield from _walk(child)


def _letters(run: _Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield (child.text or "").replace("\n", " ")
        elif child.tag == f"{W}tab":
            yield " "
        elif child.tag in _BREAKS:
            yield "" if child.get(f"{W}type") in ("page", "column") else "\n"
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"


def _is_bold(run: _Element) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    for name in ("b", "bCs"):
        switch = properties.find(f"{W}{name}")
        if switch is not None:
            return switch.get(f"{W}val", "1") not in ("0", "false", "off")
    style = properties.find(f"{W}rStyle")
    return style is not None and str(style.get(f"{W}val", "")).casefold() in _BOLD_STYLES
