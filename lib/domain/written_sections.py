"""The sections of the reports that people write, and what a Word copy of a report keeps of them."""

import re
import zlib
from dataclasses import dataclass

from lib.thai.numerals import to_arabic_digits
from lib.thai.text import clean_text

#: Of the committee report, in the order of the page.
REPORT_SECTIONS = (
    ("preface_text", "คำนำ"),
    ("summary_text", "บทสรุปผู้บริหาร (เพิ่มเติม)"),
    ("background_text", "ความเป็นมา"),
    ("purpose_text", "วัตถุประสงค์ (บรรทัดละข้อ)"),
    ("scope_text", "ขอบเขต"),
    ("context_text", "บริบทของเขตพื้นที่ (เพิ่มเติม)"),
    ("academic_text", "ด้านวิชาการ (เพิ่มเติม)"),
    ("budget_text", "ด้านงบประมาณ (เพิ่มเติม)"),
    ("personnel_text", "ด้านการบริหารงานบุคคล (เพิ่มเติม)"),
    ("general_text", "ด้านการบริหารทั่วไป (เพิ่มเติม)"),
    ("sar_text", "การสังเคราะห์ SAR (เพิ่มเติม)"),
    ("conclusion_text", "สรุปผล (เพิ่มเติม)"),
    ("recommendations_text", "ข้อเสนอแนะ (เพิ่มเติม)"),
)
#: Of the report on self-assessments, in the order of the page.
SAR_SECTIONS = (
    ("sar_preface_text", "คำนำ"),
    ("sar_summary_text", "บทสรุปผู้บริหาร (เพิ่มเติม)"),
    ("sar_background_text", "ความเป็นมา"),
    ("sar_purpose_text", "วัตถุประสงค์ (บรรทัดละข้อ)"),
    ("sar_advice_text", "ข้อเสนอแนะของสำนักงานเขตพื้นที่การศึกษา"),
)
SECTION_TITLES = dict((*REPORT_SECTIONS, *SAR_SECTIONS))

#: Of the part of a Word file that says how it was printed.
MARKS_NAMESPACE = "urn:ktpn:written-sections"
#: Before a section's id, the bookmark around its text; it stays when the frame around it is removed.
SECTION_BOOKMARK = "sec_"
#: Stands in an empty section of a copy for editing; never saved.
SECTION_PROMPT = "พิมพ์ข้อความส่วนนี้ที่นี่"

_NO_LETTER = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class PrintedMarks:
    """How a Word file was printed.

    Attributes:
        subject: title and year of the report, so that a copy is not brought back into another year.
        sections: section id → text as printed, in the form of ``lib.domain.written_text``.
        lines: marks of every paragraph and table row outside the sections.
    """

    subject: str
    sections: tuple[tuple[str, str], ...]
    lines: frozenset[str]


@dataclass(frozen=True, slots=True)
class EditedSection:
    """A marked section as it stands in an edited copy.

    Attributes:
        is_bare: its frame was removed and its place told by a bookmark.
        n_tables / n_pictures: put into it by hand; only the words can be kept.
    """

    section_id: str
    text: str
    is_bare: bool = False
    n_tables: int = 0
    n_pictures: int = 0


@dataclass(frozen=True, slots=True)
class StrayText:
    """Words outside the marked sections that the report did not print.

    Attributes:
        where: the nearest heading above.
        kind: ``paragraph``, ``row``, ``box`` or ``note``.
    """

    text: str
    where: str
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class EditedCopy:
    """What a Word copy of a report says after people worked in it.

    Attributes:
        marks: None where the file lost them, or never had any.
        n_lost: printed lines outside the sections that are no longer there as printed.
        n_tracked: insertions and deletions that Word keeps as suggestions; insertions were read as accepted.
        comments: texts of comments.
        is_from_libreoffice: saved by it; it drops the marks and may repeat words of a section.
    """

    marks: PrintedMarks | None
    sections: tuple[EditedSection, ...]
    strays: tuple[StrayText, ...]
    n_lost: int = 0
    n_tracked: int = 0
    comments: tuple[str, ...] = ()
    is_from_libreoffice: bool = False


def line_mark(text: str) -> str:
    """Eight letters that tell a printed line from another; digits of both scripts and spaces are alike."""
    plain = _NO_LETTER.sub("", to_arabic_digits(clean_text(text)))
    return f"{zlib.crc32(plain.encode()):08x}" if plain else ""
