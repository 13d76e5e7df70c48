"""Which paragraph styles of a Word file are headings; runs in the reader child only."""

import re
from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING_NAME: Final = re.compile(r"(?:heading|หัวเรื่อง|title|ชื่อเรื่อง)(?:\s*\d+)?", re.IGNORECASE)
_BODY_LEVEL: Final = 9
_CHAIN_MAX: Final = 20


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A style's shown name, and whether it makes a heading."""

    name: str
    is_heading: bool


def read_paragraph_styles(root: _Element | None) -> dict[str, ParagraphStyle]:
    """Styles by id from the styles part; none for a file without one."""
    if root is None:
        return {}
    elements = {
        element.get(f"{W}styleId", ""): element
        for element in root.iter(f"{W}style")
        if element.get(f"{W}type") == "paragraph"
    }
    return {
        style_id: ParagraphStyle(_read_value(element, f"{W}name") or style_id, _is_heading(element, elements))
        for style_id, element in elements.items()
    }


def _is_heading(element: _Element, elements: dict[str, _Element]) -> bool:
    current: _Element | None = element
    for _ in range(_CHAIN_MAX):
        if current is None:
            return False
        level = read_outline_level(current.find(f"{W}pPr"))
        if level is not None:
            return level < _BODY_LEVEL
        if _HEADING_NAME.fullmatch(_read_value(current, f"{W}name")):
            return True
        current = elements.get(_read_value(current, f"{W}basedOn"))
    return False


def read_outline_level(properties: _Element | None) -> int | None:
    """The outline level of paragraph properties, 0 the highest, 9 for body text, None when not stated."""
    if properties is None:
        return None
    stated = _read_value(properties, f"{W}outlineLvl")
    return int(stated) if stated.isascii() and stated.isdigit() else None


def _read_value(parent: _Element, name: str) -> str:
    element = parent.find(name)
    return "" if element is None else str(element.get(f"{W}val", ""))
