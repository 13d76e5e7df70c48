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
_HTML_START: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|style|table|div|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_CONTROL_BYTES: Final = re.compile(rb"[\x01-\x08\x0b\x0e-\x19\x1b-\x1f]")
_HEAD_BYTES: Final = 64 * 1024


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


def _find_text_kind(head: bytes) -> FileKind:
    if head.startswith(_UTF16_MARKS) or b"\0" in head:
        text = _decode_utf16(head)
        if text is None:
            return FileKind.UNKNOWN
    elif _CONTROL_BYTES.search(head):
        return FileKind.UNKNOWN
    else:
        text = head.decode("utf-8-sig", "replace")
    start = text[:2048]
    if _HTML_START.match(start):
        return FileKind.HTML
    return FileKind.UNKNOWN if start.lstrip().startswith("<?xml") else FileKind.CSV


def _decode_utf16(head: bytes) -> str | None:
    """Text of a UTF-16 head with or without a byte order mark, or None when it is no text."""
    encoding = find_utf16(head)
    if not encoding:
        return None
    return head[: len(head) // 2 * 2].decode(encoding, "ignore")


def find_utf16(content: bytes) -> str:
    """Which UTF-16 a text is in: ``utf-16`` with a mark, ``utf-16-le`` or ``-be`` without; empty for none."""
    if content.startswith(_UTF16_MARKS):
        return "utf-16"
    head = content[:_HEAD_BYTES]
    # Commas, digits and line ends have a zero byte on one side only; binary data has them on both.
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 9 * even and odd * 20 > len(head):
        return "utf-16-le"
    if even > 9 * odd and even * 20 > len(head):
        return "utf-16-be"
    return ""
