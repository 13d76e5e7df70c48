"""Is this a school's self-assessment at all, or a manual, a letter, a synthesis, an outside assessment?"""

import re
from collections.abc import Sequence
from functools import cache

from lib.catalog.standards import load_report_words, load_standards
from lib.domain.issues import Issue, Severity
from lib.ingest.report_headings import strip_numbering
from lib.ingest.report_lines import Line
from lib.ingest.standard_refs import STANDARD
from lib.thai.numerals import to_arabic_digits
from lib.thai.text import fold_key

_TITLE_LINES = 15
_LONGEST_TITLE = 120
_LETTER_LINE = re.compile(r"^(?:บันทึกข้อความ|ที่\s*(?:ศธ|ที่)|เรื่อง\s|เรียน\s|สิ่งที่ส่งมาด้วย|ขอแสดงความนับถือ|จึงเรียนมาเพื่อ)")
_FEWEST_LETTER_LINES = 2
_FEWEST_STANDARDS = 2
_FORM_OF = re.compile(r"^(?:แบบฟอร์ม|แบบ|เล่ม|ร่าง|ไฟล์)")
_NAMES = {
    "person": "รายงานการประเมินตนเองของครูรายบุคคล",
    "questionnaire": "แบบสอบถามหรือแบบบันทึก",
    "manual": "คู่มือหรือเกณฑ์การประเมิน",
    "external": "รายงานการประเมินคุณภาพภายนอก",
    "synthesis": "รายงานการสังเคราะห์ของเขตพื้นที่",
    "letter": "หนังสือราชการ",
    "minutes": "รายงานการประชุม",
    "plan": "แผนของสถานศึกษา",
    "performance": "แบบรายงานตัวชี้วัด",
    "order": "คำสั่งหรือประกาศ",
    "project": "เอกสารโครงการ",
}


def other_document(lines: Sequence[Line]) -> Issue | None:
    """What the document is when it is not a school's report, as an issue; None for a school's report."""
    kind = _kind(lines)
    if kind is None:
        return None
    return Issue(
        Severity.ERROR,
        "D10",
        f"ไฟล์นี้เป็น{_NAMES[kind]} ไม่ใช่รายงานการประเมินตนเองของสถานศึกษา จึงไม่ได้อ่านระดับคุณภาพ",
        "แนบไฟล์รายงานการประเมินตนเอง (SAR) ของโรงเรียน",
    )


def nothing_found() -> Issue:
    """The issue for a document in which neither a level nor a statement was found."""
    return Issue(
        Severity.ERROR,
        "D11",
        "ไม่พบระดับคุณภาพ จุดเด่น หรือจุดที่ควรพัฒนาในไฟล์นี้",
        "ตรวจว่าเป็นรายงานการประเมินตนเองที่กรอกแล้ว หรือกรอกระดับคุณภาพเองจากเล่มรายงาน",
    )


def names_a_report(lines: Sequence[Line]) -> bool:
    """Any line calls the document a self-assessment report."""
    return any(
        key.startswith(title)
        for line in lines
        if (key := _title_key(line.text[:_LONGEST_TITLE]))
        for title in _titles()
    )


def names_a_standard(lines: Sequence[Line]) -> bool:
    """Any line calls a standard of a known set by its name; other documents number standards of their own."""
    return any(name in key for line in lines if (key := fold_key(line.text)) for name in _standard_names())


def _title_key(text: str) -> str:
    return _FORM_OF.sub("", fold_key(strip_numbering(text.replace("\n", " "))))


@cache
def _standard_names() -> frozenset[str]:
    return frozenset(
        fold_key(wording)
        for entry in load_standards().sets
        for standard in entry.standards
        for wording in (standard.name, *standard.aliases)
    )


def _kind(lines: Sequence[Line]) -> str | None:
    for line in lines[:_TITLE_LINES]:
        if line.is_contents:
            continue
        if (line.places[0].page or 1) > 1:
            break
        key = _title_key(line.text)
        title = max((len(title) for title in _titles() if key.startswith(title)), default=0)
        # รายงานการประเมินตนเองรายบุคคล begins with the title of a school's report, and is none.
        own = next(
            (
                kind
                for kind, words in _openings()
                for word in words
                if key.startswith(word) and len(word) > title
            ),
            "",
        )
        if title and not own:
            break
        if title:
            return own
        if sum(map(bool, line.cells)) > 1:
            # A title stands alone; beside other cells it is a field's name.
            continue
        for kind, openings in _openings():
            if kind != "letter" and key.startswith(openings):
                return kind
    n_letter = sum(bool(_LETTER_LINE.match(line.text)) for line in lines)
    standards = {
        found[1]
        for line in lines
        if (found := STANDARD.match(strip_numbering(to_arabic_digits(line.cells[0] or line.text))))
        is not None
    }
    if n_letter >= _FEWEST_LETTER_LINES and len(standards) < _FEWEST_STANDARDS:
        return "letter"
    return None


@cache
def _titles() -> tuple[str, ...]:
    return tuple(map(fold_key, load_report_words().titles))


@cache
def _openings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (kind, tuple(map(fold_key, words))) for kind, words in load_report_words().other_titles.items()
    )
