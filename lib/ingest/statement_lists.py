"""A school's own sentences: bullets split, numbering taken off, "ไม่มี" left out."""

import re
from functools import cache

from lib.catalog.standards import load_report_words
from lib.ingest.quality_levels import TICKED
from lib.ingest.report_headings import has_numbering, strip_numbering
from lib.ingest.statement_headings import statement_heading
from lib.thai.numerals import MISSING_MARKS, to_arabic_digits
from lib.thai.text import clean_text, fold_key

_INLINE_NUMBER = re.compile(r"(?:(?<=\s)|^)[\[(]?(\d{1,2})(?:\s?[)\]]|\.\)?(?!\d))\s*")
# ป.2 - ป.3 and 2566 - 2567 are ranges, no bullets.
_RANGE_GOES_ON = (
    r"\s+(?:[ก-ฮ]{1,3}\.|(?:ชั้น)?(?:อนุบาล|ประถม|มัธยม)[\u0e01-\u0e4e]*|ปี[\u0e01-\u0e4e]*)?\s?[\d๐-๙]"
)
_INLINE_BULLET = re.compile(
    r"(?:\s+[•▪●◦·❖➢➤►▶♦◆◇★✦➔→๏]|(?<![\d๐-๙\s])\s+[-–—](?=\s)"
    rf"|\s+[-–—](?=\s)(?!{_RANGE_GOES_ON}))\s*"
)
# "1 ผู้เรียน…": a number without a full stop or bracket before a sentence.
_BARE_NUMBER = re.compile(r"^[\d๐-๙]{1,2}\s+(?=[\u0e01-\u0e2e\u0e40-\u0e44])")
# A tick before a sentence is its bullet.
_TICK_BULLET = re.compile(rf"^[{TICKED}]\s*(?=[\u0e01-\u0e2e\u0e40-\u0e44A-Za-z])")
NUMBER_ALONE = re.compile(r"^[\[(]?[\d๐-๙]{1,2}\s?[.)\]]*$|^[-–—•▪●]$")
_BLANK = re.compile(r"^[\W_]*$")
_PROSE_LABEL = re.compile(r"^ด้าน[^\s]{1,40}:?$")


def split_statements(text: str) -> tuple[str, ...]:
    """Single statements of a cell or paragraph.

    Lines part statements; so do bullets and a rising series of numbers inside one line. A line that only
    says that there is nothing, or is blank, dots or a dash, gives none.
    """
    found = []
    for line in _whole_lines(text.split("\n")):
        for piece in _pieces(line.strip()):
            bare = _TICK_BULLET.sub("", strip_numbering(piece))
            statement = clean_text(_BARE_NUMBER.sub("", bare)).strip(" ;")
            if not is_nothing(statement):
                found.append(statement)
    return tuple(found)


def begins_item(text: str) -> bool:
    """The line begins with a number or bullet of a list."""
    return has_numbering(text) or _TICK_BULLET.match(text) is not None


def first_number(text: str) -> int:
    """The number a line begins with as one of a list, 0 for none."""
    found = _INLINE_NUMBER.match(to_arabic_digits(text.lstrip()))
    return int(found[1]) if found is not None else 0


def last_number(text: str) -> int:
    """How far the series of numbers inside one line goes, 0 for none."""
    pieces = _pieces(text.strip())
    return first_number(pieces[-1])


def _whole_lines(lines: list[str]) -> list[str]:
    """Lines of a list whose items are numbered; one without a number goes on with the one above."""
    whole: list[str] = []
    for line in filter(None, map(str.strip, lines)):
        if whole and begins_item(whole[0]) and not begins_item(line) and not is_nothing(line):
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    return whole


def is_nothing(text: str) -> bool:
    """True for a blank, a dash, ``ไม่มี`` and the like."""
    bare = text.strip(" .…-–—_()\"'")
    return (
        _BLANK.match(text) is not None
        or bare.casefold() in MISSING_MARKS
        or fold_key(bare) in _nothing()
        or _has_none_of_it(bare)
        or re.fullmatch(r"\d{1,2}", to_arabic_digits(bare)) is not None
        or _PROSE_LABEL.match(text) is not None
    )


def _has_none_of_it(text: str) -> bool:
    """ไม่มี before the wording of a heading: ไม่มีข้อเสนอแนะเพิ่มเติม."""
    if not text.startswith("ไม่มี"):
        return False
    heading = statement_heading(text.removeprefix("ไม่มี").strip())
    return heading is not None and not heading.inline


def _pieces(line: str) -> list[str]:
    """One line cut before each number of a rising series that begins the line, else at its bullets."""
    arabic = to_arabic_digits(line)
    starts: list[int] = []
    first = 0
    for found in _INLINE_NUMBER.finditer(arabic):
        number = int(found[1])
        if (number == first + len(starts)) if starts else found.start() == 0:
            first = first if starts else number
            starts.append(found.start())
    if len(starts) > 1:
        return [line[a:b] for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]
    if re.match(r"[•▪●◦·❖➢➤►▶♦◆◇★✦➔→๏]|[-–—]\s", line):
        return _INLINE_BULLET.split(line)
    return [line]


@cache
def _nothing() -> frozenset[str]:
    return frozenset(map(fold_key, load_report_words().nothing))
