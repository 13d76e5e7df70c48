"""What a file is by its bytes; its name is only a claim."""

import re
from enum import StrEnum
from typing import Final


class FileKind(StrEnum):
    """Kinds told apart before reading."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"
    HTML = "html"
    DOCX = "docx"
    DOC = "doc"
    PDF = "pdf"
    ZIP = "zip"
    LOCKED = "locked"
    UNKNOWN = "unknown"


WORKBOOK_KINDS: Final = frozenset(
    {
        FileKind.XLSX,
        FileKind.XLSM,
        FileKind.XLSB,
        FileKind.XLS,
        FileKind.ODS,
        FileKind.CSV,
        FileKind.HTML,
    }
)

_OLE_MAGIC: Final = bytes.fromhex("D0CF11E0A1B11AE1")
_OLE_STREAMS: Final = (
    ("EncryptedPackage", FileKind.LOCKED),
    ("WordDocument", FileKind.DOC),
    ("Workbook", FileKind.XLS),
    ("Book", FileKind.XLS),
)
# The first record of an xls workbook of Excel 97 or later, and the record that announces encryption.
_OLD_WORKBOOK_START: Final = bytes.fromhex("0908100000060500")
_OLD_PASSWORD: Final = b"\x2f\x00"
_FIRST_RECORDS: Final = 8
_HTML_START: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|style|table|div|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_CONTROL_BYTES: Final = re.compile(rb"[\x01-\x08\x0b\x0e-\x19\x1b-\x1f]")
_PICTURES: Final = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_PHONE_PICTURES: Final = (b"ftypheic", b"ftypheix", b"ftypmif1")
_OTHER_ARCHIVES: Final = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
_HEAD_BYTES: Final = 64 * 1024
_MOSTLY: Final = 0.85


def find_kind(content: bytes) -> FileKind:
    """The kind by its first bytes; every zip is ``ZIP`` until its directory is looked at."""
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return FileKind.ZIP
    if content.startswith(_OLE_MAGIC):
        return _find_ole_kind(content)
    if b"%PDF-" in content[:1024]:
        return FileKind.PDF
    if content.startswith(b"{\\rtf"):
        return FileKind.DOC
    return _find_text_kind(content[:_HEAD_BYTES])


def _find_ole_kind(content: bytes) -> FileKind:
    # A directory entry holds the stream's name in 64 bytes filled with zeros, which cell text never shows.
    for name, kind in _OLE_STREAMS:
        if content.find(name.encode("utf-16-le").ljust(64, b"\0")) > 0:
            return kind
    return FileKind.UNKNOWN


def has_old_password(content: bytes) -> bool:
    """True when an xls says, right after the first records of its workbook, that the rest is encrypted."""
    start = content.find(_OLD_WORKBOOK_START)
    if start < 0:
        return False
    for _ in range(_FIRST_RECORDS):
        start += 4 + int.from_bytes(content[start + 2 : start + 4], "little")
        if content[start : start + 2] == _OLD_PASSWORD:
            return True
    return False


def _find_text_kind(head: bytes) -> FileKind:
    encoding = find_utf16(head)
    if encoding:
        text = head[: len(head) // 2 * 2].decode(encoding, "ignore")
    elif b"\0" in head or _CONTROL_BYTES.search(head):
        return FileKind.UNKNOWN
    else:
        text = head.decode("utf-8-sig", "replace")
    start = text[:2048]
    if _HTML_START.match(start):
        return FileKind.HTML
    return FileKind.UNKNOWN if start.lstrip().startswith("<?xml") else FileKind.CSV


def name_other_kind(content: bytes) -> str:
    """What a file of no known kind is: ``picture``, ``archive`` (rar, 7z), empty for anything else."""
    if content.startswith(_PICTURES) or content[4:12] in _PHONE_PICTURES:
        return "picture"
    return "archive" if content.startswith(_OTHER_ARCHIVES) else ""


def find_utf16(content: bytes) -> str:
    """Which UTF-16 a text is in: ``utf-16`` with a mark, ``utf-16-le`` or ``-be`` without; empty for none."""
    if content.startswith(_UTF16_MARKS):
        return "utf-16"
    head = content[:_HEAD_BYTES]
    # Every letter of Thai text has 0E or 00 on one side; binary data has no such side.
    even, odd = _count_high_bytes(head[0::2]), _count_high_bytes(head[1::2])
    if odd > _MOSTLY * (len(head) // 2) and even < odd // 4:
        return "utf-16-le"
    if even > _MOSTLY * (len(head) // 2) and odd < even // 4:
        return "utf-16-be"
    return ""


def _count_high_bytes(side: bytes) -> int:
    return side.count(0) + side.count(0x0E)
