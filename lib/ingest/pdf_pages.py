"""A PDF's pages, as the reader child gave them, settled into one document: repaired, judged, joined."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lib.domain.document_text import DocumentText, PageReading, PageVerdict, TableBlock, TextBlock
from lib.ingest.document_repair import make_reading, page_issues, repair_blocks
from lib.ingest.pdf_result import Block, PdfPage, PdfPages
from lib.thai.defects import Fault

_FEW_LETTERS: Final = 15
_PICTURE_PCT: Final = 30
_FULL_PICTURE_PCT: Final = 50
# Letters drawn as outlines: a page without text and with more shapes than any table has.
_OUTLINES: Final = 300


def settle_pages(read: PdfPages) -> DocumentText:
    """One document: only the text of sound and repaired pages, what goes on overleaf joined."""
    blocks: list[Block] = []
    readings: list[PageReading] = []
    is_broken = True
    for page in read.pages:
        reading = _judge_unread(page)
        found: list[Block] = []
        if reading is None:
            found, text = repair_blocks(page.blocks)
            reading = make_reading(page.number, text)
            if text.fault is not None:
                found = []
        readings.append(reading)
        _append(blocks, found, is_broken=is_broken)
        is_broken = reading.verdict not in (PageVerdict.GOOD, PageVerdict.REPAIRED)
    return DocumentText(
        tuple(blocks), len(read.pages), (*read.issues, *page_issues(readings)), tuple(readings)
    )


def _judge_unread(page: PdfPage) -> PageReading | None:
    """The verdict on a page whose text layer is not to be looked at; None for one that is."""
    if page.fault:
        return PageReading(page.number, PageVerdict.UNREADABLE, 0.0, page.n_letters, fault=page.fault)
    is_picture = page.image_pct >= _PICTURE_PCT or page.n_paths >= _OUTLINES
    if page.n_letters < _FEW_LETTERS and is_picture:
        return PageReading(page.number, PageVerdict.SCANNED, 0.0, fault=Fault.SCANNED.value)
    if page.hidden_text and page.image_pct >= _FULL_PICTURE_PCT:
        fault = Fault.RECOGNISED.value
        return PageReading(page.number, PageVerdict.UNREADABLE, 0.0, page.n_letters, fault=fault)
    return None


def _append(blocks: list[Block], found: Sequence[Block], *, is_broken: bool) -> None:
    """Add a page's blocks; nothing goes on from a page that was not read."""
    for place, block in enumerate(found):
        last = blocks[-1] if blocks and not place and not is_broken else None
        if isinstance(block, TextBlock):
            if block.continues and isinstance(last, TextBlock):
                blocks[-1] = replace(last, text=_join(last.text, block.text))
            elif block.text:
                blocks.append(replace(block, continues=False))
        elif block.continues and isinstance(last, TableBlock):
            blocks.extend(_carry_on(blocks, last, block))
        else:
            blocks.append(replace(block, continues=False))


# A standard's name over a whole table's width begins something of its own.
_BEGINS: Final = re.compile(r"(?:มาตรฐาน|ตัวบ่งชี้|ส่วน|ตอน|ด้าน)(?:การศึกษา)?(?:ที่)?\s?[\d๐-๙]")


def _carry_on(blocks: list[Block], last: TableBlock, block: TableBlock) -> list[Block]:
    """Rows overleaf; a first row with one cell only is the rest of the row that was cut by the page's end."""
    first = block.rows[0]
    filled = [place for place, cell in enumerate(first) if cell]
    if len(filled) != 1 or len(block.rows) < 2 or not last.rows[-1][filled[0]]:
        return [block]
    (place,) = filled
    if _BEGINS.match(first[place]):
        return [block]
    row = list(last.rows[-1])
    row[place] = _join(row[place], first[place])
    blocks[-1] = replace(last, rows=(*last.rows[:-1], tuple(row)))
    return [replace(block, rows=block.rows[1:])]


def _join(first: str, second: str) -> str:
    is_thai = "\u0e01" <= first[-1:] <= "\u0e4e" and "\u0e01" <= second[:1] <= "\u0e4e"
    return first + second if is_thai else f"{first} {second}"
