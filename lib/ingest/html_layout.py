"""The order of a web page: its tables, and the lines of text above each; runs in the reader child only."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree, html

_SPACE: Final = re.compile(r"[ \t\r\n\xa0]+")
_SKIPPED: Final = frozenset({"head", "script", "style", "template", "select", "option", "button"})
_INLINE: Final = frozenset(
    {"a", "b", "i", "u", "em", "strong", "span", "font", "small", "big", "sup", "sub", "label"}
)
_LINES_KEPT: Final = 30
_LONGEST_LINE: Final = 1_000


def walk_tables(root: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, list[str]]]:
    """Tables that lay out no other table, each with the lines since the one before, as Excel stacks them."""
    lines: list[str] = []
    pieces: list[str] = []

    def end_line() -> None:
        line = _SPACE.sub(" ", "".join(pieces)).strip()
        if line:
            lines.append(line[:_LONGEST_LINE])
        pieces.clear()

    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if not isinstance(element.tag, str):
            continue
        if element.tag not in _INLINE:
            end_line()
        if event == "end":
            pieces.append(element.tail or "")
        elif element.tag == "table" and element.find(".//table") is None:
            for caption in element.iterchildren("caption"):
                pieces.append(str(caption.text_content()))
                end_line()
            yield element, lines[-_LINES_KEPT:]
            lines = []
            walker.skip_subtree()
        elif element.tag in _SKIPPED:
            walker.skip_subtree()
        else:
            pieces.append(element.text or "")
