"""Statements within running text: ``สถานศึกษามีจุดเด่น คือ 1) … 2) … ส่วนจุดที่ควรพัฒนา ได้แก่ …``."""

import re
from dataclasses import dataclass
from functools import cache

from lib.catalog.standards import load_report_words
from lib.domain.assessments import StatementKind

_CONNECTOR = r"(?:(?:มี|เป็น)?ดังต่อไปนี้|(?:มี|เป็น)?ดังนี้|คือ|ได้แก่|ประกอบด้วย|:)"
_HAS_CONNECTOR = re.compile(_CONNECTOR)
_LONGEST_GAP = 45
_LONGEST_LEAD = 40
_LONGEST_OPEN = 120
_FIRST_LETTERS = 5
# The numbering right behind the connector, or a text of some length.
_SAYS = re.compile(r"\(?[\d๐-๙]{1,2}\s?[.)]|[-•]|.{8,}")
_BETWEEN = re.compile(r"^[\s,/]*(?:และ|กับ|รวมทั้ง|ตลอดจน)?[\s,/]*$")
_LINK = re.compile(
    r"(?:^|(?<=\s))(?:สำหรับ|ส่วน|และ|ทั้งนี้|โดย|ซึ่ง|แต่|นอกจากนี้|อย่างไรก็ตาม|ใน|จาก|มี|ด้าน|สถานศึกษา|โรงเรียน)\S*$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One kind of statements in a sentence.

    Attributes:
        start: where its lead-in begins in the text.
        head: its wording with what leads in; ``says`` what follows, up to the next clause.
    """

    kind: StatementKind
    start: int
    head: str
    says: str


def read_statement_clauses(text: str) -> tuple[Clause, ...]:
    """Clauses that name a kind, say that its statements follow (คือ, ได้แก่, ดังนี้), and give them.

    A sentence that names several kinds at once, as a foreword does, has none.
    """
    if _HAS_CONNECTOR.search(text) is None:
        return ()
    cores = _find_cores(text)
    found: list[tuple[StatementKind, int, int]] = []
    for number, core in enumerate(cores):
        if number and _BETWEEN.match(text[cores[number - 1][1] : core[0]]):
            continue
        following = cores[number + 1][0] if number + 1 < len(cores) else len(text)
        link = _connector().match(text, core[1], min(len(text), core[1] + _LONGEST_GAP + 20))
        if link is None or link.start("link") > following:
            continue
        says = text[link.end() :].strip()
        if _SAYS.match(says) or (not says and len(text) <= _LONGEST_OPEN):
            found.append((core[2], _lead_in(text, core[0]), link.end()))
    ends = [*(start for _, start, _ in found[1:]), len(text)][: len(found)]
    return tuple(
        Clause(kind, start, text[start:behind].strip(), text[behind:end].strip(" ,;"))
        for (kind, start, behind), end in zip(found, ends, strict=True)
    )


def _lead_in(text: str, at: int) -> int:
    """Where the words that lead to a kind begin: ส่วน, สำหรับ, และสถานศึกษามี."""
    lead = _LINK.search(text[max(0, at - _LONGEST_LEAD) : at])
    return at if lead is None else max(0, at - _LONGEST_LEAD) + lead.start()


def _find_cores(text: str) -> list[tuple[int, int, StatementKind]]:
    """Where the words of a kind stand, spaces inside them or not, as a broken line leaves one."""
    places = [at for at, letter in enumerate(text) if not letter.isspace()]
    bare = "".join(text[at] for at in places)
    return [
        (places[core.start()], places[core.end() - 1] + 1, _kinds()[core[0]])
        for core in _cores().finditer(bare)
    ]


@cache
def _kinds() -> dict[str, StatementKind]:
    return {
        "".join(word.split()): StatementKind(kind)
        for kind, words in load_report_words().statements.items()
        for word in words
    }


@cache
def _cores() -> re.Pattern[str]:
    # By their first letters: one look then passes over the hundreds of wordings that begin otherwise.
    groups: dict[str, list[str]] = {}
    for word in sorted(_kinds(), key=len, reverse=True):
        groups.setdefault(word[:_FIRST_LETTERS], []).append(re.escape(word[_FIRST_LETTERS:]))
    return re.compile("|".join(f"{re.escape(head)}(?:{'|'.join(rest)})" for head, rest in groups.items()))


@cache
def _connector() -> re.Pattern[str]:
    return re.compile(rf"[^\d:()]{{0,{_LONGEST_GAP}}}?(?P<link>{_CONNECTOR})\s*[:：]?\s*")
