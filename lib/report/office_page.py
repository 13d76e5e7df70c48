"""Paper, margins, header and footer of an office's template."""

from docx.document import Document as DocxDocument
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml.etree import _Element

from lib.report.office_fields import paragraph_text
from lib.report.page_setup import A4, PageSetup

_DRAWN = tuple(qn(f"w:{name}") for name in ("drawing", "pict", "object", "tbl"))


def read_page(body: _Element) -> PageSetup:
    """An upright page like the template's last section; A4 with our margins where it says nothing."""
    section = body.find(qn("w:sectPr"))
    size = None if section is None else section.find(qn("w:pgSz"))
    edges = None if section is None else section.find(qn("w:pgMar"))
    width, height = _twips(size, "w", A4.width), _twips(size, "h", A4.height)
    if width > height:
        return PageSetup(height, width)
    gutter = _twips(edges, "gutter", 0)
    return PageSetup(
        width,
        height,
        _twips(edges, "top", A4.top),
        _twips(edges, "right", A4.right),
        _twips(edges, "bottom", A4.bottom),
        _twips(edges, "left", A4.left) + gutter,
        _twips(edges, "header", A4.header),
        _twips(edges, "footer", A4.footer),
    )


def shown_references(word: DocxDocument, body: _Element) -> tuple[bool, bool]:
    """Whether any header, and any footer, of the last section has something in it."""
    section = body.find(qn("w:sectPr"))
    found = []
    for name in ("w:headerReference", "w:footerReference"):
        references = [] if section is None else section.findall(qn(name))
        parts = [word.part.rels.get(str(each.get(qn("r:id")))) for each in references]
        shown = [one.target_part for one in parts if one is not None and not one.is_external]
        found.append(any(isinstance(part, XmlPart) and _shows(part.element) for part in shown))
    return found[0], found[1]


def _shows(root: _Element) -> bool:
    fields = (qn("w:fldSimple"), qn("w:instrText"))
    return bool(paragraph_text(root).strip()) or next(root.iter(*_DRAWN, *fields), None) is not None


def _twips(element: _Element | None, name: str, missing: int) -> int:
    stated = "" if element is None else str(element.get(qn(f"w:{name}"), ""))
    try:
        number = abs(_length(stated))
    except ValueError:
        return missing
    return number if number <= 31_680 else missing  # the widest paper Word knows


def _length(stated: str) -> int:
    """Twips, which the strict form may write in points, inches or millimetres."""
    for unit, twips in (("pt", 20), ("in", 1440), ("cm", 1440 / 2.54), ("mm", 144 / 2.54)):
        if stated.endswith(unit):
            return round(float(stated.removesuffix(unit)) * twips)
    return int(stated)
