"""The directory of a zip file judged before anything in it is unpacked."""

import io
import struct
import zipfile

from lib.ingest.limits import (
    ARCHIVE_DIRECTORY_BYTES_MAX,
    ARCHIVE_PART_BYTES_MAX,
    ARCHIVE_PARTS_MAX,
    ARCHIVE_RATIO_APPLIES_ABOVE_BYTES,
    ARCHIVE_RATIO_MAX,
    ARCHIVE_REPORTS_BYTES_MAX,
    ARCHIVE_UNPACKED_BYTES_MAX,
    MEGABYTE,
)
from lib.ingest.refusals import make_refusal

_END_RECORD = b"PK\x05\x06"
_END_RECORD_BYTES = 22
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_LOCATOR_BYTES = 20
_LOCAL_HEADER_BYTES = 30
_ENCRYPTED_FLAG = 0x1


def open_checked_archive(content: bytes, *, is_of_files: bool = False) -> zipfile.ZipFile:
    """Open a zip whose directory holds every limit.

    Args:
        content: the whole file.
        is_of_files: its parts are files of their own, each judged when its turn comes, not parts of one.

    Returns:
        The open archive; the caller closes it.

    Raises:
        RefusedFile: F03–F06, F08, F10 or F11 by what is wrong.
    """
    _check_directory_size(content)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError) as error:
        raise make_refusal("F10") from error
    try:
        check_entries(archive.infolist(), len(content), is_of_files=is_of_files)
    except BaseException:
        archive.close()
        raise
    return archive


def _check_directory_size(content: bytes) -> None:
    # zipfile makes an object per entry before anyone can look, so the directory's length is read first.
    end = content.rfind(_END_RECORD, max(0, len(content) - _END_RECORD_BYTES - 0xFFFF))
    if end < 0 or end + _END_RECORD_BYTES > len(content):
        raise make_refusal("F10")
    (length,) = struct.unpack_from("<I", content, end + 12)
    locator = end - _ZIP64_LOCATOR_BYTES
    if locator >= 0 and content.startswith(_ZIP64_LOCATOR, locator):
        (record,) = struct.unpack_from("<Q", content, locator + 8)
        if record + 48 > len(content):
            raise make_refusal("F10")
        (length,) = struct.unpack_from("<Q", content, record + 40)
    if length > ARCHIVE_DIRECTORY_BYTES_MAX:
        raise make_refusal("F05")


def check_entries(entries: list[zipfile.ZipInfo], file_bytes: int, *, is_of_files: bool = False) -> None:
    """Refuse a directory with too much, unsafe names, or parts that repeat or overlap.

    Args:
        entries: the directory.
        file_bytes: length of the whole file.
        is_of_files: only their sum is limited here.

    Raises:
        RefusedFile: F03–F06, F08 or F11.
    """
    if len(entries) > ARCHIVE_PARTS_MAX:
        raise make_refusal("F05")
    _check_names(entries)
    if is_of_files:
        _check_sum(entries)
    else:
        check_sizes(entries)
    _check_places(entries, file_bytes)


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for entry in entries:
        # ZipInfo.filename is cut at a NUL and has the separator changed; orig_filename is what stands there.
        name = entry.orig_filename
        steps = name.split("/")
        if name.startswith("/") or "\\" in name or "\0" in name or ".." in steps or ":" in steps[0]:
            raise make_refusal("F06")
        # Part names of an office file are equal when they differ only in case.
        key = name.casefold()
        if key in seen:
            raise make_refusal("F05")
        seen.add(key)
        if entry.flag_bits & _ENCRYPTED_FLAG:
            raise make_refusal("F08")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise make_refusal("F11", part=name[:80])


def _check_sum(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > ARCHIVE_REPORTS_BYTES_MAX:
        limit = ARCHIVE_REPORTS_BYTES_MAX // MEGABYTE
        raise make_refusal("F03-reports", megabytes=unpacked // MEGABYTE, limit=limit)


def check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse parts that are too large together, or packed as no office file is (F03, F04)."""
    unpacked = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries), default=0)
    if unpacked > ARCHIVE_UNPACKED_BYTES_MAX or largest > ARCHIVE_PART_BYTES_MAX:
        raise make_refusal("F03", megabytes=unpacked // MEGABYTE)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > ARCHIVE_RATIO_APPLIES_ABOVE_BYTES and unpacked > ARCHIVE_RATIO_MAX * max(packed, 1):
        raise make_refusal("F04")


def _check_places(entries: list[zipfile.ZipInfo], file_bytes: int) -> None:
    # Python before 3.11.8 does not notice overlapping entries (CVE-2024-0450).
    free_from = 0
    for entry in sorted(entries, key=lambda one: one.header_offset):
        end = entry.header_offset + _LOCAL_HEADER_BYTES + entry.compress_size
        if entry.header_offset < free_from or end > file_bytes:
            raise make_refusal("F05")
        free_from = end
