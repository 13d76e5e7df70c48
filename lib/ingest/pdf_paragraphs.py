"""Lines of a PDF page joined to the paragraphs they were broken from; reader child only."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from lib.ingest.pdf_lines import PageLine

_THAI_END: Final = re.compile("[\u0e01-\u0e4e]$")
_MARK: Final = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_THAI_START: Final = re.compile("^[\u0e01-\u0e4e]")
# Thai breaks between words only, and a foreign word or a number hangs on to its neighbours.
_RAGGED: Final = 0.3
# In sizes of the letters: lines further apart than that are not of one paragraph.
_WIDEST_PITCH: Final = 2.3
_USUAL_PITCH: Final = 1.4
_LOOSE: Final = 1.25
_NEW_ITEM: Final = re.compile(
    r"^(?:[-–—•▪●○◦*·❖➢►✓☑☐\uf000-\uf0ff]|\(?[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2})*[.)](?![\d๐-๙])|[ก-ฮ][.)]\s"
    r"|[\d๐-๙]\.[\d๐-๙]{1,2}\s"
    # Headings of lists of statements stand under full lines without a gap.
    r"|(?:ความ)?ต้องการ(?:และ)?(?:การ|ความ)(?:ช่วยเหลือ|สนับสนุน)"
    r"|จุด(?:เด่น|แข็ง|อ่อน|(?:ที่)?(?:ควร|ต้อง)?พัฒนา)|ข้อเสนอแนะ|ภาคผนวก|(?:แผน|แนวทาง)(?:การ)?(?:พัฒนา|ยกระดับ)"
    r"|(?:มาตรฐาน|ประเด็น|ตัวบ่งชี้|ส่วน|ตอน|บท|ข้อ|ตาราง|ภาพ)(?:การศึกษา)?ที่\s?[\d๐-๙])"
)


def join_texts(first: str, second: str, *, spaced: bool) -> str:
    """Two lines of one paragraph; Thai breaks inside a phrase, so only a drawn space stands between them."""
    if not first or not second:
        return first or second
    if spaced or not (_THAI_END.search(first) and _THAI_START.match(second)):
        return f"{first} {second}"
    return first + second


def join_paragraphs(
    lines: Sequence[PageLine], right: float, pitch: float
) -> Iterator[tuple[str, PageLine, PageLine]]:
    """Paragraphs of lines that stand under one another.

    Args:
        lines: from the top down.
        right: where full lines end.
        pitch: distance of lines within a paragraph, in sizes of their letters.

    Yields:
        The text, its first and its last line.
    """
    open_paragraph: tuple[str, PageLine, PageLine] | None = None
    for line in lines:
        if open_paragraph is not None:
            text, first, last = open_paragraph
            if goes_on(last, line, first=first, right=right, pitch=pitch):
                open_paragraph = (join_texts(text, line.text, spaced=last.ends_spaced), first, line)
                continue
            yield open_paragraph
        open_paragraph = (line.text, line, line)
    if open_paragraph is not None:
        yield open_paragraph


def goes_on(last: PageLine, line: PageLine, *, first: PageLine, right: float, pitch: float) -> bool:
    """True when a line carries on the paragraph whose first and last lines so far are given."""
    if abs(line.size - last.size) > 0.1 * last.size or _NEW_ITEM.match(line.text):
        return False
    if last.y - line.y > _LOOSE * pitch * line.size:
        return False
    return is_full(last, line, right) and not _is_indented(line, last, first)


def usual_pitch(stretches: Sequence[Sequence[PageLine]]) -> float:
    """Distance of lines within a paragraph, in sizes of their letters; paragraphs may stand further apart."""
    gaps = sorted(
        (above.y - below.y) / below.size
        for lines in stretches
        for above, below in pairwise(lines)
        if abs(above.size - below.size) <= 0.1 * below.size and above.y - below.y >= below.size
    )
    # The smallest distance that is no accident: in a book of short items few lines are broken.
    often = (third for first, third in zip(gaps, gaps[2:], strict=False) if third <= 1.04 * first)
    usual = gaps[len(gaps) // 10] if gaps else _USUAL_PITCH
    return min(next(often, usual), usual, _WIDEST_PITCH)


def is_full(last: PageLine, line: PageLine, right: float) -> bool:
    """The line reaches where lines end, or nearly so and what follows could not have stood there."""
    room, width = right - last.x1, right - last.x0
    longest = min(7.0 * last.size, max(_RAGGED * width, min(5.5 * last.size, 0.6 * width)))
    if len(last.spans) > 1 or room > longest:
        return False
    first, *others = line.text.split(maxsplit=1)
    # Marks stand on letters and take no room of their own.
    needed = (line.x1 - line.x0) * _n_wide(first) / max(1, _n_wide(line.text))
    return room < 2.0 * last.size or not others or needed > room


def _n_wide(text: str) -> int:
    return len(text) - len(_MARK.findall(text))


def _is_indented(line: PageLine, last: PageLine, first: PageLine) -> bool:
    """A first line stands further right than the lines before it, but for those under an item's number."""
    if last is first and _NEW_ITEM.match(first.text):
        return False
    return line.x0 > last.x0 + 0.6 * line.size
