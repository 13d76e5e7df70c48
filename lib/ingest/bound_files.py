"""Read the figures that a produced file says it shows, and what stands at their places now."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from lib.domain.bound_figures import (
    FIGURES_NAMESPACE,
    BoundFigure,
    DocumentKind,
    FileOrigin,
    PlacedFigure,
    PlacedTable,
)
from lib.domain.verified_figures import BoundFile, FoundFigure
from lib.errors import WorkbenchError
from lib.ingest.bound_places import places_of

_ROOT = f"{{{FIGURES_NAMESPACE}}}figures"
_TABLE, _CELL, _ROW, _COLUMNS = (
    f"{{{FIGURES_NAMESPACE}}}{name}" for name in ("table", "c", "row", "columns")
)
_LARGEST_PART = 200_000_000


def read_bound_file(content: bytes) -> BoundFile:
    """The figures of a docx, pptx, xlsx, or of a public copy packed as a ZIP.

    Raises:
        WorkbenchError: the file is damaged, or nobody put a list of figures into it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            root, folder = _list_of(archive)
            places = places_of(archive, folder)
            found = (FoundFigure(each, places.text_at(each)) for part in root for each in _placed(part))
            return BoundFile(_origin(root), tuple(found))
    except (zipfile.BadZipFile, ParseError, DefusedXmlException, KeyError, ValueError, EOFError) as error:
        raise WorkbenchError(
            "อ่านไฟล์นี้ไม่ได้ ไฟล์อาจเสียหรือไม่ใช่เอกสาร", "เลือกไฟล์เดิมที่โปรแกรมสร้าง ข้อมูลในระบบไม่เปลี่ยน"
        ) from error


def _list_of(archive: zipfile.ZipFile) -> tuple[Element, str]:
    """The part with the figures, and the folder of a public copy that was packed again with it.

    Office programs may rename the part when they save.
    """
    for entry in sorted(archive.infolist(), key=lambda entry: entry.filename.count("/")):
        name = entry.filename
        is_likely = name.startswith("customXml/") or name.rpartition("/")[2] == "figures.xml"
        if not is_likely or not name.endswith(".xml") or entry.file_size > _LARGEST_PART:
            continue
        root: Element = fromstring(archive.read(entry))
        if root.tag == _ROOT:
            return root, "" if name.startswith("customXml/") else name.removesuffix("figures.xml")
    raise WorkbenchError(
        "ไฟล์นี้ไม่มีรายการตัวเลขที่โปรแกรมใส่ไว้ จึงตรวจกับฐานข้อมูลไม่ได้",
        "ใช้ไฟล์ที่โปรแกรมนี้สร้าง และยังไม่ได้บันทึกเป็นรูปแบบอื่น ข้อมูลในระบบไม่เปลี่ยน",
    )


def _origin(root: Element) -> FileOrigin:
    made_on = root.get("made-on")
    return FileOrigin(
        DocumentKind(root.get("document", "")),
        _year(root.get("academic-year")),
        _year(root.get("fiscal-year")),
        root.get("subject", ""),
        date.fromisoformat(made_on) if made_on else None,
    )


def _year(text: str | None) -> int | None:
    return int(text) if text else None


def _placed(element: Element) -> Iterable[PlacedFigure]:
    """One figure, or those of a table's record."""
    if element.tag == _TABLE:
        return _table(element).figures()
    return (_figure(element),)


def _table(element: Element) -> PlacedTable:
    rows = element.findall(_ROW)
    columns = element.find(_COLUMNS)
    return PlacedTable(
        element.attrib["place"],
        element.attrib["key"],
        ("",) if columns is None else _texts(columns),
        tuple(row.attrib["name"] for row in rows),
        tuple(_texts(row) for row in rows),
    )


def _texts(element: Element) -> tuple[str, ...]:
    """Cells from the second column on; the first holds no figure and is not told."""
    return ("", *(each.text or "" for each in element.findall(_CELL)))


def _figure(element: Element) -> PlacedFigure:
    value, n = element.get("value"), element.get("n")
    figure = BoundFigure(
        element.attrib["id"],
        element.get("text", ""),
        float(value) if value else None,
        float(n) if n else None,
        element.get("unit", ""),
    )
    return PlacedFigure(element.attrib["place"], figure)
