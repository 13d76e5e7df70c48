"""Which files may be attached as evidence; they are kept and handed on, never read."""

from pathlib import PurePath
from typing import Final

from lib.errors import RefusedFile
from lib.ingest.content_types import find_archive_kind
from lib.ingest.file_kind import FileKind, find_kind
from lib.ingest.guards_xml import check_xml_parts
from lib.ingest.guards_zip import open_checked_archive
from lib.ingest.limits import FILE_BYTES_MAX, MEGABYTE
from lib.ingest.refusals import NOTHING_SAVED, make_refusal

_PICTURES: Final = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))
_PDF_START: Final = b"%PDF-"
_OFFICE: Final = {
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
#: Media type → endings a file of it may carry, the usual one first.
ENDINGS: Final = {
    "application/pdf": (".pdf",),
    _OFFICE[FileKind.DOCX]: (".docx",),
    _OFFICE[FileKind.XLSX]: (".xlsx",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
}
_MACRO_PART: Final = "vbaproject.bin"


def check_evidence_file(content: bytes, file_name: str) -> str:
    """Admit docx, pdf, xlsx, jpg and png by their bytes; the name is only quoted.

    Returns:
        The media type.

    Raises:
        RefusedFile: F01 empty, F02 too large, A01 another kind or with macros, F09 with a password,
            F03–F07, F10 or F11 for a damaged or dangerous archive.
    """
    if not content:
        raise make_refusal("F01")
    if len(content) > FILE_BYTES_MAX:
        raise make_refusal("F02", megabytes=-(-len(content) // MEGABYTE), limit=FILE_BYTES_MAX // MEGABYTE)
    for magic, media_type in _PICTURES:
        if content.startswith(magic):
            return media_type
    # Stricter than the readers, which also find the mark further on: there a web page could hide before it.
    if content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(_PDF_START):
        return "application/pdf"
    kind = find_kind(content)
    if kind is FileKind.LOCKED:
        raise make_refusal("F09")
    if kind is FileKind.ZIP:
        with open_checked_archive(content) as archive:
            check_xml_parts(archive)
            has_macro = any(name.lower().endswith(_MACRO_PART) for name in archive.namelist())
            media_type = "" if has_macro else _OFFICE.get(find_archive_kind(archive), "")
        if media_type:
            return media_type
    raise _not_evidence(file_name)


def _not_evidence(file_name: str) -> RefusedFile:
    ending = PurePath(file_name).suffix.lower()[:12]
    named = f"เนื้อหาของไฟล์ (นามสกุล {ending})" if ending else "เนื้อหาของไฟล์"
    return RefusedFile(
        "A01",
        f"ไม่รับไฟล์ชนิดนี้เป็นหลักฐาน: {named} ไม่ใช่ docx, pdf, xlsx, jpg หรือ png หรือมีมาโครอยู่ภายใน",
        f"บันทึกเอกสารเป็นชนิดที่รับได้ แล้วแนบใหม่ {NOTHING_SAVED}",
    )
