"""Marks of web editors and conversions left in a report's text: taken out before anything is read."""

import re
from dataclasses import replace

from lib.domain.document_text import DocumentText, TextBlock

_LEFT_IN = re.compile(
    r"</?(?:p|b|i|u|br|div|span|strong|em|ul|ol|li|font|h[1-6])(?:\s[^<>]{0,200})?/?>"
    r"|\[bookmark:[^\]]{0,80}\]|&nbsp;",
    re.IGNORECASE,
)


def without_markup(text: str) -> str:
    """The text without <p>, <b>, [bookmark: _GoBack] and the like; line breaks stay."""
    return _LEFT_IN.sub(" ", text) if "<" in text or "[" in text or "&" in text else text


def strip_markup(document: DocumentText) -> DocumentText:
    """The same blocks without such marks."""
    blocks = tuple(
        replace(block, text=without_markup(block.text).strip())
        if isinstance(block, TextBlock)
        else replace(
            block, rows=tuple(tuple(without_markup(cell).strip() for cell in row) for row in block.rows)
        )
        for block in document.blocks
    )
    return replace(document, blocks=blocks)
