"""The door: a file's kind and container are judged from its bytes, in the server, without parsing it."""

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from lib.domain.issues import Issue, Severity
from lib.errors import RefusedFile
from lib.ingest.content_types import find_archive_kind, is_encrypted_open_document, name_other_archive
from lib.ingest.file_kind import WORKBOOK_KINDS, FileKind, find_kind, name_other_kind
from lib.ingest.guards_xml import check_xml_parts
from lib.ingest.guards_zip import open_checked_archive
from lib.ingest.limits import FILE_BYTES_MAX, MEGABYTE
from lib.ingest.refusals import make_refusal

_MACRO_PART: Final = "vbaproject.bin"
_OTHER_SPREADSHEETS: Final = (".xlsx", ".xlsm", ".xlsb", ".ods")
_ALL_SPREADSHEETS: Final = (*_OTHER_SPREADSHEETS, ".xls")

_MACRO_REMARK: Final = Issue(
    Severity.WARNING, "F18", "ไฟล์มีมาโคร ระบบอ่านเฉพาะข้อมูลและไม่เรียกใช้มาโคร", "ไม่ต้องทำอะไร หากข้อมูลครบถ้วน"
)
_NO_FORMATS_REMARK: Final = Issue(
    Severity.INFO,
    "F24",
    "ไฟล์ชนิด .xls อ่านรูปแบบร้อยละของเซลล์ไม่ได้ และเซลล์ที่มีค่าผิดพลาดเช่น #REF! จะเห็นเป็นช่องว่าง",
    "หากมีเซลล์แบบนั้น ให้เปิดใน Excel แล้วบันทึกเป็น .xlsx",
)
_BINARY_REMARK: Final = replace(
    _NO_FORMATS_REMARK,
    message="ไฟล์ชนิด .xlsb อ่านรูปแบบร้อยละและเซลล์ที่ผสานไม่ได้ และเซลล์ที่มีค่าผิดพลาดเช่น #REF! จะเห็นเป็นช่องว่าง",
)


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """What the door found: the kind to read it as, and remarks for the person."""

    kind: FileKind
    issues: tuple[Issue, ...] = ()


def check_workbook_file(content: bytes, file_name: str) -> CheckedFile:
    """Admit a table: xlsx, xlsm, xlsb, xls, ods, csv or an HTML table.

    Args:
        content: the whole file.
        file_name: as the person named it; only its ending is compared with the bytes.

    Raises:
        RefusedFile: F01–F12, F16, F17, F21 or F23.
    """
    checked = _check_file(content, file_name)
    if checked.kind is FileKind.LOCKED:
        raise make_refusal("F08")
    if checked.kind is FileKind.PDF:
        raise make_refusal("F23")
    if checked.kind in (FileKind.DOCX, FileKind.DOC):
        raise make_refusal("F21-workbook")
    if checked.kind not in WORKBOOK_KINDS:
        raise _unknown(content)
    return checked


def check_document_file(content: bytes, file_name: str) -> CheckedFile:
    """Admit a document: docx or pdf.

    Raises:
        RefusedFile: F01–F12, F16, F17 or F21.
    """
    checked = _check_file(content, file_name)
    if checked.kind is FileKind.LOCKED:
        raise make_refusal("F09")
    if checked.kind is FileKind.DOC:
        raise make_refusal("F17")
    if checked.kind in WORKBOOK_KINDS:
        raise make_refusal("F21-document")
    if checked.kind not in (FileKind.DOCX, FileKind.PDF):
        raise _unknown(content)
    return checked


def check_word_file(content: bytes, file_name: str, refusal: RefusedFile) -> CheckedFile:
    """The same for a place that takes Word files alone.

    Raises:
        RefusedFile: the one given, for every other kind; F.. for a file that must not be opened.
    """
    try:
        checked = check_document_file(content, file_name)
    except RefusedFile as fault:
        raise refusal if fault.code == "F21" else fault from fault
    if checked.kind is not FileKind.DOCX:
        raise refusal
    return checked


def _check_file(content: bytes, file_name: str) -> CheckedFile:
    if not content:
        raise make_refusal("F01")
    if len(content) > FILE_BYTES_MAX:
        raise make_refusal("F02", megabytes=-(-len(content) // MEGABYTE), limit=FILE_BYTES_MAX // MEGABYTE)
    kind = find_kind(content)
    ending = PurePath(file_name).suffix.lower()
    if kind is not FileKind.ZIP:
        return CheckedFile(kind, _compare_with_name(kind, ending))
    with open_checked_archive(content) as archive:
        check_xml_parts(archive)
        kind = find_archive_kind(archive)
        if kind is FileKind.ODS and is_encrypted_open_document(archive):
            raise make_refusal("F08")
        has_macro = any(name.lower().endswith(_MACRO_PART) for name in archive.namelist())
        other = name_other_archive(archive) if kind is FileKind.ZIP else ""
    if kind is FileKind.ZIP:
        raise make_refusal(f"F16-{other}" if other else "F16")
    remarks = (_MACRO_REMARK,) if has_macro else ()
    return CheckedFile(kind, (*remarks, _BINARY_REMARK) if kind is FileKind.XLSB else remarks)


def _unknown(content: bytes) -> RefusedFile:
    other = name_other_kind(content)
    return make_refusal(f"F12-{other}" if other else "F12")


def _compare_with_name(kind: FileKind, ending: str) -> tuple[Issue, ...]:
    """Say the real kind where the name says another."""
    if kind is FileKind.XLS:
        remarks = [_NO_FORMATS_REMARK]
        if ending in _OTHER_SPREADSHEETS:
            remarks.append(
                Issue(
                    Severity.INFO,
                    "F13",
                    f"ไฟล์นี้เป็น Excel รุ่นเก่า (.xls) แม้นามสกุลเป็น {ending} ระบบอ่านให้ได้ตามปกติ",
                )
            )
        return tuple(remarks)
    if kind is FileKind.HTML:
        return (
            Issue(
                Severity.INFO,
                "F14",
                "ไฟล์นี้เป็นหน้าเว็บ (HTML) ที่ตั้งนามสกุลเป็นสมุดงาน ระบบอ่านตารางในหน้าเว็บให้",
                "หากข้อมูลไม่ครบ ให้เปิดใน Excel แล้วบันทึกเป็น .xlsx",
            ),
        )
    if kind is FileKind.CSV and ending in _ALL_SPREADSHEETS:
        return (
            Issue(
                Severity.QUESTION,
                "F15",
                f"เนื้อหาเป็น CSV แต่นามสกุลเป็น {ending} ระบบอ่านแบบ CSV",
                "ตรวจตัวอย่างข้อมูลว่าแบ่งคอลัมน์ถูกต้อง",
            ),
        )
    return ()
