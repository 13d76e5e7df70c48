"""A Word report's text with what its making left in it taken out, and damaged Thai mended page by page."""

import re
from collections import defaultdict
from dataclasses import replace

from lib.domain.document_text import DocumentText, TableBlock, TextBlock
from lib.thai.repair import repair_text

# Web editors and conversions leave their marks in the text: <p>, <br/>, &nbsp;, [bookmark: _GoBack].
_LEFT_IN = re.compile(
    r"</?(?:p|b|i|u|br|div|span|strong|em|ul|ol|li|font|h[1-6])(?:\s[^<>]{0,200})?/?>|\[bookmark:[^\]]{0,80}\]|&nbsp;",
    re.IGNORECASE,
)


def without_markup(text: str) -> str:
    """The text without the marks of web pages and of Word's own bookkeeping; line breaks stay."""
    return _LEFT_IN.sub(" ", text) if "<" in text or "[" in text or "&" in text else text


def repair_document(document: DocumentText) -> DocumentText:
    """The same blocks with repairable text put right, so that what is quoted is what is shown.

    Some defects show only in the mass (every า printed as ำ), so a page is mended as a whole.
    """
    by_page: dict[int, list[int]] = defaultdict(list)
    for number, block in enumerate(document.blocks):
        by_page[block.page].append(number)
    blocks = list(document.blocks)
    for numbers in by_page.values():
        texts = [without_markup(text) for number in numbers for text in _texts(document.blocks[number])]
        mended = iter(_mend(texts))
        for number in numbers:
            block = blocks[number]
            if isinstance(block, TextBlock):
                blocks[number] = replace(block, text=next(mended))
            else:
                rows = tuple(tuple(next(mended) for _ in row) for row in block.rows)
                blocks[number] = replace(block, rows=rows)
    return replace(document, blocks=tuple(blocks))


def _texts(block: TextBlock | TableBlock) -> list[str]:
    return [block.text] if isinstance(block, TextBlock) else [cell for row in block.rows for cell in row]


def _mend(texts: list[str]) -> list[str]:
    """The texts of one page; each keeps its lines."""
    whole = "\n".join(texts)
    lines = repair_text(whole).split("\n")
    if len(lines) != whole.count("\n") + 1:
        return [repair_text(text) for text in texts]
    mended, start = [], 0
    for text in texts:
        end = start + text.count("\n") + 1
        mended.append("\n".join(line.strip() for line in lines[start:end]))
        start = end
    return mended
