"""Page numbers and running lines at the head and foot of PDF pages; reader child only."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from lib.ingest.pdf_layout import PageLayout, Stretch
from lib.ingest.pdf_lines import PageLine

_PAGE_NUMBER: Final = re.compile(
    r"[-–—~|\s(\[]*(?:หน้า(?:ที่)?|page)?\s*(?:[\d๐-๙]{1,3}|[ก-ฮ])(?:\s*(?:/|จาก|of)\s*[\d๐-๙]{1,3})?[-–—~|\s)\]]*",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d+")
# Part of the page's height that is margin above and below; text begins further in.
_MARGIN: Final = 0.085
_PAGES_FROM: Final = 3


def find_furniture(layouts: Sequence[PageLayout]) -> frozenset[int]:
    """The ``id`` of lines that belong to the paper and not to the text.

    A running line is the same on most pages but for a number that counts with the pages; it is kept once,
    where it first stands: it may be the only place that names the school.
    """
    furniture: set[int] = set()
    seen: dict[tuple[str, int], list[tuple[int, PageLine]]] = defaultdict(list)
    for page, layout in enumerate(layouts):
        for line in _margin_lines(layout):
            if _PAGE_NUMBER.fullmatch(line.text):
                furniture.add(id(line))
            else:
                seen[(_NUMBER.sub("#", line.text), round(line.y / 4))].append((page, line))
    enough = max(_PAGES_FROM, len(layouts) // 2)
    for places in seen.values():
        if len(places) >= enough and _counts_with_pages(places):
            furniture.update(id(line) for _, line in places[1:])
    return frozenset(furniture)


def _margin_lines(layout: PageLayout) -> list[PageLine]:
    """Lines that stand in the margin of the page."""
    lines = [line for part in layout.parts if isinstance(part, Stretch) for line in part.lines]
    edge = _MARGIN * (layout.top - layout.bottom)
    return [line for line in lines if line.y > layout.top - edge or line.y < layout.bottom + edge]


def _counts_with_pages(places: Sequence[tuple[int, PageLine]]) -> bool:
    """Every number in the line stays the same, but for one that grows with the pages."""
    steps = {tuple(int(found) - page for found in _NUMBER.findall(line.text)[-1:]) for page, line in places}
    same = {line.text for _, line in places}
    return len(same) == 1 or len(steps) == 1
