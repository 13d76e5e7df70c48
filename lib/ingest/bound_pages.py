"""Elements of a public copy's pages and cells of its CSV files by their place."""

import csv
import io

from lxml import html


def html_places(name: str, content: bytes) -> dict[str, str]:
    """Text of every element with an id, as ``file#id``."""
    root = html.fromstring(content)
    return {f"{name}#{each.get('id')}": each.text_content().strip() for each in root.xpath("//*[@id]")}


def csv_places(name: str, content: bytes) -> dict[str, str]:
    """Every cell, as ``file#row:column`` from 0, the head line first."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return {
        f"{name}#{row}:{column}": cell for row, cells in enumerate(rows) for column, cell in enumerate(cells)
    }
