"""Elements of a public copy's pages and cells of its CSV files by their place."""

import csv
import io
from html.parser import HTMLParser

_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta", "col", "wbr"})


class _Elements(HTMLParser):
    """Gathers the text of every element with an id."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _EMPTY:
            name = dict(attrs).get("id") or ""
            self._open.append(name)
            if name:
                self.texts[name] = []

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag not in _EMPTY:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for name in filter(None, self._open):
            self.texts[name].append(data)


def html_places(name: str, content: bytes) -> dict[str, str]:
    """Text of every element with an id, as ``file#id``."""
    elements = _Elements()
    elements.feed(content.decode("utf-8", "replace"))
    return {f"{name}#{key}": "".join(text).strip() for key, text in elements.texts.items()}


def csv_places(name: str, content: bytes) -> dict[str, str]:
    """Every cell, as ``file#row:column`` from 0, the head line first; none of a file that is no table."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"), newline=""))
    try:
        return {
            f"{name}#{row}:{column}": cell
            for row, cells in enumerate(rows)
            for column, cell in enumerate(cells)
        }
    except csv.Error:
        return {}
