"""A Word copy that people worked in, laid beside what the report says now; nothing of it is lost unsaid."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lib.catalog.report_words import load_report_words, load_sar_words
from lib.domain.documents import Document
from lib.domain.report_content import ReportContent
from lib.domain.sar_report_content import SarReportContent
from lib.domain.written_sections import (
    REPORT_SECTIONS,
    SAR_SECTIONS,
    SECTION_TITLES,
    EditedSection,
    StrayText,
)
from lib.domain.written_text import fold_written, format_written, parse_written
from lib.errors import WorkbenchError
from lib.ingest.edited_copy import read_edited_copy
from lib.report.compose import compose_report
from lib.report.sar_report import compose_sar_report
from lib.report.written_blocks import printed_sections
from lib.services.report_copy_remarks import copy_remarks
from lib.storage.engine import Store, reading, writing
from lib.storage.report_texts import load_report_texts, save_report_text

_NOTHING_SAVED = "ยังไม่มีข้อความใดถูกบันทึก"


class SectionState(StrEnum):
    """Where a section was worked on since the copy was printed."""

    UNCHANGED = "ไม่เปลี่ยน"
    IN_FILE = "แก้ในไฟล์"
    IN_PROGRAM = "แก้ในโปรแกรม"
    BOTH = "แก้ทั้งสองที่"


@dataclass(frozen=True, slots=True)
class ComparedSection:
    """One section of the copy beside the same section now.

    Attributes:
        in_file / in_program: texts in the form people write.
        version: of the stored text, for saving.
        remarks: what of the copy cannot be kept, and what to know before picking it.
    """

    section_id: str
    title: str
    state: SectionState
    in_file: str
    in_program: str
    version: int
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComparedCopy:
    """A whole copy beside the report now.

    Attributes:
        strays: words outside the sections that the next document will not have.
        remarks: about the copy as a whole.
        comments: what people noted at its margin.
    """

    sections: tuple[ComparedSection, ...]
    strays: tuple[StrayText, ...]
    remarks: tuple[str, ...]
    comments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PickedText:
    """A text that a person chose to keep."""

    section_id: str
    text: str
    seen_version: int


def compare_copy(
    store: Store, content: ReportContent | SarReportContent, year_be: int, file: bytes, file_name: str
) -> ComparedCopy:
    """Read an edited copy of the committee or SAR report and lay each section beside the one now.

    Raises:
        RefusedFile: the file must not be opened, or is no Word file.
        WorkbenchError: it is no copy of this report, or of another year.
    """
    copy = read_edited_copy(file, file_name)
    document, titles = _document(content)
    own = {section_id for section_id, _ in titles}
    in_file = {each.section_id for each in copy.sections}
    if copy.marks is not None:
        in_file |= {section_id for section_id, _ in copy.marks.sections}
    if in_file and not in_file & own:
        raise WorkbenchError(
            "ไฟล์นี้เป็นสำเนาของรายงานอื่นของโปรแกรม" + (f" “{copy.marks.subject[:120]}”" if copy.marks else ""),
            f"นำกลับในหน้าของรายงานนั้น หรือเลือกสำเนาของรายงานในหน้านี้ {_NOTHING_SAVED}",
        )
    if copy.marks is None and not copy.sections:
        raise WorkbenchError(
            "ไฟล์นี้ไม่มีส่วนที่เขียนได้ของรายงาน", f"เลือกรายงาน Word ที่ดาวน์โหลดจากโปรแกรมนี้แล้วแก้ไข {_NOTHING_SAVED}"
        )
    if copy.marks is not None and document.subtitle not in copy.marks.subject:
        raise WorkbenchError(
            f"ไฟล์นี้เป็น “{copy.marks.subject[:120]}” ไม่ใช่{document.subtitle}",
            f"เลือกปีให้ตรงกับไฟล์ หรือเลือกไฟล์ของปีนี้ {_NOTHING_SAVED}",
        )
    with reading(store) as session:
        versions = load_report_texts(session, year_be)
    now = dict(printed_sections(document))
    found = {each.section_id: each for each in copy.sections}
    printed = None if copy.marks is None else dict(copy.marks.sections)
    sections = tuple(
        _compare(
            section_id,
            found.get(section_id),
            now.get(section_id, ""),
            None if printed is None else printed.get(section_id, ""),
            versions.get(section_id, ("", 0))[1],
        )
        for section_id, _ in titles
        if section_id in now or section_id in found
    )
    return ComparedCopy(sections, copy.strays, copy_remarks(copy), copy.comments)


def save_picked(store: Store, year_be: int, picked: Sequence[PickedText], *, by: str) -> None:
    """Save what was picked, all of it or nothing.

    Raises:
        EditConflict: somebody saved one of the sections meanwhile.
    """
    with writing(store) as session:
        for each in picked:
            save_report_text(
                session, each.section_id, year_be, each.text, seen_version=each.seen_version, by=by
            )


def _document(
    content: ReportContent | SarReportContent,
) -> tuple[Document, tuple[tuple[str, str], ...]]:
    """The document as a copy for editing prints it, and its sections in the order of the page."""
    if isinstance(content, SarReportContent):
        return compose_sar_report(content, load_sar_words(), for_editing=True), SAR_SECTIONS
    return compose_report(content, load_report_words(), for_editing=True), REPORT_SECTIONS


def _compare(
    section_id: str, found: EditedSection | None, now: str, printed: str | None, version: int
) -> ComparedSection:
    title = SECTION_TITLES[section_id]
    if found is None:
        lost = ("ไม่พบกรอบของส่วนนี้ในไฟล์ จึงคงข้อความในโปรแกรมไว้",) if printed else ()
        return ComparedSection(section_id, title, SectionState.UNCHANGED, "", now, version, lost)
    in_file = _in_printed_words(found.text, printed or now)
    state = _state(in_file, now, printed)
    remarks: list[str] = []
    if found.is_bare:
        remarks.append("กรอบของส่วนนี้ถูกลบ อ่านข้อความจากที่คั่นแทน โปรดตรวจว่าครบ")
    if found.n_tables:
        remarks.append(f"มีตาราง {found.n_tables:,} ตาราง เก็บได้เฉพาะข้อความทีละแถว")
    if found.n_pictures:
        remarks.append(f"มีภาพหรือกล่อง {found.n_pictures:,} ชิ้น ภาพไม่ถูกเก็บ ให้แทรกใหม่ในฉบับสุดท้าย")
    if state in (SectionState.IN_FILE, SectionState.BOTH) and not in_file:
        remarks.append("ในไฟล์ลบข้อความทั้งหมด หากเลือกของไฟล์ จะกลับไปใช้ข้อความตั้งต้น")
    return ComparedSection(section_id, title, state, in_file, now, version, tuple(remarks))


def _state(in_file: str, now: str, printed: str | None) -> SectionState:
    file_key, now_key = fold_written(in_file), fold_written(now)
    if file_key == now_key:
        return SectionState.UNCHANGED
    if printed is None:
        return SectionState.BOTH
    printed_key = fold_written(printed)
    if file_key == printed_key:
        return SectionState.IN_PROGRAM
    return SectionState.IN_FILE if now_key == printed_key else SectionState.BOTH


def _in_printed_words(text: str, printed: str) -> str:
    """The file's text, lines that nobody touched as they were stored: digits and quotation marks stay."""
    stored = {fold_written(format_written((line,))): line for line in parse_written(printed)}
    lines = (stored.get(fold_written(format_written((line,))), line) for line in parse_written(text))
    return format_written(tuple(lines))
