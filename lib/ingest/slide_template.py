"""An office's PowerPoint template: judged at the door, every part of it read in the capped child."""

import zipfile
from collections.abc import Iterable
from typing import Final

from lib.domain.issues import Issue
from lib.errors import RefusedFile
from lib.ingest.child import run_reader
from lib.ingest.content_types import find_archive_kind, name_other_archive, read_small_xml
from lib.ingest.file_kind import FileKind, find_kind
from lib.ingest.guards import CheckedFile
from lib.ingest.guards_xml import check_xml_parts
from lib.ingest.guards_zip import open_checked_archive
from lib.ingest.limits import MEGABYTE, READER_CAPS
from lib.ingest.reading_progress import tell_nobody
from lib.ingest.receive import make_ints, rebuild
from lib.ingest.refusals import NOTHING_SAVED, make_refusal

_BYTES_MAX: Final = 50 * MEGABYTE
_MACRO_MARKS: Final = ("macroenabled", "vbaproject")
_SAVE_AGAIN: Final = f"เปิดใน PowerPoint แล้วบันทึกเป็น .pptx {NOTHING_SAVED}"


def check_slide_package(content: bytes) -> None:
    """Refuse what is no sound PowerPoint file without macros before the server opens it.

    Raises:
        RefusedFile: S01 for another kind, size, password, macros or a damaged part; F.. for an archive that
            must not be opened.
    """
    if not content:
        raise make_refusal("F01")
    if len(content) > _BYTES_MAX:
        raise RefusedFile("S01", "แม่แบบใหญ่กว่า 50 MB", f"ลดขนาดรูปในแม่แบบ แล้วเลือกอีกครั้ง {NOTHING_SAVED}")
    kind = find_kind(content)
    if kind is FileKind.LOCKED:
        raise RefusedFile(
            "S01", "แม่แบบตั้งรหัสผ่านไว้ จึงเปิดไม่ได้", f"ลบรหัสผ่านใน PowerPoint แล้วบันทึกใหม่ {NOTHING_SAVED}"
        )
    if kind is not FileKind.ZIP:
        raise RefusedFile("S01", "ไฟล์นี้ไม่ใช่ PowerPoint (.pptx)", _SAVE_AGAIN)
    with open_checked_archive(content) as archive:
        check_xml_parts(archive)
        if find_archive_kind(archive) is not FileKind.ZIP or name_other_archive(archive) != "slides":
            raise RefusedFile("S01", "ไฟล์นี้ไม่ใช่ PowerPoint (.pptx)", _SAVE_AGAIN)
        if _has_macro(archive):
            raise RefusedFile(
                "S01", "แม่แบบมีมาโคร จึงไม่รับไว้", f"บันทึกเป็น .pptx ที่ไม่มีมาโคร แล้วเลือกอีกครั้ง {NOTHING_SAVED}"
            )
    run_reader(content, CheckedFile(FileKind.ZIP), READER_CAPS, tell_nobody, _rebuild, job="slides")


def _has_macro(archive: zipfile.ZipFile) -> bool:
    names = archive.namelist()
    types = read_small_xml(archive, "[Content_Types].xml") if "[Content_Types].xml" in names else ()
    said = (*names, *(each.get("ContentType", "") for each in types))
    return any(mark in each.lower() for each in said for mark in _MACRO_MARKS)


def _rebuild(stream: Iterable[bytes], issues: tuple[Issue, ...]) -> int:  # noqa: ARG001 - none before the reading
    found: list[int] = []
    return rebuild(
        stream,
        "slides",
        lambda line: found.extend(make_ints([line["parts"]])),
        lambda end: found[-1],  # noqa: ARG005
    )
