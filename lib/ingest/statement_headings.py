"""Headings of lists of statements: จุดเด่น, จุดที่ควรพัฒนา, แผน, ข้อเสนอแนะ in the wordings schools use."""

import re
from dataclasses import dataclass
from functools import cache

from lib.catalog.standards import load_report_words
from lib.domain.assessments import StatementKind
from lib.ingest.heading_wordings import Wordings, by_opening
from lib.ingest.report_headings import (
    LONGEST_HEADING,
    PARENTHESES,
    has_numbering,
    is_part,
    name_of_part,
    strip_numbering,
)
from lib.ingest.statement_loose import (
    is_free_tail,
    is_other_section,
    kind_of_stems,
    may_be_heading,
    without_question,
)
from lib.thai.text import fold_key

_STANDARD_TAIL = re.compile(r"^(?:ของ|ตาม)?มาตรฐาน(?:ที่)?\d{1,2}.*$")
_LONGEST_STYLED = 70
_YEAR = re.compile(r"25\d\d")
_PARTED = re.compile("และ|หรือ|[,/|]|\\s")
_AGENT = re.compile("ของ?(?:โรงเรียน|สถานศึกษา|หน่วยงาน|ต้นสังกัด)|โรงเรียน|สถานศึกษา|หน่วยงาน|ต้นสังกัด|เรา")
_LONGEST_TWO_NAMES = 40
_OTHER_KIND = re.compile("พัฒนา|ปรับ|แก้|ด้อย|อ่อน|แผน|แนวทาง|เสนอ|ต้องการ|ปัญหา|จำกัด|อุปสรรค|ยกระดับ|ควร|/")
# จุดที่ควรพัฒนา และแนวทางการพัฒนาในอนาคต เพื่อเสนอต่อ… is a sentence that was broken here.
_GOES_ON = re.compile(r"^(?:และ|หรือ|เพื่อ|ซึ่ง|โดย|ที่|ตาม|ของ|รวมทั้ง|ตลอดจน|ต่อ|[,/])")


@dataclass(frozen=True, slots=True)
class StatementHeading:
    """A heading of statements.

    Attributes:
        kind: None for a heading of several kinds.
        inline: what follows on the same line.
        parted: a colon parts the two, so that even a numbered line is a heading.
    """

    kind: StatementKind | None
    inline: str = ""
    parted: bool = False


@cache
def statement_heading(text: str) -> StatementHeading | None:
    """The heading of a list of statements, if the line is one.

    It may be followed on its line by ``:``, คือ, ได้แก่ or a space and the statement itself.
    """
    body = without_question(strip_numbering(text))
    whole = _kind(body) or _with_free_tail(body, numbered=has_numbering(text))
    if whole is not None:
        return whole
    for separator, parted in ((r"\s*[:：]\s*", True), (r"\s+[-–—]\s*", False), (r"\s*(?:คือ|ได้แก่)\s*", False)):
        parts = re.split(separator, body, maxsplit=1)
        head = (_kind(parts[0]) or _with_free_tail(parts[0])) if len(parts) == 2 else None
        if head is not None:
            return StatementHeading(head.kind, parts[1].strip(), parted)
    for space in reversed([found.start() for found in re.finditer(r"\s", body[:LONGEST_HEADING])]):
        head = _kind(body[:space])
        if head is not None and head.kind is None:
            # จุดเด่น จุดที่ควรพัฒนา และแนวทาง… เพื่อเสนอ: a sentence that goes through the kinds.
            return None
        if head is not None and not _GOES_ON.match(body[space:].strip()):
            return StatementHeading(head.kind, body[space:].strip())
    return None


def part_of_statements(text: str) -> StatementHeading | None:
    """A part of the book that holds statements of one kind: ส่วนที่ 3 ความต้องการช่วยเหลือ."""
    heading = _kind(name_of_part(text))
    return heading if heading is not None and heading.kind is not None else None


