"""An office's Word template opened for a report: checked once, filled in each time."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from io import BytesIO

from docx import Document as open_docx
from docx.document import Document as DocxDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls, qn
from docx.parts.styles import StylesPart
from lxml import etree
from lxml.etree import _Element

from lib.domain.office_templates import CONTENT, TITLE
from lib.errors import WorkbenchError
from lib.report.office_fields import fill_fields, paragraph_text, placeholders_of
from lib.report.office_frame import BrokenTemplate, OfficeTemplate, TemplateFrame
from lib.report.office_package import tidy_package
from lib.report.office_page import read_page, shown_references
from lib.report.office_styles import merge_styles
from lib.report.word_styles import styles_xml

_FAULTS = (
    OpcError,
    zipfile.BadZipFile,
    etree.LxmlError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    OSError,
)
_FIRST_OFFICE_ID = 900_000
_MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def open_office_template(template: OfficeTemplate) -> tuple[DocxDocument, TemplateFrame]:
    """A fresh copy of the template with its fields filled in, and what stays around the report.

    Raises:
        BrokenTemplate: it cannot be opened or has not what every Word file has.
    """
    try:
        word = open_docx(BytesIO(_prepared(template.content)))
        frame = _frame(word, dict(template.fields))
    except _FAULTS as error:
        if isinstance(error, WorkbenchError):
            raise
        raise BrokenTemplate(
            "เปิดแม่แบบของสำนักงานไม่ได้", "นำแม่แบบขึ้นใหม่ หรือกลับไปใช้แม่แบบก่อนหน้าที่หน้ารายงาน"
        ) from error
    return word, frame


@lru_cache(maxsize=4)
def _prepared(content: bytes) -> bytes:
    """The template with the report's styles; made once for each file."""
    word = open_docx(BytesIO(tidy_package(content)))
    _make_room(word)
    page = read_page(word.element.body)
    if not any(rel.reltype == RELATIONSHIP_TYPE.STYLES for rel in word.part.rels.values()):
        _add_styles(word, page.text_width_cm)
    roots = [part.element for part in word.part.package.iter_parts() if isinstance(part, XmlPart)]
    if word.part.styles.element not in roots:
        roots.append(word.part.styles.element)
    merge_styles(word, roots, page.text_width_cm)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def _add_styles(word: DocxDocument, text_width_cm: float) -> None:
    """A part of styles for a template that has none."""
    xml = f"<w:styles {nsdecls('w')}>{styles_xml(text_width_cm)}</w:styles>"
    place = PackURI("/word/styles.xml")
    part = StylesPart.load(place, CONTENT_TYPE.WML_STYLES, xml.encode(), word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.STYLES)


def _make_room(word: DocxDocument) -> None:
    """Names and numbers that the report will use are left to it."""
    word.part.partname = PackURI("/word/document.xml")
    for part in word.part.package.iter_parts():
        folder = part.partname.baseURI
        if folder in ("/word/charts", "/word/embeddings"):
            part.partname = PackURI(f"{folder}/office_{part.partname.filename}")
    numbers = iter(range(_FIRST_OFFICE_ID, _FIRST_OFFICE_ID + 100_000))
    for element in word.element.iter("{*}docPr"):
        element.set("id", str(next(numbers)))
    renamed: dict[str, str] = {}
    for mark in word.element.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
        old = str(mark.get(qn("w:id")))
        mark.set(qn("w:id"), renamed.setdefault(old, str(next(numbers))))


def _frame(word: DocxDocument, fields: dict[str, str]) -> TemplateFrame:
    body = word.element.body
    setup = replace(read_page(body), references=_references(body), title_page=_has_title_page(body))
    headers, footers = shown_references(word, body)
    children = [child for child in body if child.tag != qn("w:sectPr")]
    place = next((at for at, child in enumerate(children) if CONTENT in placeholders_of(child)), None)
    has_cover = any(TITLE in placeholders_of(child) for child in children)
    for root in _filled_roots(word):
        fill_fields(root, fields)
    before = children if place is None else children[: place + 1]
    after = [] if place is None else children[place + 1 :]
    if place is not None and not _shows(children[place]):
        before = before[:-1]
    return TemplateFrame(
        setup=setup,
        before=_xml(before) if any(map(_shows, before)) else "",
        after=_xml(after) if any(map(_shows, after)) else "",
        has_cover=has_cover,
        has_header=headers,
        has_footer=footers,
        root=_root(word.element),
    )


def _filled_roots(word: DocxDocument) -> Iterator[_Element]:
    yield word.element
    for relation in word.part.rels.values():
        if not relation.is_external and relation.reltype.rsplit("/", 1)[-1] in ("header", "footer"):
            part = relation.target_part
            if isinstance(part, XmlPart):
                yield part.element


def _shows(element: _Element) -> bool:
    """Whether a block is more than an empty line."""
    seen = (qn("w:drawing"), qn("w:pict"), qn("w:object"), qn("w:tbl"), qn("w:sectPr"))
    if element.tag == qn("w:tbl") or next(element.iter(*seen), None) is not None:
        return True
    return bool(paragraph_text(element).strip())


def _references(body: _Element) -> str:
    section = body.find(qn("w:sectPr"))
    if section is None:
        return ""
    return _xml(section.findall(qn("w:headerReference")) + section.findall(qn("w:footerReference")))


def _has_title_page(body: _Element) -> bool:
    switch = body.find(f"{qn('w:sectPr')}/{qn('w:titlePg')}")
    return switch is not None and switch.get(qn("w:val"), "1") not in ("0", "false", "off")


def _xml(elements: list[_Element]) -> str:
    return "".join(etree.tostring(element, encoding="unicode", with_tail=False) for element in elements)


def _root(document: _Element) -> str:
    """Namespaces of the template's document, and which of them a reader may not know."""
    known = {prefix: uri for prefix, uri in document.nsmap.items() if prefix}
    known |= {
        prefix: TemplateFrame().root.split(f'xmlns:{prefix}="')[1].split('"')[0]
        for prefix in ("w", "r", "wp")
    }
    told = [f'xmlns:{prefix}="{uri}"' for prefix, uri in sorted(known.items())]
    ignorable = str(document.get(f"{{{_MARKUP}}}Ignorable", ""))
    if names := " ".join(name for name in re.split(r"\s+", ignorable) if name in known):
        prefix = next(prefix for prefix, uri in known.items() if uri == _MARKUP)
        told.append(f'{prefix}:Ignorable="{names}"')
    return " ".join(told)
