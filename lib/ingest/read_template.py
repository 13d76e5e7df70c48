"""What an office's Word template holds; runs in the reader child only."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Final

from lxml.etree import _Element

from lib.domain.office_templates import PLACEHOLDER
from lib.ingest.docx_parts import DocxParts
from lib.ingest.docx_styles import W
from lib.ingest.transfer import ResultWriter

_CHAIN_MAX: Final = 20
_CM: Final = {"pt": 2.54 / 72, "in": 2.54, "cm": 1.0, "mm": 0.1}
_PICTURES: Final = ("{*}blip", "{*}imagedata")
_TEXT_MAX: Final = 300
_OUTSIDE: Final = re.compile(
    r"""<Relationship\b(?=[^>]*TargetMode\s*=\s*["']External)[^>]*?Type\s*=\s*["'][^"']*/(\w+)["'][^>]*""",
    re.I,
)
_TARGET: Final = re.compile(r"""Target\s*=\s*["']([^"']*)["']""")
#: Links that Word follows only when somebody clicks, and the template of a template, which is dropped.
_HARMLESS_LINKS: Final = frozenset({"hyperlink", "attachedTemplate"})


def write_template_facts(content: bytes, writer: ResultWriter) -> None:
    """Read styles, placeholders, page, headers and footers of a docx or dotx.

    Raises:
        RefusedFile: F11 for a damaged part.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = DocxParts(archive)
        document = parts.root(parts.main)
        headers, footers = parts.roots("header"), parts.roots("footer")
        styles = parts.roots("styles")
        settings = parts.roots("settings")
        outside = _outside_links(archive)
        strict = b"http://purl.oclc.org/ooxml/" in archive.read(parts.main)
        dotx = b"wordprocessingml.template" in archive.read("[Content_Types].xml")
    pages = list(document.iter(f"{W}sectPr"))
    writer.write_header("template")
    writer.write(
        {
            "styles": _styles(styles[0]) if styles else [],
            "has_styles": bool(styles),
            "placeholders": [
                *_placeholders(document, ""),
                *(pair for root in headers for pair in _placeholders(root, "header")),
                *(pair for root in footers for pair in _placeholders(root, "footer")),
            ],
            "page": _lengths(pages[-1].find(f"{W}pgSz"), "w", "h") if pages else [],
            "margins": _lengths(pages[-1].find(f"{W}pgMar"), "top", "right", "bottom", "left")
            if pages
            else [],
            "headers": [_text(root) for root in headers if _shows(root)],
            "footers": [_text(root) for root in footers if _shows(root)],
            "pictures": sum(1 for root in (document, *headers, *footers) for _ in root.iter(*_PICTURES)),
            "numbers": any(_counts_pages(root) for root in (*headers, *footers)),
            "body": _text(document),
            "outside": outside,
            "protected": any(
                next(root.iter(f"{W}documentProtection"), None) is not None for root in settings
            ),
            "form": "strict" if strict else "template" if dotx else "",
        }
    )
    writer.write_end()


def _styles(root: _Element) -> list[list[object]]:
    """Name, type, whether Thai letters have a face, size of Thai letters, whether it counts."""
    by_id = {str(one.get(f"{W}styleId", "")): one for one in root.iter(f"{W}style")}
    default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    default_faced, default_size = _names_face(default), _size(default)
    told: list[list[object]] = []
    for style in by_id.values():
        chain = list(_chain(style, by_id))
        faced = next(
            (face for face in (_names_face(one.find(f"{W}rPr")) for one in chain) if face is not None), None
        )
        sizes = (_size(one.find(f"{W}rPr")) for one in chain)
        is_default = style.get(f"{W}default") in ("1", "true", "on")
        size = next((size for size in sizes if size), default_size if is_default else None)
        told.append(
            [
                _value(style, "name") or str(style.get(f"{W}styleId", "")),
                str(style.get(f"{W}type", "paragraph")),
                bool(default_faced if faced is None else faced),
                size,
                any(one.find(f"{W}pPr/{W}numPr") is not None for one in chain),
            ]
        )
    return told


def _chain(style: _Element | None, by_id: dict[str, _Element]) -> Iterator[_Element]:
    for _ in range(_CHAIN_MAX):
        if style is None:
            return
        yield style
        style = by_id.get(_value(style, "basedOn"))


def _names_face(properties: _Element | None) -> bool | None:
    """Whether fonts are named for Thai letters; None where no font is named at all."""
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    if fonts is None:
        return None
    return bool(fonts.get(f"{W}cs") or fonts.get(f"{W}cstheme"))


def _size(properties: _Element | None) -> float | None:
    for name in ("szCs", "sz"):
        stated = "" if properties is None else _value(properties, name)
        if stated.isascii() and stated.isdigit():
            return int(stated) / 2
    return None


def _value(parent: _Element, name: str) -> str:
    element = parent.find(f"{W}{name}")
    return "" if element is None else str(element.get(f"{W}val", ""))


def _placeholders(root: _Element, part: str) -> Iterator[list[str]]:
    for paragraph in root.iter(f"{W}p"):
        letters = [
            one.text or "" for one in paragraph.iter(f"{W}t") if next(one.iterancestors(f"{W}p")) is paragraph
        ]
        above = (f"{W}tc", f"{W}txbxContent")
        inside = "table" if next(paragraph.iterancestors(*above), None) is not None else "body"
        for name in PLACEHOLDER.findall("".join(letters)):
            yield [str(name), part or inside]


def _lengths(element: _Element | None, *names: str) -> list[float]:
    if element is None:
        return []
    return [abs(_centimetres(str(element.get(f"{W}{name}", "0")))) for name in names]


def _centimetres(stated: str) -> float:
    for unit, factor in _CM.items():
        if stated.endswith(unit):
            return float(stated.removesuffix(unit)) * factor
    return float(stated) * 2.54 / 1440


def _text(root: _Element) -> str:
    lines = ("".join(one.itertext(f"{W}t")).strip() for one in root.iter(f"{W}p"))
    return " ".join(line for line in lines if line)[:_TEXT_MAX]


def _shows(root: _Element) -> bool:
    seen = (f"{W}drawing", f"{W}pict", f"{W}object", f"{W}tbl", f"{W}fldSimple", f"{W}instrText")
    return bool(_text(root)) or next(root.iter(*seen), None) is not None


def _counts_pages(root: _Element) -> bool:
    simple = (str(one.get(f"{W}instr", "")) for one in root.iter(f"{W}fldSimple"))
    spread = (one.text or "" for one in root.iter(f"{W}instrText"))
    return any("PAGE" in text.upper() for text in (*simple, "".join(spread)))


def _outside_links(archive: zipfile.ZipFile) -> list[str]:
    """Targets outside the file that Word would fetch by itself."""
    found = []
    for name in archive.namelist():
        if name.endswith(".rels") and archive.getinfo(name).file_size < 1024 * 1024:
            text = archive.read(name).decode("utf-8", "replace")
            for link in _OUTSIDE.finditer(text):
                target = _TARGET.search(link[0])
                if link[1] not in _HARMLESS_LINKS and target:
                    found.append(target[1][:120])
    return sorted(set(found))
