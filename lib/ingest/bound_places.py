"""What stands at a place of a file: bookmark, point of a chart, shape, cell, element of a page."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from lib.domain.bound_figures import BoundFigure, PlacedFigure, printed_value
from lib.domain.verified_figures import same_text
from lib.ingest.bound_charts import chart_places
from lib.ingest.bound_pages import csv_places, html_places
from lib.ingest.bound_sheets import sheet_values
from lib.ingest.bound_slides import slide_texts
from lib.thai.numerals import format_number

_SAME = 1e-6
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {f"{_W}br": "\n", f"{_W}tab": "\t", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Places:
    """Texts and values by place.

    Attributes:
        values: what is a number; all of one place mean the same, such as a point as drawn and its cell.
        inside: places whose text holds the figure among other words, such as the box of a slide.
    """

    texts: dict[str, str] = field(default_factory=dict)
    values: dict[str, tuple[float, ...]] = field(default_factory=dict)
    inside: dict[str, str] = field(default_factory=dict)

    def text_at(self, placed: PlacedFigure) -> str | None:
        """The text at a figure's place; None where the place is gone."""
        place, figure = placed.place, placed.figure
        if place in self.texts:
            return self.texts[place]
        if place in self.values:
            other = next((value for value in self.values[place] if not _is_printed(value, figure)), None)
            return figure.text if other is None else repr(other)
        if place in self.inside:
            around = self.inside[place]
            return figure.text if _holds(around, figure.text) else around
        return None


def places_of(archive: zipfile.ZipFile, folder: str = "") -> Places:
    """Every place of the file that a figure may name.

    Args:
        folder: where the pages of a public copy stand, with its last slash; files elsewhere are others.
    """
    places = Places()
    names = set(archive.namelist())
    places.values.update(chart_places(archive))
    if "word/document.xml" in names:
        body = fromstring(archive.read("word/document.xml"))
        places.texts.update(_bookmarks(body))
        places.texts.update(_cells(body))
    elif "ppt/presentation.xml" in names:
        cells, boxes = slide_texts(archive)
        places.texts.update(cells)
        places.inside.update(boxes)
    elif "xl/workbook.xml" in names:
        texts, values = sheet_values(archive)
        places.texts.update(texts)
        places.values.update({place: (value,) for place, value in values.items()})
    else:
        readers: dict[str, Callable[[str, bytes], dict[str, str]]] = {
            ".html": html_places,
            ".csv": csv_places,
        }
        for name in sorted(names):
            own = name.removeprefix(folder)
            reader = readers.get(own[own.rfind(".") :])
            if reader and name.startswith(folder) and "/" not in own:
                places.texts.update(reader(own, archive.read(name)))
    return places


def _bookmarks(body: Element) -> dict[str, str]:
    """Text of each figure's bookmark, fields and line breaks as a reader sees them."""
    texts: dict[str, str] = {}
    open_names: dict[str, str] = {}
    for element in body.iter():
        if element.tag == f"{_W}bookmarkStart" and element.get(f"{_W}name", "").startswith("fig_"):
            name = element.attrib[f"{_W}name"]
            open_names[element.attrib[f"{_W}id"]] = name
            texts[name] = ""
        elif element.tag == f"{_W}bookmarkEnd":
            open_names.pop(element.get(f"{_W}id", ""), None)
        elif open_names:
            for name in open_names.values():
                texts[name] += _told(element)
    return texts


def _cells(body: Element) -> dict[str, str]:
    """Text of the cells below the head of each table whose head has its bookmark."""
    texts: dict[str, str] = {}
    for table in body.iter(f"{_W}tbl"):
        starts = (each.get(f"{_W}name", "") for each in table.iter(f"{_W}bookmarkStart"))
        name = next((each for each in starts if each.startswith("tbl_")), "")
        if not name:
            continue
        rows = [row for row in table.findall(f"{_W}tr") if row.find(f"{_W}trPr/{_W}tblHeader") is None]
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells.findall(f"{_W}tc")):
                lines = ("".join(_told(each) for each in line.iter()) for line in cell.iter(f"{_W}p"))
                texts[f"{name}:{row}:{column}"] = "\n".join(lines)
    return texts


def _told(element: Element) -> str:
    return (element.text or "") if element.tag == f"{_W}t" else _SIGNS.get(element.tag, "")


def _is_printed(value: float, figure: BoundFigure) -> bool:
    """Whether a number is the figure: charts keep ten digits, a sheet may keep what is printed."""
    meant = [each for each in (figure.value, printed_value(figure.text)) if each is not None]
    same = any(abs(value - each) <= _SAME * max(1.0, abs(value)) for each in meant)
    return same or format_number(value, len(figure.text.partition(".")[2])) == figure.text


def _holds(around: str, text: str) -> bool:
    """Whether the figure stands in the words whole, not as part of a longer number."""
    if same_text(around, text):
        return True
    folded = "".join(around.split())
    wanted = re.escape("".join(text.split()))
    from_thai = folded.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
    return re.search(rf"(?<!\d)(?<!\d[.,]){wanted}(?![\d]|[.,]\d)", from_thai) is not None
