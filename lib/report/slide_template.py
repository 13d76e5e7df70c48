"""The presentation that slides are written into: our own, or the office's with its slides taken out."""

import io
import re

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as PptxPresentation
from pptx.slide import SlideLayout
from pptx.util import Cm

from lib.report.slide_layouts import (
    CONTENT,
    COVER,
    HEIGHT_CM,
    LAYOUT_TYPES,
    TWO,
    WIDTH_CM,
    colour_scheme,
    font_scheme,
    layout_xml,
    master_shapes,
    text_styles,
)

# The library's empty file says in these that another program made it.
_NOT_OURS = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
_KEPT = {"title": COVER, "obj": CONTENT, "twoObj": TWO}


def own_presentation() -> PptxPresentation:
    """An empty 16:9 presentation with our theme, master and layouts."""
    made = Presentation()
    made.slide_width, made.slide_height = Cm(WIDTH_CM), Cm(HEIGHT_CM)
    master = made.slide_master
    for layout in tuple(made.slide_layouts):
        name = _KEPT.get(layout._element.get("type"))
        if name is None:
            made.slide_layouts.remove(layout)
        else:
            _become(layout._element, parse_xml(layout_xml(name)))
    _become_shapes(master._element.find(qn("p:cSld")), parse_xml(master_shapes()))
    old = master._element.find(qn("p:txStyles"))
    old.addprevious(parse_xml(text_styles()))
    master._element.remove(old)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _dressed_theme(theme.blob)
    package = made.part.package
    for key in [key for key, rel in package._rels.items() if rel.reltype in _NOT_OURS]:
        package._rels.pop(key)
    return made


def office_presentation(template: bytes) -> PptxPresentation:
    """The office's template without its own slides."""
    made = Presentation(io.BytesIO(template))
    ids = made.slides._sldIdLst
    for entry in tuple(ids):
        made.part.drop_rel(entry.rId)
        ids.remove(entry)
    return made


def find_layout(made: PptxPresentation, name: str) -> SlideLayout | None:
    """The layout of our name, else the one of PowerPoint's type for it; None without either."""
    layouts: list[SlideLayout] = [layout for master in made.slide_masters for layout in master.slide_layouts]
    named = next((layout for layout in layouts if layout.name.strip() == name), None)
    if named is not None:
        return named
    return next((each for each in layouts if each._element.get("type") == LAYOUT_TYPES[name]), None)


def _become(element: etree._Element, made: etree._Element) -> None:
    """Give an element the attributes and children of another."""
    for child in tuple(element):
        element.remove(child)
    for name in tuple(element.attrib):
        del element.attrib[name]
    element.attrib.update(made.attrib)
    element.extend(tuple(made))


def _become_shapes(slide_data: etree._Element, tree: etree._Element) -> None:
    old = slide_data.find(qn("p:spTree"))
    old.addprevious(tree)
    slide_data.remove(old)


def _dressed_theme(blob: bytes) -> bytes:
    text = re.sub(r"<a:fontScheme.*?</a:fontScheme>", font_scheme(), blob.decode("utf-8"), flags=re.DOTALL)
    return re.sub(r"<a:clrScheme.*?</a:clrScheme>", colour_scheme(), text, flags=re.DOTALL).encode()
