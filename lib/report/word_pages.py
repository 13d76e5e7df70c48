"""Pages of a Word file: cover, front pages numbered ก ข ค, upright body pages and pages on their side."""

from collections.abc import Iterable
from dataclasses import dataclass

from lib.domain.documents import Digits, Heading, Table
from lib.report.numbering import Numbered
from lib.report.word_columns import fits_upright
from lib.report.word_styles import TEXT_WIDTH_CM, twips

LANDSCAPE_WIDTH_CM = 25.2
_BODY_FORMATS = {"thai": "thaiNumbers", "arabic": "decimal"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring blocks on pages of one orientation."""

    landscape: bool
    items: tuple[Numbered, ...]

    @property
    def text_width_cm(self) -> float:
        return LANDSCAPE_WIDTH_CM if self.landscape else TEXT_WIDTH_CM


def split_by_orientation(items: Iterable[Numbered]) -> tuple[Stretch, ...]:
    """Cut the body where the paper turns; headings right above a wide table turn with it."""
    stretches: list[tuple[bool, list[Numbered]]] = []
    waiting: list[Numbered] = []
    for item in items:
        if isinstance(item.block, Heading):
            waiting.append(item)
            continue
        wide = isinstance(item.block, Table) and (
            item.block.landscape or not fits_upright(item.block, TEXT_WIDTH_CM)
        )
        _extend(stretches, wide, [*waiting, item])
        waiting = []
    _extend(stretches, False, waiting)
    return tuple(Stretch(landscape, tuple(members)) for landscape, members in stretches)


def _extend(stretches: list[tuple[bool, list[Numbered]]], landscape: bool, items: list[Numbered]) -> None:
    if not items:
        return
    if stretches and stretches[-1][0] == landscape:
        stretches[-1][1].extend(items)
    else:
        stretches.append((landscape, items))


def section_xml(number_format: str = "", *, start: int | None = None, landscape: bool = False) -> str:
    """The ``w:sectPr`` of an A4 section that starts on a new page.

    Args:
        number_format: page number format of Word; empty for pages without one.
        start: first page number; None goes on counting.
        landscape: the paper lies on its side, the 3 cm for binding then at the top.
    """
    numbers = ""
    if number_format:
        first = f' w:start="{start}"' if start is not None else ""
        numbers = f'<w:pgNumType w:fmt="{number_format}"{first}/>'
    if landscape:
        size = f'<w:pgSz w:w="{twips(29.7)}" w:h="{twips(21)}" w:orient="landscape"/>'
        margins = _margins(top=3, right=2, bottom=2, left=2.5)
    else:
        size = f'<w:pgSz w:w="{twips(21)}" w:h="{twips(29.7)}"/>'
        margins = _margins(top=2.5, right=2, bottom=2, left=3)
    return f'<w:sectPr><w:type w:val="nextPage"/>{size}{margins}{numbers}</w:sectPr>'


def body_number_format(digits: Digits) -> str:
    return _BODY_FORMATS[digits]


def section_mark(section: str) -> str:
    """The paragraph that ends a section; almost without height, so that it never makes a page of its own."""
    return f'<w:p><w:pPr><w:pStyle w:val="SectionMark"/>{section}</w:pPr></w:p>'


def _margins(*, top: float, right: float, bottom: float, left: float) -> str:
    return (
        f'<w:pgMar w:top="{twips(top)}" w:right="{twips(right)}" w:bottom="{twips(bottom)}" '
        f'w:left="{twips(left)}" w:header="{twips(1.25)}" w:footer="{twips(0.9)}" w:gutter="0"/>'
    )
