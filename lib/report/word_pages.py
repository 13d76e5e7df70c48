"""Pages of a Word file: cover, front pages numbered ก ข ค, upright body pages and pages on their side."""

from collections.abc import Iterable
from dataclasses import dataclass

from lib.domain.documents import Digits, Heading, Table
from lib.report.numbering import Numbered
from lib.report.page_setup import A4, PageSetup
from lib.report.word_columns import fits_upright

_BODY_FORMATS = {"thai": "thaiNumbers", "arabic": "decimal"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring blocks on pages of one orientation."""

    landscape: bool
    items: tuple[Numbered, ...]
    setup: PageSetup = A4

    @property
    def text_width_cm(self) -> float:
        return self.setup.lying_text_width_cm if self.landscape else self.setup.text_width_cm


def split_by_orientation(items: Iterable[Numbered], setup: PageSetup = A4) -> tuple[Stretch, ...]:
    """Cut the body where the paper turns; headings right above a wide table turn with it."""
    stretches: list[tuple[bool, list[Numbered]]] = []
    waiting: list[Numbered] = []
    for item in items:
        if isinstance(item.block, Heading):
            waiting.append(item)
            continue
        wide = isinstance(item.block, Table) and (
            item.block.landscape or not fits_upright(item.block, setup.text_width_cm)
        )
        _extend(stretches, wide, [*waiting, item])
        waiting = []
    _extend(stretches, False, waiting)
    return tuple(Stretch(landscape, tuple(members), setup) for landscape, members in stretches)


def _extend(stretches: list[tuple[bool, list[Numbered]]], landscape: bool, items: list[Numbered]) -> None:
    if not items:
        return
    if stretches and stretches[-1][0] == landscape:
        stretches[-1][1].extend(items)
    else:
        stretches.append((landscape, items))


def section_xml(
    number_format: str = "",
    *,
    start: int | None = None,
    landscape: bool = False,
    setup: PageSetup = A4,
    is_first: bool = False,
) -> str:
    """The ``w:sectPr`` of a section that starts on a new page.

    Args:
        number_format: page number format of Word; empty for pages without one.
        start: first page number; None goes on counting.
        landscape: the paper lies on its side, the edge for binding then at the top.
        is_first: it names the template's header and footer, which later sections take over from it.
    """
    numbers = ""
    if number_format:
        first = f' w:start="{start}"' if start is not None else ""
        numbers = f'<w:pgNumType w:fmt="{number_format}"{first}/>'
    if landscape:
        size = f'<w:pgSz w:w="{setup.height}" w:h="{setup.width}" w:orient="landscape"/>'
        edges = (setup.lying_top, setup.right, setup.bottom, setup.top)
    else:
        size = f'<w:pgSz w:w="{setup.width}" w:h="{setup.height}"/>'
        edges = (setup.top, setup.right, setup.bottom, setup.left)
    named = setup.references if is_first else ""
    title = "<w:titlePg/>" if is_first and setup.title_page else ""
    margins = _margins(*edges, setup.header, setup.footer)
    return f'<w:sectPr>{named}<w:type w:val="nextPage"/>{size}{margins}{numbers}{title}</w:sectPr>'


def body_number_format(digits: Digits) -> str:
    return _BODY_FORMATS[digits]


def section_mark(section: str) -> str:
    """The paragraph that ends a section; almost without height, so that it never makes a page of its own."""
    return f'<w:p><w:pPr><w:pStyle w:val="SectionMark"/>{section}</w:pPr></w:p>'


def _margins(top: int, right: int, bottom: int, left: int, header: int, footer: int) -> str:
    return (
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" '
        f'w:left="{left}" w:header="{header}" w:footer="{footer}" w:gutter="0"/>'
    )