def heading_between_lists(text: str) -> StatementHeading | None:
    """A short line between two numbered lists, in words of the school's own; kind None ends the list.

    A line that points to nothing, such as the name of a field, parts the list and does not end it.
    """
    kind = kind_of_stems(text)
    return StatementHeading(kind) if may_be_heading(text) and (kind or is_other_section(text)) else None


def styled_statement_heading(text: str, *, styled: bool) -> StatementHeading | None:
    """A line whose style, or the list beneath it, makes it a heading with the wording of one kind in it.

    Args:
        styled: the document says that it is a heading; otherwise the wording must begin or end the line.
    """
    if is_part(text) or "มาตรฐาน" in text or len(text) > _LONGEST_STYLED:
        return None
    key = fold_key(strip_numbering(text))
    kinds = {
        kind
        for word, kind in _statement_keys().items()
        if (word in key if styled else key.startswith(word) or key.endswith(word))
    }
    return StatementHeading(next(iter(kinds))) if len(kinds) == 1 else None


def _with_free_tail(body: str, *, numbered: bool = False) -> StatementHeading | None:
    """จุดเด่นที่ควรรักษาไว้: a sure wording and what says more of it; a numbered plan may be a statement."""
    if not may_be_heading(body) or " " in body:
        return None
    key = fold_key(body)
    word = _kinds().longest(key, 0)
    kind = _statement_keys().get(word)
    if (
        kind is None
        or not is_free_tail(key[len(word) :])
        or kind_of_stems(key[len(word) :]) not in (None, kind)
    ):
        return None
    return None if numbered and kind is not StatementKind.STRENGTH else StatementHeading(kind)


def _kind(text: str) -> StatementHeading | None:
    """Kind of a text that is a heading's wordings with their usual leads and tails and nothing else."""
    if len(text) > LONGEST_HEADING:
        return None
    key = fold_key(PARENTHESES.sub("", text))
    # สิ่งที่โรงเรียนต้องพัฒนา is สิ่งที่ต้องพัฒนา: who it is about says nothing of the kind.
    return _kind_of_key(key, text) or _kind_of_key(_AGENT.sub("", key), text) or _kind_before_slash(text)


def _kind_before_slash(text: str) -> StatementHeading | None:
    """จุดเด่น/ความน่าภาคภูมิใจ: the second name of one heading, unless it could be another kind."""
    first, slash, second = text.partition("/")
    if not slash or len(text) > _LONGEST_TWO_NAMES or " " in second.strip() or _OTHER_KIND.search(second):
        return None
    heading = _kind_of_key(fold_key(first), first)
    return heading if heading is not None and heading.kind is StatementKind.STRENGTH else None


def _kind_of_key(key: str, text: str) -> StatementHeading | None:
    at = 0
    kinds: list[StatementKind] = []
    while at < len(key):
        word = _kinds().longest(key, at)
        if word:
            kinds.append(_statement_keys()[word])
        elif kinds and _STANDARD_TAIL.match(key[at:]):
            break
        else:
            word = (_tails() if kinds else _leads()).longest(key, at)
        if not word and kinds and _YEAR.match(key, at):
            word = key[at : at + 4]
        if not word:
            return None
        at += len(word)
    if not kinds:
        return None
    # แนวทางแก้ไขจุดที่ควรพัฒนา is a plan; แนวทางการพัฒนาและข้อเสนอแนะ is both.
    governed = kinds[0] is StatementKind.PLAN and _PARTED.search(text) is None
    return StatementHeading(kinds[0] if governed or len(set(kinds)) == 1 else None)


@cache
def _statement_keys() -> dict[str, StatementKind]:
    return {
        fold_key(word): StatementKind(kind)
        for kind, words in load_report_words().statements.items()
        for word in words
    }


@cache
def _kinds() -> Wordings:
    return by_opening(_statement_keys())


@cache
def _tails() -> Wordings:
    return by_opening(map(fold_key, (*load_report_words().statement_tails, "และ", "หรือ")))


@cache
def _leads() -> Wordings:
    return by_opening(map(fold_key, load_report_words().statement_leads))
