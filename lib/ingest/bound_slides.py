"""Texts of a presentation's shapes and table cells by their place."""

import re
import zipfile
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")


def slide_texts(archive: zipfile.ZipFile) -> tuple[dict[str, str], dict[str, str]]:
    """Cells as ``slide:shape:row:column`` and whole shapes as ``slide:shape``."""
    cells: dict[str, str] = {}
    boxes: dict[str, str] = {}
    for name in archive.namelist():
        found = _SLIDE.fullmatch(name)
        if not found:
            continue
        for shape in fromstring(archive.read(name)).iter():
            if shape.tag not in (f"{_P}sp", f"{_P}graphicFrame"):
                continue
            known = shape.find(f".//{_P}cNvPr")
            place = f"{found[1]}:{known.get('name', '') if known is not None else ''}"
            boxes[place] = boxes.get(place, "") + _text(shape)
            for row, line in enumerate(shape.iter(f"{_A}tr")):
                for column, cell in enumerate(line.findall(f"{_A}tc")):
                    cells[f"{place}:{row}:{column}"] = _text(cell)
    return cells, boxes


def _text(element: Element) -> str:
    return "".join(
        "\n" if piece.tag == f"{_A}br" else piece.text or ""
        for piece in element.iter()
        if piece.tag in (f"{_A}t", f"{_A}br")
    )
