"""Opens a written Word file as its parts, for tests."""

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def part_names(docx: bytes) -> list[str]:
    with ZipFile(BytesIO(docx)) as package:
        return package.namelist()


def part_bytes(docx: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(docx)) as package:
        return package.read(name)


def part_xml(docx: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(part_bytes(docx, name))


def paragraph_texts(root: etree._Element) -> list[str]:
    return ["".join(text.text or "" for text in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]


def paragraph_style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val") if style is not None else "Normal"


def styles_by_id(docx: bytes) -> dict[str, etree._Element]:
    return {style.get(f"{W}styleId"): style for style in part_xml(docx, "word/styles.xml").iter(f"{W}style")}
