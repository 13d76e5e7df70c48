"""Placeholders of a template such as {{สำนักงาน}}, however Word has split them into runs."""

from collections.abc import Iterator, Mapping

from docx.oxml.ns import qn
from lxml.etree import _Element

from lib.domain.office_templates import CONTENT, PLACEHOLDER
from lib.report.characters import printable

_TEXT, _PARAGRAPH = qn("w:t"), qn("w:p")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def paragraph_text(element: _Element) -> str:
    """All letters of an element."""
    return "".join(element.itertext(_TEXT))


def placeholders_of(element: _Element) -> tuple[str, ...]:
    """Names between {{ and }}, in reading order."""
    return tuple(
        name for paragraph in _paragraphs(element) for name in PLACEHOLDER.findall(_own_text(paragraph)[0])
    )


def fill_fields(root: _Element, fields: Mapping[str, str]) -> None:
    """Put texts in the place of known placeholders; an unknown one stays, to be seen.

    The text takes the look of the run in which the placeholder begins.
    """
    known = {**fields, CONTENT: ""}
    for paragraph in list(_paragraphs(root)):
        text, pieces = _own_text(paragraph)
        for found in reversed(list(PLACEHOLDER.finditer(text))):
            if found[1] in known:
                _replace(pieces, found.start(), found.end(), printable(known[found[1]]).replace("\n", " "))


def _paragraphs(element: _Element) -> Iterator[_Element]:
    yield from element.iter(_PARAGRAPH)


def _own_text(paragraph: _Element) -> tuple[str, list[_Element]]:
    """Letters of a paragraph and the elements that hold them, without those of text boxes in it."""
    pieces = [each for each in paragraph.iter(_TEXT) if next(each.iterancestors(_PARAGRAPH)) is paragraph]
    return "".join(each.text or "" for each in pieces), pieces


def _replace(pieces: list[_Element], start: int, end: int, text: str) -> None:
    at = 0
    for piece in pieces:
        own = piece.text or ""
        left, right = max(start - at, 0), min(end - at, len(own))
        if left < right:
            piece.text = own[:left] + (text if at + left == start else "") + own[right:]
            piece.set(_SPACE, "preserve")
        at += len(own)
